import type { Inline } from './pdfmake-internals.ts';

/** Keys that may differ between two words of one style. */
const PER_WORD = new Set([
  'text',
  'x',
  'width',
  'leadingCut',
  'trailingCut',
  'lineEnd',
  'noNewLine',
  'minWidth',
  'maxWidth',
]);
/** Points: what may lie between two words that stand against one another. */
const TOUCHING = 0.01;

/**
 * Joins neighbouring words of one style: pdfmake draws each as a text object of its own. Smaller and faster; looks and reads
 * the same.
 */
export function mergeWords(inlines: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = [];
  for (const word of inlines) {
    const last = merged.at(-1);
    if (last && areOneRun(last, word)) merged[merged.length - 1] = joined(last, word);
    else merged.push(word);
  }
  return merged;
}

function joined(last: Inline, word: Inline): Inline {
  const cut = word.trailingCut === undefined ? {} : { trailingCut: word.trailingCut };
  return { ...last, text: last.text + word.text, width: last.width + word.width, ...cut };
}

function areOneRun(a: Inline, b: Inline): boolean {
  return Math.abs(a.x + a.width - b.x) <= TOUCHING && isOfStyle(a, b) && isOfStyle(b, a);
}

function isOfStyle(a: Inline, b: Inline): boolean {
  return Object.entries(a).every(([key, value]) => PER_WORD.has(key) || value === Reflect.get(b, key));
}
