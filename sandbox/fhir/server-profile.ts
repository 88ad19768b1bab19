import type { DocumentReference } from 'fhir/r4';

/** Kinds of EHR that the sandbox can be (D23). */
export const SERVER_PROFILES = ['full', 'epic', 'oracle'] as const;
export type ServerProfileName = (typeof SERVER_PROFILES)[number];

/** How a kind of EHR treats the documents that an app writes. */
export interface ServerProfile {
  readonly conditionalCreate: boolean;
  readonly updates: boolean;
  readonly deletes: boolean;
  /** What becomes of `identifier` in a search. */
  readonly identifierSearch: 'answered' | 'ignored' | 'refused';
  /** Whether a written document comes back in the answer; else the answer is empty. */
  readonly returnsWritten: boolean;
  readonly location: 'absolute' | 'relative';
  readonly etag: boolean;
  /** Files are not in the document but behind a Binary. */
  readonly keepsFilesApart: boolean;
  /** Why a new document is refused; null when it is not. */
  readonly refusal: (document: DocumentReference) => string | null;
  /** What of it is kept; anything else is dropped without a word. */
  readonly keeps: (document: DocumentReference) => DocumentReference;
}

/** LOINC codes that a note may have. */
const EPIC_NOTE_TYPES = [
  '18842-5',
  '11488-4',
  '34117-2',
  '11506-3',
  '28570-0',
  '34111-5',
  '34746-8',
  '74213-0',
  '75492-9',
  '11504-8',
  '34109-9',
];

function refusedByEpic({ docStatus, type, subject, content, context }: DocumentReference): string | null {
  const [first] = content;
  if (docStatus === undefined) return 'docStatus is required';
  if (!type?.coding?.some(({ code }) => EPIC_NOTE_TYPES.includes(code ?? ''))) return 'type is no note type';
  if (subject?.reference === undefined) return 'subject is required';
  if (context?.encounter?.length !== 1) return 'context.encounter is required, once';
  if (first?.attachment.contentType !== 'text/plain' || first.attachment.data === undefined) {
    return 'the attachment must be inline text/plain';
  }
  return null;
}

function keptByEpic({ content, ...document }: DocumentReference): DocumentReference {
  const [first] = content;
  const text = Buffer.from(first?.attachment.data ?? '', 'base64').toString('utf8');
  const { resourceType, status, type, subject } = document;
  return {
    resourceType,
    status,
    ...(document.docStatus && { docStatus: document.docStatus }),
    ...(type && { type }),
    ...(subject && { subject }),
    ...(document.date && { date: document.date }),
    ...(document.author && { author: document.author }),
    category: [{ coding: [{ system: US_CORE_CATEGORY, code: 'clinical-note' }] }],
    // Its editor has line ends of its own.
    content: [{ attachment: { contentType: 'text/plain', data: toBase64(text.replaceAll('\n', '\r\n')) } }],
    context: { encounter: document.context?.encounter ?? [] },
  };
}

const US_CORE_CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category';

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function refusedByOracle({ docStatus, type, subject, author, content, context }: DocumentReference): string | null {
  const [first] = content;
  if (docStatus !== 'final') return 'docStatus must be final';
  if (type?.coding?.length !== 1) return 'type is required';
  if (subject?.reference === undefined) return 'subject is required';
  if (author?.length !== 1) return 'exactly one author';
  if (content.length !== 1 || first?.attachment.data === undefined) return 'exactly one inline attachment';
  if (!context?.period?.end?.includes('T')) return 'context.period.end is required, with a time';
  return null;
}

function keptByOracle({ content, ...document }: DocumentReference): DocumentReference {
  const { resourceType, status, type, subject, author, context } = document;
  return {
    resourceType,
    status,
    ...(document.docStatus && { docStatus: document.docStatus }),
    ...(type && { type }),
    ...(subject && { subject }),
    ...(author && { author }),
    content: content.map(({ attachment: { contentType, data, title, creation } }) => ({
      attachment: {
        ...(contentType !== undefined && { contentType }),
        ...(data !== undefined && { data }),
        ...(title !== undefined && { title }),
        ...(creation !== undefined && { creation }),
      },
    })),
    ...(context && { context }),
  };
}

/**
 * Source: as `src/fhir/document-profile.ts`. Where the makers' pages leave open whether an element is kept, these servers drop it: an
 * app that manages here manages there.
 */
export const SERVERS: Readonly<Record<ServerProfileName, ServerProfile>> = {
  full: {
    conditionalCreate: true,
    updates: true,
    deletes: true,
    identifierSearch: 'answered',
    returnsWritten: true,
    location: 'absolute',
    etag: true,
    keepsFilesApart: false,
    refusal: () => null,
    keeps: (document) => document,
  },
  epic: {
    conditionalCreate: false,
    updates: false,
    deletes: false,
    identifierSearch: 'ignored',
    returnsWritten: false,
    location: 'relative',
    etag: false,
    keepsFilesApart: true,
    refusal: refusedByEpic,
    keeps: keptByEpic,
  },
  oracle: {
    conditionalCreate: false,
    updates: true,
    deletes: false,
    identifierSearch: 'refused',
    returnsWritten: false,
    location: 'absolute',
    etag: true,
    keepsFilesApart: true,
    refusal: refusedByOracle,
    keeps: keptByOracle,
  },
};
