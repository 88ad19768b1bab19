import type { Attachment, DocumentReference } from 'fhir/r4';
import { fromBase64 } from './attachment-bytes.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { referenceInside } from './fhir-url.ts';
import { listOf, textOf } from './map-concept.ts';
import { readResource } from './read-resource.ts';

/** The renditions of a document. */
function attachmentsOf(stored: DocumentReference): readonly Attachment[] {
  return listOf(listOf(stored.content).map((content) => content.attachment));
}

/** The PDF among the renditions; a server may add others. */
export function pdfOf(stored: DocumentReference): Attachment {
  const attachments = attachmentsOf(stored);
  return attachments.find(({ contentType }) => contentType === 'application/pdf') ?? attachments[0] ?? {};
}

/** Base64 of the file, wherever the server keeps it; null for one that lies elsewhere, which is not fetched (F21). */
export async function dataOf(fhirFetch: FhirFetch, attachment: Attachment): Promise<string | null> {
  if (attachment.data !== undefined) return attachment.data;
  const binary = referenceInside(fhirFetch.session.fhirBaseUrl, attachment.url);
  if (binary?.type !== 'Binary') return null;
  return (await readResource(fhirFetch, 'Binary', binary.id)).data ?? null;
}

/** The text of a note. `html`: the server keeps it as markup, of which the words are left here and nothing else. */
export interface StoredNote {
  readonly kind: 'plain' | 'html';
  readonly text: string;
}

/** What a note can be kept as, the best first. Markup is never shown: it is only compared and searched. */
const NOTE_TYPES = [
  { kind: 'plain', type: /^text\/plain\b/i },
  { kind: 'html', type: /^(?:text\/html|application\/xhtml\+xml)\b/i },
] as const;

/** Reads the text of a document; null when it has none, or none that is kept on this server. Errors: FhirReadError. */
export async function readNote(fhirFetch: FhirFetch, stored: DocumentReference): Promise<StoredNote | null> {
  for (const { kind, type } of NOTE_TYPES) {
    const attachment = attachmentsOf(stored).find(({ contentType }) => type.test(textOf(contentType) ?? ''));
    const data = attachment && (await dataOf(fhirFetch, attachment));
    const bytes = data ? fromBase64(data) : null;
    if (bytes === null) continue;
    const text = new TextDecoder().decode(bytes);
    return { kind, text: kind === 'html' ? withoutMarkup(text) : text };
  }
  return null;
}

function withoutMarkup(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/&nbsp;|&#160;/g, ' ');
}

/**
 * Whether a note says what was sent. Line ends and blanks at them are the server's business; from markup only unaccented letters and
 * digits are compared, since servers write all others in their own ways. A word that is missing, added or other is always seen.
 */
export function saysTheSame({ kind, text }: StoredNote, sent: string): boolean {
  return kind === 'plain' ? lines(text) === lines(sent) : plainLetters(text) === plainLetters(sent);
}

function lines(text: string): string {
  return text.replace(/[^\S\n]*\r?\n/g, '\n').trim();
}

function plainLetters(text: string): string {
  return text.replace(/&#?\w{1,10};/g, '').replace(/[^A-Za-z0-9]/g, '');
}
