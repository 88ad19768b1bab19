import type { GlossaryWord } from '../../content.ts';
import type { FullBlock } from '../../route/route.ts';

/** A word of so many letters is looked for without its last two: lotgenoot, lotgenoten. */
const LONG_WORD = 7;
const ENDING = 2;
/** "Studie of trial" is explained when either occurs. */
const OR = / of /;

/**
 * Keeps of a list of words those that this booklet uses, the hardest when there are too many.
 *
 * Shape:  in the order of the list.
 */
export function explainWords(block: FullBlock, printed: string): FullBlock {
  if (block.form?.kind !== 'glossary') return block;
  const { words, atMost } = block.form;
  const text = printed.toLowerCase();
  const used = words.filter(({ term }) =>
    term
      .toLowerCase()
      .split(OR)
      .some((name) => occurs(name, text)),
  );
  const kept = new Set(used.toSorted(byRank).slice(0, atMost));
  return { ...block, form: { ...block.form, words: words.filter((word) => kept.has(word)) } };
}

function byRank(a: GlossaryWord, b: GlossaryWord): number {
  return a.rank - b.rank;
}

/** Every word of the name at the start of some word of the text. */
function occurs(name: string, text: string): boolean {
  return name.split(' ').every((word) => {
    const stem = word.length >= LONG_WORD ? word.slice(0, -ENDING) : word;
    return new RegExp(`(?<![\\p{L}\\d])${stem}`, 'u').test(text);
  });
}
