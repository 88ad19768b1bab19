import type { Content } from 'pdfmake';
import { RULE } from '../design/colours.ts';
import { MM } from '../design/page-preset.ts';

/** Distance between two lines to write on. */
export const LINE_GAP = 10 * MM;
/** The same inside a list of actions. */
export const ACTION_LINE_GAP = 9 * MM;

/** Lines to write on, each with the room above it; height is `count * gap`. */
export function writingLines(count: number, width: number, gap = LINE_GAP): Content {
  return {
    decorative: true,
    canvas: Array.from({ length: count }, (_, i) => ({
      type: 'line' as const,
      x1: 0,
      x2: width,
      y1: gap * (i + 1),
      y2: gap * (i + 1),
      lineWidth: 0.75,
      lineColor: RULE,
    })),
  };
}
