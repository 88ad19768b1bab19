import { occursIn } from '../../src/domain/handout/volledig/explain-words.ts';
import { averageWords, fleschDouma, sentencesOf, wordsOf } from './measure.ts';
import { chapterSentences, type BlockSample, type BookletSample } from './samples.ts';

/** Everything that is judged. */
export interface Samples {
  readonly blocks: readonly BlockSample[];
  readonly booklets: readonly BookletSample[];
  readonly words: HardWords;
}

/** What the content says of hard words. */
export interface HardWords {
  /** Terms of the word list. */
  readonly terms: readonly string[];
  /** Terms that a block explains itself, by block. */
  readonly explainedBy: ReadonlyMap<string, readonly string[]>;
  /** Terms that a fixed sentence explains, by that sentence. */
  readonly explainedIn: ReadonlyMap<string, readonly string[]>;
  /** Terms that the short booklet leaves unexplained on purpose. */
  readonly leftInKort: readonly string[];
  readonly longAllowed: readonly string[];
  /** Abbreviations that are the name of somebody. */
  readonly names: readonly string[];
}

/** A limit of `knowledge/content/SOURCES.md` (Readability), with what goes beyond it. */
export interface Gate {
  readonly id: string;
  readonly what: string;
  readonly limit: string;
  /** A hard one fails the command and the tests; a soft one is for the editor. */
  readonly hard: boolean;
  readonly beyond: (samples: Samples) => readonly string[];
  /** The worst measured, as printed; null where there is nothing to measure. */
  readonly worst: ((samples: Samples) => number) | null;
}

const BANNED =
  /uitbehandeld|terminaal|laatste fase|strijd|vecht|helaas|overleving|prognose|weiger|verzuim|\bhij\b|\bzij\b(?! (weten|heten|helpen))/i;
/** Only what is said to the reader: a patient may well ask what must be done. */
const PUSHING = /\bmoet(en)?\b/i;
const ALLOWED_PERCENTAGE = /ten minste 70% van je loon|meer dan 65% van je oude loon verdienen/;
const DEFINITION = /minder dan 6 van de 100\.000 mensen/;
const BOTH_SIDES = /\d+ van de 100 [^.]*\. De andere \d+ niet\./;
const PASSIVE = /\bword(?:t|en)\b[^.?]*\b(?:ge|ver|be|ont)\p{Ll}+(?:d|t|en)\b/giu;

const paragraphsOf = ({ blocks }: Samples) =>
  blocks.flatMap(({ where, paragraphs, questions }) => [...paragraphs, ...questions].map((text) => ({ where, text })));
const sentences = (samples: Samples) =>
  paragraphsOf(samples).flatMap(({ where, text }) => sentencesOf(text).map((sentence) => ({ where, text: sentence })));
const chapters = ({ booklets }: Samples) =>
  booklets.flatMap((booklet) => booklet.chapters).filter((one) => chapterSentences(one).length > 0);
const said = ({ where, text }: { readonly where: string; readonly text: string }): string => `${where}: ${text}`;
const found = (samples: Samples, isBeyond: (text: string) => boolean): readonly string[] =>
  paragraphsOf(samples)
    .filter(({ text }) => isBeyond(text))
    .map(said);
const inSentences = (samples: Samples, isBeyond: (text: string) => boolean): readonly string[] =>
  sentences(samples)
    .filter(({ text }) => isBeyond(text))
    .map(said);

const longest = (samples: Samples): number => Math.max(...sentences(samples).map(({ text }) => wordsOf(text).length));
const measured = ({ blocks }: Samples) =>
  blocks
    .map(({ where, paragraphs, questions }) => ({ where, all: [...paragraphs, ...questions].flatMap(sentencesOf) }))
    .filter(({ all }) => all.flatMap(wordsOf).length >= 20)
    .map(({ where, all }) => ({ where, score: fleschDouma(all) }));
const hardest = (samples: Samples): number => Math.min(...measured(samples).map(({ score }) => score));
const below = (samples: Samples, limit: number): readonly string[] =>
  measured(samples)
    .filter(({ score }) => score < limit)
    .map(({ where, score }) => `${where}: ${score.toFixed(1)}`);
const longestParagraph = (samples: Samples): number =>
  Math.max(...paragraphsOf(samples).map(({ text }) => wordsOf(text).length));

/** Text of a booklet without what slots were filled with: names are not what it is judged by. */
function ownText(text: string, { values }: BookletSample): string {
  return values.reduce((rest, value) => rest.replaceAll(value, ' '), text);
}

function ownWords(booklet: BookletSample): readonly string[] {
  return booklet.chapters
    .flatMap(({ sections }) => sections.flatMap(({ paragraphs, labels }) => [...paragraphs, ...labels]))
    .map((text) => ownText(text, booklet));
}

/** Hard words of a booklet that are explained neither where they first stand, nor in its word list. */
function unexplained(booklet: BookletSample, words: HardWords): readonly string[] {
  const { where, length, chapters: all } = booklet;
  const sections = all.flatMap((chapter) => chapter.sections);
  const listed = new Set(sections.flatMap(({ explained }) => explained));
  return words.terms.flatMap((term) => {
    if (listed.has(term) || (length === 'kort' && words.leftInKort.includes(term))) return [];
    const first = sections.find(({ paragraphs, labels }) =>
      occursIn(term, ownText([...paragraphs, ...labels].join(' '), booklet).toLowerCase()),
    );
    if (first === undefined) return [];
    const byBlock = first.blocks.some((id) => words.explainedBy.get(id)?.includes(term));
    const byFixed = [...words.explainedIn].some(
      ([text, terms]) => terms.includes(term) && first.paragraphs.join(' ').includes(text),
    );
    return byBlock || byFixed ? [] : [`${where}: ${term}, first in "${first.title ?? first.blocks.join(', ')}"`];
  });
}

function withoutAddress({ booklets }: Samples): readonly string[] {
  return booklets.flatMap(({ where, codes }) =>
    codes.filter(({ address }) => address.trim() === '').map(({ url }) => `${where}: ${url}`),
  );
}

export const GATES: readonly Gate[] = [
  {
    id: 'R1',
    what: 'words a sentence, average of a chapter',
    limit: '12 or less',
    hard: true,
    beyond: (samples) =>
      chapters(samples)
        .filter((one) => averageWords(chapterSentences(one)) > 12)
        .map(({ where }) => where),
    worst: (samples) => Math.max(...chapters(samples).map((one) => averageWords(chapterSentences(one)))),
  },
  {
    id: 'R2',
    what: 'words in the longest sentence',
    limit: '20 or less',
    hard: true,
    beyond: (samples) => inSentences(samples, (text) => wordsOf(text).length > 20),
    worst: longest,
  },
  {
    id: 'R2',
    what: 'words in the longest sentence',
    limit: '15 or less',
    hard: false,
    beyond: (samples) => inSentences(samples, (text) => wordsOf(text).length > 15),
    worst: longest,
  },
  {
    id: 'R3',
    what: 'words in a paragraph',
    limit: '100 or less',
    hard: true,
    beyond: (samples) => found(samples, (text) => wordsOf(text).length > 100),
    worst: longestParagraph,
  },
  {
    id: 'R3',
    what: 'words in a paragraph',
    limit: '60 or less',
    hard: false,
    beyond: (samples) => found(samples, (text) => wordsOf(text).length > 60),
    worst: longestParagraph,
  },
  {
    id: 'R4',
    what: 'Flesch-Douma of a block of 20 words or more',
    limit: '60 or more',
    hard: true,
    beyond: (samples) => below(samples, 60),
    worst: hardest,
  },
  {
    id: 'R4',
    what: 'Flesch-Douma of a block of 20 words or more',
    limit: '70 or more',
    hard: false,
    beyond: (samples) => below(samples, 70),
    worst: hardest,
  },
  {
    id: 'R5',
    what: 'Flesch-Douma of a chapter',
    limit: '75 or more',
    hard: false,
    beyond: (samples) =>
      chapters(samples)
        .filter((one) => fleschDouma(chapterSentences(one)) < 75)
        .map(({ where }) => where),
    worst: (samples) => Math.min(...chapters(samples).map((one) => fleschDouma(chapterSentences(one)))),
  },
  {
    id: 'R6',
    what: 'words of more than 14 letters that are no term and not allowed',
    limit: 'none',
    hard: true,
    beyond: (samples) => {
      const known = [...samples.words.longAllowed, ...samples.words.terms].map((word) => word.toLowerCase());
      return inSentences(samples, (text) =>
        wordsOf(text)
          .flatMap((word) => word.split('-'))
          .some((word) => word.length > 14 && !known.includes(word.toLowerCase())),
      );
    },
    worst: null,
  },
  {
    id: 'R7',
    what: 'hard words explained where they first stand, or in the word list',
    limit: 'all',
    hard: true,
    beyond: ({ booklets, words }) => booklets.flatMap((booklet) => unexplained(booklet, words)),
    worst: null,
  },
  {
    id: 'R8',
    what: 'abbreviations that are no term; names excepted',
    limit: 'none',
    hard: true,
    beyond: ({ booklets, words }) => {
      const known = new Set([...words.names, ...words.terms.flatMap((term) => term.split(/[ -]/))]);
      return booklets.flatMap((booklet) => {
        const used = ownWords(booklet).flatMap((text) => text.match(/(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}\d])/gu) ?? []);
        return [...new Set(used)].filter((word) => !known.has(word)).map((word) => `${booklet.where}: ${word}`);
      });
    },
    worst: null,
  },
  {
    id: 'R9',
    what: '"worden" with a participle in a block',
    limit: '1 or less',
    hard: false,
    beyond: ({ blocks }) =>
      blocks
        .filter(({ paragraphs }) => (paragraphs.join(' ').match(PASSIVE) ?? []).length > 1)
        .map(({ where }) => where),
    worst: null,
  },
  {
    id: 'R10',
    what: 'percentages but 70% of the wage and 65% in the Ziektewet',
    limit: 'none',
    hard: true,
    beyond: ({ booklets }) =>
      booklets.flatMap((booklet) =>
        ownWords(booklet)
          .filter((text) => text.includes('%') && !ALLOWED_PERCENTAGE.test(text))
          .map((text) => said({ where: booklet.where, text })),
      ),
    worst: null,
  },
  {
    id: 'R11',
    what: 'chance but as "x van de 100", both sides; the definition of rare excepted',
    limit: 'none',
    hard: true,
    beyond: (samples) =>
      found(samples, (text) => /\d+ van de \d/.test(text) && !DEFINITION.test(text) && !BOTH_SIDES.test(text)),
    worst: null,
  },
  {
    id: 'R12',
    what: 'words that hurt or push',
    limit: 'none',
    hard: true,
    beyond: (samples) => [
      ...found(samples, (text) => BANNED.test(text)),
      ...samples.blocks.flatMap(({ where, paragraphs }) =>
        paragraphs.filter((text) => PUSHING.test(text)).map((text) => said({ where, text })),
      ),
    ],
    worst: null,
  },
  {
    id: 'R13',
    what: '"u" outside questions to a doctor and the sheet for the bedrijfsarts',
    limit: 'none',
    hard: true,
    beyond: ({ blocks }) =>
      blocks.flatMap(({ where, paragraphs }) =>
        paragraphs.filter((text) => /\b(u|uw)\b/i.test(text)).map((text) => said({ where, text })),
      ),
    worst: null,
  },
  {
    id: 'R14',
    what: 'slots that nobody filled, in a booklet',
    limit: 'none',
    hard: true,
    beyond: ({ booklets }) =>
      booklets.flatMap((booklet) =>
        ownWords(booklet)
          .filter((text) => text.includes('{{'))
          .map((text) => said({ where: booklet.where, text })),
      ),
    worst: null,
  },
  {
    id: 'R22',
    what: 'chapters and sections without a heading to find them by',
    limit: 'none',
    hard: true,
    beyond: ({ booklets }) =>
      booklets.flatMap(({ chapters: all }) =>
        all
          .filter(
            ({ sections }) => sections[0]?.title?.trim() === '' || sections.some(({ title }) => title?.trim() === ''),
          )
          .map(({ where }) => where),
      ),
    worst: null,
  },
  {
    id: 'R24',
    what: 'QR codes without an address beside them',
    limit: 'none',
    hard: true,
    beyond: withoutAddress,
    worst: null,
  },
];
