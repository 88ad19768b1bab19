import type { StoredFile } from '../domain/document.ts';
import { fromBase64, sha1Of, toBase64 } from './attachment-bytes.ts';
import { hasUuid } from './document-identifier.ts';
import { routeIdOf } from './document-identity.ts';
import { FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { aboutWhom } from './patient-compartment.ts';
import { readResource } from './read-resource.ts';
import { dataOf, pdfOf } from './stored-attachment.ts';

const PDF_BEGINS = '%PDF-';

/**
 * Reads the very bytes of a booklet that stands in the chart, to be printed again as they are.
 *
 * Shape:  only a Route document of the launch patient, only a PDF, only when it is what its own hash says.
 * Errors: none; a chart that cannot be read, or another patient's document, is `not-read`.
 */
export async function readStoredFile(fhirFetch: FhirFetch, id: string): Promise<StoredFile> {
  try {
    return await fileOf(fhirFetch, id);
  } catch (error) {
    if (error instanceof FhirReadError) return { kind: 'not-read' };
    throw error;
  }
}

async function fileOf(fhirFetch: FhirFetch, id: string): Promise<StoredFile> {
  const document = await readResource(fhirFetch, 'DocumentReference', id);
  const { fhirBaseUrl: iss, patientId } = fhirFetch.session;
  const ours = aboutWhom(document, fhirFetch.session) === 'launch-patient';
  if (!ours || !hasUuid(document, routeIdOf({ iss, patientId }))) return { kind: 'not-read' };
  const attachment = pdfOf(document);
  const data = await dataOf(fhirFetch, attachment);
  if (data === null) return { kind: 'not-read' };
  const bytes = fromBase64(data);
  if (bytes === null || !beginsAsPdf(bytes)) return { kind: 'damaged' };
  const asRecorded = attachment.hash === undefined || attachment.hash === toBase64(await sha1Of(bytes));
  return asRecorded ? { kind: 'read', bytes: new Uint8Array(bytes) } : { kind: 'damaged' };
}

function beginsAsPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, PDF_BEGINS.length)) === PDF_BEGINS;
}
