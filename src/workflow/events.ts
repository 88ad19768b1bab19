import type { SickLeaveField } from './sick-leave-form.ts';
import type { Choices, WorkStatus } from '../domain/choices.ts';
import type {
  DocumentDraft,
  DocumentMark,
  DocumentSearch,
  MarkOutcome,
  StoredFile,
  WriteOutcome,
} from '../domain/document.ts';
import type { DocumentLabel } from '../domain/document-label.ts';
import type { EntityId } from '../domain/entity.ts';
import type { BookletRequest } from './core.ts';
import type { ChartReading } from '../domain/chart.ts';
import type { Edition, Letters, RenderStage } from '../domain/handout/print-order.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';
import type { FiledFile } from './filing-state.ts';
import type { BookletTitle, ContactAnswer, ExtraKind, Form, State, StoredAnswer, Work } from './state.ts';

/** What the clinician does, and what the outside answers. */
export type WorkflowEvent = ClinicianEvent | AnswerEvent;

export type ClinicianEvent =
  | { readonly kind: 'read-again' }
  | { readonly kind: 'age-typed'; readonly text: string }
  | { readonly kind: 'clinician-typed'; readonly text: string }
  /** The one button of the dossier screen: "Bevestig: …". */
  | { readonly kind: 'sole-finding-confirmed' }
  | { readonly kind: 'diagnosis-screen-opened' }
  | { readonly kind: 'query-typed'; readonly text: string }
  | { readonly kind: 'entity-chosen'; readonly entity: EntityId }
  | { readonly kind: 'name-typed'; readonly text: string }
  | { readonly kind: 'self-checked'; readonly on: boolean }
  | { readonly kind: 'choice-confirmed' }
  | { readonly kind: 'booklet-declined' }
  | { readonly kind: 'contact-chosen'; readonly contact: ContactAnswer }
  | { readonly kind: 'contact-typed'; readonly field: 'name' | 'phone' | 'hours' | 'coverName'; readonly text: string }
  | { readonly kind: 'department-chosen'; readonly department: string }
  | { readonly kind: 'work-changed'; readonly change: WorkChange }
  | { readonly kind: 'sick-leave-typed'; readonly field: SickLeaveField; readonly text: string }
  | { readonly kind: 'choice-changed'; readonly change: ChoiceChange }
  | { readonly kind: 'stored-answered'; readonly id: string; readonly answer: StoredAnswer }
  | { readonly kind: 'reprint-asked'; readonly id: string }
  | { readonly kind: 'retract-asked'; readonly id: string }
  | { readonly kind: 'retract-declined' }
  | { readonly kind: 'retract-confirmed' }
  | { readonly kind: 'address-choice'; readonly change: AddressChange }
  | { readonly kind: 'fill-in-opened' }
  | { readonly kind: 'preview-asked' }
  | { readonly kind: 'edition-chosen'; readonly edition: Partial<Edition> }
  | { readonly kind: 'making-cancelled' }
  | { readonly kind: 'extra-asked'; readonly extra: ExtraKind }
  | { readonly kind: 'search-again' }
  | { readonly kind: 'print-opened' }
  | { readonly kind: 'save-asked' }
  | { readonly kind: 'save-declined' }
  | { readonly kind: 'save-confirmed' }
  | { readonly kind: 'look-up-asked' }
  | { readonly kind: 'new-version-asked' }
  /** Back to an earlier screen; `depth` counts the screens before it. */
  | { readonly kind: 'went-back'; readonly depth: number }
  | { readonly kind: 'went-forward'; readonly depth: number }
  | { readonly kind: 'closed' };

export type WorkChange = Partial<{
  include: boolean;
  status: WorkStatus;
  partTime: boolean;
  shareSheet: boolean;
  diagnosisOnSheet: boolean;
}>;
export type ChoiceChange = Partial<Omit<Choices, 'contact' | 'work'>>;

/** What is said of places and copies: filled in by the site, changed by the clinician. */
export type AddressChange = Partial<Pick<Form, 'namesCentre' | 'storesCopy'>>;

export type AnswerEvent =
  | { readonly kind: 'started' }
  /** Nobody touched the app for long, or somebody is there again (F48). */
  | { readonly kind: 'left-alone'; readonly alone: boolean }
  /** The record may stay on this screen no longer (F47, F48, F49). */
  | { readonly kind: 'session-left'; readonly why: 'idle' | 'restored' | 'other-patient' }
  | { readonly kind: 'still-reading'; readonly ticket: number; readonly kinds: readonly string[] }
  | { readonly kind: 'chart-read'; readonly ticket: number; readonly reading: ChartReading }
  | { readonly kind: 'documents-found'; readonly ticket: number; readonly search: DocumentSearch }
  | { readonly kind: 'stored-file-read'; readonly id: string; readonly ticket: number; readonly file: StoredFile }
  | { readonly kind: 'render-stage'; readonly ticket: number; readonly stage: RenderStage }
  | {
      readonly kind: 'extra-made';
      readonly extra: ExtraKind;
      readonly ticket: number;
      readonly made: { readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number } | null;
    }
  | {
      readonly kind: 'booklet-rendered';
      readonly ticket: number;
      readonly outcome: RenderOutcome;
      readonly about: BookletTitle | null;
      /** The note for a chart that takes text; null where the PDF itself is filed, or nothing was made. */
      readonly note: FiledFile | null;
    }
  | { readonly kind: 'write-ended'; readonly outcome: WriteOutcome }
  | { readonly kind: 'mark-ended'; readonly mark: Omit<DocumentMark, 'patient'>; readonly outcome: MarkOutcome };

/** What a transition asks of the outside; carried out by the ports. */
export type Effect =
  | { readonly kind: 'read-chart'; readonly ticket: number }
  | { readonly kind: 'find-documents'; readonly ticket: number }
  | { readonly kind: 'read-stored-file'; readonly id: string; readonly ticket: number }
  | {
      readonly kind: 'make-booklet';
      readonly ticket: number;
      readonly request: BookletRequest;
      readonly letters: Letters;
      /** Last line of the note for a chart that takes text; null where the PDF itself is filed. */
      readonly noteLabel: DocumentLabel | null;
    }
  | { readonly kind: 'cancel-booklet' }
  | {
      readonly kind: 'make-extra';
      readonly extra: ExtraKind;
      readonly ticket: number;
      readonly request: BookletRequest;
    }
  | { readonly kind: 'create-document'; readonly draft: DocumentDraft }
  | { readonly kind: 'look-for-document'; readonly draft: DocumentDraft }
  | { readonly kind: 'mark-document'; readonly mark: DocumentMark }
  | { readonly kind: 'end-session' };

export interface Transition {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** The same way with other work on it, and what that asks of the outside. */
export function onward(work: Work, ...effects: readonly Effect[]): Transition {
  return { state: { at: 'working', work }, effects };
}

/** Another state altogether, and what that asks of the outside. */
export function to(state: State, ...effects: readonly Effect[]): Transition {
  return { state, effects };
}
