import type { CalendarDate } from './calendar-date.ts';
import type { EntityId } from './entity.ts';

/** A patient organisation, printed on the word of the hospital that approved the release, or that keeps its own list (D7). */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** As a person types it: "sarcomen.nl". */
  readonly address: string;
  /** When the hospital looked at a row of its own list; a row of the release has the date of the approval. */
  readonly checkedOn?: CalendarDate;
  readonly entities: readonly EntityId[];
}

/** An expertise centre from a row that the hospital has checked itself; whether its time has run out is asked of the date. */
export interface Centre {
  readonly name: string;
  readonly city: string;
  readonly entities: readonly EntityId[];
  readonly checkedOn: CalendarDate;
  /** End of the recognition; null when it names none. */
  readonly recognisedUntil: CalendarDate | null;
  /** The hospital that makes the booklet is this centre. */
  readonly here: boolean;
}

/** Centres and organisations. Centres come from the hospital's own file only; the release ships none (D7). */
export interface Directory {
  readonly organisations: readonly Organisation[];
  readonly centres: readonly Centre[];
}

/** What became of one list of the hospital: a faulty row is left out, and said; the rest works (D7, F60). */
export interface ListReport {
  readonly file: string;
  /** Rows that may be printed. */
  readonly used: number;
  /** Rows that nobody has checked yet. */
  readonly unchecked: number;
  /** Each a sentence with line and column. */
  readonly faults: readonly string[];
  /** Rows whose time has run out: not printed, each a sentence with its line. */
  readonly lapsed: readonly string[];
  /** Rows whose time soon runs out. */
  readonly warnings: readonly string[];
}

/** Whether `today` lies within the 12 months after a day on which somebody vouched for something (D7). */
export function withinTerm(vouchedOn: CalendarDate, today: CalendarDate): boolean {
  return vouchedOn <= today && withinTermAfter(vouchedOn, today);
}

/** Whether `today` is no later than 12 months after a day; before it nothing has lapsed either. */
export function withinTermAfter(day: CalendarDate, today: CalendarDate): boolean {
  // As text: an anniversary of 29 February is then the last day before 1 March.
  return today <= `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

/** Whether a centre may be named: until the end of its recognition, and no longer than 12 months after it was checked (D7, F60). */
export function centreValidOn(centre: Centre, today: CalendarDate): boolean {
  const recognised = centre.recognisedUntil === null || today <= centre.recognisedUntil;
  return recognised && withinTerm(centre.checkedOn, today);
}
