import type { Content } from 'pdfmake';
import type { Handout, HandoutChapter } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS, HAIR, INK_SOFT } from '../design/colours.ts';
import { iconFor, iconStrokes } from '../design/icons.ts';
import { leading } from '../design/lettering.ts';
import { type PagePreset, smallSize, textWidth } from '../design/page-preset.ts';
import { chapterAnchor } from './chapter-opener.ts';
import { type Group, type Part, piece } from './pieces/piece.ts';

/** Page on which a chapter begins; what is asked before the pages are planned only has to be as wide. */
export type PageOf = (chapter: HandoutChapter) => string;

/** The list of contents: numbered chapters large, then the pages around them. */
export function contentsParts(handout: Handout, page: PagePreset, pageOf: PageOf): readonly Part[] {
  const b = page.base;
  const numbered = handout.chapters.filter(({ number }) => number !== null);
  const around = handout.chapters.filter(({ number }) => number === null);
  const entries: Group = {
    kind: 'group',
    wrap: (stack) => ({ tag: 'TOC', stack }),
    parts: [
      ...numbered.map((chapter, i) =>
        piece(() => numberedEntry(chapter, page, pageOf), { above: i > 0 ? 0.75 * b : 0 }),
      ),
      ...around.map((chapter, i) =>
        piece(() => plainEntry(chapter, page, pageOf, i === 0), { above: i > 0 ? 0.3 * b : b }),
      ),
    ],
  };
  return [entries];
}

function numberedEntry(chapter: HandoutChapter, page: PagePreset, pageOf: PageOf): Content {
  const b = page.base;
  const { dark, tint } = CHAPTER_COLOURS[chapter.theme];
  const [icon, number, gap] = [2.9 * b, 3 * b, 0.9 * b];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${icon}" height="${icon}" viewBox="0 0 40 40">` +
    `<rect width="40" height="40" rx="11" fill="${tint}"/>` +
    `<g transform="translate(8 8)">${iconStrokes(iconFor(chapter.icon, chapter.theme), dark, 1.8)}</g></svg>`;
  const large = { bold: true, fontSize: 1.15 * b, lineHeight: leading(1.25) };
  const title = `${chapter.number}. ${chapter.title}`;
  return {
    tag: 'TOCI',
    columns: [
      { width: icon, svg, decorative: true },
      {
        width: textWidth(page) - icon - number - 2 * gap,
        stack: [
          { text: title, tag: 'Reference', ...large, color: dark, linkToDestination: chapterAnchor(chapter) },
          ...(chapter.lead === null
            ? []
            : [{ text: chapter.lead, fontSize: smallSize(page), color: INK_SOFT, lineHeight: leading(1.3) }]),
        ],
      },
      { width: number, text: pageOf(chapter), alignment: 'right', noWrap: true, ...large },
    ],
    columnGap: gap,
  };
}

function plainEntry(chapter: HandoutChapter, page: PagePreset, pageOf: PageOf, isFirst: boolean): Content {
  const number = 3 * page.base;
  const width = textWidth(page);
  const rule: Content = {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.75, lineColor: HAIR }],
    decorative: true,
    margin: [0, 0, 0, 0.6 * page.base],
  };
  const entry: Content = {
    tag: 'TOCI',
    columns: [
      { width: width - number, text: chapter.title, tag: 'Reference', linkToDestination: chapterAnchor(chapter) },
      { width: number, text: pageOf(chapter), alignment: 'right', noWrap: true },
    ],
  };
  return isFirst ? { stack: [rule, entry] } : entry;
}
