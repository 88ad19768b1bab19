import type {
  Bundle,
  Condition,
  DocumentReference,
  Encounter,
  FhirResource,
  OperationOutcome,
  Patient,
  Practitioner,
  PractitionerRole,
} from 'fhir/r4';
import { vi, type Mock } from 'vitest';
import type { DocumentDraft } from '../../src/domain/document.ts';
import type { EntityId } from '../../src/domain/entity.ts';
import type { PatientId } from '../../src/domain/patient.ts';
import { identifyDocument } from '../../src/fhir/document-identity.ts';
import type { DocumentSettings } from '../../src/fhir/document-reference.ts';
import { FhirReadError } from '../../src/fhir/fhir-error.ts';
import { mapPatient } from '../../src/fhir/map-patient.ts';
import type { Issuer } from '../../src/fhir/issuer.ts';
import type { Session } from '../../src/fhir/open-session.ts';

/*
 * Valid and dull FHIR resources of one invented patient; a test names only what matters to it. `meta.security` says HTEST.
 */

export const FHIR_BASE = 'https://epd.delinde.example/fhir/r4';
export const AUTH_ORIGIN = 'https://aanmelden.delinde.example';
export const PATIENT_ID = 'pat-1';
const TEST_DATA = {
  security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }],
};

export function anIssuer(issuer: Partial<Issuer> = {}): Issuer {
  return {
    iss: FHIR_BASE,
    clientId: 'route-zeldzame-kanker',
    authOrigins: [AUTH_ORIGIN],
    scope:
      'launch openid fhirUser patient/Patient.r patient/Condition.rs patient/Encounter.rs patient/DocumentReference.crs',
    pkceMode: 'required',
    encounterRequired: false,
    ...issuer,
  };
}

/** A session as `openSession` gives it; once it has ended, it gives no token. */
export function aSession(session: Partial<Session> = {}): Session & { readonly end: Mock<() => void> } {
  let ended = false;
  const end = vi.fn(() => {
    ended = true;
  });
  return {
    issuer: anIssuer(),
    fhirBaseUrl: FHIR_BASE,
    patientId: PATIENT_ID as PatientId,
    encounterId: 'enc-1',
    fhirUser: 'Practitioner/prac-1',
    scopes: ['patient/*.rs', 'patient/DocumentReference.crs'],
    canCreateDocuments: true,
    canUpdateDocuments: true,
    getToken: () => (ended ? Promise.reject(new FhirReadError('session-ended')) : Promise.resolve('secret-token')),
    ...session,
    end,
  };
}

export function aPatient(patient: Partial<Patient> = {}): Patient {
  return {
    resourceType: 'Patient',
    id: PATIENT_ID,
    meta: TEST_DATA,
    active: true,
    name: [{ use: 'official', text: 'Testje Voorbeeld', family: 'Voorbeeld', given: ['Testje'] }],
    gender: 'female',
    birthDate: '1974-04-03',
    ...patient,
  };
}

export function aCondition(condition: Partial<Condition> = {}): Condition {
  return {
    resourceType: 'Condition',
    id: 'cond-1',
    meta: TEST_DATA,
    code: { coding: [{ system: 'http://snomed.info/sct', code: '443719001', display: 'leiomyosarcoom' }] },
    subject: { reference: `Patient/${PATIENT_ID}` },
    ...condition,
  };
}

export function anEncounter(encounter: Partial<Encounter> = {}): Encounter {
  return {
    resourceType: 'Encounter',
    id: 'enc-1',
    meta: TEST_DATA,
    status: 'in-progress',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject: { reference: `Patient/${PATIENT_ID}` },
    period: { start: '2026-11-25T10:20:00+01:00' },
    ...encounter,
  };
}

export function aPractitioner(practitioner: Partial<Practitioner> = {}): Practitioner {
  return {
    resourceType: 'Practitioner',
    id: 'prac-1',
    meta: TEST_DATA,
    name: [{ text: 'Joke Brands', family: 'Brands', given: ['Joke'] }],
    ...practitioner,
  };
}

export function aPractitionerRole(role: Partial<PractitionerRole> = {}): PractitionerRole {
  return {
    resourceType: 'PractitionerRole',
    id: 'role-1',
    meta: TEST_DATA,
    practitioner: { reference: 'Practitioner/prac-1' },
    code: [{ text: 'verpleegkundig specialist' }],
    ...role,
  };
}

export function aSearchset(resources: readonly FhirResource[], next?: string): Bundle<FhirResource> {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource })),
    ...(next !== undefined && { link: [{ relation: 'next', url: next }] }),
  };
}

export function anOutcome(issue: Partial<OperationOutcome['issue'][number]> = {}): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'processing', ...issue }] };
}

/** A draft for the launch patient; its bytes are no real PDF, which nothing here minds. */
export function aDraft(draft: Partial<DocumentDraft> = {}): DocumentDraft {
  const entity = 'leiomyosarcoma' as EntityId;
  return {
    identity: identifyDocument({ iss: FHIR_BASE, patientId: PATIENT_ID as PatientId }, entity, 1),
    entity,
    patient: mapPatient(aPatient()),
    format: 'pdf',
    bytes: new TextEncoder().encode('%PDF-1.7 verzonnen'),
    title: 'Jouw route',
    label: { entity, version: 1, number: '3F2A-91BC', knowledgeVersion: '2026.11.1', replaces: [] },
    description: 'Jouw route, versie 1, bevestigd door dr. E. Voorbeeld',
    language: 'nl-NL',
    knowledgeVersion: '2026.11.1',
    date: '2026-11-25T11:02:03+01:00',
    author: { reference: 'Practitioner/prac-1', name: 'dr. E. Voorbeeld' },
    encounterId: 'enc-1',
    replaces: [],
    ...draft,
  };
}

/** A document as the chart would give it back, without its bytes. */
export function aDocumentReference(document: Partial<DocumentReference> = {}): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id: 'doc-1',
    meta: TEST_DATA,
    status: 'current',
    subject: { reference: `Patient/${PATIENT_ID}` },
    content: [{ attachment: { contentType: 'application/pdf' } }],
    ...document,
  };
}

/** As shipped: LOINC 34895-3 records education given to the patient; the category is that of US Core, for servers that ask for one. */
export const DOCUMENT_SETTINGS: DocumentSettings = {
  profile: 'full',
  type: { system: 'http://loinc.org', code: '34895-3', display: 'Education note' },
  category: {
    system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
    code: 'clinical-note',
    display: 'Clinical Note',
  },
  confidentiality: 'N',
};
