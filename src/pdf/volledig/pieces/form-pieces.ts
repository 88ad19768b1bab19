import type { Content, TableCell } from 'pdfmake/interfaces';
import type { HandoutNode, TableColumn } from '../../../domain/handout/handout.ts';
import { RULE } from '../../design/colours.ts';
import { leading } from '../../design/lettering.ts';
import { MM, smallSize, textWidth } from '../../design/page-preset.ts';
import { card } from '../../nodes/cards.ts';
import type { NodeStyle } from '../../nodes/node-style.ts';
import { tickBox } from '../../nodes/tick-box.ts';
import { type Group, type Part, type Piece, list, piece } from './piece.ts';

type Of<Kind extends HandoutNode['kind']> = Extract<HandoutNode, { kind: Kind }>;

const ROW_HEIGHT = 12 * MM;
const ROW_LINE = 0.75;
const FEWEST_ROWS = 6;
const MOST_ROWS = 16;
const CELL_PADDING = { side: 6, top: 3 };

/** Cards to fill in: each whole. */
export function cardPieces({ copies, rows }: Of<'cards'>, style: NodeStyle): readonly Part[] {
  return Array.from({ length: copies }, (_, i) =>
    piece(() => card(rows, style), { above: i > 0 ? 0.8 * style.page.base : 0 }),
  );
}

/** A table to fill in that goes on to the foot of its page. */
export function fillInTable({ columns }: Of<'table'>, style: NodeStyle): Piece {
  const { page } = style;
  const narrow = 4.2 * page.base;
  const widths = columns.map(({ filledWith }, i) => (i === 0 || filledWith === 'cross' ? narrow : null));
  const free = widths.filter((width) => width === null).length;
  const taken = widths.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const edges = columns.length * (2 * CELL_PADDING.side + ROW_LINE) + ROW_LINE;
  const wide = (textWidth(page) - edges - taken) / Math.max(1, free);
  return piece(
    (more) => ({
      table: {
        headerRows: 1,
        widths: widths.map((width) => width ?? wide),
        heights: (row: number) => (row === 0 ? 'auto' : ROW_HEIGHT - ROW_LINE - 2 * CELL_PADDING.top),
        body: [
          headerRow(columns, style),
          ...Array.from({ length: FEWEST_ROWS + more }, () => emptyRow(columns, style)),
        ],
      },
      layout: {
        hLineWidth: () => ROW_LINE,
        vLineWidth: () => ROW_LINE,
        hLineColor: () => RULE,
        vLineColor: () => RULE,
        paddingLeft: () => CELL_PADDING.side,
        paddingRight: () => CELL_PADDING.side,
        paddingTop: () => CELL_PADDING.top,
        paddingBottom: () => CELL_PADDING.top,
      },
    }),
    { grows: { unit: ROW_HEIGHT, atMost: MOST_ROWS } },
  );
}

function headerRow(columns: readonly TableColumn[], { page, colours }: NodeStyle): TableCell[] {
  return columns.map(({ label }) => ({
    text: label,
    bold: true,
    fontSize: smallSize(page),
    lineHeight: leading(1.2),
    color: colours.dark,
    fillColor: colours.tint,
  }));
}

function emptyRow(columns: readonly TableColumn[], { page }: NodeStyle): TableCell[] {
  const size = 1.1 * page.base;
  const left = (4.2 * page.base - size) / 2;
  return columns.map(({ filledWith }) =>
    filledWith === 'words'
      ? { text: '' }
      : { ...tickBox(size, (ROW_HEIGHT - 2 * CELL_PADDING.top - size) / 2), margin: [left, 4, 0, 0] },
  );
}

/** A question on the left, its two squares on the right. */
export function yesNoRows({ questions, yes, no }: Of<'yes-no'>, style: NodeStyle): Group {
  const b = style.page.base;
  return list(
    questions.map((question, i) => piece(() => yesNoRow({ question, yes, no }, style), { above: i > 0 ? 0.6 * b : 0 })),
  );
}

function yesNoRow(
  row: { readonly question: string; readonly yes: string; readonly no: string },
  style: NodeStyle,
): Content {
  const b = style.page.base;
  const [box, word, columnGap] = [1.2 * b, 2 * b, 0.5 * b];
  const width = textWidth(style.page) - 2 * (box + word) - 4 * columnGap;
  const columns = [
    { width, text: row.question },
    tickBox(box, 0.1 * b),
    { width: word, text: row.yes },
    tickBox(box, 0.1 * b),
    { width: word, text: row.no },
  ];
  return { tag: 'LI', stack: [{ tag: 'LBody', columns, columnGap }] };
}
