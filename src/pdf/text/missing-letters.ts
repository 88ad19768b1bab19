import type { Handout } from '../../domain/handout/handout.ts';
import type { HasGlyph } from './character-map.ts';
import { mapHandoutTexts } from './handout-texts.ts';

/** Letters of the handout that the font cannot print, each once, in the order they are met. */
export function missingLetters(handout: Handout, hasGlyph: HasGlyph): readonly string[] {
  const missing = new Set<string>();
  mapHandoutTexts(handout, (text) => {
    for (const letter of text) if (!hasGlyph(letter.codePointAt(0) ?? 0)) missing.add(letter);
    return text;
  });
  return [...missing];
}
