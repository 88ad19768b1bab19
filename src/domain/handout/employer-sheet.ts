import type { CalendarDate } from '../calendar-date.ts';

/**
 * The sheet that the patient may give to the bedrijfsarts: one A4, apart from the booklet. It names no disease unless the
 * patient ticked that, and never a prognosis (D36).
 */
export interface EmployerSheet {
  readonly language: 'nl';
  /** Title of the document; names no disease. */
  readonly title: string;
  readonly author: string;
  readonly date: CalendarDate;
  /** As on a booklet (D20). */
  readonly trial: string | null;
  /** For whom it is, and for whom it is not. */
  readonly heading: string;
  /** Who hands it over. */
  readonly handedOver: readonly string[];
  /** What this disease asks for at work, without its name. */
  readonly told: readonly string[];
  /** The diagnosis in a sentence, only when ticked. */
  readonly diagnosis: string | null;
  readonly fillIn: { readonly title: string; readonly fields: readonly SheetField[] };
  readonly consent: { readonly question: string; readonly yes: string; readonly no: string };
  /** Whom to ask in the hospital; null when no contact is known. */
  readonly contact: {
    readonly title: string;
    readonly condition: string;
    readonly name: string;
    readonly role: string | null;
    readonly phone: string;
  } | null;
  readonly reading: { readonly title: string; readonly references: readonly SheetReference[] };
  readonly imprint: string;
}

export interface SheetField {
  readonly label: string;
  readonly hint: string | null;
  readonly lines: number;
}

export interface SheetReference {
  readonly label: string;
  readonly url: string;
  readonly address: string;
}
