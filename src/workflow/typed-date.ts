import { calendarDay, type CalendarDate } from '../domain/calendar-date.ts';

/** What can be said of a day that someone typed as dd-mm-jjjj. */
export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly date: CalendarDate }
  /** None of the ways to write a day, or no such month or year. */
  | { readonly kind: 'not-a-date' }
  /** The month has no such day; `last` is its last one. */
  | { readonly kind: 'no-such-day'; readonly day: number; readonly last: CalendarDate }
  | { readonly kind: 'future'; readonly date: CalendarDate };

/** As asked for, dd-mm-jjjj, and as people write a day beside it: 14/9/26, 140926, 14 september 2026. */
const WITH_NUMBERS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;
const IN_ONE = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;
const WITH_A_WORD = /^(\d{1,2})[-. ]*([a-z]{3,9})[-. ]*(\d{4}|\d{2})$/;

/** First letters of the months, in Dutch and in English: enough to tell them apart. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb'],
  ['mrt', 'maa', 'mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec'],
];
const THIS_CENTURY = 2000;

interface DayNumbers {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** Reads a typed day in the past or today. */
export function readTypedDate(text: string, today: CalendarDate): TypedDate {
  const read = readAnyDate(text);
  return read.kind === 'day' && read.date > today ? { kind: 'future', date: read.date } : read;
}

/** Reads a typed day, also one to come. A year of two digits is one of this century. */
export function readAnyDate(text: string): Exclude<TypedDate, { kind: 'future' }> {
  const typed = text.trim().toLowerCase();
  if (typed === '') return { kind: 'empty' };
  const numbers = numbersOf(typed);
  if (numbers === null) return { kind: 'not-a-date' };
  const { day, month, year } = numbers;
  const date = calendarDay(year, month, day);
  if (date !== null) return { kind: 'day', date };
  const last = day === 0 ? null : lastDayOf(year, month);
  return last === null ? { kind: 'not-a-date' } : { kind: 'no-such-day', day, last };
}

function numbersOf(typed: string): DayNumbers | null {
  const [, day, month, year] = WITH_NUMBERS.exec(typed) ?? IN_ONE.exec(typed) ?? WITH_A_WORD.exec(typed) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  return {
    day: Number(day),
    month: /\d/.test(month) ? Number(month) : MONTHS.findIndex((names) => names.includes(month.slice(0, 3))) + 1,
    year: Number(year) + (year.length === 2 ? THIS_CENTURY : 0),
  };
}

function lastDayOf(year: number, month: number): CalendarDate | null {
  for (const day of [31, 30, 29, 28]) {
    const date = calendarDay(year, month, day);
    if (date !== null) return date;
  }
  return null;
}
