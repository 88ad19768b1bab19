import type { CancerWords, WordContext } from '../classification.ts';
import { remember } from './remember.ts';

/** What a text suggests. It never decides: at most it keeps a record from being passed over. */
export type WordReading =
  | { readonly kind: 'cancer' }
  /** Every cancer word stands in a context: benign, in the past, in the family, suspected, … */
  | { readonly kind: 'in-context'; readonly context: WordContext }
  | { readonly kind: 'no-cancer-word' };

interface Hit {
  readonly from: number;
  readonly to: number;
}

const REACH = 5;
const CLAUSE_END = ';';
const NO_HITS: readonly Hit[] = [];
const NONE: WordReading = { kind: 'no-cancer-word' };

/** Looks for words that name a cancer; of several texts the most telling counts. `weak` stems only in a record without codes. */
export function readWords(
  texts: readonly string[],
  words: CancerWords,
  options: { readonly weak: boolean },
): WordReading {
  const readings = texts.map((text) => readOne(text, words, options.weak));
  return (
    readings.find(({ kind }) => kind === 'cancer') ??
    readings.find((reading) => reading.kind === 'in-context' && reading.context.verdict === 'undecided') ??
    readings.find(({ kind }) => kind === 'in-context') ??
    NONE
  );
}

/** Terms come again and again; a long text hardly ever does. */
function readOne(text: string, words: CancerWords, weak: boolean): WordReading {
  if (text.length > LONGEST_REMEMBERED) return readText(plainText(text, words), words, weak);
  return weak ? readWeakOnce(words, text) : readOnce(words, text);
}

const LONGEST_REMEMBERED = 200;
const REMEMBERED = 5_000;
const readOnce = remember(REMEMBERED, (words: CancerWords, text: string) =>
  readText(plainText(text, words), words, false),
);
const readWeakOnce = remember(REMEMBERED, (words: CancerWords, text: string) =>
  readText(plainText(text, words), words, true),
);

/** Lower case, no diacritics, hyphens as spaces, lines as clauses, a space on either side; words that only look like cancer are cut out. */
function plainText(text: string, { notWords }: CancerWords): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[\r\n]+/g, ` ${CLAUSE_END} `)
    .replace(/[-\u2010-\u2015\s]+/g, ' ');
  return notWords.reduce(
    (rest, word) => (rest.includes(word) ? rest.replaceAll(word, word.startsWith(' ') ? ' ' : '') : rest),
    ` ${plain} `,
  );
}

function readText(text: string, words: CancerWords, weak: boolean): WordReading {
  const contexts = hitsIn(text, words, weak).map((hit) => contextOf(text, hit, words));
  if (contexts.includes(null)) return { kind: 'cancer' };
  const context = mostTelling(contexts.filter((one) => one !== null));
  return context === null ? NONE : { kind: 'in-context', context };
}

/** A suspicion or a remission goes before what makes the words not count. */
function mostTelling(contexts: readonly WordContext[]): WordContext | null {
  return contexts.find(({ verdict }) => verdict === 'undecided') ?? contexts[0] ?? null;
}

function hitsIn(text: string, words: CancerWords, weak: boolean): readonly Hit[] {
  const hits: Hit[] = [];
  const look = (stems: readonly string[], counts: (hit: Hit) => boolean): void => {
    for (const stem of stems) for (const hit of occurrences(text, stem)) if (counts(hit)) hits.push(hit);
  };
  look(words.anywhere, () => true);
  if (weak) look(words.weak, () => true);
  look(words.start, ({ from }) => beginsWord(text, from));
  look(words.end, ({ to }) => endsWord(text, to));
  return hits;
}

function occurrences(text: string, stem: string): readonly Hit[] {
  let from = text.indexOf(stem);
  if (from < 0) return NO_HITS;
  const hits: Hit[] = [];
  for (; from >= 0; from = text.indexOf(stem, from + 1)) {
    hits.push({ from, to: from + stem.length });
  }
  return hits;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{Letter}\p{Number}]/u.test(character);
}

function beginsWord(text: string, at: number): boolean {
  return !isLetter(text[at - 1]) || !isLetter(text[at]);
}

function endsWord(text: string, at: number): boolean {
  return !isLetter(text[at]);
}

/** The context of a hit: a stem in the same clause, within five words before it, or after it where the stem may stand there. */
function contextOf(text: string, hit: Hit, { contexts }: CancerWords): WordContext | null {
  const before = { from: wordsBack(text, hit.from), to: hit.from };
  const after = { from: hit.to, to: wordsOn(text, hit.to) };
  const found = contexts.filter(
    (context) => standsIn(text, context.stem, before) || (context.after && standsIn(text, context.stem, after)),
  );
  return mostTelling(found);
}

function standsIn(text: string, stem: string, window: Hit): boolean {
  const within = text.slice(window.from, window.to);
  return occurrences(within, stem).some(({ from }) => beginsWord(text, window.from + from));
}

/** Where the fifth word before this place begins, or its clause. */
function wordsBack(text: string, at: number): number {
  let place = text.lastIndexOf(' ', at - 1);
  for (let word = 0; word < REACH && place > 0; word += 1) place = text.lastIndexOf(' ', place - 1);
  return Math.max(place, text.lastIndexOf(CLAUSE_END, at), 0);
}

/** Where the fifth word after this place ends, or its clause. */
function wordsOn(text: string, at: number): number {
  let place = text.indexOf(' ', at);
  for (let word = 0; word < REACH && place >= 0; word += 1) place = text.indexOf(' ', place + 1);
  const words = place < 0 ? text.length : place + 1;
  const clause = text.indexOf(CLAUSE_END, at);
  return clause < 0 ? words : Math.min(words, clause);
}
