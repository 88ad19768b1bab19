import type { KortSection } from '../../content.ts';
import type { Route, RouteBlock } from '../../route/route.ts';
import { readingText } from '../sentence.ts';
import { paragraph, type SectionNodes } from './reading.ts';

/** Cards to fill in, one an appointment. */
export function appointmentNodes(
  section: Extract<KortSection, { kind: 'appointments' }>,
  blocks: readonly RouteBlock[],
  route: Route,
): SectionNodes {
  const { copies, labels } = section;
  return [...paragraph(readingText(blocks, route)), { kind: 'appointments', copies, labels }];
}

/** Room for own questions: all that the layout has left. */
export function lineNodes({ lines }: Extract<KortSection, { kind: 'lines' }>): SectionNodes {
  return [{ kind: 'writing-lines', atLeast: lines, atMost: null }];
}
