import type { Content } from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Handout } from '../../domain/handout/handout.ts';
import { bodyStyle } from '../design/body-style.ts';
import type { PagePreset } from '../design/page-preset.ts';
import { type KortFitting, ROOMY } from './fitting/fitting.ts';
import { chapterHead, chapterPage } from './chapter-page.ts';
import { backCover, backCoverBackground, frontCover, frontCoverBackground } from '../pages/covers.ts';
import { pageFoot } from './page-foot.ts';

/**
 * Kort as a pdfmake definition: cover, one page per chapter, back. pdfmake changes what it is given: make a fresh one for
 * every rendering.
 */
export function toKortDefinition(handout: Handout, fitting: KortFitting, page: PagePreset): TDocumentDefinitions {
  const { chapters, ownLinesTitle } = handout;
  const pages: Content[][] = [
    frontCover(handout.cover, page),
    ...chapters.map((chapter, i) => chapterPage(chapter, fitting.chapters[i] ?? ROOMY, page, ownLinesTitle)),
    backCover(handout.back, page, fitting.backLines),
  ];
  return {
    ...documentSettings(handout),
    defaultStyle: bodyStyle(page),
    pageSize: { width: page.width, height: page.height },
    pageMargins: [page.margin.left, page.margin.top, page.margin.right, page.margin.bottom],
    content: pages.map((stack, i): Content => (i === 0 ? { stack } : { stack, pageBreak: 'before' })),
    background: (pageNumber) => background(handout, fitting, page, pageNumber),
    footer: (pageNumber) => pageFoot(handout, pageNumber - 2, page),
  };
}

/** No `tagged` and no PDF/A: the file has no structure tree, so it must not claim one. */
function documentSettings({ title, author, subject, date }: Handout) {
  return {
    version: '1.7' as const,
    language: 'nl-NL',
    displayTitle: true,
    info: { title, author, subject, creationDate: new Date(`${date}T09:00:00Z`) },
  };
}

/** What is drawn behind the text of a page, in place: covers and the tinted head of a chapter. */
function background(handout: Handout, fitting: KortFitting, page: PagePreset, pageNumber: number): Content[] {
  if (pageNumber === 1) return frontCoverBackground(handout, page, fitting.coverLabel);
  const chapter = handout.chapters[pageNumber - 2];
  return chapter ? [chapterHead(chapter, page)] : backCoverBackground(handout, page);
}
