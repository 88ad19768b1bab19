import type { CalendarDate } from '../calendar-date.ts';
import type { WorkStatus } from '../choices.ts';

/** How the date of a milestone follows from the first sick day (work timeline, `date_arithmetic.rules`). */
export const DATE_RULES = [
  'day',
  'end_of_week',
  'end_of_week_repeat',
  'first_working_day_after_week',
  'day_after_week',
  'around_week',
] as const;
export type DateRule = (typeof DATE_RULES)[number];

/** A step of the two years of sick leave that has a date. Weeks are 7 days counted from the first sick day. */
export interface Milestone {
  readonly id: string;
  readonly label: string;
  /** What happens, and what to do. */
  readonly action: string;
  /** The same once its day is over: nobody is told to do on time what is past. */
  readonly pastAction: string;
  readonly rule: DateRule;
  /** Week n; 1 for the first sick day itself. */
  readonly week: number;
  /** For `end_of_week_repeat` only. */
  readonly repeat: { readonly everyWeeks: number; readonly untilWeek: number } | null;
}

export interface WorkTimeline {
  /** The oldest day on which somebody compared a rule with its sources; the rules hold 12 months after it. */
  readonly checkedOn: CalendarDate;
  /** The dated milestones for each work status, in the order of the data; none where no timeline applies (D42). */
  readonly milestones: Readonly<Record<WorkStatus, readonly Milestone[]>>;
  /** The last day of a contract that ends during the illness, and whose milestones come after it. */
  readonly contractEnd: ContractEndRule;
}

export interface ContractEndRule {
  readonly step: Pick<Milestone, 'id' | 'label' | 'action' | 'pastAction'>;
  readonly after: WorkStatus;
}
