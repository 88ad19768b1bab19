import type { CareParticipant, Chart, ChartReading } from '../domain/chart.ts';
import type { Choices } from '../domain/choices.ts';
import type { ConfirmedDiagnosis } from '../domain/confirmation.ts';
import type { DocumentIdentity } from '../domain/document.ts';
import type { DocumentLabel } from '../domain/document-label.ts';
import type { EntityId } from '../domain/entity.ts';
import type { Lookup } from '../domain/finding.ts';
import type { Handout } from '../domain/handout/handout.ts';
import type { Edition, RenderStage } from '../domain/handout/print-order.ts';
import type { MissingLetter } from '../domain/handout/render-outcome.ts';
import type { PatientRecord } from '../domain/patient.ts';
import type { BookletRequest } from './core.ts';
import type { Documents, Retracting, Reprint, FiledFile, Saving } from './filing-state.ts';

/** Where the clinician's way through the app stands. */
export type State =
  | {
      readonly at: 'reading';
      /** Answers to an older question are ignored. */
      readonly ticket: number;
      readonly pending: readonly string[];
      readonly carry: Carry | null;
    }
  | { readonly at: 'stopped'; readonly stop: Stop; readonly ticket: number; readonly carry: Carry | null }
  | { readonly at: 'working'; readonly work: Work };

/** Why the app goes no further. `patient` stays on screen (D37), except when it may be the wrong one. */
export interface Stop {
  readonly why: StopReason;
  readonly patient: PatientRecord | null;
  /** For the help desk. */
  readonly code: string | null;
}

export type StopReason =
  | Extract<ChartReading, { kind: 'stop' }>['why']
  | 'minor'
  | 'deceased'
  | 'record-inactive'
  | 'record-replaced'
  /** Nobody touched it for as long as the site allows (F48). */
  | 'idle'
  /** Brought back by the browser out of its memory (F47). */
  | 'restored'
  /** Another patient's record was opened in this browser (F49). */
  | 'other-patient'
  | 'closed';

/** What the clinician typed and chose, kept over a second reading of the same patient (D27). */
export interface Carry {
  readonly patient: PatientRecord['id'];
  readonly age: string;
  readonly by: string;
  readonly form: Form;
}

/** A screen of the way: dossier, diagnose, invullen, bekijken, klaar; `declined` is the end without a booklet. */
export type Step = 'evidence' | 'diagnosis' | 'fill-in' | 'preview' | 'finish' | 'declined';

export interface Work {
  readonly chart: Chart;
  readonly lookup: Lookup;
  /** The screens passed, the present one last; Back takes one off. Never empty. */
  readonly trail: readonly [Step, ...Step[]];
  /** The screens gone back from, the nearest first; Forward opens them again as long as they exist. */
  readonly ahead: readonly Step[];
  /** Recorded age in years; null when the birth date does not tell. */
  readonly recordedAge: number | null;
  /** Age as typed, used only when nothing is recorded. */
  readonly age: string;
  /** The clinician's name as typed, used only when the EHR does not tell it. */
  readonly by: string;
  /** Without an EHR: the clinician says to have looked the diagnosis up. */
  readonly selfChecked: boolean;
  readonly choosing: Choosing;
  readonly confirmed: ConfirmedDiagnosis | null;
  readonly form: Form;
  readonly documents: Documents;
  /** Files of stored booklets, asked for to be printed again, by document id. */
  readonly reprints: ReadonlyMap<string, Reprint>;
  readonly retracting: Retracting;
  readonly edition: Edition;
  readonly booklet: Booklet;
  /** Made beside the shown booklet and never filed; they go when the booklet goes. */
  readonly extras: Extras;
  readonly saving: Saving;
  /** The server refused to create although it was granted: print-only from here on (F64). */
  readonly createForbidden: boolean;
  /** Where the clinician asked to go on while something was missing: only then are problems shown. */
  readonly shownProblems: 'none' | 'confirmation' | 'form';
  readonly printsOpened: number;
  /** Nobody touched the app for long: the record leaves the screen soon (F48). */
  readonly endsSoon: boolean;
  /** The last ticket given out; an answer that bears an older one is ignored. */
  readonly ticket: number;
}

/** The diagnosis screen before it is confirmed; nothing is chosen at first. */
export interface Choosing {
  readonly query: string;
  readonly entity: EntityId | null;
  /** The name for the patient as changed by the clinician; null = as on the list. */
  readonly name: string | null;
}

export type ContactAnswer =
  | { readonly kind: 'user' }
  | { readonly kind: 'participant'; readonly person: CareParticipant }
  | { readonly kind: 'someone-else' }
  | { readonly kind: 'unknown' };

/** The fill-in screen as typed and chosen. `choices` follows from it at every change. */
export interface Form {
  readonly contact: ContactAnswer | null;
  readonly department: string | null;
  /** Name of the patient for the cover, typed where no chart tells it. */
  readonly coverName: string;
  /** Name of someone else. */
  readonly name: string;
  readonly phone: string;
  readonly hours: string;
  /** First sick day as typed. */
  readonly sickDay: string;
  /** Last day of a temporary contract as typed. */
  readonly contractEnd: string;
  /** First and last day of a full recovery as typed. */
  readonly recoveredFrom: string;
  readonly recoveredTo: string;
  readonly choices: Choices;
  /** Whether a centre of the hospital's list is named. */
  readonly namesCentre: boolean;
  /** Whether the booklet says that the chart holds a copy. */
  readonly storesCopy: boolean;
  /** What happens to a booklet that stands in the chart already, by document id (D23). */
  readonly stored: ReadonlyMap<string, StoredAnswer>;
}

export type StoredAnswer = 'replace' | 'stay';

export type Booklet =
  | { readonly kind: 'none' }
  /** Asked for, but the chart has not yet said which version it will be. */
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'making';
      readonly ticket: number;
      readonly identity: DocumentIdentity;
      readonly request: BookletRequest;
      /** What the document will say of itself where a chart keeps no identifiers. */
      readonly label: DocumentLabel;
      /** Null until the maker says what it is busy with. */
      readonly stage: RenderStage | null;
    }
  | {
      readonly kind: 'made';
      readonly about: BookletTitle;
      readonly identity: DocumentIdentity;
      /** What it was made from: anything beside it is made from the same. */
      readonly request: BookletRequest;
      readonly label: DocumentLabel;
      /** What goes to the chart: this PDF, or its words as text. */
      readonly filed: FiledFile;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly pages: number;
      readonly sha1: string;
    }
  | { readonly kind: 'does-not-fit'; readonly where: string }
  | { readonly kind: 'missing-letters'; readonly letters: readonly MissingLetter[] }
  | { readonly kind: 'failed'; readonly why: 'engine' | 'font' };

/** Beside the booklet: folded for a stapler, plain text for a chart that takes no PDF, the sheet for the bedrijfsarts. */
export type ExtraKind = 'folded' | 'text' | 'sheet';
export type Extras = Readonly<Partial<Record<ExtraKind, Extra>>>;

export type Extra =
  | { readonly kind: 'making'; readonly ticket: number }
  | { readonly kind: 'made'; readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number }
  | { readonly kind: 'failed' };

/** What the document says of itself to the chart. */
export type BookletTitle = Pick<Handout, 'title' | 'language'>;

/** A write is on its way: who leaves now would not learn how it ended. */
export function isWriting({ saving, retracting }: Work): boolean {
  const marking = saving.kind === 'written' && [...saving.older.values()].includes('marking');
  return saving.kind === 'sending' || saving.kind === 'looking' || marking || retracting.kind === 'sending';
}

/** The screen that the clinician is on. */
export function stepOf(work: Work): Step {
  return work.trail.at(-1) ?? 'evidence';
}

/** A booklet that exists only here: leaving loses it. */
export function hasUnsavedBooklet(state: State): boolean {
  return state.at === 'working' && state.work.booklet.kind === 'made' && state.work.saving.kind !== 'written';
}

const LOCKED: ReadonlySet<Saving['kind']> = new Set([
  'sending',
  'looking',
  'unknown',
  'session-ended',
  'differs',
  'written',
]);

/** From the moment of sending nothing may change under the document; a new version is a new start. */
export function isLocked(work: Work): boolean {
  return LOCKED.has(work.saving.kind);
}
