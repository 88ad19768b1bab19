import type { DocumentReference } from 'fhir/r4';
import type { DocumentMark, MarkOutcome } from '../domain/document.ts';
import { takesUpdates } from './profile-name.ts';
import type { DocumentSettings } from './document-reference.ts';
import { FhirReadError } from './fhir-error.ts';
import type { FhirFetch, WriteAnswer } from './fhir-fetch.ts';
import { aboutWhom } from './patient-compartment.ts';
import { confirmSamePerson } from './read-patient.ts';
import { readResource } from './read-resource.ts';
import { recognise } from './route-document.ts';

/** One document, at one site. */
interface Place {
  readonly fhirFetch: FhirFetch;
  readonly settings: DocumentSettings;
  readonly id: string;
}

/**
 * Gives a Route document of the launch patient another status; everything else of it stays as it stands.
 *
 * Shape:  document read → patient read anew (F65) → update of exactly that version (`If-Match`) → read back. Only what was read
 *         back is called marked; a lost answer is looked up, never sent again (rule 4). One that has the status already is marked.
 * Errors: none of the server's; each is an outcome.
 * Source: http://hl7.org/fhir/R4/http.html#concurrency; http://hl7.org/fhir/R4/valueset-document-reference-status.html.
 */
export async function markDocument(
  fhirFetch: FhirFetch,
  settings: DocumentSettings,
  { id, status, patient }: DocumentMark,
): Promise<MarkOutcome> {
  const place = { fhirFetch, settings, id };
  let answer: WriteAnswer;
  try {
    const document = await readOwn(place);
    if (document?.status === status) return { kind: 'marked' };
    const versionId = document?.meta?.versionId;
    // The server gives no version to hold on to, or the document is none of ours.
    if (document === null || versionId === undefined || !takesUpdates(settings.profile)) return { kind: 'not-allowed' };
    await confirmSamePerson(fhirFetch, patient);
    answer = await fhirFetch.update({ ...document, id, status }, { 'if-match': `W/"${versionId}"` });
  } catch (error) {
    return outcomeOfError(error, 'not-written');
  }
  try {
    return await outcomeOf(place, status, answer);
  } catch (error) {
    return outcomeOfError(error, 'unknown');
  }
}

/** The document, if it is a Route document of this chart: the app changes nothing that it did not make. */
async function readOwn({ fhirFetch, settings, id }: Place): Promise<DocumentReference | null> {
  const document = await readResource(fhirFetch, 'DocumentReference', id);
  const ours = aboutWhom(document, fhirFetch.session) === 'launch-patient';
  return ours && (await recognise(fhirFetch, settings, document)) !== null ? document : null;
}

async function outcomeOf(place: Place, status: DocumentMark['status'], answer: WriteAnswer): Promise<MarkOutcome> {
  if (answer.kind === 'lost' || answer.status >= 500 || answer.status < 300) return lookBack(place, status, answer);
  switch (answer.status) {
    case 401:
      return { kind: 'session-ended' };
    // A stale version is 412 by the specification, and 409 on some servers.
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
async function lookBack(place: Place, status: DocumentMark['status'], answer: WriteAnswer): Promise<MarkOutcome> {
  const document = await readOwn(place);
  if (document?.status === status) return { kind: 'marked' };
  const accepted = answer.kind === 'answered' && answer.status < 300;
  return { kind: accepted ? 'unknown' : 'not-written' };
}

function outcomeOfError(error: unknown, otherwise: 'not-written' | 'unknown'): MarkOutcome {
  if (!(error instanceof FhirReadError)) throw error;
  if (error.reason === 'session-ended' || error.reason === 'wrong-patient') return { kind: error.reason };
  return { kind: error.reason === 'not-allowed' ? 'not-allowed' : otherwise };
}
