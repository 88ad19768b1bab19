import type { Handout, HandoutNode, Sentence } from '../../../src/domain/handout/handout.ts';

/** Every sentence of a handout, the covers' too. */
export function allSentences({ chapters, back }: Handout): readonly Sentence[] {
  const nodes = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.nodes));
  return [...nodes.flatMap(sentencesOf), ...back.help];
}

/** Ids of the blocks that the handout prints; the card and the label of the cover print theirs without sentences. */
export function printedBlocks(handout: Handout): ReadonlySet<string> {
  const nodes = handout.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.nodes));
  const card = nodes.some((node) => node.kind === 'contact' && node.person !== null) ? ['voor-wie-bel-ik'] : [];
  const label = handout.cover.given === null ? [] : ['voor-omslag'];
  return new Set([...allSentences(handout).flatMap(({ block }) => block ?? []), ...card, ...label]);
}

// A switch over every kind of node, so that a new kind cannot go uncounted.
function sentencesOf(node: HandoutNode): readonly Sentence[] {
  switch (node.kind) {
    case 'paragraph':
    case 'colophon':
      return node.sentences;
    case 'highlight':
      return [node.heading, ...node.sentences];
    case 'contact':
      return node.person === null ? node.ask : [];
    case 'emergency':
      return node.warning;
    case 'actions':
      return node.items.map(({ sentence }) => sentence);
    case 'reference':
    case 'timeline':
    case 'week-lines':
    case 'fill-in':
    case 'writing-lines':
    case 'cards':
    case 'table':
    case 'yes-no':
    case 'glossary':
    case 'facts':
    case 'note-pages':
      return [];
    case 'milestones':
      return node.periods.flatMap(({ rows }) =>
        rows.flatMap(({ steps }) => steps.flatMap(({ action }) => action ?? [])),
      );
    case 'legend':
      return node.items.map(({ sentence }) => sentence);
  }
}
