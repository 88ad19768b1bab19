// What is known of booklets in the chart, and how writing them stands.
import type { DocumentDraft, FileFormat, MarkOutcome, StoredDocument, StoredFile } from '../domain/document.ts';

/** The Route documents of this patient. Not read is not none. */
export type Documents =
  | { readonly kind: 'not-searched' }
  | { readonly kind: 'searching'; readonly ticket: number }
  | { readonly kind: 'not-read' }
  | { readonly kind: 'read'; readonly documents: readonly StoredDocument[]; readonly changedMeanwhile: boolean };

/** Marking a stored booklet as entered in error: the dialog, the write, and how that ended. */
export type Retracting =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' | 'sending'; readonly id: string }
  | { readonly kind: 'ended'; readonly id: string; readonly how: RetractEnding };

/** Those outcomes that leave the clinician where he was. */
export type RetractEnding = Exclude<MarkOutcome['kind'], 'session-ended' | 'wrong-patient'>;

/** The file of a stored booklet on its way, here, or why not. */
export type Reprint = { readonly kind: 'reading'; readonly ticket: number } | StoredFile;

/** The file that goes to the chart. */
export interface FiledFile {
  readonly format: FileFormat;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Hex. */
  readonly sha1: string;
}

export type Saving =
  | { readonly kind: 'idle' }
  /** The dialog that names patient and document is open. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'sending'; readonly draft: DocumentDraft }
  /** The answer was lost (F59). `looked` = the chart was searched since and did not tell. */
  | { readonly kind: 'unknown'; readonly draft: DocumentDraft; readonly looked: boolean }
  | { readonly kind: 'looking'; readonly draft: DocumentDraft }
  | { readonly kind: 'not-written'; readonly why: 'unreachable' | 'busy' }
  | { readonly kind: 'refused'; readonly status: number; readonly issues: readonly string[] }
  | { readonly kind: 'session-ended' }
  | { readonly kind: 'differs'; readonly id: string }
  | {
      readonly kind: 'written';
      readonly id: string;
      readonly draft: DocumentDraft;
      /** What became of the booklets that it replaces, by id; empty where the app cannot change them. */
      readonly older: ReadonlyMap<string, Superseding>;
    };

/** `standing`: it is not known to be marked, so somebody has to look. */
export type Superseding = 'marking' | 'marked' | 'standing';
