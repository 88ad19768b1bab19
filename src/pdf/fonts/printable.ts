import type { HasGlyph } from '../text/character-map.ts';

/** A letter with the marks that belong to it: a mark alone could not be read. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;
/** Scripts whose letters stand side by side, left to right. Others must be joined or turned, which pdfmake cannot. */
const PLAIN_SCRIPTS = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+$/u;

/** The letters of a text, each with its marks. */
export function lettersOf(text: string): readonly string[] {
  return text.match(LETTERS) ?? [];
}

/** Whether a font can print a letter with all its marks. */
export function canPrint(letter: string, hasGlyph: HasGlyph): boolean {
  return PLAIN_SCRIPTS.test(letter) && Array.from(letter).every((part) => hasGlyph(part.codePointAt(0) ?? 0));
}
