import type { HandoutNode, Sentence } from './handout.ts';

/** Nodes of a section; none = the section is left out. */
export type SectionNodes = readonly HandoutNode[];

export function paragraph(sentences: readonly Sentence[]): SectionNodes {
  return sentences.length > 0 ? [{ kind: 'paragraph', sentences }] : [];
}

export function actions(sentences: readonly Sentence[], numbered: boolean): SectionNodes {
  const items = sentences.map((sentence) => ({ sentence }));
  return items.length > 0 ? [{ kind: 'actions', numbered, items }] : [];
}
