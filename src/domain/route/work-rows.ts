import type { CalendarDate } from '../calendar-date.ts';
import type { Choices } from '../choices.ts';
import type { KeyDatesPlan } from '../content.ts';
import { checkFirstSickDay } from '../sick-leave/first-sick-day.ts';
import { keyDates, keyWeeks } from '../sick-leave/key-dates.ts';
import { milestoneDate } from '../sick-leave/milestone-date.ts';
import type { Milestone, WorkTimeline } from '../sick-leave/work-timeline.ts';
import { timelineSteps } from '../sick-leave/timeline-steps.ts';
import type { WorkRows, WorkSteps } from './route.ts';

/** What follows from the work status and the first sick day. */
export interface WorkFacts {
  /** Null when not known, or still to come (F39). */
  readonly firstSickDay: CalendarDate | null;
  readonly weeksSick: number | null;
  /** Last day to ask for the WIA. */
  readonly wiaLatest: CalendarDate | null;
  readonly rows: WorkRows;
  readonly steps: WorkSteps;
}

export function workFacts(
  work: Choices['work'],
  timeline: WorkTimeline,
  plan: KeyDatesPlan,
  today: CalendarDate,
): WorkFacts {
  const milestones = work.include && work.status !== null ? timeline[work.status] : [];
  const check = work.firstSickDay === null ? null : checkFirstSickDay(work.firstSickDay, today);
  if (work.firstSickDay === null || check?.kind !== 'accepted') {
    const weeks = keyWeeks(plan, milestones);
    const rows: WorkRows = weeks.length > 0 ? { kind: 'weeks', rows: weeks } : { kind: 'none' };
    return { firstSickDay: null, weeksSick: null, wiaLatest: null, rows, steps: weeksOf(milestones) };
  }
  const dates = keyDates(plan, milestones, work.firstSickDay, today);
  return {
    firstSickDay: work.firstSickDay,
    weeksSick: check.weeksSick,
    wiaLatest: lastDayForWia(milestones, plan, work.firstSickDay, today),
    rows: dates.length > 0 ? { kind: 'dates', rows: dates } : { kind: 'none' },
    steps:
      milestones.length > 0
        ? { kind: 'dates', steps: timelineSteps(milestones, work.firstSickDay, today) }
        : { kind: 'none' },
  };
}

/** All steps by week number; the first sick day itself is written on a line of its own. */
function weeksOf(milestones: readonly Milestone[]): WorkSteps {
  const rows = milestones
    .filter(({ rule }) => rule !== 'day')
    .map(({ id, label, week }) => ({ id, label, week }))
    .sort((a, b) => a.week - b.week);
  return rows.length > 0 ? { kind: 'weeks', rows } : { kind: 'none' };
}

function lastDayForWia(
  milestones: readonly Milestone[],
  plan: KeyDatesPlan,
  firstSickDay: CalendarDate,
  today: CalendarDate,
): CalendarDate | null {
  const milestone = milestones.find(({ id }) => plan.always.includes(id));
  return milestone === undefined ? null : milestoneDate(milestone, firstSickDay, today).date;
}
