import type { Content } from 'pdfmake';
import type { HandoutNode, HandoutSection } from '../../domain/handout/handout.ts';
import { leading } from '../design/lettering.ts';
import { buildNode } from './build-node.ts';
import type { NodeStyle } from './node-style.ts';
import { reference, textWithCode } from './reading-text.ts';

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
    fontSize: 1.2 * page.base,
    bold: true,
    color: colours.dark,
    lineHeight: leading(1.2),
    margin: [0, 0, 0, 0.25 * page.base],
  };
}

function buildNodes(nodes: readonly HandoutNode[], style: NodeStyle): Content[] {
  return nodes.flatMap((node, i) => {
    const next = nodes[i + 1];
    const previous = nodes[i - 1];
    if (node.kind === 'reference' && node === style.coded) return [];
    const space = previous ? spaceBetween(previous, node) * style.page.base : 0;
    const drawn = buildNode(node, style);
    if (next?.kind !== 'reference' || next !== style.coded) return [below(drawn, space)];
    const address = below(reference(next, style), spaceBetween(node, next) * style.page.base);
    return [below(textWithCode([drawn, address], next, style), space)];
  });
}

function below(content: Content, space: number): Content {
  return space > 0 ? { stack: [content], margin: [0, space, 0, 0] } : content;
}

function spaceBetween(above: HandoutNode, node: HandoutNode): number {
  const from = above.kind === 'actions' && above.numbered ? 'numbered' : above.kind;
  return SPACE_ABOVE[`${from}+${node.kind}`] ?? SPACE_ABOVE[node.kind] ?? SPACE_BETWEEN;
}
