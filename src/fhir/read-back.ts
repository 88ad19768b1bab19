import type { DocumentReference } from 'fhir/r4';
import type { DocumentDraft } from '../domain/document.ts';
import { fromBase64, sha1Of, toBase64, toHex } from './attachment-bytes.ts';
import { FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { aboutWhom } from './patient-compartment.ts';
import { readResource } from './read-resource.ts';
import { dataOf, pdfOf } from './stored-attachment.ts';

/** What the chart says about a document that was sent to it (F63). */
export type ReadBack =
  | { readonly kind: 'written'; readonly id: string; readonly sha1: string }
  | { readonly kind: 'differs'; readonly id: string }
  /** It could not be read, or its bytes are kept out of reach. */
  | { readonly kind: 'unknown' };

/**
 * Reads a document back and compares subject, status, hash and the very bytes with what was shown.
 *
 * Errors: FhirReadError `wrong-patient` only; everything else that goes wrong here leaves the write unknown.
 */
export async function readBack(fhirFetch: FhirFetch, id: string, draft: DocumentDraft): Promise<ReadBack> {
  try {
    return await compare(fhirFetch, await readResource(fhirFetch, 'DocumentReference', id), draft);
  } catch (error) {
    if (!(error instanceof FhirReadError) || error.reason === 'wrong-patient') throw error;
    return { kind: 'unknown' };
  }
}

async function compare(fhirFetch: FhirFetch, stored: DocumentReference, draft: DocumentDraft): Promise<ReadBack> {
  const id = stored.id ?? '';
  const sha1 = await sha1Of(draft.bytes);
  const attachment = pdfOf(stored);
  const sameHash = attachment.hash === undefined || attachment.hash === toBase64(sha1);
  const ours = aboutWhom(stored, fhirFetch.session) === 'launch-patient';
  if (!ours || stored.status !== 'current' || !sameHash) return { kind: 'differs', id };
  const data = await dataOf(fhirFetch, attachment);
  if (data === null) return { kind: 'unknown' };
  const bytes = fromBase64(data);
  const same = bytes !== null && toHex(await sha1Of(bytes)) === toHex(sha1);
  return same ? { kind: 'written', id, sha1: toHex(sha1) } : { kind: 'differs', id };
}
