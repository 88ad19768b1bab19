import type { DocumentReference } from 'fhir/r4';
import { writeLabel, type DocumentLabel } from '../domain/document-label.ts';
import type { DocumentDraft, StoredDocument } from '../domain/document.ts';
import type { PatientId } from '../domain/patient.ts';
import { toBase64 } from './attachment-bytes.ts';
import { bookletOf, identifiersOf, knowledgeVersionOf, uuidIdentifier } from './document-identifier.ts';
import { PROFILES, type DocumentProfile } from './document-profile.ts';
import type { ProfileName } from './profile-name.ts';
import { listOf, textOf } from './map-concept.ts';

/** A code with the name that goes with it. */
export interface NamedCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** How the booklet is filed at one site (D13). */
export interface DocumentSettings {
  /** What the server takes and can do. */
  readonly profile: ProfileName;
  readonly type: NamedCode;
  readonly category: NamedCode;
  /** v3 Confidentiality. */
  readonly confidentiality: 'N' | 'R' | 'V';
}

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

/**
 * Makes the document as it is sent: FHIR R4, the file inline, its SHA-1 and size beside it; only the elements that this kind of
 * server takes.
 *
 * Units:  `sha1` is the digest of `draft.bytes`; every moment in it is `draft.date`, so that equal drafts give equal documents.
 * Source: http://hl7.org/fhir/R4/documentreference.html; the servers as in `document-profile.ts`.
 */
export function toDocumentReference(
  draft: DocumentDraft,
  patientId: PatientId,
  sha1: Uint8Array,
  settings: DocumentSettings,
): DocumentReference {
  const profile = PROFILES[settings.profile];
  return asTaken(wholeDocument(draft, patientId, { sha1, settings }), profile);
}

function wholeDocument(
  draft: DocumentDraft,
  patientId: PatientId,
  { sha1, settings }: { readonly sha1: Uint8Array; readonly settings: DocumentSettings },
): DocumentReference {
  const profile = PROFILES[settings.profile];
  return {
    resourceType: 'DocumentReference',
    masterIdentifier: uuidIdentifier(draft.identity.versionId),
    identifier: identifiersOf(draft),
    status: 'current',
    docStatus: 'final',
    type: { coding: [settings.type], text: draft.title },
    category: [{ coding: [settings.category] }],
    subject: { reference: `Patient/${patientId}` },
    date: draft.date,
    author: [{ reference: draft.author.reference, display: draft.author.name }],
    ...(draft.replaces.length > 0 && { relatesTo: draft.replaces.map(replaced) }),
    description: draft.description,
    securityLabel: [{ coding: [{ system: CONFIDENTIALITY, code: settings.confidentiality }] }],
    content: [
      {
        attachment: {
          contentType: draft.format === 'pdf' ? 'application/pdf' : profile.text,
          language: draft.language,
          data: toBase64(draft.bytes),
          size: draft.bytes.length,
          hash: toBase64(sha1),
          title: profile.knownBy === 'label' ? writeLabel(draft.label) : draft.title,
          creation: draft.date,
        },
      },
    ],
    context: {
      ...(draft.encounterId !== null && { encounter: [{ reference: `Encounter/${draft.encounterId}` }] }),
      period: { start: draft.date, end: draft.date },
    },
  };
}

/** Leaves out what the server would ignore, or refuse the whole document for. */
function asTaken(document: DocumentReference, { sends }: DocumentProfile): DocumentReference {
  if (sends === null) return document;
  const { context: whole = {}, ...rest } = pick(document, sends.document);
  const context = pick(whole, sends.context);
  return {
    ...rest,
    // FHIR knows no empty elements.
    ...(Object.keys(context).length > 0 && { context }),
    content: document.content.map(({ attachment }) => ({ attachment: pick(attachment, sends.attachment) })),
  };
}

/** What is required is always among the keys. */
function pick<Whole extends object>(whole: Whole, keys: readonly (keyof Whole)[]): Whole {
  const entries = Object.entries(whole).filter(([key]) => keys.includes(key as keyof Whole));
  return Object.fromEntries(entries) as Whole;
}

/** Relative: a server that does not know its own public address refuses an absolute one. */
function replaced(id: string): NonNullable<DocumentReference['relatesTo']>[number] {
  return { code: 'replaces', target: { reference: `DocumentReference/${id}` } };
}

/** When it was saved, by whatever of it the server keeps. */
function whenOf({ date, content, context }: DocumentReference): string | null {
  const creation = listOf(listOf(content).map(({ attachment }) => attachment))[0]?.creation;
  return textOf(date) ?? textOf(creation) ?? textOf(context?.period?.end) ?? null;
}

/** Reads a Route document of the chart; a status outside R4 counts as current, so that it is never overlooked. */
export function mapStoredDocument(document: DocumentReference, label: DocumentLabel | null): StoredDocument {
  const { status } = document;
  return {
    id: textOf(document.id) ?? '',
    ...(label === null ? bookletOf(document) : { entity: label.entity, version: label.version }),
    status: status === 'superseded' || status === 'entered-in-error' ? status : 'current',
    date: whenOf(document),
    author: textOf(listOf(document.author)[0]?.display) ?? null,
    knowledgeVersion: label === null ? knowledgeVersionOf(document) : label.knowledgeVersion,
  };
}
