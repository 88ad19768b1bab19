import type { HandoutChapter, HandoutNode, Sentence } from '../../../domain/handout/handout.ts';

/** The chapter without these content blocks, and without what is then empty. */
export function withoutBlocks(chapter: HandoutChapter, dropped: readonly string[]): HandoutChapter {
  const stays = ({ block }: Sentence): boolean => block === null || !dropped.includes(block);
  const sections = chapter.sections
    .map((section) => ({
      ...section,
      nodes: section.nodes.map((node) => withSentences(node, stays)).filter((node) => !isEmpty(node)),
    }))
    .filter(({ nodes }) => nodes.length > 0);
  return { ...chapter, sections };
}

/** Ids of the blocks that speak in this chapter. */
export function blocksIn(chapter: HandoutChapter): ReadonlySet<string> {
  const blocks = new Set<string>();
  const note = ({ block }: Sentence): boolean => {
    if (block !== null) blocks.add(block);
    return true;
  };
  for (const { nodes } of chapter.sections) for (const node of nodes) withSentences(node, note);
  return blocks;
}

/** Only sentences that can be missed are asked about: never a heading, a telephone number or a warning. */
// eslint-disable-next-line complexity -- one case per kind of node
function withSentences(node: HandoutNode, stays: (sentence: Sentence) => boolean): HandoutNode {
  switch (node.kind) {
    case 'paragraph':
    case 'highlight':
      return { ...node, sentences: node.sentences.filter(stays) };
    case 'actions':
      return { ...node, items: node.items.filter(({ sentence }) => stays(sentence)) };
    case 'contact':
    case 'emergency':
    case 'reference':
    case 'timeline':
    case 'week-lines':
    case 'fill-in':
    case 'writing-lines':
    case 'cards':
    case 'milestones':
    case 'table':
    case 'yes-no':
    case 'legend':
    case 'glossary':
    case 'facts':
    case 'note-pages':
    case 'colophon':
      return node;
  }
}

// eslint-disable-next-line complexity -- one case per kind of node
function isEmpty(node: HandoutNode): boolean {
  switch (node.kind) {
    case 'paragraph':
      return node.sentences.length === 0;
    case 'actions':
      return node.items.length === 0;
    case 'timeline':
    case 'week-lines':
      return node.rows.length === 0;
    case 'contact':
    case 'highlight':
    case 'emergency':
    case 'reference':
    case 'fill-in':
    case 'writing-lines':
    case 'cards':
    case 'milestones':
    case 'table':
    case 'yes-no':
    case 'legend':
    case 'glossary':
    case 'facts':
    case 'note-pages':
    case 'colophon':
      return false;
  }
}
