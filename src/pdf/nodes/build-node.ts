import type { Content } from 'pdfmake';
import type { HandoutNode } from '../../domain/handout/handout.ts';
import { textWidth } from '../design/page-preset.ts';
import { EngineError } from '../engine/engine-error.ts';
import { actionList } from './actions.ts';
import { contactCard, emergencyCard } from './call-cards.ts';
import { fillInCards } from './cards.ts';
import { fillIn, timeline, weekLines } from './dates.ts';
import type { NodeStyle } from './node-style.ts';
import { colophon, highlight, paragraph, reference } from './reading-text.ts';
import { writingLines } from './writing-lines.ts';

/** Draws one node of the handout. A kind without a drawing does not compile. */
// eslint-disable-next-line complexity -- one line per kind of node
export function buildNode(node: HandoutNode, style: NodeStyle): Content {
  switch (node.kind) {
    case 'paragraph':
      return paragraph(node);
    case 'highlight':
      return highlight(node, style);
    case 'contact':
      return contactCard(node, style);
    case 'emergency':
      return emergencyCard(node, style);
    case 'actions':
      return actionList(node, style);
    case 'reference':
      return reference(node, style);
    case 'timeline':
      return timeline(node, style);
    case 'week-lines':
      return weekLines(node, style);
    case 'fill-in':
      return fillIn(node, style);
    case 'writing-lines':
      return writingLines(linesOf(node, style), textWidth(style.page));
    case 'cards':
      return fillInCards(node, style);
    case 'milestones':
    case 'table':
    case 'yes-no':
    case 'legend':
    case 'glossary':
    case 'facts':
    case 'note-pages':
      throw new EngineError(`a ${node.kind} is drawn in pieces, never whole`);
    case 'colophon':
      return colophon(node, style);
  }
}

function linesOf(node: Extract<HandoutNode, { kind: 'writing-lines' }>, { fitting, grows }: NodeStyle): number {
  const asked = fitting.fewerLines ? Math.max(1, node.atLeast - 1) : node.atLeast;
  return node === grows ? asked + fitting.moreLines : asked;
}
