import { PDFiumLibrary } from '@hyzyla/pdfium';
import readCode from 'jsqr';
import { describe, expect, it } from 'vitest';
import type { Handout } from '../../src/domain/handout/handout.ts';
import type { Letters } from '../../src/domain/handout/print-order.ts';
import { rendered, sampleHandout } from './handouts.ts';
import { readPdf } from './read-pdf.ts';

/** Pixels a point: 144 dots an inch, less than any office printer has. */
const SCALE = 2;

interface ReadCode {
  readonly page: number;
  readonly data: string;
}

/** The code on each page, as a telephone would read it from a grey print. */
async function codesOf(bytes: Uint8Array): Promise<readonly ReadCode[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(Uint8Array.from(bytes));
  const codes: ReadCode[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: SCALE, render: 'bitmap' });
    const found = readCode(grey(data), width, height);
    if (found) codes.push({ page: page.number, data: found.data });
  }
  document.destroy();
  library.destroy();
  return codes;
}

function grey(pixels: Uint8Array): Uint8ClampedArray {
  const out = new Uint8ClampedArray(pixels.length);
  for (let i = 0; i < pixels.length; i += 4) {
    const light = 0.11 * (pixels[i] ?? 0) + 0.59 * (pixels[i + 1] ?? 0) + 0.3 * (pixels[i + 2] ?? 0);
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
});
