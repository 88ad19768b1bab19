import { SECOND_FONT } from '../design/lettering.ts';
import type { HasGlyph } from '../text/character-map.ts';
import { canPrint, lettersOf } from './printable.ts';

interface LooseNode {
  text?: unknown;
  stack?: unknown;
  columns?: unknown;
  table?: { body: unknown };
}

/**
 * Has every word with a letter that the first font lacks printed in the second one (D34): splits the texts of a definition, in
 * place, in pieces of one font each.
 */
// eslint-disable-next-line complexity -- one line per place where a node holds text
export function splitByFont(content: unknown, inFirstFont: HasGlyph): unknown {
  if (Array.isArray(content)) return content.map((child: unknown) => splitByFont(child, inFirstFont));
  if (typeof content === 'string') return pieces(content, inFirstFont) ?? content;
  if (!isNode(content)) return content;
  if (typeof content.text === 'string') content.text = pieces(content.text, inFirstFont) ?? content.text;
  else if (content.text !== undefined) content.text = splitByFont(content.text, inFirstFont);
  if (content.stack !== undefined) content.stack = splitByFont(content.stack, inFirstFont);
  if (content.columns !== undefined) content.columns = splitByFont(content.columns, inFirstFont);
  if (content.table) content.table.body = splitByFont(content.table.body, inFirstFont);
  return content;
}

interface Piece {
  text: string;
  readonly font?: string;
}

/**
 * A word with the space after it: one word in two fonts would look like a mistake. Signs stand apart: the first font has some
 * that the second lacks.
 */
const WORDS = /\s*(?:\p{S}+|[^\s\p{S}]+)\s*|\s+/gu;

/** Null when the whole text is in the first font. */
function pieces(text: string, inFirstFont: HasGlyph): Piece[] | null {
  const runs: { text: string; second: boolean }[] = [];
  for (const word of text.match(WORDS) ?? []) {
    const second = lettersOf(word).some((letter) => !canPrint(letter, inFirstFont));
    const last = runs.at(-1);
    if (last?.second === second) last.text += word;
    else runs.push({ text: word, second });
  }
  if (!runs.some(({ second }) => second)) return null;
  return runs.map(({ text: run, second }) => (second ? { text: run, font: SECOND_FONT } : { text: run }));
}

function isNode(value: unknown): value is LooseNode {
  return typeof value === 'object' && value !== null;
}
