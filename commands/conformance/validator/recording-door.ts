import type { Bundle, CapabilityStatement, DocumentReference, FhirResource, Patient } from 'fhir/r4';
import type { FhirFetch, WriteAnswer } from '../../../src/fhir/fhir-fetch.ts';
import { urlInside } from '../../../src/fhir/fhir-url.ts';
import type { Session } from '../../../src/fhir/open-session.ts';

/** A door with nobody behind it: it keeps what the app would have sent. */
export interface RecordingDoor extends FhirFetch {
  readonly sent: readonly DocumentReference[];
}

/** In whose chart everything is filed here; invented, and marked so. */
export const RECORDED_PATIENT: Patient & { readonly id: string } = {
  resourceType: 'Patient',
  id: 'pat-1',
  meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] },
  active: true,
  name: [{ text: 'Testje Voorbeeld', family: 'Voorbeeld', given: ['Testje'] }],
  gender: 'female',
  birthDate: '1974-04-03',
};

const METADATA: CapabilityStatement = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-25',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['json'],
};

/** Opens one on a chart that holds these documents. Every write is refused, once it is kept. */
export function openRecordingDoor(session: Session, documents: readonly DocumentReference[]): RecordingDoor {
  const sent: DocumentReference[] = [];
  const keep = (resource: FhirResource): Promise<WriteAnswer> => {
    if (resource.resourceType !== 'DocumentReference') throw new Error(`a ${resource.resourceType} was sent`);
    sent.push(resource);
    return Promise.resolve({ kind: 'answered', status: 422, location: null, issues: [] });
  };
  return {
    session,
    sent,
    read: (address) => Promise.resolve({ resource: standing(session, address, documents), bytes: 0 }),
    create: keep,
    update: keep,
  };
}

/** What stands at an address: the patient, the metadata, a document, or all of them for a search. */
function standing(session: Session, address: string, documents: readonly DocumentReference[]): FhirResource {
  const url = urlInside(session.fhirBaseUrl, address);
  const asked = url?.href.slice(session.fhirBaseUrl.length + 1) ?? '';
  if (asked === 'metadata') return METADATA;
  if (asked === `Patient/${RECORDED_PATIENT.id}`) return RECORDED_PATIENT;
  if (asked.startsWith('DocumentReference?')) return searchset(documents);
  const document = documents.find(({ id }) => id !== undefined && asked === `DocumentReference/${id}`);
  if (document === undefined) throw new Error(`${address} was read, and nothing stands there`);
  return document;
}

function searchset(documents: readonly DocumentReference[]): Bundle {
  return { resourceType: 'Bundle', type: 'searchset', entry: documents.map((resource) => ({ resource })) };
}
