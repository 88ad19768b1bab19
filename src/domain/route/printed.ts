import type { CalendarDate } from '../calendar-date.ts';

const NO_BREAK_SPACE = '\u00A0';
const DAY = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const CONTROLS = /\p{Cc}/gu;
// What turns the direction of writing, or is not seen at all (T7). Joiners stay: some scripts spell with them.
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** A day as printed, "12 september 2027", never broken over two lines. */
export function printedDate(date: CalendarDate): string {
  return unbroken(DAY, date);
}

/** The month of a day as printed, "september 2027". */
export function printedMonth(date: CalendarDate): string {
  return unbroken(MONTH, date);
}

function unbroken(format: Intl.DateTimeFormat, date: CalendarDate): string {
  return format.format(new Date(`${date}T00:00:00Z`)).replaceAll(' ', NO_BREAK_SPACE);
}

/** Text from outside as one printable line; empty when there is none or nothing is left of it. */
export function printedText(text: string | null | undefined): string {
  return (text ?? '').replace(UNSEEN, '').replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim();
}

/** "A", "A en B", "A, B en C". */
export function printedList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} en ${last}`;
}
