import type { Content } from 'pdfmake';
import type { HandoutChapter } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS } from '../design/colours.ts';
import { iconFor, iconStrokes } from '../design/icons.ts';
import { leading } from '../design/lettering.ts';
import type { PagePreset } from '../design/page-preset.ts';
import type { NodeStyle } from '../nodes/node-style.ts';

function headHeight(page: PagePreset): number {
  return 3 * page.base;
}

/** Title of a chapter that begins at the top of a page, on the tinted band (`chapterHead`). */
export function pageTitle(text: string, { page, colours }: Pick<NodeStyle, 'page' | 'colours'>): Content {
  const fontSize = 1.7 * page.base;
  const room = (headHeight(page) - 1.15 * fontSize) / 2;
  return {
    text,
    headlineLevel: 1,
    outline: true,
    fontSize,
    bold: true,
    color: colours.dark,
    lineHeight: leading(1.15),
    margin: [0, page.headInset - page.margin.top + room, 0, room + 0.8 * page.base],
  };
}

/** The tinted band behind the title of a chapter, with its icon. */
export function chapterHead(chapter: Pick<HandoutChapter, 'theme' | 'icon'>, page: PagePreset): Content {
  const { dark, tint } = CHAPTER_COLOURS[chapter.theme];
  const b = page.base;
  const width = page.width - 2 * page.headInset;
  const height = headHeight(page);
  const icon = 2 * b;
  const place = `translate(${width - icon - b} ${(height - icon) / 2}) scale(${icon / 24})`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" rx="${b}" fill="${tint}"/>` +
    `<g transform="${place}">${iconStrokes(iconFor(chapter.icon, chapter.theme), dark, 1.6)}</g></svg>`;
  return { svg, absolutePosition: { x: page.headInset, y: page.headInset } };
}
