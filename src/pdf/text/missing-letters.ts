import type { Handout } from '../../domain/handout/handout.ts';
import type { HasGlyph } from './character-map.ts';
import { mapHandoutTexts } from './handout-texts.ts';

/** A letter with the marks that belong to it: a mark alone could not be read on a screen. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;

/** Letters of the handout that the font cannot print, each once, in the order they are met. */
export function missingLetters(handout: Handout, hasGlyph: HasGlyph): readonly string[] {
  const missing = new Set<string>();
  const canPrint = (letter: string): boolean => Array.from(letter).every((part) => hasGlyph(part.codePointAt(0) ?? 0));
  mapHandoutTexts(handout, (text) => {
    for (const letter of text.match(LETTERS) ?? []) if (!canPrint(letter)) missing.add(letter);
    return text;
  });
  return [...missing];
}
