import type { Approval } from '../approval.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { ConfirmedDiagnosis } from '../confirmation.ts';
import type { BlockForm, BlockKind, ContentLink, EmployerSheetPlan, KortPlan, Slots } from '../content.ts';
import type { VolledigPlan } from '../volledig-plan.ts';
import type { Centre } from '../directory.ts';
import type { KeyDate, KeyWeek } from '../sick-leave/key-dates.ts';
import type { TimelineStep } from '../sick-leave/timeline-steps.ts';

/** Where the booklet is made. */
export interface Place {
  readonly hospitalName: string;
  /** Number for the evening and the weekend; null = unknown. */
  readonly emergencyPhone: string | null;
  /** Whether this hospital files a copy in the chart. */
  readonly storesCopy: boolean;
}

/** The booklet as an object with a date and a number. */
export interface BookletIdentity {
  readonly date: CalendarDate;
  readonly version: number;
  readonly number: string;
}

/** A contact that can be called. */
export interface RouteContact {
  readonly name: string;
  readonly role: string | null;
  readonly phone: string;
  readonly hours: string | null;
}

/** An organisation that may be named today, on the word of who looked at it on that day. */
export interface RouteOrganisation {
  readonly checkedOn: CalendarDate;
  readonly name: string;
  readonly url: string;
  readonly address: string;
}

/** What can be said about an expertise centre for this diagnosis (D7). */
export type CentreCase =
  | { readonly kind: 'here' }
  | { readonly kind: 'named'; readonly centres: readonly Centre[] }
  /** Checked rows exist, but the time of all has run out. */
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'unknown' };

/** A block that applies, with its sentences filled in; never without any sentence. */
export interface RouteBlock {
  readonly id: string;
  readonly kind: BlockKind;
  readonly title: string;
  readonly links: readonly ContentLink[];
  readonly text: readonly string[];
  readonly actions: readonly string[];
}

/** A block that applies, whole; never without anything to say or to write on. */
export interface FullBlock extends RouteBlock {
  readonly items: readonly string[];
  readonly strong: readonly number[];
  readonly whole: boolean;
  readonly form: BlockForm | null;
}

/** One of the things to do first. */
export interface FirstThing {
  readonly text: string;
  readonly lines: number | null;
}

/** The rows of the work timeline: with dates, by week number when no first sick day is known, or none. */
export type WorkRows =
  | { readonly kind: 'dates'; readonly rows: readonly KeyDate[] }
  | { readonly kind: 'weeks'; readonly rows: readonly KeyWeek[] }
  | { readonly kind: 'none' };

/** Every step of the work timeline, as Volledig tells it. */
export type WorkSteps =
  | { readonly kind: 'dates'; readonly steps: readonly TimelineStep[] }
  | { readonly kind: 'weeks'; readonly rows: readonly KeyWeek[] }
  | { readonly kind: 'none' };

/** The patient's route: everything that applies to this patient at this place today, in words; no order of pages yet. */
export interface Route {
  readonly diagnosis: ConfirmedDiagnosis;
  readonly place: Place;
  readonly date: CalendarDate;
  /** Only one that is about exactly this content; null = trial (D20). */
  readonly approval: Approval | null;
  readonly contact: RouteContact | null;
  readonly organisations: readonly RouteOrganisation[];
  readonly centre: CentreCase;
  /** In the words of Kort. */
  readonly blocks: ReadonlyMap<string, RouteBlock>;
  /** In the words of Volledig. */
  readonly fullBlocks: ReadonlyMap<string, FullBlock>;
  readonly firstThings: readonly FirstThing[];
  /** Opening sentences that apply, by name. */
  readonly leads: ReadonlyMap<string, string>;
  readonly work: WorkRows;
  readonly workSteps: WorkSteps;
  readonly slots: Slots;
  /** The sheet for the bedrijfsarts; null = none was asked for, or there is no employer. */
  readonly sheet: { readonly plan: EmployerSheetPlan; readonly namesDiagnosis: boolean } | null;
  /** The plan of Kort, with only the chapters that apply. */
  readonly kort: KortPlan;
  readonly volledig: VolledigPlan;
}
