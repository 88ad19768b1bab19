import type { CalendarDate } from './calendar-date.ts';
import type { EntityId } from './entity.ts';

/** A patient organisation of the release, printed on the word of the hospital that approved the list (D7). */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** As a person types it: "sarcomen.nl". */
  readonly address: string;
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

/** Whether `today` lies within the 12 months after a day on which somebody vouched for something (D7). */
export function withinTerm(vouchedOn: CalendarDate, today: CalendarDate): boolean {
  // As text: an anniversary of 29 February is then the last day before 1 March.
  const anniversary = `${Number(vouchedOn.slice(0, 4)) + 1}${vouchedOn.slice(4)}`;
  return vouchedOn <= today && today <= anniversary;
}

/** Whether a centre may be named: until the end of its recognition, and no longer than 12 months after it was checked (D7, F60). */
export function centreValidOn(centre: Centre, today: CalendarDate): boolean {
  const recognised = centre.recognisedUntil === null || today <= centre.recognisedUntil;
  return recognised && withinTerm(centre.checkedOn, today);
}
