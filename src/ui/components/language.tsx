import { createContext, useContext, type ReactNode } from 'react';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { message, messageParts, type Locale, type MessageKey } from '../../locales/messages.ts';
import { dayInWords, momentInWords, recordedDay } from './dates.ts';

const LanguageContext = createContext<Locale>('nl');

/** Sets the language of the screens below it. */
export function Language({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return <LanguageContext value={locale}>{children}</LanguageContext>;
}

/** Everything a screen needs to speak: texts, and dates as they are said. */
export interface Speech {
  readonly locale: Locale;
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  /** "12 okt 2026" */
  readonly day: (date: CalendarDate) => string;
  /** A FHIR date or dateTime as recorded, as precise as it is; what is no date stays as it stands. */
  readonly recorded: (date: string) => string;
  /** "25 nov 2026 om 14.32 uur" */
  readonly moment: (instant: string) => string;
}

/** The language of the screens, ready to speak. */
export function useLanguage(): Speech {
  const locale = useContext(LanguageContext);
  return {
    locale,
    say: (key, values) => message(locale, key, values),
    day: (date) => dayInWords(date, locale),
    recorded: (date) => recordedDay(date, locale),
    moment: (instant) => momentInWords(instant, locale),
  };
}

/** A message in which some values are elements: names in bold, names from the record isolated. */
export function Say({
  text,
  values,
}: {
  readonly text: MessageKey;
  readonly values: Readonly<Record<string, ReactNode>>;
}) {
  const { locale } = useLanguage();
  return messageParts(locale, text).map((part, index) =>
    'text' in part ? part.text : <span key={index}>{values[part.value]}</span>,
  );
}
