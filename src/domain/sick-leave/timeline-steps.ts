import type { CalendarDate } from '../calendar-date.ts';
import { lastDayOfWeek, milestoneDate, type MilestoneDate } from './milestone-date.ts';
import type { DateRule, Milestone, WorkTimeline } from './work-timeline.ts';

/** A step of the two years with its own date. */
export interface TimelineStep extends Omit<MilestoneDate, 'precision'> {
  readonly id: string;
  readonly label: string;
  readonly action: string;
  readonly rule: DateRule;
  /** Of a repeated step the next few dates after this one, at most three. */
  readonly again: readonly CalendarDate[];
  readonly year: 1 | 2;
}

const LAST_WEEK_OF_YEAR_ONE = 52;
const REPEATS_NAMED = 3;

/**
 * Dates every step, past ones too, in order of date and then of week.
 *
 * Units:  weeks of 7 days counted from the first sick day. Source: see `milestoneDate`.
 */
export function timelineSteps(
  milestones: WorkTimeline[keyof WorkTimeline],
  firstSickDay: CalendarDate,
  today: CalendarDate,
): readonly TimelineStep[] {
  const endOfYearOne = lastDayOfWeek(firstSickDay, LAST_WEEK_OF_YEAR_ONE);
  return milestones
    .map((milestone): TimelineStep => {
      const { date, week } = milestoneDate(milestone, firstSickDay, today);
      const { id, label, action, rule } = milestone;
      const again = repeatsAfter(milestone, week, firstSickDay);
      return { id, label, action, rule, date, week, again, year: date <= endOfYearOne ? 1 : 2 };
    })
    .sort((a, b) => a.date.localeCompare(b.date) || a.week - b.week);
}

function repeatsAfter({ repeat }: Milestone, week: number, firstSickDay: CalendarDate): readonly CalendarDate[] {
  if (repeat === null) return [];
  return Array.from({ length: REPEATS_NAMED }, (_, i) => week + (i + 1) * repeat.everyWeeks)
    .filter((later) => later <= repeat.untilWeek)
    .map((later) => lastDayOfWeek(firstSickDay, later));
}
