import { partsOf, type CalendarDate } from '../calendar-date.ts';

const NO_BREAK_SPACE = '\u00A0';
const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

const CONTROLS = /\p{Cc}/gu;
// What turns the direction of writing, or is not seen at all (T7). Joiners stay: some scripts spell with them.
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** A day as printed, "12 september 2027", never broken over two lines. */
export function printedDate(date: CalendarDate): string {
  return `${partsOf(date).day}${NO_BREAK_SPACE}${printedMonth(date)}`;
}

/** The month of a day as printed, "september 2027". */
export function printedMonth(date: CalendarDate): string {
  const { year, month } = partsOf(date);
  return `${MONTHS[month - 1] ?? ''}${NO_BREAK_SPACE}${year}`;
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
