import type { Content } from 'pdfmake/interfaces';
import type { HandoutNode, MilestonePeriod, MilestoneRow } from '../../../domain/handout/handout.ts';
import { INK_SOFT, WHITE } from '../../design/colours.ts';
import { leading } from '../../design/lettering.ts';
import { smallSize, textWidth } from '../../design/page-preset.ts';
import type { NodeStyle } from '../../nodes/node-style.ts';
import { richText } from '../../nodes/rich-text.ts';
import { type Part, list, piece } from './piece.ts';

const LINE_WIDTH = 2;

/** The two years as stops on a line: past ones ticked, the next one ringed twice, later ones open. */
export function milestonePieces(
  { periods }: Extract<HandoutNode, { kind: 'milestones' }>,
  style: NodeStyle,
): readonly Part[] {
  return periods.flatMap((period, i) => periodPieces(period, style, i > 0));
}

function periodPieces({ title, lead, rows }: MilestonePeriod, style: NodeStyle, isLater: boolean): readonly Part[] {
  const b = style.page.base;
  const heading = (): Content => ({
    text: title,
    headlineLevel: 3,
    bold: true,
    fontSize: 1.12 * b,
    lineHeight: leading(1.3),
  });
  return [
    piece(heading, { withNext: true, above: isLater ? 0.8 * b : 0 }),
    ...(lead === null ? [] : [piece(() => ({ text: lead }), { withNext: true, above: 0.1 * b })]),
    { ...list(rows.map((row, i) => piece(() => stop(row, style), { above: i === 0 ? 0.4 * b : 0 }))) },
  ];
}

function stop(row: MilestoneRow, style: NodeStyle): Content {
  const b = style.page.base;
  const [before, left] = [0.5 * b, 1.25 * b];
  const width = textWidth(style.page) - before - LINE_WIDTH - left;
  return {
    layoutTable: true,
    tag: 'LI',
    table: {
      widths: [before, LINE_WIDTH, width],
      dontBreakRows: true,
      body: [
        [
          { text: '', decorative: true },
          { text: '', fillColor: style.colours.dark, decorative: true },
          { stack: [dot(row.state, style), ...words(row, style)] },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 2 ? left : 0),
      paddingRight: () => 0,
      paddingTop: () => 0,
      // The line runs on to the next stop.
      paddingBottom: () => 0.5 * b,
    },
  };
}

function words({ when, week, steps }: MilestoneRow, { page, colours }: NodeStyle): Content[] {
  const b = page.base;
  return [
    {
      tag: 'Lbl',
      text: [
        { text: when, bold: true, color: colours.dark },
        ...(week === null ? [] : [{ text: ` (${week})`, color: INK_SOFT, fontSize: smallSize(page) }]),
      ],
    },
    {
      tag: 'LBody',
      stack: steps.flatMap(({ label, action }, i): Content[] => [
        { text: label, bold: true, margin: [0, i > 0 ? 0.3 * b : 0, 0, 0] },
        ...(action ? [{ text: richText([action]) }] : []),
      ]),
    },
  ];
}

/** State by shape, not by colour alone. */
function dot(state: MilestoneRow['state'], { page, colours }: NodeStyle): Content {
  const b = page.base;
  const radius = (state === 'next' ? 0.6 : 0.44) * b;
  const circle = (r: number, color: string, lineWidth: number) => ({
    type: 'ellipse' as const,
    x: radius,
    y: radius,
    r1: r,
    r2: r,
    color,
    lineColor: colours.dark,
    lineWidth,
  });
  const tick = {
    type: 'polyline' as const,
    lineWidth: 1.7,
    lineColor: WHITE,
    points: [
      { x: radius * 0.55, y: radius * 1.02 },
      { x: radius * 0.88, y: radius * 1.36 },
      { x: radius * 1.46, y: radius * 0.66 },
    ],
  };
  const canvas = {
    past: [circle(radius, colours.dark, 1.6), tick],
    next: [circle(radius, WHITE, 2.6), circle(radius * 0.42, colours.dark, 1)],
    later: [circle(radius, WHITE, 1.6)],
  }[state];
  const x = -(1.25 * b + LINE_WIDTH / 2) - radius;
  return { canvas, decorative: true, relativePosition: { x, y: state === 'next' ? 0.08 * b : 0.24 * b } };
}
