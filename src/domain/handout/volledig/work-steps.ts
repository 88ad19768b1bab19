import type { TimelineWords } from '../../volledig-plan.ts';
import { printedDate, printedList } from '../../route/printed.ts';
import type { FullBlock, Route } from '../../route/route.ts';
import type { TimelineStep } from '../../sick-leave/timeline-steps.ts';
import type { MilestonePeriod, MilestoneRow } from '../handout.ts';
import type { SectionNodes } from '../nodes.ts';
import { plainSentence } from '../sentence.ts';

/** Every step with its date, or by week number with a line for the date (D38); nothing where the block has other lines. */
export function stepNodes(block: FullBlock, { workSteps, kort, volledig, date }: Route): SectionNodes {
  if (workSteps.kind === 'dates' && block.kind === 'timeline')
    return [{ kind: 'milestones', periods: periodsOf(workSteps.steps, volledig.timeline, date) }];
  if (workSteps.kind !== 'weeks' || block.form !== null) return [];
  return [
    { kind: 'fill-in', label: kort.fixed.firstSickDay },
    { kind: 'week-lines', rows: workSteps.rows.map(({ week, label }) => ({ week, label })) },
  ];
}

/** Year by year; a second year that is all to come says so. Nobody is told to be late. */
function periodsOf(
  steps: readonly TimelineStep[],
  words: TimelineWords,
  today: Route['date'],
): readonly MilestonePeriod[] {
  const next = steps.find(({ until }) => until >= today);
  const rowsOf = (year: 1 | 2): readonly MilestoneRow[] =>
    sameDays(steps.filter((step) => step.year === year)).map((same) => milestoneRow(same, words, { today, next }));
  const [first, second] = [rowsOf(1), rowsOf(2)];
  const later = second.every(({ state }) => state === 'later');
  const periods: readonly MilestonePeriod[] = [
    { title: words.yearOne, lead: null, rows: first },
    later
      ? { title: words.yearTwoLater, lead: words.yearTwoLead, rows: second }
      : { title: words.yearTwo, lead: null, rows: second },
  ];
  return periods.filter(({ rows }) => rows.length > 0);
}

/** Steps with the same day said in the same way share a row. */
function sameDays(steps: readonly TimelineStep[]): readonly (readonly TimelineStep[])[] {
  const rows: TimelineStep[][] = [];
  for (const step of steps) {
    const above = rows.at(-1);
    const same = above?.[0]?.date === step.date && above[0].rule === step.rule;
    if (above && same) above.push(step);
    else rows.push([step]);
  }
  return rows;
}

interface Now {
  readonly today: Route['date'];
  /** The first step that is not over. */
  readonly next: TimelineStep | undefined;
}

function milestoneRow(same: readonly TimelineStep[], words: TimelineWords, now: Now): MilestoneRow {
  // A row is made of one step at least.
  const [first] = same as [TimelineStep];
  const { rule, week, until } = first;
  const state = until < now.today ? 'past' : first === now.next ? 'next' : 'later';
  return {
    when: whenOf(first, state, words, now.today),
    week: filledIn(rule.endsWith('after_week') ? words.afterWeek : words.week, 'week', String(week)),
    state,
    steps: same.map((step) => ({ label: step.label, action: plainSentence(saidOf(step, state, words)) })),
  };
}

function saidOf(
  { action, pastAction, again }: TimelineStep,
  state: MilestoneRow['state'],
  words: TimelineWords,
): string {
  const said = state === 'past' ? pastAction : action;
  return again.length > 0 ? `${said} ${filledIn(words.again, 'dates', printedList(again.map(printedDate)))}` : said;
}

function whenOf(
  { rule, date }: TimelineStep,
  state: MilestoneRow['state'],
  words: TimelineWords,
  today: Route['date'],
): string {
  const when = filledIn((state === 'past' ? words.past : words.when)[rule], 'date', printedDate(date));
  if (state === 'next') return filledIn(date < today ? words.now : words.next, 'when', when);
  return `${when.slice(0, 1).toUpperCase()}${when.slice(1)}`;
}

function filledIn(text: string, name: string, value: string): string {
  return text.replace(`{{${name}}}`, value);
}
