import type { DocumentReference } from 'fhir/r4';
import type { DocumentDraft } from '../domain/document.ts';
import { fromBase64, sha1Of, toBase64, toHex } from './attachment-bytes.ts';
import { FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { aboutWhom } from './patient-compartment.ts';
import { readResource } from './read-resource.ts';
import { dataOf, pdfOf, readNote, saysTheSame } from './stored-attachment.ts';

/** What the chart says about a document that was sent to it (F63). */
export type ReadBack =
  | { readonly kind: 'written'; readonly id: string; readonly sha1: string }
  | { readonly kind: 'differs'; readonly id: string }
  /** It could not be read, or its bytes are kept out of reach. */
  | { readonly kind: 'unknown' };

/**
 * Reads a document back and compares subject, status and content with what was shown: a PDF by hash and the very bytes, a text by its
 * words. `sha1` is that of what was sent.
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
  const ours = aboutWhom(stored, fhirFetch.session) === 'launch-patient';
  if (!ours || stored.status !== 'current') return { kind: 'differs', id };
  const same = await (draft.format === 'pdf' ? hasSameBytes : hasSameWords)(fhirFetch, stored, draft);
  if (same === null) return { kind: 'unknown' };
  return same ? { kind: 'written', id, sha1: toHex(await sha1Of(draft.bytes)) } : { kind: 'differs', id };
}

/** Null: the bytes are kept out of reach. */
async function hasSameBytes(
  fhirFetch: FhirFetch,
  stored: DocumentReference,
  draft: DocumentDraft,
): Promise<boolean | null> {
  const sha1 = await sha1Of(draft.bytes);
  const attachment = pdfOf(stored);
  if (attachment.hash !== undefined && attachment.hash !== toBase64(sha1)) return false;
  const data = await dataOf(fhirFetch, attachment);
  if (data === null) return null;
  const bytes = fromBase64(data);
  return bytes !== null && toHex(await sha1Of(bytes)) === toHex(sha1);
}

/** Null: there is no rendition that could be compared. */
async function hasSameWords(
  fhirFetch: FhirFetch,
  stored: DocumentReference,
  draft: DocumentDraft,
): Promise<boolean | null> {
  const note = await readNote(fhirFetch, stored);
  return note && saysTheSame(note, new TextDecoder().decode(draft.bytes));
}
