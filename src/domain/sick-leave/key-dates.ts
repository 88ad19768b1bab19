import type { CalendarDate } from '../calendar-date.ts';
import type { KeyDatesPlan } from '../content.ts';
import type { DatedMilestone } from './dated-milestones.ts';
import type { MilestoneDate } from './milestone-date.ts';
import type { Milestone } from './work-timeline.ts';

export interface KeyDate extends Omit<MilestoneDate, 'week'> {
  readonly id: string;
  readonly label: string;
}

export interface KeyWeek {
  readonly id: string;
  readonly label: string;
  readonly week: number;
}

/**
 * Selects the few dates that count for Kort: still to come on `today`, in order, never without the last day for the WIA.
 *
 * Shape:  at most `plan.maxRows`; empty when all is past.
 */
export function keyDates(
  plan: KeyDatesPlan,
  dated: readonly DatedMilestone[],
  today: CalendarDate,
): readonly KeyDate[] {
  const coming = dated.flatMap(({ milestone: { id }, date, precision }) => {
    const label = plan.labels[id];
    return label === undefined || date < today ? [] : [{ id, label, date, precision }];
  });
  return fewest(plan, coming);
}

/** The same rows by week number, for who does not know a first sick day yet (D38). */
export function keyWeeks(plan: KeyDatesPlan, milestones: readonly Milestone[]): readonly KeyWeek[] {
  const rows = milestones.flatMap(({ id, week }) => {
    const label = plan.labels[id];
    return label === undefined ? [] : [{ id, label, week }];
  });
  return fewest(
    plan,
    rows.sort((a, b) => a.week - b.week),
  );
}

/** The first rows, of which the last makes room for the row that may never be missing. */
function fewest<Row extends { readonly id: string }>(plan: KeyDatesPlan, rows: readonly Row[]): readonly Row[] {
  const first = rows.slice(0, plan.maxRows);
  const needed = rows.find((row) => plan.always.includes(row.id));
  return needed === undefined || first.includes(needed) ? first : [...first.slice(0, -1), needed];
}
