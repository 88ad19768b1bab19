import type { SlotName, Slots } from '../content.ts';

const SLOT = /\{\{([^}]+)\}\}/;
const BETWEEN_SENTENCES = /(?<=[.?!])\s+(?=[A-ZÀ-Ý0-9{])/;

/** One sentence with its slots filled; empty when a slot is, for then it is left out (D40). */
export function fillSentence(sentence: string, slots: Slots): string {
  // Split keeps the names that it captures, at the odd places. What is filled in is never read again for slots.
  const parts = sentence.split(SLOT).map((part, i) => (i % 2 === 1 ? slots[part as SlotName] : part));
  if (parts.includes(undefined)) return '';
  // A name that ends with a full stop ("B.V.") brings the one of the sentence.
  return parts.join('').replace(/\.\.$/, '.');
}

/** A text of one or more sentences, without those that have an empty slot; empty when none is left. */
export function fillText(text: string, slots: Slots): string {
  const sentences = text.split(BETWEEN_SENTENCES).map((sentence) => fillSentence(sentence, slots));
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
