import type { Content, TableCell } from 'pdfmake/interfaces';
import type { HandoutNode, TimelineRow } from '../../domain/handout/handout.ts';
import { WHITE } from '../design/colours.ts';
import { textWidth } from '../design/page-preset.ts';
import type { NodeStyle } from './node-style.ts';
import { writingLines } from './writing-lines.ts';

type Of<Kind extends HandoutNode['kind']> = Extract<HandoutNode, { kind: Kind }>;

const LINE_WIDTH = 2;
const NO_BREAK_SPACE = '\u00A0';

/** Dates as stops on a line: the next one filled, later ones open. */
export function timeline(node: Of<'timeline'>, style: NodeStyle): Content {
  const b = style.page.base;
  const dateLeft = 1.1 * b;
  const [before, date] = [0.5 * b, 10 * b];
  const label = textWidth(style.page) - before - LINE_WIDTH - dateLeft - date;
  return {
    layoutTable: true,
    tag: 'L',
    listNumbering: 'None',
    rowTag: 'LI',
    table: {
      widths: [before, LINE_WIDTH, date, label],
      dontBreakRows: true,
      body: node.rows.map((row, i) => timelineRow(row, style, i === node.rows.length - 1)),
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 2 ? dateLeft : 0),
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  };
}

function timelineRow(row: TimelineRow, { page, colours }: NodeStyle, last: boolean): TableCell[] {
  const b = page.base;
  const radius = 0.4 * b;
  const stop: Content = {
    decorative: true,
    canvas: [
      {
        type: 'ellipse',
        x: radius,
        y: radius,
        r1: radius,
        r2: radius,
        color: row.next ? colours.dark : WHITE,
        lineColor: colours.dark,
        lineWidth: 1.6,
      },
    ],
    relativePosition: { x: -(1.1 * b + LINE_WIDTH / 2) - radius, y: 0.26 * b },
  };
  const when = row.when.replaceAll(' ', NO_BREAK_SPACE);
  return [
    { text: '', decorative: true },
    { text: '', fillColor: colours.dark, decorative: true },
    { stack: [stop, { text: when, tag: 'Lbl', bold: true, color: colours.dark }] },
    { text: row.label, tag: 'LBody', margin: [0, 0, 0, last ? 0.1 * b : 0.3 * b] },
  ];
}

/** The same rows by week number, each with a line to write the date on. */
export function weekLines(node: Of<'week-lines'>, { page, colours, fitting }: NodeStyle): Content {
  const b = page.base;
  const gap = (fitting.tightGaps ? 0.5 : 0.7) * b;
  const columnGap = 0.5 * b;
  const weekWidth = 4.2 * b;
  const lineWidth = 7.5 * b;
  const labelWidth = textWidth(page) - weekWidth - lineWidth - 2 * columnGap;
  return {
    tag: 'L',
    listNumbering: 'None',
    stack: node.rows.map(({ week, label }, i) => ({
      tag: 'LI',
      unbreakable: true,
      margin: [0, i > 0 ? gap : 0, 0, 0],
      columnGap,
      columns: [
        { width: weekWidth, text: `week${NO_BREAK_SPACE}${week}`, tag: 'Lbl', bold: true, color: colours.dark },
        { width: labelWidth, text: label, tag: 'LBody' },
        { width: lineWidth, stack: [writingLines(1, lineWidth, 1.25 * b)] },
      ],
    })),
  };
}

/** A label with a line behind it. */
export function fillIn(node: Of<'fill-in'>, { page }: NodeStyle): Content {
  const b = page.base;
  return {
    columns: [
      { text: node.label, width: 'auto' },
      { width: '*', stack: [writingLines(1, textWidth(page) - 12 * b, 1.15 * b)] },
    ],
    columnGap: 0.5 * b,
  };
}
