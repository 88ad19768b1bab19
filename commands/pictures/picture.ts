import { PNG } from 'pngjs';
import type { DrawnPage } from './draw-pages.ts';

/** A page as the bytes of a PNG file. */
export function toPng({ width, height, pixels }: DrawnPage): Buffer {
  const png = new PNG({ width, height });
  png.data.set(pixels);
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}

const GAP = 6;
const GREY = 136;

/** Pages side by side, `columns` in a row, on grey. */
export function contactSheet(pages: readonly DrawnPage[], columns: number): DrawnPage {
  const [cellWidth, cellHeight] = [widest(pages, 'width') + GAP, widest(pages, 'height') + GAP];
  const width = columns * cellWidth + GAP;
  const height = Math.ceil(pages.length / columns) * cellHeight + GAP;
  const pixels = new Uint8Array(4 * width * height).fill(GREY);
  pages.forEach((page, i) => {
    const [left, top] = [GAP + (i % columns) * cellWidth, GAP + Math.floor(i / columns) * cellHeight];
    for (let y = 0; y < page.height; y++) {
      const row = page.pixels.subarray(4 * y * page.width, 4 * (y + 1) * page.width);
      pixels.set(row, 4 * ((top + y) * width + left));
    }
  });
  return { width, height, pixels };
}

const STEP = 15;

/** Eighteen shades a channel: enough for the eye, in a smaller file. */
export function fewerColours(page: DrawnPage): DrawnPage {
  return { ...page, pixels: page.pixels.map((value) => Math.round(value / STEP) * STEP) };
}

function widest(pages: readonly DrawnPage[], side: 'width' | 'height'): number {
  return Math.max(...pages.map((page) => page[side]));
}
