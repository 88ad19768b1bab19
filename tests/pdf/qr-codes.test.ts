import readCode from 'jsqr';
import { describe, expect, it } from 'vitest';
import { drawPages, type DrawnPage } from '../../commands/pictures/draw-pages.ts';
import type { Handout } from '../../src/domain/handout/handout.ts';
import type { Letters } from '../../src/domain/handout/print-order.ts';
import { handoutOfCase } from '../support/cases.ts';
import { rendered, sampleHandout } from './handouts.ts';
import { readPdf } from './read-pdf.ts';

/** Pixels a point: 144 dots an inch, less than any office printer has. */
const SCALE = 2;
/** Points: what a telephone sees at once is higher than a code and lower than two. */
const WINDOW = 110;
const STEP = 30;
/** Share of the width at which the codes begin. */
const CODES_BEGIN = 0.6;

interface ReadCode {
  readonly page: number;
  readonly data: string;
}

/** The codes on each page, as a telephone that moves down it would read them from a grey print. */
async function codesOf(bytes: Uint8Array): Promise<readonly ReadCode[]> {
  const pages = await drawPages(bytes, SCALE);
  return pages.flatMap((drawn, page) => {
    const found = new Set<string>();
    for (let top = 0; top < drawn.height; top += STEP * SCALE) {
      const { light, width, height } = windowAt(drawn, top);
      const code = readCode(light, width, height);
      if (code && code.data !== '') found.add(code.data);
    }
    return [...found].map((data) => ({ page, data }));
  });
}

/** Part of a page that is looked at, in grey: codes stand on the right. */
function windowAt(page: DrawnPage, top: number) {
  const from = Math.floor(page.width * CODES_BEGIN);
  const width = page.width - from;
  const height = Math.min(page.height - top, WINDOW * SCALE);
  const pixels = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    const row = 4 * ((top + y) * page.width + from);
    pixels.set(page.pixels.subarray(row, row + 4 * width), 4 * y * width);
  }
  return { light: grey(pixels), width, height };
}

function grey(pixels: Uint8Array): Uint8ClampedArray {
  const out = new Uint8ClampedArray(pixels.length);
  for (let i = 0; i < pixels.length; i += 4) {
    const light = 0.3 * (pixels[i] ?? 0) + 0.59 * (pixels[i + 1] ?? 0) + 0.11 * (pixels[i + 2] ?? 0);
    out.set([light, light, light, 255], i);
  }
  return out;
}

/** Printed address of every reference, by where it leads. */
function addresses({ chapters }: Handout): ReadonlyMap<string, string> {
  const nodes = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.nodes));
  return new Map(nodes.flatMap((node) => (node.kind === 'reference' ? [[node.url, node.address]] : [])));
}

describe('R24 every code leads to the address that is printed on its page', () => {
  it.each<Letters>(['normal', 'large'])('in %s letters, from a grey print', async (letters) => {
    const handout = sampleHandout();
    const outcome = await rendered(handout, letters);
    if (outcome.kind !== 'rendered') return expect.unreachable(outcome.kind);
    const { pages } = await readPdf(outcome.bytes);
    const codes = await codesOf(outcome.bytes);
    expect(codes.map(({ page }) => page)).toEqual([2, 4, 5]);
    for (const { page, data } of codes) {
      const address = addresses(handout).get(data);
      expect(address, data).toBeDefined();
      expect(pages[page]?.text).toContain(address);
    }
  });

  it('every one of Volledig', async () => {
    const handout = handoutOfCase('leiomyosarcoma', 'volledig');
    const outcome = await rendered(handout);
    if (outcome.kind !== 'rendered') return expect.unreachable(outcome.kind);
    const { pages } = await readPdf(outcome.bytes);
    const codes = await codesOf(outcome.bytes);
    const coded = handout.chapters.flatMap(({ sections }) =>
      sections.flatMap(({ nodes }) =>
        nodes.flatMap((node) => (node.kind === 'reference' && node.code ? [node.url] : [])),
      ),
    );
    expect(codes.map(({ data }) => data).sort()).toEqual([...coded].sort());
    for (const { page, data } of codes) {
      const [address = ''] = (addresses(handout).get(data) ?? '').split(',');
      expect(pages[page]?.text.replace(/\s+/g, ' ')).toContain(address);
    }
  }, 60_000);
});
