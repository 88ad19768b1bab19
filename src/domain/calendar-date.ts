declare const calendarDate: unique symbol;

/** A day of the calendar, `YYYY-MM-DD`, that exists; never a moment. Years 1900 to 2199. */
export type CalendarDate = string & { readonly [calendarDate]: true };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Reads `YYYY-MM-DD`.
 *
 * Errors: null for anything that is not a day of the calendar (partial dates, 2026-02-30, text).
 */
export function parseCalendarDate(text: string): CalendarDate | null {
  const [, year, month, day] = ISO_DAY.exec(text) ?? [];
  return year && month && day ? calendarDay(Number(year), Number(month), Number(day)) : null;
}

/** The day of the calendar with these numbers; null when it does not exist. Month 1 to 12. */
export function calendarDay(year: number, month: number, day: number): CalendarDate | null {
  if (year < 1900 || year > 2199) return null;
  const moment = new Date(Date.UTC(year, month - 1, day));
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return null;
  return moment.toISOString().slice(0, 10) as CalendarDate;
}

/** Year, month (1 to 12) and day of a date. */
export function partsOf(date: CalendarDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The date `days` later (earlier when negative). UTC throughout, so that summer time never shifts a day. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(utc(date) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as CalendarDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utc(to) - utc(from)) / MILLISECONDS_A_DAY);
}

/** 0 Sunday to 6 Saturday. */
export function weekday(date: CalendarDate): number {
  return new Date(utc(date)).getUTCDay();
}

/** Age in completed years on `today`. Someone born on 29 February turns a year older on 1 March of a common year. */
export function ageOn(birthDate: CalendarDate, today: CalendarDate): number {
  const born = partsOf(birthDate);
  const now = partsOf(today);
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (hadBirthday ? 0 : 1);
}

function utc(date: CalendarDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}
