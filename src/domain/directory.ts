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

/** An expertise centre from a row that the hospital has checked and whose time has not run out. */
export interface Centre {
  readonly name: string;
  readonly city: string;
  readonly entities: readonly EntityId[];
  readonly checkedOn: CalendarDate;
}

/** Centres and organisations. */
export interface Directory {
  readonly organisations: readonly Organisation[];
  readonly centres: readonly Centre[];
}
