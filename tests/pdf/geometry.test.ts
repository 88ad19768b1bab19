import { describe, expect, it } from 'vitest';
import { drawPages, type DrawnPage } from '../../commands/pictures/draw-pages.ts';
import type { Length } from '../../src/domain/handout/handout.ts';
import { LETTERS, type Letters } from '../../src/domain/handout/print-order.ts';
import { A4_LARGE, A4_LARGE_FULL, A5, A5_FULL, type PagePreset } from '../../src/pdf/design/page-preset.ts';
import { handoutOfCase } from '../support/cases.ts';
import { rendered } from './handouts.ts';
import { type PrintedText, type ReadPage, readPdf } from './read-pdf.ts';

/** Points of white paper that an office printer needs. */
const EDGE = 12;
/** A page that nothing continues on is at least so full (share of the text column). */
const FULL_ENOUGH = 0.6;
const DARK = 160;
/** Characters on the longest line (R18). */
const LONGEST = 70;
const PRESETS: Readonly<Record<Length, Readonly<Record<Letters, PagePreset>>>> = {
  kort: { normal: A5, large: A4_LARGE },
  volledig: { normal: A5_FULL, large: A4_LARGE_FULL },
};
const NAMES = ['leiomyosarcoma', 'everything-on', 'without-first-sick-day', 'without-work', 'palliative'] as const;
const ROWS = NAMES.flatMap((name) =>
  (['kort', 'volledig'] as const).flatMap((length) => LETTERS.map((letters) => ({ name, length, letters }))),
);

interface Line {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** Words of one height as one line; the foot of the page and a lone number (thumb tab, route, step) are none. */
function linesOf({ texts }: ReadPage, page: PagePreset): readonly Line[] {
  const bodyEnd = page.height - page.margin.bottom + 2;
  const lines: Line[] = [];
  for (const { text, top, bottom, size } of texts.filter((one) => one.bottom <= bodyEnd).toSorted(byTop)) {
    const above = lines.at(-1);
    if (above && Math.abs(above.bottom - bottom) < 3 && above.size === size)
      lines[lines.length - 1] = { ...above, text: `${above.text}${text}` };
    else lines.push({ text, top, bottom, size });
  }
  return lines.filter(({ text }) => text.trim() !== '' && !/^\d$/.test(text));
}

function byTop(a: PrintedText, b: PrintedText): number {
  return Math.abs(a.bottom - b.bottom) < 3 ? a.left - b.left : a.bottom - b.bottom;
}

/** Light of a pixel, 0 to 255. */
function lightAt({ pixels, width }: DrawnPage, x: number, y: number): number {
  const i = 4 * (y * width + x);
  return Math.min(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0);
}

/** Lowest row of the text column with ink, as a share of it. */
function filledShare(page: DrawnPage, preset: PagePreset): number {
  const end = Math.floor(preset.height - preset.margin.bottom);
  const [from, to] = [Math.ceil(preset.margin.left), Math.floor(preset.width - preset.margin.right)];
  for (let y = end; y > 0; y--)
    for (let x = from; x < to; x++)
      if (lightAt(page, x, y) < DARK) return (y - preset.margin.top) / (end - preset.margin.top);
  return 0;
}

function inkAtEdge(page: DrawnPage): boolean {
  for (let y = 0; y < page.height; y++)
    for (let x = 0; x < page.width; x++) {
      const isEdge = x < EDGE - 1 || y < EDGE - 1 || x > page.width - EDGE || y > page.height - EDGE;
      if (isEdge && lightAt(page, x, y) < 250) return true;
    }
  return false;
}

describe.each(ROWS)('$name, $length, $letters letters', ({ name, length, letters }) => {
  const preset = PRESETS[length][letters];
  const made = async () => {
    const outcome = await rendered(handoutOfCase(name, length), letters);
    if (outcome.kind !== 'rendered') throw new Error(outcome.kind);
    return outcome.bytes;
  };
  let bytes: Promise<Uint8Array<ArrayBuffer>> | undefined;
  const pdf = () => (bytes ??= made());

  it('keeps 12 points of white paper on every side, drawings too', async () => {
    const pages = await drawPages(await pdf(), 1);
    expect(pages.flatMap((page, i) => (inkAtEdge(page) ? [i + 1] : []))).toEqual([]);
  });

  it('has every page full enough: what is left is room to write', async () => {
    const pages = (await drawPages(await pdf(), 1)).slice(1, -1);
    const loose = pages.flatMap((page, i) => {
      const share = filledShare(page, preset);
      return share < FULL_ENOUGH ? [`page ${i + 2}: ${Math.round(100 * share)} %`] : [];
    });
    expect(loose).toEqual([]);
  });

  it('has body text inside the margins, none under 12 points, no line too long', async () => {
    const { pages } = await readPdf(await pdf());
    const wrong = pages.slice(1, -1).flatMap((page, i) => {
      const { margin, width, height } = preset;
      const body = page.texts.filter(({ text, left }) => text.trim() !== '' && left > margin.left - 20);
      const outside = body.filter(
        (one) =>
          one.top < Math.min(margin.top, preset.headInset) - 1 ||
          (one.bottom < height - margin.bottom && one.right > width - margin.right + 1 && !/^\d$/.test(one.text)),
      );
      const small = page.texts.filter(({ size }) => size < 11.99);
      const long = linesOf(page, preset).filter(
        ({ text, size }) => size >= preset.base - 0.1 && text.trim().length > LONGEST,
      );
      return [...outside, ...small, ...long].map(({ text }) => `page ${i + 2}: ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  it('leaves no heading without two lines under it, unless that is room to write', async () => {
    const { pages } = await readPdf(await pdf());
    const drawn = await drawPages(await pdf(), 1);
    const heading = 1.15 * preset.base;
    const stranded = pages.slice(1, -1).flatMap((page, i) => {
      const lines = linesOf(page, preset);
      const last = lines.findLastIndex(({ size }) => size >= heading);
      const below = lines.slice(last + 1).length;
      // Cards and writing lines are no text: then there is ink well below.
      const ink =
        filledShare(drawn[i + 1] as DrawnPage, preset) * (preset.height - preset.margin.top - preset.margin.bottom);
      const written = ink - ((lines[last]?.bottom ?? 0) - preset.margin.top) > 2 * preset.base;
      return last >= 0 && below < 2 && !written ? [`page ${i + 2}: ${lines[last]?.text}`] : [];
    });
    expect(stranded).toEqual([]);
  });
});
