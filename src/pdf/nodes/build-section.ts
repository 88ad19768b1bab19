import type { Content } from 'pdfmake';
import type { HandoutNode, HandoutSection } from '../../domain/handout/handout.ts';
import { leading } from '../design/lettering.ts';
import { buildNode } from './build-node.ts';
import type { NodeStyle } from './node-style.ts';
import { textWithCode } from './reading-text.ts';

/** Space before a node, in multiples of the base size: by its kind, or by the pair it makes with the node above it. */
const SPACE_ABOVE: Partial<Record<string, number>> = {
  reference: 0.25,
  emergency: 0.6,
  'highlight+paragraph': 0.6,
  'paragraph+actions': 0.45,
  'reference+actions': 0.4,
  'timeline+paragraph': 0.35,
  'paragraph+timeline': 0.35,
  'fill-in+week-lines': 0.7,
  'numbered+paragraph': 0.65,
};
const SPACE_BETWEEN = 0.4;

/** One section: its title, then its nodes with the space that belongs between them. */
export function buildSection(section: HandoutSection, style: NodeStyle): Content[] {
  const title = section.title === null ? [] : [sectionTitle(section.title, style)];
  return [...title, ...buildNodes(section.nodes, style)];
}

export function sectionTitle(text: string, { page, colours }: Pick<NodeStyle, 'page' | 'colours'>): Content {
  return {
    text,
    headlineLevel: 2,
    fontSize: 1.2 * page.base,
    bold: true,
    color: colours.dark,
    lineHeight: leading(1.2),
    margin: [0, 0, 0, 0.25 * page.base],
  };
}

/** Nodes one below the other; the text before the coded reference, and the addresses with it, stand beside its QR code. */
function buildNodes(nodes: readonly HandoutNode[], style: NodeStyle): Content[] {
  const at = nodes.findIndex((node) => node === style.coded);
  const coded = nodes[at];
  const text = nodes[at - 1];
  if (coded?.kind !== 'reference' || !text) return column(nodes, style);
  const otherAt = nodes.findIndex((node, i) => i > at && node.kind !== 'reference');
  const end = otherAt < 0 ? nodes.length : otherAt;
  const beside = textWithCode(column(nodes.slice(at - 1, end), style), coded, style);
  return [
    ...column(nodes.slice(0, at - 1), style),
    below(beside, spaceAbove(nodes[at - 2], text, style)),
    ...column(nodes.slice(end), style, nodes[end - 1]),
  ];
}

function column(nodes: readonly HandoutNode[], style: NodeStyle, above?: HandoutNode): Content[] {
  return nodes.map((node, i) => below(buildNode(node, style), spaceAbove(nodes[i - 1] ?? above, node, style)));
}

function below(content: Content, space: number): Content {
  return space > 0 ? { stack: [content], margin: [0, space, 0, 0] } : content;
}

/** Points between a node and the one above it; none above the first. */
export function spaceAbove(above: HandoutNode | undefined, node: HandoutNode, { page }: NodeStyle): number {
  if (!above) return 0;
  const from = above.kind === 'actions' && above.numbered ? 'numbered' : above.kind;
  return page.base * (SPACE_ABOVE[`${from}+${node.kind}`] ?? SPACE_ABOVE[node.kind] ?? SPACE_BETWEEN);
}
