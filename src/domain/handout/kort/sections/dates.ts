import { printedDate, printedMonth } from '../../../route/printed.ts';
import type { Route, RouteBlock } from '../../../route/route.ts';
import type { KeyDate } from '../../../sick-leave/key-dates.ts';
import type { TimelineRow } from '../../handout.ts';
import { actionSentences, plainSentence, readingText } from '../../sentence.ts';
import { actions, paragraph, type SectionNodes } from '../../nodes.ts';

/** The dates that count, or the weeks to write one's own dates beside (D38); then what to do about them. */
export function dateNodes(blocks: readonly RouteBlock[], route: Route): SectionNodes {
  if (blocks.length === 0) return [];
  const rows = rowNodes(blocks, route);
  return [
    ...paragraph(readingText(blocks, route)),
    ...rows,
    ...(rows.length > 0 && namesWia(route) ? paragraph([plainSentence(route.kort.timeline.wia)]) : []),
    ...actions(actionSentences(blocks, route), false),
  ];
}

/** Weeks to count oneself have another title than dates; without either there is no title that promises them. */
export function dateTitle(title: string | null, { work, kort }: Route): string | null {
  if (work.kind === 'none') return null;
  return work.kind === 'weeks' ? kort.fixed.weeksTitle : title;
}

/** Rows only where a block introduces them: whether that is so hangs on status, age and weeks. */
function rowNodes(blocks: readonly RouteBlock[], { work, kort }: Route): SectionNodes {
  const has = (kind: RouteBlock['kind']): boolean => blocks.some((block) => block.kind === kind);
  if (work.kind === 'dates' && has('timeline')) return [{ kind: 'timeline', rows: work.rows.map(timelineRow) }];
  if (work.kind !== 'weeks' || !has('fill-in')) return [];
  return [
    { kind: 'fill-in', label: kort.fixed.firstSickDay },
    { kind: 'week-lines', rows: work.rows.map(({ week, label }) => ({ week, label })) },
  ];
}

/** A day where the day counts, a month where it is about a week. */
function timelineRow({ date, precision, label }: KeyDate, index: number): TimelineRow {
  const when = precision === 'day' ? printedDate(date) : printedMonth(date);
  return { when, label, next: index === 0 };
}

function namesWia({ work, kort }: Route): boolean {
  return work.kind !== 'none' && work.rows.some(({ id }) => kort.timeline.always.includes(id));
}
