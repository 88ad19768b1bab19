import type { SlotName, Slots } from '../content.ts';

const SLOT = /\{\{([^}]+)\}\}/g;
const BETWEEN_SENTENCES = /(?<=[.?!])\s+(?=[A-ZÀ-Ý0-9{])/;

/** One sentence with its slots filled; empty when a slot is, for then it is left out (D40). */
export function fillSentence(sentence: string, slots: Slots): string {
  const names = [...sentence.matchAll(SLOT)].map(([, name]) => name as SlotName);
  if (names.some((name) => !slots[name])) return '';
  const filled = sentence.replace(SLOT, (_, name: SlotName) => slots[name] ?? '');
  // A name that ends with a full stop ("B.V.") brings the one of the sentence.
  return filled.replace(/\.\.$/, '.');
}

/** A text of one or more sentences, without those that have an empty slot; empty when none is left. */
export function fillText(text: string, slots: Slots): string {
  const sentences = text.split(BETWEEN_SENTENCES).map((sentence) => fillSentence(sentence, slots));
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
