import { describe, expect, it } from 'vitest';
import type { Handout } from '../../src/domain/handout/handout.ts';
import { A5, smallSize } from '../../src/pdf/design/page-preset.ts';
import { ROOMY } from '../../src/pdf/nodes/chapter-fitting.ts';
import type { RenderOutcome } from '../../src/domain/handout/render-outcome.ts';
import { chapterPage } from '../../src/pdf/kort/chapter-page.ts';
import { rendered as outcomeOf, SAMPLES, sampleHandout } from './handouts.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

async function rendered(handout: Handout): Promise<Extract<RenderOutcome, { kind: 'rendered' }>> {
  const outcome: RenderOutcome = await outcomeOf(handout);
  if (outcome.kind !== 'rendered') throw new Error(`not rendered: ${JSON.stringify(outcome)}`);
  return outcome;
}

async function booklet(handout: Handout): Promise<ReadPdf> {
  return readPdf((await rendered(handout)).bytes);
}

/** All sentences and labels of the handout that must be on paper unless a page gave way. */
function sentencesOf(handout: Handout): string[] {
  return handout.chapters.flatMap(({ sections }) =>
    sections.flatMap(({ title, nodes }) => [
      ...(title === null ? [] : [title]),
      ...nodes.flatMap((node) => {
        switch (node.kind) {
          case 'paragraph':
          case 'colophon':
            return node.sentences.map(({ runs }) => runs.map(({ text }) => text).join(''));
          case 'actions':
            return node.items.map(({ sentence }) => sentence.runs.map(({ text }) => text).join(''));
          case 'timeline':
            return node.rows.flatMap(({ when, label }) => [when, label]);
          case 'week-lines':
            return node.rows.flatMap(({ week, label }) => [`week ${week}`, label]);
          default:
            return [];
        }
      }),
    ]),
  );
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe.each(SAMPLES)('the booklet of %s', (sample) => {
  const handout = sampleHandout(sample);
  const read = booklet(handout);

  it('has exactly eight A5 pages', async () => {
    const { pages } = await read;
    expect(pages).toHaveLength(8);
    for (const { width, height } of pages) {
      expect(width).toBeCloseTo(A5.width);
      expect(height).toBeCloseTo(A5.height);
    }
  });

  it('keeps all text inside the margins, and 12 points from the edge at the foot', async () => {
    for (const { texts, height, width } of (await read).pages) {
      for (const { text, left, right, top, bottom } of texts) {
        expect(left, text).toBeGreaterThanOrEqual(A5.margin.left - 0.01);
        expect(right, text).toBeLessThanOrEqual(width - A5.margin.right + 0.5);
        expect(top, text).toBeGreaterThanOrEqual(12);
        expect(bottom, text).toBeLessThanOrEqual(height - 12);
      }
    }
  });

  it('keeps the text of a page apart from its foot', async () => {
    for (const { texts, height } of (await read).pages.slice(1, -1)) {
      const foot = height - A5.margin.bottom;
      const inFoot = texts.filter(({ top }) => top >= foot);
      const across = texts.filter(({ top, bottom }) => top < foot && bottom > foot + 1);
      expect(inFoot.length).toBeGreaterThanOrEqual(2);
      expect(across).toEqual([]);
    }
  });

  it('has no text smaller than 12 points', async () => {
    const sizes = (await read).pages.flatMap(({ texts }) => texts.map(({ size }) => size));
    expect(Math.min(...sizes)).toBeCloseTo(smallSize(A5));
    expect(smallSize(A5)).toBeGreaterThanOrEqual(12);
  });

  it('numbers the pages and says which chapter it is', async () => {
    const { pages } = await read;
    handout.chapters.forEach((chapter, i) => {
      const { texts, height } = pages[i + 1] ?? { texts: [], height: 0 };
      const head = texts.filter(({ size }) => size > 1.6 * A5.base).map(({ text }) => text);
      const foot = texts.filter(({ top }) => top >= height - A5.margin.bottom).map(({ text }) => plain(text));
      expect(head[0]).toBe(chapter.title);
      expect(foot.toSorted()).toEqual([`bladzijde ${i + 2} van 8`, handout.trial ?? chapter.title].toSorted());
    });
  });

  it('prints every sentence, but for blocks that may give way', async () => {
    const text = plain((await read).pages.map((page) => page.text).join(' '));
    const mayMiss = handout.chapters.flatMap(({ sections }) =>
      sections.flatMap(({ nodes }) =>
        nodes.flatMap((node) =>
          node.kind === 'paragraph'
            ? node.sentences
                .filter(({ block }) => block !== null && handout.givesWay.includes(block))
                .map(({ runs }) => runs.map((run) => run.text).join(''))
            : [],
        ),
      ),
    );
    const missing = sentencesOf(handout).filter((sentence) => !text.includes(plain(sentence)));
    expect(missing.filter((sentence) => !mayMiss.includes(sentence))).toEqual([]);
  });

  it('has its fonts inside, and a title and a language', async () => {
    const { raw, info, xmp } = await read;
    expect(raw.split('/FontFile2').length - 1).toBe(2);
    expect(info).toMatchObject({
      Title: handout.title,
      Author: handout.author,
      Subject: handout.subject,
      Language: 'nl-NL',
      CreationDate: 'D:20261125090000Z',
      PDFFormatVersion: '1.7',
    });
    expect(raw).toContain('/DisplayDocTitle true');
    expect(xmp).toContain(`>${handout.title}<`);
  });

  it('claims PDF/A-2a and PDF/UA-1, with a structure tree to show for it', async () => {
    const { raw, xmp } = await read;
    expect(raw).toMatch(/\/MarkInfo/);
    expect(raw).toMatch(/\/StructTreeRoot/);
    expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  });
});

describe('a booklet made in Node', () => {
  it('gives the same bytes for the same handout, and their SHA-1', async () => {
    const [one, two] = [await rendered(sampleHandout()), await rendered(sampleHandout())];
    expect(two.sha1).toBe(one.sha1);
    expect(Buffer.from(two.bytes).equals(Buffer.from(one.bytes))).toBe(true);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', one.bytes));
    expect(one.sha1).toBe(Buffer.from(digest).toString('hex'));
  });

  it('leaves the handout as it was', async () => {
    const handout = sampleHandout();
    await rendered(handout);
    expect(handout).toEqual(sampleHandout());
  });

  it('says on every page that it is a trial, covers included, exactly when it is', async () => {
    const trial = await booklet(sampleHandout('trial'));
    expect(trial.pages.map(({ text }) => text.split('PROEFVERSIE').length - 1)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    const approved = await booklet(sampleHandout());
    expect(approved.pages.filter(({ text }) => text.includes('PROEFVERSIE'))).toEqual([]);
  });

  it('puts one QR code at most on a page', () => {
    const { chapters, ownLinesTitle } = sampleHandout();
    const codes = chapters.map((chapter) => {
      const drawn = JSON.stringify(chapterPage(chapter, ROOMY, A5, ownLinesTitle));
      return drawn.split(JSON.stringify('fill="#000"').slice(1, -1)).length - 1;
    });
    expect(codes).toEqual([0, 1, 0, 1, 1, 0]);
  });

  it('can be clicked to the addresses and the number that it names', async () => {
    const { pages } = await booklet(sampleHandout());
    expect(pages[2]?.links).toContain('https://sarcomen.nl/');
    expect(pages[5]?.links).toContain('https://www.kanker.nl/lotgenoten');
    expect(pages[1]?.links).toContain('tel:+31880001234');
  });

  it('leaves metadata that is XML, whatever the hospital is called', async () => {
    const author = 'Ziekenhuis <De> Linde & Zn.';
    const { info, xmp } = await booklet({ ...sampleHandout(), author });
    expect(info['Author']).toBe(author);
    expect(xmp).toContain('Ziekenhuis &lt;De&gt; Linde &amp; Zn.');
  });

  it.each([
    ['a chapter too few', { chapters: sampleHandout().chapters.slice(1) }, 'chapters'],
    [
      'a chapter too many',
      { chapters: [...sampleHandout().chapters, ...sampleHandout().chapters.slice(0, 1)] },
      'chapters',
    ],
  ])('names what makes %s no Kort', async (_, change, where) => {
    expect(await outcomeOf({ ...sampleHandout(), ...change })).toEqual({ kind: 'does-not-fit', where });
  });
});
