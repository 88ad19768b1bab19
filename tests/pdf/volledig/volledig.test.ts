import { describe, expect, it } from 'vitest';
import type { Handout } from '../../../src/domain/handout/handout.ts';
import type { Letters } from '../../../src/domain/handout/print-order.ts';
import { CASE_NAMES, handoutOfCase } from '../../support/cases.ts';
import { rendered, withContact } from '../handouts.ts';
import { type ReadPdf, readPdf } from '../read-pdf.ts';

/** Ten sheets (R25); one more for everything at once, and for names that take a page. */
const MOST_PAGES = 40;
const MOST_WITH_EVERYTHING = 44;
const THICK = ['moved-dates', 'everything-on', 'long-names'];

const volledigOf = (name: string): Handout => handoutOfCase(name, 'volledig');

async function pdfOf(handout: Handout, letters: Letters = 'normal'): Promise<ReadPdf> {
  const outcome = await rendered(handout, letters);
  if (outcome.kind !== 'rendered') throw new Error(JSON.stringify(outcome));
  return readPdf(outcome.bytes);
}

const flat = (text: string): string => text.replace(/[\s\u00A0]+/g, ' ');

describe('Volledig on paper', () => {
  it.each(CASE_NAMES.flatMap((name) => (['normal', 'large'] as const).map((letters) => [name, letters] as const)))(
    'of %s in %s letters can be folded, and is no thicker than it may be',
    async (name, letters) => {
      const handout = volledigOf(name);
      const { pages } = await pdfOf(handout, letters);
      expect(pages.length % 4).toBe(0);
      expect(pages.length).toBeLessThanOrEqual(THICK.includes(name) ? MOST_WITH_EVERYTHING : MOST_PAGES);
      // The list of contents tells the truth.
      const contents = pages.findIndex(({ text }) => text.includes('Inhoud'));
      const listed = flat(pages[contents]?.text ?? '');
      for (const { number, title, lead } of handout.chapters.filter((chapter) => chapter.number !== null)) {
        const head = `${number}. ${title}`;
        const begins = pages.findIndex(({ text }, i) => i > contents && flat(text).includes(head)) + 1;
        expect(listed).toContain(`${head} ${lead} ${begins}`);
      }
    },
    30_000,
  );

  it('gives every page its number, but the covers', async () => {
    const { pages } = await pdfOf(volledigOf('leiomyosarcoma'));
    const numbered = pages.map(({ text }, i) => flat(text).includes(`bladzijde ${i + 1} van ${pages.length}`));
    expect(numbered).toEqual(pages.map((_, i) => i > 0 && i < pages.length - 1));
  });

  it('names no disease on the outside', async () => {
    const { pages } = await pdfOf(volledigOf('leiomyosarcoma'));
    expect(flat(pages[2]?.text ?? '')).toContain('leiomyosarcoom');
    for (const outside of [pages[0], pages.at(-1)]) expect(outside?.text).not.toMatch(/sarcoom|kanker/i);
  });

  it('says PROEFVERSIE on every page of a trial', async () => {
    const { pages } = await pdfOf(volledigOf('trial'));
    expect(pages.filter(({ text }) => !text.includes('PROEFVERSIE'))).toEqual([]);
  });

  it('is made of the same bytes for the same order', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => rendered(volledigOf('leiomyosarcoma'))));
    expect(first).toMatchObject({ kind: 'rendered' });
    expect(first?.kind === 'rendered' && first.sha1).toBe(second?.kind === 'rendered' && second.sha1);
  });

  it('F41 goes on over more pages when names are long, and names what no page can hold', async () => {
    const handout = volledigOf('long-names');
    const long = withContact(handout, { name: 'Wilhelmina '.repeat(12).trim() });
    expect(await rendered(long)).toMatchObject({ kind: 'rendered' });
    const endless = withContact(handout, { name: 'Wilhelmina '.repeat(200).trim() });
    expect(await rendered(endless)).toEqual({ kind: 'does-not-fit', where: 'bellen' });
    const cover = { ...handout, cover: { ...handout.cover, forWhom: 'Wilhelmina '.repeat(200).trim() } };
    expect(await rendered(cover)).toEqual({ kind: 'does-not-fit', where: 'cover.forWhom' });
  });

  it('without a list of contents or notes still comes out', async () => {
    const handout = volledigOf('leiomyosarcoma');
    const chapters = handout.chapters.filter(({ theme }) => theme !== 'invullen');
    const { pages } = await pdfOf({ ...handout, contentsTitle: null, chapters });
    expect(pages.some(({ text }) => text.includes('Inhoud'))).toBe(false);
  });
});
