import type { ReckonedRowEntry, WorkTimelineFile } from '../../knowledge/compile/booklet-files.ts';
import { addDays, daysBetween, weekday, type CalendarDate } from '../../src/domain/calendar-date.ts';
import type { WorkStatus } from '../../src/domain/choices.ts';
import { datedMilestones } from '../../src/domain/sick-leave/dated-milestones.ts';
import { milestoneDate } from '../../src/domain/sick-leave/milestone-date.ts';
import { countSickLeave, countedFrom, type Recovery, type SickLeave } from '../../src/domain/sick-leave/sick-leave.ts';
import {
  DATE_RULES,
  type DateRule,
  type Milestone,
  type WorkTimeline,
} from '../../src/domain/sick-leave/work-timeline.ts';

/** A sick leave of which the dates are asked. */
export interface DatesQuestion {
  readonly firstSickDay: CalendarDate;
  readonly status: WorkStatus;
  readonly recovered: readonly Recovery[];
  /** Last day of a temporary contract. */
  readonly contractEnd: CalendarDate | null;
}

/** Named as in the worked examples of the work timeline. */
export interface ReckonedRow {
  readonly what: string;
  readonly rule: string;
  readonly date: CalendarDate;
  readonly weekday_nl: string;
  readonly milestone: string;
}

const WEEKDAYS = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'] as const;
const DAYS_A_WEEK = 7;

export function weekdayOf(date: CalendarDate): string {
  return WEEKDAYS[weekday(date)] ?? '';
}

/** The rows for one sick leave, in order of date. */
export function reckonRows(
  { status, contractEnd, ...question }: DatesQuestion,
  timeline: WorkTimeline,
  file: WorkTimelineFile,
): readonly ReckonedRow[] {
  const leave = countSickLeave(question.firstSickDay, question.recovered);
  const own = ownRows(status, leave, timeline, file);
  if (status !== 'temporary' || contractEnd === null) return own;
  const named = new Set(own.map(({ milestone }) => milestone));
  const after = datedMilestones(timeline, { status, contractEnd }, leave, question.firstSickDay)
    .filter(({ milestone, date }) => date >= contractEnd && !named.has(milestone.id))
    .map(({ milestone }) => milestone);
  return [...own.filter(({ date }) => date <= contractEnd), ...after.map((one) => rowOf(one, leave, contractEnd))].sort(
    (a, b) => a.date.localeCompare(b.date),
  );
}

/** Who has an employer: the rows of the worked example. Others: their milestones. */
function ownRows(
  status: WorkStatus,
  leave: SickLeave,
  timeline: WorkTimeline,
  { date_arithmetic: { reckoned_rows } }: WorkTimelineFile,
): readonly ReckonedRow[] {
  const milestones =
    status === 'employee' || status === 'temporary'
      ? reckoned_rows.employee.map(asMilestone)
      : timeline.milestones[status];
  return milestones.map((milestone) => rowOf(milestone, leave, leave.firstSickDay));
}

function asMilestone({ what, milestone, date_rule, week }: ReckonedRowEntry): Milestone {
  // A week that is only named by its first day.
  const rule = DATE_RULES.find((known) => known === date_rule) ?? 'around_week';
  return { id: milestone, label: what, action: '', pastAction: '', rule, week, repeat: null };
}

/** `onDay` is the day of a milestone that has one of its own. */
function rowOf(milestone: Milestone, leave: SickLeave, onDay: CalendarDate): ReckonedRow {
  const date = milestone.rule === 'day' ? onDay : milestoneDate(milestone, leave, leave.firstSickDay).date;
  return {
    what: milestone.label,
    rule: milestone.rule === 'day' ? dayRule(date, leave) : RULES[milestone.rule](milestone.week),
    date,
    weekday_nl: weekdayOf(date),
    milestone: milestone.id,
  };
}

function dayRule(date: CalendarDate, { firstSickDay }: SickLeave): string {
  return date === firstSickDay ? 'D' : `D + ${daysBetween(firstSickDay, date)} days`;
}

const lastDay = (week: number): string => `D + ${DAYS_A_WEEK * week - 1} days (last day of week ${week})`;
const RULES: Readonly<Record<Exclude<DateRule, 'day'>, (week: number) => string>> = {
  end_of_week: lastDay,
  end_of_week_repeat: lastDay,
  first_working_day_after_week: (week) => `first working day on or after D + ${DAYS_A_WEEK * week} days`,
  day_after_week: (week) => `D + ${DAYS_A_WEEK * week} days`,
  around_week: (week) => `D + ${DAYS_A_WEEK * (week - 1)} days`,
};

/** What the last recovery did to the count; named as in the worked example with an interruption. */
export function interruptionOf(
  question: DatesQuestion,
  rows: readonly ReckonedRow[],
): Readonly<Record<string, unknown>> {
  const recovery = question.recovered.at(-1);
  if (recovery === undefined) return {};
  const before = countSickLeave(question.firstSickDay, question.recovered.slice(0, -1));
  const leave = countSickLeave(question.firstSickDay, question.recovered);
  const together = leave.startedAgain === null;
  const dateOf = (...ids: readonly string[]): CalendarDate | undefined =>
    rows.findLast(({ milestone }) => ids.includes(milestone))?.date;
  return {
    first_period: [before.firstSickDay, addDays(recovery.from, -1)],
    sick_days_first_period: daysBetween(before.firstSickDay, recovery.from),
    recovered_days_between: daysBetween(recovery.from, recovery.to) + 1,
    second_period_starts: addDays(recovery.to, 1),
    counts_as_one: together,
    shift_days: together ? daysBetween(leave.firstSickDay, countedFrom(leave)) : 0,
    week_42_melding: dateOf('melding-42'),
    end_104_weeks: dateOf('einde-loon', 'zw-104'),
    wia_latest: dateOf('wia-aanvraag', 'zw-93'),
  };
}
