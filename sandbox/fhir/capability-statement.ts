import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';
import { RESOURCE_TYPES } from '../auth/scopes.ts';
import { SANDBOX_TODAY } from '../options.ts';
import type { ServerProfile } from './server-profile.ts';

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

function resourceOf(type: (typeof RESOURCE_TYPES)[number], server: ServerProfile): CapabilityStatementRestResource {
  const document = type === 'DocumentReference';
  const searchParam = Object.entries(SEARCHES[type] ?? {})
    .filter(([name]) => !document || name !== 'identifier' || server.identifierSearch === 'answered')
    .map(([name, kind]) => ({ name, type: kind }));
  const writes = [
    ...(document ? (['create'] as const) : []),
    ...(document && server.updates ? (['update'] as const) : []),
  ];
  const codes = ['read', 'search-type', ...writes] as const;
  return {
    type,
    interaction: codes.map((code) => ({ code })),
    versioning: 'versioned',
    ...(document ? { conditionalCreate: server.conditionalCreate, conditionalUpdate: false } : {}),
    searchParam: [{ name: '_id', type: 'token' }, ...searchParam],
  };
}

/** What the FHIR server says it can do, at `/metadata`. */
export function capabilityStatement(server: ServerProfile): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['json'],
    date: SANDBOX_TODAY,
    software: { name: 'Sandbox EHR' },
    implementation: { description: 'Sandbox EHR with invented patients' },
    rest: [
      { mode: 'server', security: { cors: true }, resource: RESOURCE_TYPES.map((type) => resourceOf(type, server)) },
    ],
  };
}
