import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { DatedMilestone } from './dated-milestones.ts';
import { lastDayOfWeek, type MilestoneDate } from './milestone-date.ts';
import { countedFrom, type SickLeave } from './sick-leave.ts';
import type { DateRule, Milestone } from './work-timeline.ts';

/** A step of the two years with its own date. */
export interface TimelineStep extends Omit<MilestoneDate, 'precision'> {
  readonly id: string;
  readonly label: string;
  readonly action: string;
  readonly pastAction: string;
  readonly rule: DateRule;
  /** Of a repeated step the next few dates after this one, at most three. */
  readonly again: readonly CalendarDate[];
  readonly year: 1 | 2;
  /** The last day that it can be about: of what is about a week, the end of that week. */
  readonly until: CalendarDate;
}

const LAST_WEEK_OF_YEAR_ONE = 52;
const REPEATS_NAMED = 3;
const REST_OF_A_WEEK = 6;

/** Every step of Volledig, in the order of `dated`; repeats after `contractEnd` are not named. */
export function timelineSteps(
  dated: readonly DatedMilestone[],
  leave: SickLeave,
  contractEnd: CalendarDate | null,
): readonly TimelineStep[] {
  const dayOne = countedFrom(leave);
  const endOfYearOne = lastDayOfWeek(dayOne, LAST_WEEK_OF_YEAR_ONE);
  return dated.map(({ milestone, date, week }): TimelineStep => {
    const { id, label, action, pastAction, rule } = milestone;
    const again = repeatsAfter(milestone, week, dayOne).filter((later) => contractEnd === null || later <= contractEnd);
    const until = rule === 'around_week' ? addDays(date, REST_OF_A_WEEK) : date;
    return { id, label, action, pastAction, rule, date, until, week, again, year: date <= endOfYearOne ? 1 : 2 };
  });
}

function repeatsAfter({ repeat }: Milestone, week: number, dayOne: CalendarDate): readonly CalendarDate[] {
  if (repeat === null) return [];
  return Array.from({ length: REPEATS_NAMED }, (_, i) => week + (i + 1) * repeat.everyWeeks)
    .filter((later) => later <= repeat.untilWeek)
    .map((later) => lastDayOfWeek(dayOne, later));
}
