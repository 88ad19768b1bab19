import type { CancerWords, WordContext } from '../classification.ts';
import { remember, rememberOne } from './remember.ts';
import { byRank, indexStems, occurrencesIn, within, type Occurrence } from './stems.ts';

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
  if (hits.length === 0) return NONE;
  const found = occurrencesIn(text, contextsOf(words)).filter(({ from }) => beginsWord(text, from));
  const contexts: WordContext[] = [];
  for (const hit of hits) {
    const context = contextOf(text, hit, found);
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
    case 'end':
      return endsWord(text, to);
    case 'not-word':
      return false;
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

/** The context of a hit: a stem in the same clause, within five words before it, or after it where the stem may stand there. */
function contextOf(text: string, hit: Hit, contexts: readonly Occurrence<WordContext>[]): WordContext | null {
  if (contexts.length === 0) return null;
  const before = within(contexts, { from: wordsBack(text, hit.from), to: hit.from });
  const after = within(contexts, { from: hit.to, to: wordsOn(text, hit.to) });
  const found = [...before, ...after.filter(({ stem }) => stem.of.after)].sort(byRank);
  return mostTelling(found.map(({ stem }) => stem.of));
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
