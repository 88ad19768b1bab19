import type { CalendarDate } from '../../domain/calendar-date.ts';
import { dayAsTyped, dayInFull, monthInWords } from './dates.ts';
import { useLanguage, type Speech } from './language.tsx';
import { TextField } from './text-field.tsx';

/** What the typed text turned out to be. */
export type DateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly date: CalendarDate }
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'no-such-day'; readonly day: number; readonly last: CalendarDate }
  | { readonly kind: 'future'; readonly date: CalendarDate };

interface DateFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly reading: DateReading;
  /** Week of sick leave of today, for the echo; null where the day begins no count. */
  readonly week: number | null;
  /** Off while someone is still typing. */
  readonly showError: boolean;
  readonly onType: (text: string) => void;
}

const FULL_LENGTH = 10;
/** After two years of illness no date of the work chapter is still to come: more likely the year is a slip. */
const LAST_WEEK = 104;

/**
 * A day typed as dd-mm-jjjj, said back with its weekday. Not `<input type="date">`: that follows the browser's language and shows
 * mm/dd/yyyy to a Dutch clinician on an English workstation (rule 7).
 */
export function DateField({ id, label, hint, text, reading, week, showError, onType }: DateFieldProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const echo = reading.kind === 'day' ? echoOf(dayInFull(reading.date, locale), week, say) : null;
  // A day that is typed out whole can be judged at once; half a day cannot, nor half the name of a month.
  const judged = showError || (text.trim().length >= FULL_LENGTH && !/\p{L}/u.test(text));
  return (
    <TextField
      id={id}
      label={label}
      hint={hint}
      value={text}
      inputMode="numeric"
      className="date"
      error={judged ? dateError(reading, language) : null}
      echo={echo}
      onType={onType}
    />
  );
}

function echoOf(date: string, week: number | null, say: Speech['say']): string {
  if (week === null) return date;
  return say(week > LAST_WEEK ? 'date.longAgo' : 'date.echo', { date, week });
}

/** The sentence for a day that cannot be used; null when it can. */
export function dateError(reading: DateReading, { say, locale }: Pick<Speech, 'say' | 'locale'>): string | null {
  switch (reading.kind) {
    case 'empty':
    case 'day':
      return null;
    case 'no-such-day':
      return say('date.no-such-day', {
        day: reading.day,
        month: monthInWords(reading.last, locale),
        suggestion: dayAsTyped(reading.last),
      });
    case 'not-a-date':
    case 'future':
      return say(`date.${reading.kind}`);
  }
}
