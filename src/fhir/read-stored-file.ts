import type { DocumentReference } from 'fhir/r4';
import type { StoredFile } from '../domain/document.ts';
import { fromBase64, sha1Of, toBase64 } from './attachment-bytes.ts';
import type { DocumentSettings } from './document-reference.ts';
import { FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { aboutWhom } from './patient-compartment.ts';
import { readResource } from './read-resource.ts';
import { recognise } from './route-document.ts';
import { dataOf, pdfOf, readNote } from './stored-attachment.ts';

const PDF_BEGINS = '%PDF-';

/**
 * Reads a booklet that stands in the chart, to be printed again as it is: the very bytes of a PDF, or a plain text.
 *
 * Shape:  only a Route document of the launch patient; a PDF only when it is what its own hash says; markup is not handed on.
 * Errors: none; a chart that cannot be read, or another patient's document, is `not-read`.
 */
export async function readStoredFile(
  fhirFetch: FhirFetch,
  settings: DocumentSettings,
  id: string,
): Promise<StoredFile> {
  try {
    return await fileOf(fhirFetch, settings, id);
  } catch (error) {
    if (error instanceof FhirReadError) return { kind: 'not-read' };
    throw error;
  }
}

async function fileOf(fhirFetch: FhirFetch, settings: DocumentSettings, id: string): Promise<StoredFile> {
  const document = await readResource(fhirFetch, 'DocumentReference', id);
  const ours = aboutWhom(document, fhirFetch.session) === 'launch-patient';
  if (!ours || (await recognise(fhirFetch, settings, document)) === null) return { kind: 'not-read' };
  return pdfOf(document).contentType?.startsWith('text/')
    ? noteOf(fhirFetch, document)
    : pdfFileOf(fhirFetch, document);
}

async function noteOf(fhirFetch: FhirFetch, document: DocumentReference): Promise<StoredFile> {
  const note = await readNote(fhirFetch, document);
  if (note?.kind !== 'plain') return { kind: 'not-read' };
  return { kind: 'read', format: 'text', bytes: new TextEncoder().encode(note.text) };
}

async function pdfFileOf(fhirFetch: FhirFetch, document: DocumentReference): Promise<StoredFile> {
  const attachment = pdfOf(document);
  const data = await dataOf(fhirFetch, attachment);
  if (data === null) return { kind: 'not-read' };
  const bytes = fromBase64(data);
  if (bytes === null || !beginsAsPdf(bytes)) return { kind: 'damaged' };
  const asRecorded = attachment.hash === undefined || attachment.hash === toBase64(await sha1Of(bytes));
  return asRecorded ? { kind: 'read', format: 'pdf', bytes: new Uint8Array(bytes) } : { kind: 'damaged' };
}

function beginsAsPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, PDF_BEGINS.length)) === PDF_BEGINS;
}
