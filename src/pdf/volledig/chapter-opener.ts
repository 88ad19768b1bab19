import type { Content } from 'pdfmake';
import type { HandoutChapter } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS, WHITE } from '../design/colours.ts';
import { iconFor, iconStrokes } from '../design/icons.ts';
import { leading } from '../design/lettering.ts';
import { type PagePreset, textWidth } from '../design/page-preset.ts';
import { type Piece, piece } from './pieces/piece.ts';

/** How far the tinted panel reaches beyond the text. */
const OVERHANG = 16;

const panelHeight = (page: PagePreset): number => 8 * page.base;
const iconSize = (page: PagePreset): number => 3.8 * page.base;

/** Id of the heading of a chapter, where the list of contents leads to. */
export function chapterAnchor({ id }: Pick<HandoutChapter, 'id'>): string {
  return `hoofdstuk-${id}`;
}

/** Number and title of a chapter with its sentence, as high as the panel behind it whatever the words. */
export function openerWords(chapter: HandoutChapter, page: PagePreset): Piece {
  const b = page.base;
  const width = textWidth(page) - iconSize(page) - b;
  const words = (): Content[] => [
    {
      text: `${chapter.number}. ${chapter.title}`,
      headlineLevel: 1,
      outline: true,
      id: chapterAnchor(chapter),
      fontSize: 2 * b,
      bold: true,
      color: CHAPTER_COLOURS[chapter.theme].dark,
      lineHeight: leading(1.15),
      margin: [0, 0, 0, 0.3 * b],
    },
    ...(chapter.lead === null ? [] : [{ text: chapter.lead }]),
  ];
  return piece(
    () => ({
      layoutTable: true,
      table: { widths: [width], heights: [panelHeight(page) - OVERHANG], body: [[{ stack: words() }]] },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: () => 0,
        paddingLeft: () => 0,
        paddingRight: () => 0,
        paddingTop: () => 0,
        paddingBottom: () => 0,
      },
    }),
    { withNext: true },
  );
}

/** The tinted panel behind them: icon, and the route with a stop for each chapter, the own stop large with its number. */
export function openerArt(chapter: HandoutChapter, chapters: number, page: PagePreset): Content[] {
  const b = page.base;
  const { dark, tint } = CHAPTER_COLOURS[chapter.theme];
  const [x, y] = [page.margin.left - OVERHANG, page.margin.top - OVERHANG];
  const [width, height] = [textWidth(page) + 2 * OVERHANG, panelHeight(page)];
  const own = (chapter.number ?? 1) - 1;
  const line = height - 1.45 * b;
  const at = (stop: number): number => 2.5 * b + (stop * (width - 5 * b)) / Math.max(1, chapters - 1);
  const stops = Array.from({ length: chapters }, (_, stop) =>
    stop === own
      ? `<circle cx="${at(stop)}" cy="${line}" r="${0.95 * b}" fill="${dark}"/>`
      : `<circle cx="${at(stop)}" cy="${line}" r="${0.34 * b}" fill="${stop < own ? dark : WHITE}" stroke="${dark}" stroke-width="1.4"/>`,
  );
  const icon = iconSize(page);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" rx="${b}" fill="${tint}"/>` +
    `<g transform="translate(${width - icon - 1.3 * b} ${1.1 * b}) scale(${icon / 24})">${iconStrokes(iconFor(chapter.icon, chapter.theme), dark, 1.5)}</g>` +
    `<path d="M${at(0)} ${line}H${at(chapters - 1)}" stroke="${dark}" stroke-width="1.6" fill="none"/>${stops.join('')}</svg>`;
  return [
    { svg, absolutePosition: { x, y } },
    {
      text: String(chapter.number),
      absolutePosition: { x: x + at(own) - 0.3 * b, y: y + line - 0.69 * b },
      bold: true,
      color: WHITE,
      fontSize: 1.05 * b,
      lineHeight: 1,
    },
  ];
}
