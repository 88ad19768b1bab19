import { type HasGlyph, readCharacterMap } from '../text/character-map.ts';

/** The two weights of a font, as TrueType files. */
export interface FontBytes {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** Gives the bytes of the font for letters that the first one lacks; asked only when there are any. */
export type LoadSecondFont = () => Promise<FontBytes>;

/**
 * Which characters both weights of a font can print.
 *
 * Errors: FontError when the bytes are no font.
 */
export function glyphsOf({ regular, bold }: FontBytes): HasGlyph {
  const regularHas = readCharacterMap(regular);
  const boldHas = readCharacterMap(bold);
  return (codePoint) => regularHas(codePoint) && boldHas(codePoint);
}
