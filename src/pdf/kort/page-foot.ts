import type { Column, Content } from 'pdfmake/interfaces';
import type { Handout, HandoutChapter } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS, INK_SOFT } from '../design/colours.ts';
import { iconFor, iconSvg } from '../design/icons.ts';
import { leading } from '../design/lettering.ts';
import { type PagePreset, smallSize, textWidth } from '../design/page-preset.ts';
import { routeLine } from '../design/route-line.ts';
import { BOOKLET_WORDS } from '../text/booklet-words.ts';
import { trialNotice } from '../pages/trial-notice.ts';

const NO_BREAK_SPACE = '\u00A0';

/** Foot of the page of chapter number `index`: the route line, the page number on the outer side, the chapter on the inner. */
export function pageFoot(handout: Handout, index: number, page: PagePreset): Content | null {
  const chapter = handout.chapters[index];
  if (!chapter) return null;
  const color = CHAPTER_COLOURS[chapter.theme].dark;
  const pageNumber = index + 2;
  const pages = handout.chapters.length + 2;
  const number: Column = {
    text: BOOKLET_WORDS[handout.language].pageOf(pageNumber, pages),
    width: 'auto',
    fontSize: smallSize(page),
    lineHeight: leading(1.3),
    color: INK_SOFT,
  };
  const name: Column = handout.trial
    ? { ...trialNotice(handout.trial, page), width: 'auto' }
    : chapterName(chapter, page, color);
  const between: Column = { text: '', width: '*' };
  return {
    stack: [
      {
        svg: routeLine(textWidth(page), handout.chapters.length, index, color),
        width: textWidth(page),
        margin: [0, 0.25 * page.base, 0, 0.15 * page.base],
      },
      { columns: pageNumber % 2 === 1 ? [name, between, number] : [number, between, name] },
    ],
    margin: [page.margin.left, 0, page.margin.right, 0],
  };
}

function chapterName(chapter: HandoutChapter, page: PagePreset, color: string): Column {
  const size = 1.07 * page.base;
  return {
    width: 'auto',
    columns: [
      { svg: iconSvg(iconFor(chapter.icon, chapter.theme), color, size), width: size },
      {
        text: chapter.title.replaceAll(' ', NO_BREAK_SPACE),
        width: 'auto',
        noWrap: true,
        fontSize: smallSize(page),
        lineHeight: leading(1.3),
        bold: true,
        color,
      },
    ],
    columnGap: 6,
  };
}
