import type { CancerWords, WordContext } from '../classification.ts';
import { remember, rememberOne } from './remember.ts';
import {
  byRank,
  countBefore,
  indexStems,
  locate,
  occurrencesIn,
  within,
  type Located,
  type Occurrence,
} from './stems.ts';

/** What a text suggests. It never decides: at most it keeps a record from being passed over. */
export type WordReading =
  | { readonly kind: 'cancer' }
  /** Every cancer word stands in a context: benign, in the past, in the family, suspected, … */
  | { readonly kind: 'in-context'; readonly context: WordContext }
  | { readonly kind: 'no-cancer-word' };

/** What a stem is in the list of words. */
type StemKind = 'anywhere' | 'weak' | 'start' | 'end' | 'not-word';
type Hit = Occurrence<StemKind>;

const REACH = 5;
const CLAUSE_END = ';';
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
  return weak ? readWeakOnce(words, text) : readOnce(words, text);
}

const REMEMBERED = 5_000;
const readOnce = remember(REMEMBERED, (words: CancerWords, text: string) => readText(text, words, false));
const readWeakOnce = remember(REMEMBERED, (words: CancerWords, text: string) => readText(text, words, true));

/** The order counts: of several hits the first with a telling context is the one that is named. */
const stemsOf = rememberOne(({ anywhere, weak, start, end, notWords }: CancerWords) => {
  const lists: readonly (readonly [StemKind, readonly string[]])[] = [
    ['anywhere', anywhere],
    ['weak', weak],
    ['start', start],
    ['end', end],
    ['not-word', notWords],
  ];
  return indexStems(lists.flatMap(([of, stems]) => stems.map((text) => ({ text, of }))));
});

const contextsOf = rememberOne(({ contexts }: CancerWords) =>
  indexStems(contexts.map((context) => ({ text: context.stem, of: context }))),
);

/** Lower case, no diacritics, hyphens as spaces, lines as clauses, a space on either side. */
function plainText(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[\r\n]+/g, ` ${CLAUSE_END} `)
    .replace(/[-\u2010-\u2015\s]+/g, ' ');
  return ` ${plain} `;
}

/** Cuts out, one after the other, the words that only look like cancer. */
function withoutNotWords(text: string, { notWords }: CancerWords): string {
  return notWords.reduce(
    (rest, word) => (rest.includes(word) ? rest.replaceAll(word, word.startsWith(' ') ? ' ' : '') : rest),
    text,
  );
}

function readText(written: string, words: CancerWords, weak: boolean): WordReading {
  const whole = plainText(written);
  const stems = occurrencesIn(whole, stemsOf(words));
  if (stems.length === 0) return NONE;
  if (!stems.some(isNotWord)) return readHits(whole, stems, words, weak);
  const text = withoutNotWords(whole, words);
  return readHits(text, occurrencesIn(text, stemsOf(words)), words, weak);
}

function isNotWord({ stem }: Hit): boolean {
  return stem.of === 'not-word';
}

function readHits(text: string, stems: readonly Hit[], words: CancerWords, weak: boolean): WordReading {
  const hits = stems.filter((hit) => counts(hit, text, weak)).sort(byRank);
  const layout = layoutOf(text, words);
  const contexts: WordContext[] = [];
  for (const hit of hits) {
    const context = contextOf(hit, layout);
    if (context === null) return { kind: 'cancer' };
    contexts.push(context);
  }
  const context = mostTelling(contexts);
  return context === null ? NONE : { kind: 'in-context', context };
}

/** A suspicion or a remission goes before what makes the words not count. */
function mostTelling(contexts: readonly WordContext[]): WordContext | null {
  return contexts.find(({ verdict }) => verdict === 'undecided') ?? contexts[0] ?? null;
}

function counts({ stem, from, to }: Hit, text: string, weak: boolean): boolean {
  switch (stem.of) {
    case 'anywhere':
      return true;
    case 'weak':
      return weak;
    case 'start':
      return beginsWord(text, from);
    default:
      return stem.of === 'end' && endsWord(text, to);
  }
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

/** Where the words and clauses of a text end, and the contexts in it: made once, for a long text may hold thousands of hits. */
interface Layout {
  readonly length: number;
  readonly spaces: readonly number[];
  readonly clauseEnds: readonly number[];
  readonly contexts: Located<WordContext>;
}

function layoutOf(text: string, words: CancerWords): Layout {
  const contexts = occurrencesIn(text, contextsOf(words)).filter(({ from }) => beginsWord(text, from));
  return {
    length: text.length,
    spaces: placesOf(' ', text),
    clauseEnds: placesOf(CLAUSE_END, text),
    contexts: locate(contexts),
  };
}

function placesOf(character: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) places.push(at);
  return places;
}

/** The context of a hit: a stem in the same clause, within five words before it, or after it where the stem may stand there. */
function contextOf(hit: Hit, layout: Layout): WordContext | null {
  const before = within(layout.contexts, { from: wordsBack(hit.from, layout), to: hit.from });
  const after = within(layout.contexts, { from: hit.to, to: wordsOn(hit.to, layout) });
  const found = [...before, ...after.filter(({ stem }) => stem.of.after)].sort(byRank);
  return mostTelling(found.map(({ stem }) => stem.of));
}

/** Where the fifth word before this place begins, or its clause; every text here begins with a space. */
function wordsBack(at: number, { spaces, clauseEnds }: Layout): number {
  const words = Number(spaces[Math.max(countBefore(at, spaces) - 1 - REACH, 0)]);
  const clause = clauseEnds[countBefore(at, clauseEnds) - 1];
  return Math.max(words, clause ?? 0);
}

/** Where the fifth word after this place ends, or its clause. */
function wordsOn(at: number, { length, spaces, clauseEnds }: Layout): number {
  const words = spaces[countBefore(at, spaces) + REACH];
  const clause = clauseEnds[countBefore(at, clauseEnds)];
  return Math.min(words === undefined ? length : words + 1, clause ?? length);
}
