import type { DocumentReference } from 'fhir/r4';
import type { DocumentDraft, StoredDocument } from '../domain/document.ts';
import type { PatientId } from '../domain/patient.ts';
import { toBase64 } from './attachment-bytes.ts';
import { bookletOf, identifiersOf, knowledgeVersionOf, uuidIdentifier } from './document-identifier.ts';
import { listOf, textOf } from './map-concept.ts';

/** A code with the name that goes with it. */
export interface NamedCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** How the booklet is filed at one site (D13). */
export interface DocumentSettings {
  readonly type: NamedCode;
  readonly category: NamedCode;
  /** v3 Confidentiality. */
  readonly confidentiality: 'N' | 'R' | 'V';
}

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

/**
 * Makes the document as the chart keeps it: FHIR R4, the PDF inline, its SHA-1 and size beside it.
 *
 * Units:  `sha1` is the digest of `draft.bytes`; every moment in it is `draft.date`, so that equal drafts give equal documents.
 * Source: http://hl7.org/fhir/R4/documentreference.html; `context.period.end` because Oracle Millennium requires it.
 */
export function toDocumentReference(
  draft: DocumentDraft,
  patientId: PatientId,
  sha1: Uint8Array,
  settings: DocumentSettings,
): DocumentReference {
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
          contentType: 'application/pdf',
          language: draft.language,
          data: toBase64(draft.bytes),
          size: draft.bytes.length,
          hash: toBase64(sha1),
          title: draft.title,
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

/** Relative: a server that does not know its own public address refuses an absolute one. */
function replaced(id: string): NonNullable<DocumentReference['relatesTo']>[number] {
  return { code: 'replaces', target: { reference: `DocumentReference/${id}` } };
}

/** Reads a Route document of the chart; a status outside R4 counts as current, so that it is never overlooked. */
export function mapStoredDocument(document: DocumentReference): StoredDocument {
  const { status } = document;
  return {
    id: textOf(document.id) ?? '',
    ...bookletOf(document),
    status: status === 'superseded' || status === 'entered-in-error' ? status : 'current',
    date: textOf(document.date) ?? null,
    author: textOf(listOf(document.author)[0]?.display) ?? null,
    knowledgeVersion: knowledgeVersionOf(document),
  };
}
