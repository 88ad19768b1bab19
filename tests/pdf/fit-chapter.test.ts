import { describe, expect, it } from 'vitest';
import type { HandoutChapter } from '../../src/domain/handout/handout.ts';
import { A5, textHeight } from '../../src/pdf/design/page-preset.ts';
import { fitChapter } from '../../src/pdf/kort/fitting/fit-chapter.ts';
import { ROOMY } from '../../src/pdf/nodes/chapter-fitting.ts';
import type { Measure } from '../../src/pdf/pages/fitting/measure.ts';
import { blocksIn, withoutBlocks } from '../../src/pdf/kort/fitting/without-blocks.ts';
import { aChapter, aSentence } from './handouts.ts';

const PAGE = textHeight(A5);
const TEXT = aChapter([
  {
    kind: 'paragraph',
    sentences: [aSentence('Lang.', 'long'), aSentence('Kort.', 'short'), aSentence('Vast.', 'core')],
  },
  {
    kind: 'reference',
    named: false,
    label: 'Groep',
    url: 'https://voorbeeld.nl/',
    address: 'voorbeeld.nl',
    checked: null,
    code: true,
  },
]);

/** Heights by what the drawing holds: a QR code, a sentence; the rest of the page is `base`. */
function weigh(base: number, weights: Readonly<Record<string, number>>): Measure {
  return (content) => {
    const drawn = JSON.stringify(content);
    const added = Object.entries(weights).map(([mark, height]) => (drawn.includes(mark) ? height : 0));
    return Promise.resolve(added.reduce((sum, height) => sum + height, base));
  };
}

async function fit(chapter: HandoutChapter, measure: Measure) {
  return fitChapter(chapter, {
    page: A5,
    measure,
    givesWay: ['short', 'absent', 'long'],
    ownLinesTitle: 'Mijn vragen',
  });
}

describe('fitChapter', () => {
  it('leaves a page that fits as it is', async () => {
    expect(await fit(TEXT, weigh(PAGE - 10, { 'Mijn vragen': 110 }))).toEqual({ ...ROOMY, air: 3 });
  });

  it('gives up in order: gaps, code, writing line, then blocks, first to go first', async () => {
    const seen: string[] = [];
    const measure: Measure = (content) => {
      const drawn = JSON.stringify(content);
      seen.push(['svg', 'Kort.', 'Lang.'].filter((mark) => drawn.includes(mark)).join(' '));
      return Promise.resolve(PAGE + 100);
    };
    expect(await fit(TEXT, measure)).toBeNull();
    expect(seen).toEqual(['svg Kort. Lang.', 'svg Kort. Lang.', 'Kort. Lang.', 'Kort. Lang.', 'Lang.', '']);
  });

  it('keeps all blocks when the code is enough to give up', async () => {
    const fitting = await fit(TEXT, weigh(PAGE - 20, { svg: 60 }));
    expect(fitting).toMatchObject({ tightGaps: true, withCode: false, fewerLines: false, dropped: [] });
  });

  it('takes a short block back when a long one that went after it made the room', async () => {
    const fitting = await fit(TEXT, weigh(PAGE - 30, { 'Kort.': 20, 'Lang.': 100 }));
    expect(fitting).toMatchObject({ dropped: ['long'], fewerLines: false });
  });

  it('does not know how to fit what may not go', async () => {
    expect(await fit(TEXT, weigh(PAGE - 30, { 'Vast.': 100 }))).toBeNull();
  });

  it('adds own lines in a page with much room and nothing to write on, but never fewer than three', async () => {
    const lines: Measure = (content) => {
      const drawn = JSON.stringify(content);
      return Promise.resolve(PAGE - 200 + (drawn.split('"type":"line"').length - 1) * 28.35);
    };
    expect(await fit(TEXT, lines)).toMatchObject({ ownLines: 6, moreLines: 0 });
    const airy = await fit(TEXT, weigh(PAGE - 60, { 'Mijn vragen': 110 }));
    expect(airy?.ownLines).toBe(0);
    expect(airy?.air).toBeCloseTo(1.1 * A5.base);
  });

  it('adds lines where the page is written on already, up to what it asks at most', async () => {
    const writing = (atMost: number | null) => aChapter([{ kind: 'writing-lines', atLeast: 3, atMost }]);
    expect(await fit(writing(null), weigh(PAGE - 200, {}))).toMatchObject({ moreLines: 6, ownLines: 0 });
    expect(await fit(writing(5), weigh(PAGE - 200, {}))).toMatchObject({ moreLines: 2 });
  });
});

describe('withoutBlocks', () => {
  it('leaves out what has nothing left to say', () => {
    const chapter = aChapter([
      { kind: 'paragraph', sentences: [aSentence('Weg.', 'gone')] },
      { kind: 'actions', numbered: false, items: [{ sentence: aSentence('Ook weg.', 'gone') }] },
    ]);
    expect(withoutBlocks(chapter, ['gone']).sections).toEqual([]);
  });

  it('never touches a warning, a question for the contact, or the colophon', () => {
    const chapter = aChapter([
      { kind: 'contact', intro: 'Bel', person: null, ask: [aSentence('Vraag.', 'gone')] },
      { kind: 'emergency', intro: 'Spoed', phone: null, warning: [aSentence('Bel 112.', 'gone')] },
      { kind: 'colophon', title: 'Over', sentences: [aSentence('Dit.', 'gone')] },
    ]);
    expect(withoutBlocks(chapter, ['gone'])).toEqual(chapter);
    expect(blocksIn(chapter).size).toBe(0);
  });
});
