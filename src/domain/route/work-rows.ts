import type { CalendarDate } from '../calendar-date.ts';
import type { Choices } from '../choices.ts';
import type { KeyDatesPlan } from '../content.ts';
import { withinTermAfter } from '../directory.ts';
import { datedMilestones, type DatedMilestone } from '../sick-leave/dated-milestones.ts';
import { keyDates, keyWeeks } from '../sick-leave/key-dates.ts';
import { checkSickLeave, type SickLeave } from '../sick-leave/sick-leave.ts';
import { timelineSteps } from '../sick-leave/timeline-steps.ts';
import type { Milestone, WorkTimeline } from '../sick-leave/work-timeline.ts';
import type { WorkRows, WorkSteps } from './route.ts';

/** What follows from the work status and the first sick day. */
export interface WorkFacts {
  /** Null when not known, or still to come (F39). */
  readonly leave: SickLeave | null;
  readonly weeksSick: number | null;
  /** Last day of a contract that ends during the illness. */
  readonly contractEnd: CalendarDate | null;
  /** Last day to ask for the WIA. */
  readonly wiaLatest: CalendarDate | null;
  /** The rules were looked at too long ago: nothing is dated by them. */
  readonly rulesLapsed: boolean;
  readonly rows: WorkRows;
  readonly steps: WorkSteps;
}

export function workFacts(
  work: Choices['work'],
  timeline: WorkTimeline,
  plan: KeyDatesPlan,
  today: CalendarDate,
): WorkFacts {
  const rulesLapsed = !withinTermAfter(timeline.checkedOn, today);
  const status = work.include && !rulesLapsed ? work.status : null;
  const check = work.firstSickDay === null ? null : checkSickLeave(work.firstSickDay, work.recovered, today);
  if (check?.kind !== 'accepted') {
    return { ...UNKNOWN, rulesLapsed, ...weekRows(plan, status === null ? [] : timeline.milestones[status]) };
  }
  const { leave, weeksSick } = check;
  const known = { leave, weeksSick, rulesLapsed };
  if (status === null) return { ...UNKNOWN, ...known, rows: NO_ROWS, steps: NO_ROWS };
  const contractEnd = status === 'temporary' ? work.contractEnd : null;
  const dated = datedMilestones(timeline, { status, contractEnd }, leave, today);
  return {
    ...known,
    contractEnd,
    wiaLatest: lastDayForWia(dated, plan),
    ...dateRows(plan, dated, leave, { contractEnd, today }),
  };
}

function dateRows(
  plan: KeyDatesPlan,
  dated: readonly DatedMilestone[],
  leave: SickLeave,
  { contractEnd, today }: { readonly contractEnd: CalendarDate | null; readonly today: CalendarDate },
): Pick<WorkFacts, 'rows' | 'steps'> {
  const few = keyDates(plan, dated, today);
  const all = timelineSteps(dated, leave, contractEnd);
  return {
    rows: few.length > 0 ? { kind: 'dates', rows: few } : NO_ROWS,
    steps: all.length > 0 ? { kind: 'dates', steps: all } : NO_ROWS,
  };
}

const NO_ROWS = { kind: 'none' } as const;
const UNKNOWN = { leave: null, weeksSick: null, contractEnd: null, wiaLatest: null } as const;

/** By week number; in Volledig all steps, but the first sick day itself, which is written on a line of its own. */
function weekRows(plan: KeyDatesPlan, milestones: readonly Milestone[]): Pick<WorkFacts, 'rows' | 'steps'> {
  const few = keyWeeks(plan, milestones);
  const all = milestones
    .filter(({ rule }) => rule !== 'day')
    .map(({ id, label, week }) => ({ id, label, week }))
    .sort((a, b) => a.week - b.week);
  return {
    rows: few.length > 0 ? { kind: 'weeks', rows: few } : NO_ROWS,
    steps: all.length > 0 ? { kind: 'weeks', rows: all } : NO_ROWS,
  };
}

function lastDayForWia(dated: readonly DatedMilestone[], plan: KeyDatesPlan): CalendarDate | null {
  return dated.find(({ milestone }) => plan.always.includes(milestone.id))?.date ?? null;
}
