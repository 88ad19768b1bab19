import type { Content } from 'pdfmake/interfaces';
import type { Handout } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS } from '../design/colours.ts';
import { type PagePreset, textWidth } from '../design/page-preset.ts';
import { routeLine } from '../design/route-line.ts';
import { footLine } from '../pages/foot-line.ts';

/** Foot of the page of chapter number `index`: the route line, and under it the page number and the chapter. */
export function pageFoot(handout: Handout, index: number, page: PagePreset): Content | null {
  const chapter = handout.chapters[index];
  if (!chapter) return null;
  const { chapters } = handout;
  return {
    stack: [
      {
        svg: routeLine(textWidth(page), chapters.length, index, CHAPTER_COLOURS[chapter.theme].dark),
        width: textWidth(page),
        margin: [0, 0.25 * page.base, 0, 0.15 * page.base],
      },
      footLine(handout, chapter, { pageNumber: index + 2, pages: chapters.length + 2 }, page),
    ],
    margin: [page.margin.left, 0, page.margin.right, 0],
  };
}
