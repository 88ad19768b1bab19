import type { HandoutNode } from '../../../domain/handout/handout.ts';
import { textWidth } from '../../design/page-preset.ts';
import type { NodeStyle } from '../../nodes/node-style.ts';
import { ACTION_LINE_GAP, writingLines } from '../../nodes/writing-lines.ts';
import { type Group, list, piece } from './piece.ts';

const NO_BREAK_SPACE = '\u00A0';

/** Every step by week number, each with a line as wide as the page allows for its date. */
export function weekRows({ rows }: Extract<HandoutNode, { kind: 'week-lines' }>, { page, colours }: NodeStyle): Group {
  const b = page.base;
  const [weekWidth, columnGap] = [4.6 * b, 0.8 * b];
  const width = textWidth(page) - weekWidth - columnGap;
  return list(
    rows.map(({ week, label }, i) =>
      piece(
        () => ({
          tag: 'LI',
          columns: [
            { width: weekWidth, text: `week${NO_BREAK_SPACE}${week}`, tag: 'Lbl', bold: true, color: colours.dark },
            { width, stack: [{ text: label, tag: 'LBody' }, writingLines(1, width, ACTION_LINE_GAP)] },
          ],
          columnGap,
        }),
        { above: i > 0 ? 0.45 * b : 0 },
      ),
    ),
  );
}
