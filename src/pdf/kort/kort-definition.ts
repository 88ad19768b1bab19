import type { Content } from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Handout } from '../../domain/handout/handout.ts';
import { bodyStyle } from '../design/body-style.ts';
import type { PagePreset } from '../design/page-preset.ts';
import { ROOMY } from '../nodes/chapter-fitting.ts';
import { type KortFitting } from './fitting/fitting.ts';
import { documentSettings } from '../pages/document-settings.ts';
import { chapterHead } from '../pages/page-head.ts';
import { chapterPage } from './chapter-page.ts';
import { backCover, backCoverBackground, frontCoverBackground, frontCoverPage } from '../pages/covers.ts';
import { pageFoot } from './page-foot.ts';

/**
 * Kort as a pdfmake definition: cover, one page per chapter, back. pdfmake changes what it is given: make a fresh one for
 * every rendering.
 */
export function toKortDefinition(handout: Handout, fitting: KortFitting, page: PagePreset): TDocumentDefinitions {
  const { chapters, ownLinesTitle } = handout;
  const pages: Content[][] = [
    frontCoverPage(handout, page, fitting.coverLabel),
    ...chapters.map((chapter, i) => chapterPage(chapter, fitting.chapters[i] ?? ROOMY, page, ownLinesTitle)),
    backCover(handout.back, page, fitting.backLines),
  ];
  return {
    ...documentSettings(handout),
    defaultStyle: bodyStyle(page),
    pageSize: { width: page.width, height: page.height },
    pageMargins: [page.margin.left, page.margin.top, page.margin.right, page.margin.bottom],
    content: pages.map((stack, i): Content => ({ tag: 'Sect', stack, ...(i === 0 ? {} : { pageBreak: 'before' }) })),
    background: (pageNumber) => background(handout, fitting, page, pageNumber),
    footer: (pageNumber) => pageFoot(handout, pageNumber - 2, page),
  };
}

/** What is drawn behind the text of a page, in place: covers and the tinted head of a chapter. */
function background(handout: Handout, fitting: KortFitting, page: PagePreset, pageNumber: number): Content[] {
  if (pageNumber === 1) return frontCoverBackground(handout, page, fitting.coverLabel);
  const chapter = handout.chapters[pageNumber - 2];
  return chapter ? [chapterHead(chapter, page)] : backCoverBackground(handout, page);
}
