import { addDays, type CalendarDate } from '../calendar-date.ts';
import { workingDayFrom } from './holidays.ts';
import type { SickLeave } from './sick-leave.ts';
import type { Milestone } from './work-timeline.ts';

export interface MilestoneDate {
  readonly date: CalendarDate;
  /** `day`: that day counts. `week`: it is about a week, so only the month is printed. */
  readonly precision: 'day' | 'week';
  /** Week of the sick leave that it is about: of a repeated one the week of this date. */
  readonly week: number;
}

const DAYS_A_WEEK = 7;

/**
 * Reckons when a milestone falls; for a repeated one the first that is not over on `today`, else the last. What fell before a
 * recovery stays where it was; what had not come by then moves with the days that do not count.
 *
 * Units:  calendar weeks counted from the first sick day, which is day 1 of week 1.
 * Source: Regeling procesgang eerste en tweede ziektejaar; per milestone in the work timeline.
 */
export function milestoneDate(
  milestone: Milestone,
  { firstSickDay, resumed }: SickLeave,
  today: CalendarDate,
): MilestoneDate {
  return resumed.reduce(
    (found, { recovery, countedFrom }) =>
      found.date < recovery.from ? found : dateFrom(milestone, countedFrom, today),
    dateFrom(milestone, firstSickDay, today),
  );
}

function dateFrom(milestone: Milestone, dayOne: CalendarDate, today: CalendarDate): MilestoneDate {
  const { week } = milestone;
  switch (milestone.rule) {
    case 'day':
      return { date: dayOne, precision: 'day', week };
    case 'end_of_week':
      return { date: lastDayOfWeek(dayOne, week), precision: 'day', week };
    case 'end_of_week_repeat': {
      const repeated = nextRepeat(milestone, dayOne, today);
      return { date: lastDayOfWeek(dayOne, repeated), precision: 'week', week: repeated };
    }
    case 'first_working_day_after_week':
      return { date: workingDayFrom(addDays(dayOne, DAYS_A_WEEK * week)), precision: 'day', week };
    case 'day_after_week':
      return { date: addDays(dayOne, DAYS_A_WEEK * week), precision: 'day', week };
    case 'around_week':
      return { date: firstDayOfWeek(dayOne, week), precision: 'week', week };
  }
}

export function firstDayOfWeek(dayOne: CalendarDate, week: number): CalendarDate {
  return addDays(dayOne, DAYS_A_WEEK * (week - 1));
}

export function lastDayOfWeek(dayOne: CalendarDate, week: number): CalendarDate {
  return addDays(dayOne, DAYS_A_WEEK * week - 1);
}

/** The week of the first repeat that is not over on `today`, else of the last. */
function nextRepeat(milestone: Milestone, dayOne: CalendarDate, today: CalendarDate): number {
  const { everyWeeks, untilWeek } = milestone.repeat ?? { everyWeeks: 1, untilWeek: milestone.week };
  let week = milestone.week;
  while (lastDayOfWeek(dayOne, week) < today && week + everyWeeks <= untilWeek) week += everyWeeks;
  return week;
}
