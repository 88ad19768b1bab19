import { daysBetween, type CalendarDate } from '../calendar-date.ts';
import type { WorkStatus } from '../choices.ts';
import { milestoneDate, type MilestoneDate } from './milestone-date.ts';
import { countedFrom, type SickLeave } from './sick-leave.ts';
import type { ContractEndRule, Milestone, WorkTimeline } from './work-timeline.ts';

export interface DatedMilestone extends MilestoneDate {
  readonly milestone: Milestone;
}

/** Whose milestones, and when the contract ends if it does during the illness. */
export interface WorkCourse {
  readonly status: WorkStatus;
  readonly contractEnd: CalendarDate | null;
}

const DAYS_A_WEEK = 7;

/**
 * All milestones with their day, past ones too, in order of date and then of week. A contract that ends stands among them: before
 * it those of the employer, after it those of who has none, over the same weeks.
 */
export function datedMilestones(
  timeline: WorkTimeline,
  { status, contractEnd }: WorkCourse,
  leave: SickLeave,
  today: CalendarDate,
): readonly DatedMilestone[] {
  const dated = (milestones: readonly Milestone[]): readonly DatedMilestone[] =>
    milestones.map((milestone) => ({ milestone, ...milestoneDate(milestone, leave, today) }));
  const own = dated(timeline.milestones[status]);
  if (contractEnd === null) return inOrder(own);
  const { step, after } = timeline.contractEnd;
  return inOrder([
    ...own.filter(({ date }) => date <= contractEnd),
    onTheDay(step, contractEnd, leave),
    ...dated(timeline.milestones[after]).filter(
      ({ date, milestone }) => date > contractEnd && milestone.rule !== 'day',
    ),
  ]);
}

function onTheDay(step: ContractEndRule['step'], date: CalendarDate, leave: SickLeave): DatedMilestone {
  const week = Math.floor(daysBetween(countedFrom(leave), date) / DAYS_A_WEEK) + 1;
  return { milestone: { ...step, rule: 'day', week, repeat: null }, date, precision: 'day', week };
}

function inOrder(rows: readonly DatedMilestone[]): readonly DatedMilestone[] {
  return [...rows].sort((a, b) => a.date.localeCompare(b.date) || a.week - b.week);
}
