import type { Column, Content } from 'pdfmake/interfaces';
import type { HandoutAction, HandoutNode } from '../../domain/handout/handout.ts';
import { leading } from '../design/lettering.ts';
import { textWidth } from '../design/page-preset.ts';
import type { NodeStyle } from './node-style.ts';
import { richText } from './rich-text.ts';
import { tickBox } from './tick-box.ts';
import { ACTION_LINE_GAP, writingLines } from './writing-lines.ts';

type Actions = Extract<HandoutNode, { kind: 'actions' }>;

/** Things to do: a square before each, or numbers on the left and squares on the right. */
export function actionList(node: Actions, style: NodeStyle): Content {
  const b = style.page.base;
  const gap = node.numbered ? 0.3 * b : (style.fitting.tightGaps ? 0.2 : 0.35) * b;
  return {
    tag: 'L',
    listNumbering: node.numbered ? 'Decimal' : 'None',
    stack: node.items.map((item, i) => ({
      ...actionRow({ ...item, lines: linesOf(item, node, style) }, i + 1, node.numbered, style),
      margin: [0, 0, 0, i < node.items.length - 1 ? gap : 0],
    })),
  };
}

/** One thing to do, with its square and the lines under it. */
export function actionRow(item: HandoutAction, number: number, numbered: boolean, style: NodeStyle) {
  const row = numbered ? numberedRow(item, number, style) : tickRow(item, number, style);
  return { tag: 'LI' as const, ...row, unbreakable: true };
}

/** Writing lines under one action, after giving way and growing; 0 for an action without any. */
function linesOf(item: HandoutAction, node: Actions, { fitting, grows }: NodeStyle): number {
  if (!item.lines) return 0;
  const asked = fitting.fewerLines ? Math.max(1, item.lines - 1) : item.lines;
  const firstToWriteOn = node.items.find(({ lines }) => lines);
  return node === grows && item === firstToWriteOn ? asked + fitting.moreLines : asked;
}

function tickRow(item: HandoutAction, _number: number, { page }: NodeStyle): RowColumns {
  const b = page.base;
  const columnGap = 0.65 * b;
  const said = textWidth(page) - b - columnGap;
  return { columns: [tickBox(b, 0.16 * b), saidAndWritten(item, said, said)], columnGap };
}

function numberedRow(item: HandoutAction, number: number, { page, colours }: NodeStyle): RowColumns {
  const b = page.base;
  const columnGap = 0.4 * b;
  const box = 1.1 * b;
  const digits: Column = {
    width: 1.5 * b,
    text: String(number),
    tag: 'Lbl',
    bold: true,
    fontSize: 1.3 * b,
    color: colours.dark,
    lineHeight: leading(1),
    margin: [0, -0.2 * b, 0, 0],
  };
  const said = textWidth(page) - 1.5 * b - box - 2 * columnGap;
  return { columns: [digits, saidAndWritten(item, said, textWidth(page) - 4 * b), tickBox(box, 0.1 * b)], columnGap };
}

interface RowColumns {
  readonly columns: Column[];
  readonly columnGap: number;
}

function saidAndWritten(
  { sentence, lines = 0, strong = false }: HandoutAction,
  width: number,
  lineWidth: number,
): Column {
  const text = richText([sentence]);
  const written = lines > 0 ? [writingLines(lines, lineWidth, ACTION_LINE_GAP)] : [];
  return { width, stack: [{ text, tag: 'LBody', ...(strong ? { bold: true } : {}) }, ...written] };
}
