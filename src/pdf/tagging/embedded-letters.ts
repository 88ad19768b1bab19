import { EngineError } from '../engine/engine-error.ts';
import type { Inline, LaidOutPage } from './pdfmake-internals.ts';

/**
 * The last lock before drawing: pdfmake prints an empty box for a letter that its font lacks. Letters are checked and named
 * long before (F41); whatever comes here is a fault of ours.
 *
 * Errors: EngineError, with the code points and never with the text around them.
 */
export function assertEveryLetterHasItsFont(pages: readonly LaidOutPage[]): void {
  const missing = new Set<string>();
  for (const inline of pages.flatMap(wordsOf)) for (const letter of lettersWithoutFont(inline)) missing.add(letter);
  if (missing.size > 0) throw new EngineError(`no font for U+${[...missing].join(', U+')}`);
}

function wordsOf({ items }: LaidOutPage): readonly Inline[] {
  return items.flatMap((item) => (item.type === 'line' ? item.item.inlines : []));
}

/** Code points in hex. */
function lettersWithoutFont({ text, font }: Inline): readonly string[] {
  return Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
    .filter((codePoint) => !font.font?.hasGlyphForCodePoint?.(codePoint))
    .map((codePoint) => codePoint.toString(16));
}
