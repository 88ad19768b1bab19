import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { CalendarDate } from '../../domain/calendar-date.ts';

/** What a document says of itself. The date is that of the document, so that the same order gives the same bytes. */
export function documentSettings(about: {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  readonly date: CalendarDate;
}): Pick<TDocumentDefinitions, 'language' | 'info'> {
  const { title, author, subject, date } = about;
  const creationDate = new Date(`${date}T09:00:00Z`);
  return { language: 'nl-NL', info: { title, author, ...(subject === undefined ? {} : { subject }), creationDate } };
}
