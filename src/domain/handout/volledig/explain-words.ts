import type { GlossaryWord } from '../../content.ts';
import type { FullBlock } from '../../route/route.ts';
import type { HandoutSection } from '../handout.ts';

/** A word of so many letters is looked for without its last two: lotgenoot, lotgenoten. */
const LONG_WORD = 7;
const ENDING = 2;
/** "Studie of trial" is explained when either occurs. */
const OR = / of /;

/**
 * Of the words that this booklet could explain, those that it prints; the hardest when there are too many.
 *
 * Shape:  terms, of all lists of words together.
 */
export function explainedTerms(blocks: Iterable<FullBlock>, printed: string): ReadonlySet<string> {
  const text = printed.toLowerCase();
  return new Set(
    [...blocks].flatMap(({ form }) => {
      if (form?.kind !== 'glossary') return [];
      const used = form.words.filter(({ term }) => occursIn(term, text));
      return used
        .toSorted(byRank)
        .slice(0, form.atMost)
        .map(({ term }) => term);
    }),
  );
}

/** The sections with only these words explained; a list that is then empty goes, its title too. */
export function withTerms(sections: readonly HandoutSection[], terms: ReadonlySet<string>): readonly HandoutSection[] {
  return sections
    .map((section) => ({
      ...section,
      nodes: section.nodes
        .map((node) =>
          node.kind === 'glossary' ? { ...node, items: node.items.filter(({ term }) => terms.has(term)) } : node,
        )
        .filter((node) => node.kind !== 'glossary' || node.items.length > 0),
    }))
    .filter(({ nodes }) => nodes.length > 0);
}

function byRank(a: GlossaryWord, b: GlossaryWord): number {
  return a.rank - b.rank;
}

/** Whether a term of the word list stands in a text of small letters, in whatever form. */
export function occursIn(term: string, text: string): boolean {
  return term
    .toLowerCase()
    .split(OR)
    .some((name) => occurs(name, text));
}

/** Every word of the name at the start of some word of the text. */
function occurs(name: string, text: string): boolean {
  return name.split(' ').every((word) => {
    const stem = word.length >= LONG_WORD ? word.slice(0, -ENDING) : word;
    return new RegExp(`(?<![\\p{L}\\d])${stem}`, 'u').test(text);
  });
}
