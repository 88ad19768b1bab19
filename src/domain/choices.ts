import type { CalendarDate } from './calendar-date.ts';
import type { Recovery } from './sick-leave/sick-leave.ts';

/** Names of the content map (D42). */
export const WORK_STATUSES = [
  'employee',
  'temporary',
  'ziektewet',
  'self_employed',
  'student',
  'none',
  'retired',
] as const;
export type WorkStatus = (typeof WORK_STATUSES)[number];

/** The vast aanspreekpunt as printed. Without a name and a phone number the booklet has writing lines instead. */
export interface Contact {
  readonly name: string;
  readonly role: string | null;
  readonly phone: string | null;
  readonly hours: string | null;
}

/**
 * What the clinician chose for this booklet. What could hurt starts as no or unknown and is never derived (D22): no default
 * here is ever taken from the chart.
 */
export interface Choices {
  readonly contact: Contact | null;
  readonly work: {
    /** Whether the booklet has the work chapter. */
    readonly include: boolean;
    readonly status: WorkStatus | null;
    readonly firstSickDay: CalendarDate | null;
    /** Times of full recovery since then, in order. */
    readonly recovered: readonly Recovery[];
    /** Works part of the hours again, which is no recovery. */
    readonly partTime: boolean;
    /** Last day of a temporary contract. */
    readonly contractEnd: CalendarDate | null;
    /** Whether the patient gets a loose sheet for the bedrijfsarts. */
    readonly shareSheet: boolean;
    /** Whether that sheet names the diagnosis: only when the patient wants it (D36). */
    readonly diagnosisOnSheet: boolean;
  };
  readonly metastasised: 'yes' | 'no' | 'unknown';
  readonly subtypeUnclear: boolean;
  readonly fewOptions: boolean;
  readonly nonePlanned: boolean;
  readonly palliative: boolean;
  readonly earlyWia: boolean;
  readonly stopWorking: boolean;
  readonly nameOnCover: boolean;
}

export const NO_CHOICES: Choices = {
  contact: null,
  work: {
    include: false,
    status: null,
    firstSickDay: null,
    recovered: [],
    partTime: false,
    contractEnd: null,
    shareSheet: false,
    diagnosisOnSheet: false,
  },
  metastasised: 'unknown',
  subtypeUnclear: false,
  fewOptions: false,
  nonePlanned: false,
  palliative: false,
  earlyWia: false,
  stopWorking: false,
  nameOnCover: false,
};
