import type { Handout } from '../../domain/handout/handout.ts';
import type { MissingLetter } from '../../domain/handout/render-outcome.ts';
import { canPrint, lettersOf } from '../fonts/printable.ts';
import type { HasGlyph } from './character-map.ts';
import { mapHandoutTexts } from './handout-texts.ts';

/** Letters of the handout that no font of `fonts` can print, each once at the first place it stands (F41). */
export function missingLetters(handout: Handout, fonts: readonly HasGlyph[]): readonly MissingLetter[] {
  const missing = new Map<string, string>();
  mapHandoutTexts(handout, (text, { where }) => {
    noteMissing(text, where, fonts, missing);
    return text;
  });
  return [...missing].map(([letter, where]) => ({ letter, where }));
}

/** Adds the letters of one text that no font can print. */
export function noteMissing(
  text: string,
  where: string,
  fonts: readonly HasGlyph[],
  missing: Map<string, string>,
): void {
  for (const letter of lettersOf(text)) {
    if (!missing.has(letter) && !fonts.some((hasGlyph) => canPrint(letter, hasGlyph))) missing.set(letter, where);
  }
}
