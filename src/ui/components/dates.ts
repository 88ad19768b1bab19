import { parseCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts';
import type { Locale } from '../../locales/messages.ts';

const TAGS = { nl: 'nl-NL', en: 'en-GB' } as const;

/** "12 okt 2026" */
export function dayInWords(date: CalendarDate, locale: Locale): string {
  return inWords(date, locale, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "maandag 14 september 2026" */
export function dayInFull(date: CalendarDate, locale: Locale): string {
  return inWords(date, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "september" */
export function monthInWords(date: CalendarDate, locale: Locale): string {
  return inWords(date, locale, { month: 'long' });
}

/** dd-mm-jjjj, as it is typed. */
export function dayAsTyped(date: CalendarDate): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** A FHIR date or dateTime, as precise as it was recorded. The day is the one that was written down, in whatever time zone. */
export function recordedDay(recorded: string, locale: Locale): string {
  const day = parseCalendarDate(recorded.slice(0, 10));
  if (day !== null) return dayInWords(day, locale);
  const month = /^\d{4}-\d{2}$/.test(recorded) ? parseCalendarDate(`${recorded}-01`) : null;
  return month === null ? recorded : inWords(month, locale, { month: 'short', year: 'numeric' });
}

/** "25 nov 2026 om 14.32 uur", in the time zone of the workstation. */
export function momentInWords(instant: string, locale: Locale): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  const day = moment.toLocaleDateString(TAGS[locale], { day: 'numeric', month: 'short', year: 'numeric' });
  const time = moment.toLocaleTimeString(TAGS[locale], { hour: '2-digit', minute: '2-digit' });
  return locale === 'nl' ? `${day} om ${time.replace(':', '.')} uur` : `${day}, ${time}`;
}

function inWords(date: CalendarDate, locale: Locale, shape: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TAGS[locale], { ...shape, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
