import type { KortSection } from '../../../content.ts';
import type { Route, RouteBlock } from '../../../route/route.ts';
import type { CardRow } from '../../handout.ts';
import { readingText } from '../../sentence.ts';
import { paragraph, type SectionNodes } from '../../nodes.ts';

/** Cards to fill in, one an appointment. */
export function appointmentNodes(
  section: Extract<KortSection, { kind: 'appointments' }>,
  blocks: readonly RouteBlock[],
  route: Route,
): SectionNodes {
  const { copies, labels } = section;
  return [...paragraph(readingText(blocks, route)), { kind: 'cards', copies, rows: inPairs(labels) }];
}

/** Two cells a row; a last label without a neighbour gets the whole row. */
function inPairs(labels: readonly string[]): readonly CardRow[] {
  return labels.flatMap((left, i): readonly CardRow[] => {
    const right = labels[i + 1];
    if (i % 2 === 1) return [];
    return [{ labels: right === undefined ? [left] : [left, right], lines: 1 }];
  });
}

/** Room for own questions: all that the layout has left. */
export function lineNodes({ lines }: Extract<KortSection, { kind: 'lines' }>): SectionNodes {
  return [{ kind: 'writing-lines', atLeast: lines, atMost: null }];
}
