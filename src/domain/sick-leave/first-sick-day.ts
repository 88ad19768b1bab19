import { addDays, daysBetween, type CalendarDate } from '../calendar-date.ts';

/** What a typed first sick day is worth on `today`; one that is still to come is not reckoned with (F39). */
export type FirstSickDayCheck =
  { readonly kind: 'accepted'; readonly weeksSick: number } | { readonly kind: 'in-the-future' };

/** Whole weeks since the first sick day, rounded down: during week n it is n - 1. */
export function checkFirstSickDay(firstSickDay: CalendarDate, today: CalendarDate): FirstSickDayCheck {
  const days = daysBetween(firstSickDay, today);
  return days < 0 ? { kind: 'in-the-future' } : { kind: 'accepted', weeksSick: Math.floor(days / 7) };
}

/** One spell of illness, first and last day included; `to` is null while it lasts. */
export interface SickSpell {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

const NEW_COUNT_AFTER = 28;

/**
 * The day from which the weeks of the last spell count, as if the illness had not been interrupted.
 *
 * Shape:  spells in order, not overlapping, at least one; all but the last have ended.
 * Units:  fully recovered days between two spells; fewer than 28 are skipped, 28 or more start the count again.
 * Source: Wet WIA art. 23 lid 3; BW art. 7:629 lid 10.
 */
export function countingFrom(first: SickSpell, ...later: readonly SickSpell[]): CalendarDate {
  let start = first.from;
  let ended = first.to;
  for (const spell of later) {
    const recovered = ended === null ? 0 : daysBetween(ended, spell.from) - 1;
    start = recovered >= NEW_COUNT_AFTER ? spell.from : addDays(start, recovered);
    ended = spell.to;
  }
  return start;
}
