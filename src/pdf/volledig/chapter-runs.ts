import type { Content } from 'pdfmake';
import type { Handout, HandoutChapter } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS } from '../design/colours.ts';
import { type PagePreset, textHeight, textWidth } from '../design/page-preset.ts';
import { ROOMY } from '../nodes/chapter-fitting.ts';
import { sectionTitle } from '../nodes/build-section.ts';
import type { NodeStyle } from '../nodes/node-style.ts';
import { LINE_GAP, writingLines } from '../nodes/writing-lines.ts';
import { pageTitle } from '../pages/page-head.ts';
import { chapterAnchor, openerWords } from './chapter-opener.ts';
import { contentsParts, type PageOf } from './contents-page.ts';
import { piece } from './pieces/piece.ts';
import { sectionPieces } from './pieces/section-pieces.ts';
import type { Run } from './run.ts';

/** Everything between the covers, in order: what comes first, the list of contents, the chapters, the colophon. */
export function runsOf(handout: Handout, page: PagePreset, pageOf: PageOf): readonly Run[] {
  const chapters = handout.chapters.map((chapter) => chapterRun(chapter, handout, page));
  const firstNumbered = handout.chapters.findIndex(({ number }) => number !== null);
  const at = firstNumbered < 0 ? chapters.length : firstNumbered;
  return [...chapters.slice(0, at), ...contentsRun(handout, page, pageOf), ...chapters.slice(at)];
}

function contentsRun(handout: Handout, page: PagePreset, pageOf: PageOf): readonly Run[] {
  const title = handout.contentsTitle;
  if (title === null) return [];
  const style = { page, colours: CHAPTER_COLOURS.voorin };
  const parts = [piece(() => pageTitle(title, style), { withNext: true }), ...contentsParts(handout, page, pageOf)];
  return [{ id: 'inhoud', chapter: null, parts, ownLines: null, notePage: null }];
}

function chapterRun(chapter: HandoutChapter, { ownLinesTitle }: Handout, page: PagePreset): Run {
  const style: NodeStyle = {
    page,
    colours: CHAPTER_COLOURS[chapter.theme],
    fitting: ROOMY,
    grows: null,
    coded: null,
  };
  const heading = chapter.number === null ? plainHeading(chapter, style) : openerWords(chapter, page);
  return {
    id: chapter.id,
    chapter,
    parts: [heading, ...chapter.sections.flatMap((section) => sectionPieces(section, style))],
    ownLines:
      chapter.theme === 'achterin'
        ? null
        : (count) => ({ stack: [sectionTitle(ownLinesTitle, style), writingLines(count, textWidth(page))] }),
    notePage: notePageOf(chapter, style),
  };
}

function plainHeading(chapter: HandoutChapter, style: NodeStyle) {
  const anchored = (): Content =>
    ({ ...(pageTitle(chapter.title, style) as object), id: chapterAnchor(chapter) }) as Content;
  return piece(anchored, { withNext: true });
}

function notePageOf(chapter: HandoutChapter, style: NodeStyle): Run['notePage'] {
  const notes = chapter.sections.flatMap(({ nodes }) => nodes).find(({ kind }) => kind === 'note-pages');
  if (notes?.kind !== 'note-pages') return null;
  const titleHeight = 2 * style.page.base;
  const lines = Math.floor((textHeight(style.page) - titleHeight) / LINE_GAP);
  return () => ({ stack: [sectionTitle(notes.continued, style), writingLines(lines, textWidth(style.page))] });
}
