import { addDays, daysBetween, type CalendarDate } from '../calendar-date.ts';

/** Days on which the patient was fully recovered, the first and the last of them included. */
export interface Recovery {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Ill again after a recovery that does not count. */
export interface Resumption {
  readonly recovery: Recovery;
  /** Day 1 of week 1 from then on, as if the illness had not been interrupted. */
  readonly countedFrom: CalendarDate;
}

/** A sick leave whose weeks are counted. */
export interface SickLeave {
  /** Day 1 of week 1 of the count that runs. */
  readonly firstSickDay: CalendarDate;
  /** In order; each moves the dates that had not come by then. */
  readonly resumed: readonly Resumption[];
  /** The recovery after which the count started again. */
  readonly startedAgain: Recovery | null;
}

const NEW_COUNT_AFTER = 28;
const DAYS_A_WEEK = 7;

/**
 * The count of a sick leave with the recoveries in it.
 *
 * Shape:  recoveries in order, each after a sick day and before another, as `checkSickLeave` holds them to.
 * Units:  fewer than 28 fully recovered days are skipped, 28 or more start the count again. Working part of the hours is no
 *         recovery.
 * Source: Wet WIA art. 23 lid 3; Ziektewet art. 29 lid 5; BW art. 7:629 lid 10.
 */
export function countSickLeave(firstSickDay: CalendarDate, recoveries: readonly Recovery[]): SickLeave {
  return recoveries.reduce(recover, { firstSickDay, resumed: [], startedAgain: null });
}

function recover(leave: SickLeave, recovery: Recovery): SickLeave {
  const days = daysBetween(recovery.from, recovery.to) + 1;
  if (days >= NEW_COUNT_AFTER) return { firstSickDay: addDays(recovery.to, 1), resumed: [], startedAgain: recovery };
  const resumption = { recovery, countedFrom: addDays(countedFrom(leave), days) };
  return { ...leave, resumed: [...leave.resumed, resumption] };
}

/** The day from which the weeks of today count. */
export function countedFrom({ firstSickDay, resumed }: SickLeave): CalendarDate {
  return resumed.at(-1)?.countedFrom ?? firstSickDay;
}

/** What a typed first sick day is worth on `today`; one that is still to come is not reckoned with (F39). */
export type SickLeaveCheck =
  | { readonly kind: 'accepted'; readonly leave: SickLeave; readonly weeksSick: number }
  | { readonly kind: 'in-the-future' }
  /** Recovered before being ill, to the last day before the first, or not ill again yet. */
  | { readonly kind: 'impossible-recovery' };

/** Whole weeks since the count began, rounded down: during week n it is n - 1. */
export function checkSickLeave(
  firstSickDay: CalendarDate,
  recoveries: readonly Recovery[],
  today: CalendarDate,
): SickLeaveCheck {
  if (firstSickDay > today) return { kind: 'in-the-future' };
  if (!areBetweenSickDays(recoveries, firstSickDay, today)) return { kind: 'impossible-recovery' };
  const leave = countSickLeave(firstSickDay, recoveries);
  const weeksSick = Math.floor(daysBetween(countedFrom(leave), today) / DAYS_A_WEEK);
  return { kind: 'accepted', leave, weeksSick };
}

function areBetweenSickDays(recoveries: readonly Recovery[], firstSickDay: CalendarDate, today: CalendarDate): boolean {
  let lastSickDay = firstSickDay;
  for (const { from, to } of recoveries) {
    if (from <= lastSickDay || to < from || to >= today) return false;
    lastSickDay = addDays(to, 1);
  }
  return true;
}
