import type { Approval } from './approval.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { DocumentLabel } from './document-label.ts';
import type { EntityId } from './entity.ts';
import type { PatientRecord } from './patient.ts';

/** The two identifiers of a booklet in the chart (D23), and the short number that is printed. */
export interface DocumentIdentity {
  /** UUIDv5 over issuer, patient and "route": finds every Route document of the patient. */
  readonly routeId: string;
  /** UUIDv5 over the stable one, entity and version number. */
  readonly versionId: string;
  readonly version: number;
  /** Printed on the back, taken from `versionId`: "3F2A-91BC". */
  readonly number: string;
}

/** A Route document that stands in the chart already. */
export interface StoredDocument {
  readonly id: string;
  readonly entity: EntityId | null;
  /** Null when the document does not say (another installation, or made by hand). */
  readonly version: number | null;
  readonly status: 'current' | 'superseded' | 'entered-in-error';
  /** FHIR instant as recorded. */
  readonly date: string | null;
  readonly author: string | null;
  /** Which texts it was made from; null when the document does not say (D21). */
  readonly knowledgeVersion: string | null;
}

/** What the chart holds of this patient's Route documents; not read is not none. */
export type DocumentSearch =
  { readonly kind: 'read'; readonly documents: readonly StoredDocument[] } | { readonly kind: 'not-read' };

/** What a chart takes: the booklet as PDF, or the same words as plain text (D13). */
export type FileFormat = 'pdf' | 'text';

/** The file of a stored booklet. `damaged`: it is not what the chart says of it, so it is not handed on. */
export type StoredFile =
  | { readonly kind: 'read'; readonly format: FileFormat; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'not-read' }
  | { readonly kind: 'damaged' };

/** A booklet on its way to the chart. The bytes are those that were shown; text is UTF-8. */
export interface DocumentDraft {
  readonly identity: DocumentIdentity;
  readonly entity: EntityId;
  /** As shown while it was made; who stands in the chart when it is written must be the same person (F65). */
  readonly patient: PatientRecord;
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
  readonly title: string;
  /** What it says of itself where a chart keeps no identifiers; a text ends with it. */
  readonly label: DocumentLabel;
  readonly description: string;
  readonly language: string;
  readonly knowledgeVersion: string;
  /** FHIR instant: when the clinician saved. */
  readonly date: string;
  readonly author: { readonly reference: string; readonly name: string };
  readonly encounterId: string | null;
  /** Ids of documents that this one replaces, by the clinician's word. */
  readonly replaces: readonly string[];
}

/** How a write ended. Nothing is called written that was not read back (rule 4, F59, F62, F63). */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly id: string; readonly sha1: string }
  /** Stored, but not as shown: hash, subject or status differ. */
  | { readonly kind: 'differs'; readonly id: string }
  /** The answer was lost and the chart does not tell. */
  | { readonly kind: 'unknown' }
  /** Not stored, certain; it may be tried again. */
  | { readonly kind: 'not-written'; readonly why: 'unreachable' | 'busy' }
  /** The server said no. `issues` are codes and expressions for the help desk, never diagnostics. */
  | { readonly kind: 'refused'; readonly status: number; readonly issues: readonly string[] }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'session-ended' }
  /** The chart now says another patient (F30, F65). */
  | { readonly kind: 'wrong-patient' }
  /** A document of this version appeared meanwhile. */
  | { readonly kind: 'exists'; readonly documents: readonly StoredDocument[] };

/** A stored booklet to be given another status: taken back, or replaced by a newer one. */
export interface DocumentMark {
  readonly id: string;
  readonly status: 'entered-in-error' | 'superseded';
  /** As shown; who stands in the chart when it is written must be the same person (F65). */
  readonly patient: PatientRecord;
}

/** How marking a stored booklet ended: as entered in error, or as superseded. Nothing is called marked that was not read back. */
export type MarkOutcome =
  | { readonly kind: 'marked' }
  /** The document was changed by another since it was read: to be looked at again. */
  | { readonly kind: 'changed' }
  /** The server, or its rights, do not let an app do this. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-written' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'session-ended' }
  | { readonly kind: 'wrong-patient' };

/** The version for a new booklet about this entity: the highest stored one plus one (D23). */
export function nextVersion(documents: readonly StoredDocument[], entity: EntityId): number {
  const versions = documents.filter((document) => document.entity === entity).map((document) => document.version ?? 0);
  return Math.max(0, ...versions) + 1;
}

/** How the chart lists the booklet. Nothing is saved without an approval (D20), so there is always someone to name. */
export function descriptionOf(version: number, { name }: Approval): string {
  return `Route zeldzame kanker, versie ${version}, nagekeken door ${name}`;
}

/** What a file holds, as its name tells: the booklet itself, or something made beside it. */
export type FileKind = 'booklet' | 'large' | 'folded' | 'text' | 'sheet' | 'stored' | 'storedText';

const FILE_NAMES: Readonly<Record<FileKind, readonly [before: string, after: string]>> = {
  booklet: ['jouw-route-', '.pdf'],
  large: ['jouw-route-', '-grote-letters.pdf'],
  folded: ['jouw-route-', '-vouwen.pdf'],
  text: ['jouw-route-', '.txt'],
  sheet: ['blad-bedrijfsarts-', '.pdf'],
  stored: ['jouw-route-', '-uit-dossier.pdf'],
  storedText: ['jouw-route-', '-uit-dossier.txt'],
};

/** Name of a file made on a day: neutral, without the patient's name or disease (F42). */
export function fileNameOf(date: CalendarDate, kind: FileKind = 'booklet'): string {
  const [before, after] = FILE_NAMES[kind];
  return `${before}${date}${after}`;
}
