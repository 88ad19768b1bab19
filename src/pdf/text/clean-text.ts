/** Line and paragraph breaks, tabs, and spaces of unusual width; the no-break space stays. */
const ANY_SPACE = /[\t\n\v\f\r\u2028\u2029]|(?![ \u00A0])\p{Zs}/gu;
/** Control characters, bidi overrides and other invisible format characters, variation selectors, halves of a letter. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;

/** Text as it can be printed: composed letters, plain spaces, nothing invisible that could turn or hide it (F41). */
export function cleanText(text: string): string {
  return text.replace(ANY_SPACE, ' ').replace(INVISIBLE, '').normalize('NFC');
}
