import type { Content } from 'pdfmake';
import type { HandoutChapter } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS, WHITE } from '../design/colours.ts';
import type { PagePreset } from '../design/page-preset.ts';

/** From the outer edge: office printers put no ink nearer. */
const FROM_EDGE = 12;

/** The number of the chapter on the outer edge, lower for each next one: to be found by leafing. */
export function thumbTab(chapter: HandoutChapter, pageNumber: number, page: PagePreset): Content[] {
  if (chapter.number === null) return [];
  const b = page.base;
  const [width, height] = [1.1 * b, 2.5 * b];
  const x = pageNumber % 2 === 0 ? FROM_EDGE : page.width - FROM_EDGE - width;
  const y = page.margin.top + 12 * b + (chapter.number - 1) * (height + 0.7 * b);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" rx="${0.4 * b}" fill="${CHAPTER_COLOURS[chapter.theme].dark}"/></svg>`;
  return [
    { svg, absolutePosition: { x, y } },
    {
      text: String(chapter.number),
      absolutePosition: { x: x + width / 2 - 0.28 * b, y: y + height / 2 - 0.63 * b },
      bold: true,
      color: WHITE,
      fontSize: 0.95 * b,
      lineHeight: 1,
    },
  ];
}
