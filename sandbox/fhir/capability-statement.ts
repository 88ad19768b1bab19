import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';
import { RESOURCE_TYPES } from '../auth/scopes.ts';
import { SANDBOX_TODAY } from '../options.ts';

const SEARCHES: Readonly<Record<string, Readonly<Record<string, 'reference' | 'token' | 'date'>>>> = {
  Condition: { patient: 'reference', subject: 'reference', category: 'token', code: 'token' },
  Observation: { patient: 'reference', subject: 'reference', code: 'token' },
  Encounter: { patient: 'reference', subject: 'reference', status: 'token', date: 'date' },
  CareTeam: { patient: 'reference', subject: 'reference' },
  PractitionerRole: { practitioner: 'reference', organization: 'reference' },
  DocumentReference: {
    patient: 'reference',
    subject: 'reference',
    identifier: 'token',
    type: 'token',
    status: 'token',
    date: 'date',
  },
};

function resourceOf(type: (typeof RESOURCE_TYPES)[number]): CapabilityStatementRestResource {
  const searchParam = Object.entries(SEARCHES[type] ?? {}).map(([name, kind]) => ({ name, type: kind }));
  const document = type === 'DocumentReference';
  const codes = document ? (['read', 'search-type', 'create', 'update'] as const) : (['read', 'search-type'] as const);
  return {
    type,
    interaction: codes.map((code) => ({ code })),
    versioning: 'versioned',
    ...(document ? { conditionalCreate: true, conditionalUpdate: false } : {}),
    searchParam: [{ name: '_id', type: 'token' }, ...searchParam],
  };
}

/** What the FHIR server says it can do, at `/metadata`. */
export function capabilityStatement(): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['json'],
    date: SANDBOX_TODAY,
    software: { name: 'Sandbox EHR' },
    implementation: { description: 'Sandbox EHR with invented patients' },
    rest: [{ mode: 'server', security: { cors: true }, resource: RESOURCE_TYPES.map(resourceOf) }],
  };
}
