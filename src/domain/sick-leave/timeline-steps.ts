import type { CalendarDate } from '../calendar-date.ts';
import type { DatedMilestone } from './dated-milestones.ts';
import { lastDayOfWeek, type MilestoneDate } from './milestone-date.ts';
import { countedFrom, type SickLeave } from './sick-leave.ts';
import type { DateRule, Milestone } from './work-timeline.ts';

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

/** Every step of Volledig, in the order of `dated`; repeats after `until`, the end of the contract, are not named. */
export function timelineSteps(
  dated: readonly DatedMilestone[],
  leave: SickLeave,
  until: CalendarDate | null,
): readonly TimelineStep[] {
  const dayOne = countedFrom(leave);
  const endOfYearOne = lastDayOfWeek(dayOne, LAST_WEEK_OF_YEAR_ONE);
  return dated.map(({ milestone, date, week }): TimelineStep => {
    const { id, label, action, rule } = milestone;
    const again = repeatsAfter(milestone, week, dayOne).filter((later) => until === null || later <= until);
    return { id, label, action, rule, date, week, again, year: date <= endOfYearOne ? 1 : 2 };
  });
}

function repeatsAfter({ repeat }: Milestone, week: number, dayOne: CalendarDate): readonly CalendarDate[] {
  if (repeat === null) return [];
  return Array.from({ length: REPEATS_NAMED }, (_, i) => week + (i + 1) * repeat.everyWeeks)
    .filter((later) => later <= repeat.untilWeek)
    .map((later) => lastDayOfWeek(dayOne, later));
}
