import type { Content, TableCell } from 'pdfmake/interfaces';
import type { HandoutNode } from '../../domain/handout/handout.ts';
import { INK_SOFT, RULE } from '../design/colours.ts';
import { leading } from '../design/lettering.ts';
import { MM, smallSize } from '../design/page-preset.ts';
import type { NodeStyle } from './node-style.ts';

type Appointments = Extract<HandoutNode, { kind: 'appointments' }>;

const CELL_HEIGHT = 13 * MM;
const CELL_PADDING = { side: 6, top: 3 };

/** Cards to fill in, two cells a row with the label at the top of each. */
export function appointmentCards(node: Appointments, style: NodeStyle): Content {
  const gap = 0.6 * style.page.base;
  return {
    stack: Array.from({ length: node.copies }, (_, i) => ({
      ...card(node.labels, style),
      margin: [0, i > 0 ? gap : 0, 0, 0],
    })),
  };
}

function card(labels: readonly string[], style: NodeStyle) {
  const rows = Array.from({ length: Math.ceil(labels.length / 2) }, (_, i) => labels.slice(2 * i, 2 * i + 2));
  return {
    unbreakable: true,
    table: {
      widths: ['*', '*'],
      heights: CELL_HEIGHT - 2 * CELL_PADDING.top,
      body: rows.map((row) => cellsOf(row, style)),
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

/** A last label without a neighbour gets the whole row. */
function cellsOf([left = '', right]: readonly string[], { page }: NodeStyle): TableCell[] {
  const label = { fontSize: smallSize(page), bold: true, color: INK_SOFT, lineHeight: leading(1.2) };
  return right === undefined
    ? [{ text: left, ...label, colSpan: 2 }, {}]
    : [
        { text: left, ...label },
        { text: right, ...label },
      ];
}
