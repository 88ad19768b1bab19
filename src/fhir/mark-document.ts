import type { DocumentReference } from 'fhir/r4';
import type { RetractOutcome } from '../domain/document.ts';
import type { PatientRecord } from '../domain/patient.ts';
import { hasUuid } from './document-identifier.ts';
import { routeIdOf } from './document-identity.ts';
import { FhirReadError } from './fhir-error.ts';
import type { FhirFetch, WriteAnswer } from './fhir-fetch.ts';
import { aboutWhom } from './patient-compartment.ts';
import { confirmSamePerson } from './read-patient.ts';
import { readResource } from './read-resource.ts';

const RETRACTED = 'entered-in-error';

/**
 * Marks a Route document of the launch patient as entered in error; everything else of it stays as it stands.
 *
 * Shape:  document read → patient read anew (F65) → update of exactly that version (`If-Match`) → read back. Only what was read
 *         back is called retracted; a lost answer is looked up, never sent again (rule 4).
 * Errors: none of the server's; each is an outcome.
 * Source: http://hl7.org/fhir/R4/http.html#concurrency; DocumentReference.status, CompositionStatus of documents.
 */
export async function retractDocument(
  fhirFetch: FhirFetch,
  id: string,
  patient: PatientRecord,
): Promise<RetractOutcome> {
  let answer: WriteAnswer | null;
  try {
    answer = await send(fhirFetch, id, patient);
  } catch (error) {
    return outcomeOfError(error, 'not-written');
  }
  if (answer === null) return { kind: 'not-allowed' };
  try {
    return await outcomeOf(fhirFetch, id, answer);
  } catch (error) {
    return outcomeOfError(error, 'unknown');
  }
}

/** Null: the server gives no version to hold on to, or the document is none of ours. */
async function send(fhirFetch: FhirFetch, id: string, patient: PatientRecord): Promise<WriteAnswer | null> {
  const document = await readOwn(fhirFetch, id);
  const versionId = document?.meta?.versionId;
  if (document === null || versionId === undefined) return null;
  await confirmSamePerson(fhirFetch, patient);
  return fhirFetch.update({ ...document, id, status: RETRACTED }, { 'if-match': `W/"${versionId}"` });
}

/** The document, if it is a Route document of this chart: the app changes nothing that it did not make. */
async function readOwn(fhirFetch: FhirFetch, id: string): Promise<DocumentReference | null> {
  const document = await readResource(fhirFetch, 'DocumentReference', id);
  const { fhirBaseUrl: iss, patientId } = fhirFetch.session;
  const ours = aboutWhom(document, fhirFetch.session) === 'launch-patient';
  return ours && hasUuid(document, routeIdOf({ iss, patientId })) ? document : null;
}

async function outcomeOf(fhirFetch: FhirFetch, id: string, answer: WriteAnswer): Promise<RetractOutcome> {
  if (answer.kind === 'lost' || answer.status >= 500 || answer.status < 300) return lookBack(fhirFetch, id, answer);
  switch (answer.status) {
    case 401:
      return { kind: 'session-ended' };
    case 409:
    case 412:
      return { kind: 'changed' };
    case 429:
      return { kind: 'not-written' };
    default:
      return { kind: 'not-allowed' };
  }
}

/** What stands there now. A write that was answered with yes and is not there is no write that failed: nobody knows. */
async function lookBack(fhirFetch: FhirFetch, id: string, answer: WriteAnswer): Promise<RetractOutcome> {
  const document = await readOwn(fhirFetch, id);
  if (document?.status === RETRACTED) return { kind: 'retracted' };
  const accepted = answer.kind === 'answered' && answer.status < 300;
  return { kind: accepted ? 'unknown' : 'not-written' };
}

function outcomeOfError(error: unknown, otherwise: 'not-written' | 'unknown'): RetractOutcome {
  if (!(error instanceof FhirReadError)) throw error;
  if (error.reason === 'session-ended' || error.reason === 'wrong-patient') return { kind: error.reason };
  return { kind: error.reason === 'not-allowed' ? 'not-allowed' : otherwise };
}
