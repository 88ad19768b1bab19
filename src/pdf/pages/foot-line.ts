import type { Column, Content } from 'pdfmake/interfaces';
import type { Handout, HandoutChapter } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS, INK_SOFT } from '../design/colours.ts';
import { iconFor, iconSvg } from '../design/icons.ts';
import { leading } from '../design/lettering.ts';
import { type PagePreset, smallSize } from '../design/page-preset.ts';
import { BOOKLET_WORDS } from '../text/booklet-words.ts';
import { trialNotice } from './trial-notice.ts';

const NO_BREAK_SPACE = '\u00A0';

export interface PageNumber {
  readonly pageNumber: number;
  readonly pages: number;
}

type Named = Pick<HandoutChapter, 'number' | 'title' | 'icon' | 'theme'>;

/** The page number on the outer side, the chapter on the inner; without an approval the notice in its place (D20). */
export function footLine(
  handout: Handout,
  chapter: Named,
  { pageNumber, pages }: PageNumber,
  page: PagePreset,
): Content {
  const number: Column = {
    text: BOOKLET_WORDS[handout.language].pageOf(pageNumber, pages),
    width: 'auto',
    fontSize: smallSize(page),
    lineHeight: leading(1.3),
    color: INK_SOFT,
  };
  const name: Column = handout.trial
    ? { ...trialNotice(handout.trial, page), width: 'auto' }
    : chapterName(chapter, page);
  const between: Column = { text: '', width: '*' };
  return { columns: pageNumber % 2 === 1 ? [name, between, number] : [number, between, name] };
}

function chapterName(chapter: Named, page: PagePreset): Column {
  const size = 1.07 * page.base;
  const color = CHAPTER_COLOURS[chapter.theme].dark;
  const title = chapter.number === null ? chapter.title : `${chapter.number}. ${chapter.title}`;
  return {
    width: 'auto',
    columns: [
      { svg: iconSvg(iconFor(chapter.icon, chapter.theme), color, size), width: size },
      {
        text: title.replaceAll(' ', NO_BREAK_SPACE),
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
