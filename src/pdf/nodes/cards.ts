import type { Content, TableCell } from 'pdfmake/interfaces';
import type { CardRow, HandoutNode } from '../../domain/handout/handout.ts';
import { INK_SOFT, RULE } from '../design/colours.ts';
import { leading } from '../design/lettering.ts';
import { MM, smallSize } from '../design/page-preset.ts';
import type { NodeStyle } from './node-style.ts';

type Cards = Extract<HandoutNode, { kind: 'cards' }>;

const CELL_HEIGHT = 13 * MM;
const LINE_HEIGHT = 9 * MM;
const CELL_PADDING = { side: 6, top: 3 };

/** Cards to fill in, one or two cells a row with the label at the top of each. */
export function fillInCards(node: Cards, style: NodeStyle): Content {
  const gap = 0.6 * style.page.base;
  return {
    stack: Array.from({ length: node.copies }, (_, i) => ({
      ...card(node.rows, style),
      margin: [0, i > 0 ? gap : 0, 0, 0],
    })),
  };
}

/** One card. */
export function card(rows: readonly CardRow[], style: NodeStyle) {
  return {
    unbreakable: true,
    layoutTable: true,
    table: {
      widths: ['*', '*'],
      heights: (row: number) => cellHeight(rows[row]?.lines ?? 1) - 2 * CELL_PADDING.top,
      body: rows.map(({ labels }) => cellsOf(labels, style)),
    },
    layout: {
      hLineWidth: () => 0.75,
      vLineWidth: () => 0.75,
      hLineColor: () => RULE,
      vLineColor: () => RULE,
      paddingLeft: () => CELL_PADDING.side,
      paddingRight: () => CELL_PADDING.side,
      paddingTop: () => CELL_PADDING.top,
      paddingBottom: () => CELL_PADDING.top,
    },
  };
}

/** The label, and room for so many handwritten lines. */
function cellHeight(lines: number): number {
  return CELL_HEIGHT + (lines - 1) * LINE_HEIGHT;
}

/** A label without a neighbour gets the whole row. */
function cellsOf([left, right]: CardRow['labels'], { page }: NodeStyle): TableCell[] {
  const label = { fontSize: smallSize(page), bold: true, color: INK_SOFT, lineHeight: leading(1.2) };
  return right === undefined
    ? [{ text: left, ...label, colSpan: 2 }, {}]
    : [
        { text: left, ...label },
        { text: right, ...label },
      ];
}
