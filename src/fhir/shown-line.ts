const LONGEST_SHOWN = 200;

/**
 * A text from outside as one line that can be shown: at most 200 characters, and without those that break a line or turn its
 * direction.
 */
export function shownLine(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line.length <= LONGEST_SHOWN) return line;
  const cut = line.slice(0, LONGEST_SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut}…`;
}
