import type { Content } from 'pdfmake';
import type { HandoutNode, HandoutSection } from '../../../domain/handout/handout.ts';
import { buildNode } from '../../nodes/build-node.ts';
import { sectionTitle, spaceAbove } from '../../nodes/build-section.ts';
import type { NodeStyle } from '../../nodes/node-style.ts';
import { textWithCode } from '../../nodes/reading-text.ts';
import { nodePieces } from './node-pieces.ts';
import { type Part, type Piece, mapPieces, piece, piecesOf } from './piece.ts';

/** Space above a section, in multiples of the base size. */
const ABOVE_SECTION = 1;

/** One section as pieces: its title never stands alone, a short text never without the first thing to do. */
export function sectionPieces(section: HandoutSection, style: NodeStyle): readonly Part[] {
  const above = ABOVE_SECTION * style.page.base;
  const { title } = section;
  const body = bodyPieces(section.nodes, style);
  const parts =
    title === null ? body : [piece(() => sectionTitle(title, style), { withNext: true, isHeading: true }), ...body];
  const bound = section.whole ? allTogether(parts) : parts;
  const [head] = piecesOf(bound);
  return mapPieces(bound, (one) => (one === head ? { ...one, above } : { ...one, continues: true }));
}

/** Everything but the last piece stays with what follows it. */
function allTogether(parts: readonly Part[]): readonly Part[] {
  const last = piecesOf(parts).at(-1);
  return mapPieces(parts, (one) => (one === last ? one : { ...one, withNext: true }));
}

function bodyPieces(nodes: readonly HandoutNode[], style: NodeStyle): readonly Part[] {
  return nodes.flatMap((node, i) => {
    const [above, next] = [nodes[i - 1], nodes[i + 1]];
    // Its text took it along.
    if (node.kind === 'reference' && node.code && above?.kind === 'paragraph') return [];
    const space = spaceAbove(above, node, style);
    const parts = changeFirst(partsOf(node, next, style), (first) => ({ ...first, above: space }));
    return next && staysWithNext(node, next) ? changeLast(parts, (last) => ({ ...last, withNext: true })) : parts;
  });
}

function partsOf(node: HandoutNode, next: HandoutNode | undefined, style: NodeStyle): readonly Part[] {
  if (node.kind === 'paragraph' && next?.kind === 'reference' && next.code) {
    const inner = (): Content[] => [
      buildNode(node, style),
      { stack: [buildNode(next, style)], margin: [0, spaceAbove(node, next, style), 0, 0] },
    ];
    return [piece(() => textWithCode(inner(), next, style))];
  }
  if (node.kind === 'reference' && node.code) return [piece(() => textWithCode([buildNode(node, style)], node, style))];
  return nodePieces(node, style);
}

/** A text leads to what is done about it; an address belongs to what it is about. */
function staysWithNext(node: HandoutNode, next: HandoutNode): boolean {
  return node.kind === 'paragraph' || node.kind === 'fill-in' || next.kind === 'reference';
}

function changeFirst(parts: readonly Part[], change: (piece: Piece) => Piece): readonly Part[] {
  const first = piecesOf(parts)[0];
  return mapPieces(parts, (one) => (one === first ? change(one) : one));
}

function changeLast(parts: readonly Part[], change: (piece: Piece) => Piece): readonly Part[] {
  const last = piecesOf(parts).at(-1);
  return mapPieces(parts, (one) => (one === last ? change(one) : one));
}
