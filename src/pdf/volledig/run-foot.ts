import type { Content } from 'pdfmake';
import type { Handout, HandoutChapter } from '../../domain/handout/handout.ts';
import { HAIR } from '../design/colours.ts';
import { type PagePreset, textWidth } from '../design/page-preset.ts';
import { type PageNumber, footLine } from '../pages/foot-line.ts';

/** Foot of a page between the covers: a hairline, the page number on the outer side, the chapter on the inner. */
export function runFoot(handout: Handout, chapter: HandoutChapter | null, at: PageNumber, page: PagePreset): Content {
  const named = chapter ?? { number: null, title: handout.contentsTitle ?? '', icon: 'boek', theme: 'voorin' as const };
  return {
    stack: [
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth(page), y2: 0, lineWidth: 0.75, lineColor: HAIR }],
        margin: [0, 0.75 * page.base, 0, 0.45 * page.base],
      },
      footLine(handout, named, at, page),
    ],
    margin: [page.margin.left, 0, page.margin.right, 0],
  };
}
