import type { Content } from 'pdfmake';
import type { Handout, HandoutBack, HandoutCover } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS, INK_SOFT } from '../design/colours.ts';
import {
  BACK_HILLS_TOP,
  LABEL_BOTTOM,
  LABEL_TEXT_LEFT,
  LABEL_TEXT_WIDTH,
  backCoverArt,
  frontCoverArt,
} from '../design/cover-art.ts';
import { leading } from '../design/lettering.ts';
import { MM, type PagePreset, smallSize, textWidth } from '../design/page-preset.ts';
import { richText } from '../nodes/rich-text.ts';
import { writingLines } from '../nodes/writing-lines.ts';
import { trialNotice } from './trial-notice.ts';

const TITLE_COLOUR = CHAPTER_COLOURS.voorin.dark;
const FINDER_LINE_GAP = 11 * MM;

function panelOf(page: PagePreset): { readonly width: number; readonly height: number } {
  return { width: page.width - 2 * page.coverInset, height: page.height - 2 * page.coverInset };
}

/** Title and subtitle of the front. */
export function frontCover(cover: HandoutCover, page: PagePreset): Content[] {
  const b = page.base;
  return [
    {
      text: cover.title,
      headlineLevel: 1,
      fontSize: 3.3 * b,
      bold: true,
      color: TITLE_COLOUR,
      lineHeight: leading(1.05),
      margin: [0, 1.6 * b, 0, 0.6 * b],
    },
    ...cover.subtitle.map((text) => ({ text, fontSize: 1.15 * b, lineHeight: leading(1.35) })),
  ];
}

/** What stands on the label: for whom, and from which hospital. */
export function coverLabel({ forWhom, given }: HandoutCover): Content[] {
  return [...(forWhom ? [{ text: forWhom, bold: true }] : []), ...(given ? [{ text: given }] : [])];
}

export function coverLabelWidth(page: PagePreset): number {
  return LABEL_TEXT_WIDTH * panelOf(page).width;
}

/** Where the label begins, from the top of the page, when its text is `textHeight` points high. It grows upward. */
export function coverLabelTop(page: PagePreset, textHeight: number): number {
  return page.coverInset + LABEL_BOTTOM * panelOf(page).height - labelHeight(page, textHeight);
}

function labelHeight(page: PagePreset, textHeight: number): number {
  return textHeight + 1.4 * page.base;
}

/** The whole front: trial notice, title and label in reading order. `textHeight` is that of the label. */
export function frontCoverPage(handout: Handout, page: PagePreset, textHeight: number): Content[] {
  const label: Content = {
    columns: [{ width: coverLabelWidth(page), stack: coverLabel(handout.cover) }],
    absolutePosition: {
      x: page.coverInset + LABEL_TEXT_LEFT * panelOf(page).width,
      y: coverLabelTop(page, textHeight) + 0.65 * page.base,
    },
  };
  return [...trialOnCover(handout, page), ...frontCover(handout.cover, page), label];
}

/** Drawing behind the text of the front, with the white label. */
export function frontCoverBackground({ cover }: Handout, page: PagePreset, textHeight: number): Content[] {
  const top = coverLabelTop(page, textHeight);
  const height = coverLabel(cover).length > 0 ? labelHeight(page, textHeight) : 0;
  return [
    {
      svg: frontCoverArt(panelOf(page), { top: top - page.coverInset, height }),
      absolutePosition: { x: page.coverInset, y: page.coverInset },
    },
  ];
}

/** The back, seen by others: room for what anyone may see, who finds it, help with reading, version. */
export function backCover(back: HandoutBack, page: PagePreset, lines: number): Content[] {
  const b = page.base;
  const width = textWidth(page);
  return [
    {
      text: back.title,
      headlineLevel: 1,
      outline: true,
      fontSize: 1.6 * b,
      bold: true,
      color: TITLE_COLOUR,
      lineHeight: leading(1.15),
      margin: [0, 0.9 * b, 0, 0.3 * b],
    },
    { text: back.warning, margin: [0, 0, 0, 0.25 * b] },
    writingLines(lines, width),
    { text: back.found, bold: true, margin: [0, 1.7 * b, 0, 0] },
    writingLines(1, width, FINDER_LINE_GAP),
    { text: richText(back.help), margin: [0, 1.4 * b, 0, 0.5 * b] },
    { text: back.imprint, fontSize: smallSize(page), lineHeight: leading(1.3), color: INK_SOFT },
  ];
}

/** Height in points that the text of the back may take: above the hills, since no text stands on a picture. */
export function backCoverHeight(page: PagePreset): number {
  return page.coverInset + BACK_HILLS_TOP * panelOf(page).height - page.margin.top;
}

export function backCoverBackground(handout: Handout, page: PagePreset): Content[] {
  const drawing: Content = {
    svg: backCoverArt(panelOf(page)),
    absolutePosition: { x: page.coverInset, y: page.coverInset },
  };
  return [drawing, ...trialOnCover(handout, page)];
}

function trialOnCover({ trial }: Handout, page: PagePreset): Content[] {
  const position = { x: page.margin.left, y: page.coverInset + 0.55 * page.base };
  return trial ? [{ ...trialNotice(trial, page), absolutePosition: position }] : [];
}
