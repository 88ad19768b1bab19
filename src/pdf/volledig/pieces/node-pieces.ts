import type { HandoutAction, HandoutNode } from '../../../domain/handout/handout.ts';
import { actionRow } from '../../nodes/actions.ts';
import { buildNode } from '../../nodes/build-node.ts';
import type { NodeStyle } from '../../nodes/node-style.ts';
import { ACTION_LINE_GAP, LINE_GAP, writingLines } from '../../nodes/writing-lines.ts';
import { textWidth } from '../../design/page-preset.ts';
import { tickRows } from './action-pieces.ts';
import { cardPieces, fillInTable, yesNoRows } from './form-pieces.ts';
import { factRows, glossaryRows, legendRows } from './list-pieces.ts';
import { milestonePieces } from './milestone-pieces.ts';
import { type Part, type Piece, list, piece } from './piece.ts';
import { weekRows } from './week-pieces.ts';

const FEWEST_NOTE_LINES = 6;

/** One node of the handout as pieces that pages are filled with. A kind without pieces does not compile. */
// eslint-disable-next-line complexity -- one line per kind of node
export function nodePieces(node: HandoutNode, style: NodeStyle): readonly Part[] {
  switch (node.kind) {
    case 'actions':
      return node.numbered || node.items.some(({ lines }) => lines) ? [openRows(node, style)] : [tickRows(node, style)];
    case 'milestones':
      return milestonePieces(node, style);
    case 'week-lines':
      return [weekRows(node, style)];
    case 'cards':
      return cardPieces(node, style);
    case 'table':
      return [fillInTable(node, style)];
    case 'yes-no':
      return [yesNoRows(node, style)];
    case 'legend':
      return [legendRows(node, style)];
    case 'glossary':
      return [glossaryRows(node, style)];
    case 'facts':
      return [factRows(node, style)];
    case 'note-pages':
      return [
        piece((more) => writingLines(FEWEST_NOTE_LINES + more, textWidth(style.page)), {
          grows: { unit: LINE_GAP, atMost: Infinity },
        }),
      ];
    case 'paragraph':
    case 'highlight':
    case 'contact':
    case 'emergency':
    case 'reference':
    case 'timeline':
    case 'fill-in':
    case 'writing-lines':
    case 'colophon':
      return [piece(() => buildNode(node, style))];
  }
}

/** Numbered steps, and questions with lines: on white, for they are written on. */
function openRows({ items, numbered }: Extract<HandoutNode, { kind: 'actions' }>, style: NodeStyle): Part {
  const gap = (numbered ? 0.6 : 0.5) * style.page.base;
  return list(
    items.map((item, i) => ({ ...openRow(item, i + 1, numbered, style), above: i > 0 ? gap : 0 })),
    numbered ? 'Decimal' : 'None',
  );
}

/** One line at least; where more are asked for, as many as the page has room for. */
function openRow(item: HandoutAction, number: number, numbered: boolean, style: NodeStyle): Piece {
  const { lines = 0 } = item;
  const least = Math.min(1, lines);
  return piece((more) => actionRow({ ...item, lines: least + more }, number, numbered, style), {
    grows: lines > 1 ? { unit: ACTION_LINE_GAP, atMost: lines } : null,
  });
}
