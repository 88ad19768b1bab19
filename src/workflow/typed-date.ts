import { daysBetween, parseCalendarDate, parseTypedDate, type CalendarDate } from '../domain/calendar-date.ts';

/** What can be said of a day that someone typed as dd-mm-jjjj. */
export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly date: CalendarDate }
  /** Not dd-mm-jjjj, or no such month or year. */
  | { readonly kind: 'not-a-date' }
  /** The month has no such day; `last` is its last one. */
  | { readonly kind: 'no-such-day'; readonly day: number; readonly last: CalendarDate }
  | { readonly kind: 'future'; readonly date: CalendarDate };

const TYPED = /^(\d{1,2})-(\d{1,2})-(\d{4})$/;

/** Reads a typed day in the past or today. */
export function readTypedDate(text: string, today: CalendarDate): TypedDate {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  const date = parseTypedDate(typed);
  if (date !== null) return date > today ? { kind: 'future', date } : { kind: 'day', date };
  const [, day, month, year] = TYPED.exec(typed) ?? [];
  const last = month && year ? lastDayOf(year, month.padStart(2, '0')) : null;
  return last === null || Number(day) === 0 ? { kind: 'not-a-date' } : { kind: 'no-such-day', day: Number(day), last };
}

function lastDayOf(year: string, month: string): CalendarDate | null {
  for (const day of ['31', '30', '29', '28']) {
    const date = parseCalendarDate(`${year}-${month}-${day}`);
    if (date !== null) return date;
  }
  return null;
}

/** The week of sick leave that today falls in; the first seven days are week 1. */
export function sickWeek(firstSickDay: CalendarDate, today: CalendarDate): number {
  return Math.floor(daysBetween(firstSickDay, today) / 7) + 1;
}
