import { readFileSync } from 'node:fs';
import type { Handout, HandoutChapter, HandoutNode, Sentence } from '../../src/domain/handout/handout.ts';
import type { Letters } from '../../src/domain/handout/print-order.ts';
import type { RenderOutcome } from '../../src/domain/handout/render-outcome.ts';
import { renderInNode } from '../../src/pdf/node.ts';

export const SAMPLES = ['default', 'week-lines', 'no-work', 'trial', 'fullest'] as const;
export type Sample = (typeof SAMPLES)[number];

/** A fresh copy of a sample handout. */
export function sampleHandout(name: Sample = 'default'): Handout {
  const file = new URL(`../../fixtures/handouts/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Handout;
}

export function aSentence(text: string, block: string | null = null): Sentence {
  return { runs: [{ text }], block };
}

export function aChapter(nodes: readonly HandoutNode[], title: string | null = 'Een kop'): HandoutChapter {
  return {
    id: 'proef',
    theme: 'behandeling',
    icon: 'stetho',
    number: null,
    title: 'Proef',
    lead: null,
    sections: [{ id: 'deel', title, whole: false, nodes }],
  };
}

/** The handout with the contact person changed. */
export function withContact(handout: Handout, change: Partial<NonNullable<ContactPerson>>): Handout {
  return changeNodes(handout, (node) =>
    node.kind === 'contact' && node.person ? { ...node, person: { ...node.person, ...change } } : node,
  );
}

/** The handout with this chapter replaced. */
export function withChapter(
  handout: Handout,
  id: string,
  change: (chapter: HandoutChapter) => HandoutChapter,
): Handout {
  return { ...handout, chapters: handout.chapters.map((chapter) => (chapter.id === id ? change(chapter) : chapter)) };
}

type ContactPerson = Extract<HandoutNode, { kind: 'contact' }>['person'];

function changeNodes(handout: Handout, change: (node: HandoutNode) => HandoutNode): Handout {
  return {
    ...handout,
    chapters: handout.chapters.map((chapter) => ({
      ...chapter,
      sections: chapter.sections.map((section) => ({ ...section, nodes: section.nodes.map(change) })),
    })),
  };
}

/** The booklet as the commands make it: A5 in the usual letters. */
export function rendered(handout: Handout, letters: Letters = 'normal'): Promise<RenderOutcome> {
  return renderInNode({ kind: 'booklet', handout, letters, folded: false });
}
