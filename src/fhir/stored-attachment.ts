import type { Attachment, DocumentReference } from 'fhir/r4';
import type { FhirFetch } from './fhir-fetch.ts';
import { referenceInside } from './fhir-url.ts';
import { listOf } from './map-concept.ts';
import { readResource } from './read-resource.ts';

/** The PDF among the renditions; a server may add others. */
export function pdfOf(stored: DocumentReference): Attachment {
  const attachments = listOf(listOf(stored.content).map((content) => content.attachment));
  return attachments.find(({ contentType }) => contentType === 'application/pdf') ?? attachments[0] ?? {};
}

/** Base64 of the file, wherever the server keeps it; null for one that lies elsewhere, which is not fetched (F21). */
export async function dataOf(fhirFetch: FhirFetch, attachment: Attachment): Promise<string | null> {
  if (attachment.data !== undefined) return attachment.data;
  const binary = referenceInside(fhirFetch.session.fhirBaseUrl, attachment.url);
  if (binary?.type !== 'Binary') return null;
  return (await readResource(fhirFetch, 'Binary', binary.id)).data ?? null;
}
