import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Handout } from '../../domain/handout/handout.ts';
import { bodyStyle } from '../design/body-style.ts';
import type { PagePreset } from '../design/page-preset.ts';
import { backCover, backCoverBackground, frontCoverBackground, frontCoverPage } from '../pages/covers.ts';
import { documentSettings } from '../pages/document-settings.ts';
import type { CoverFitting } from '../pages/fitting/fit-covers.ts';
import { chapterHead } from '../pages/page-head.ts';
import { openerArt } from './chapter-opener.ts';
import { placedContent } from './pieces/piece.ts';
import type { RunPlan, VolledigPlan } from './planning/plan-pages.ts';
import { runFoot } from './run-foot.ts';
import { thumbTab } from './thumb-tab.ts';

type Planned = Extract<VolledigPlan, { kind: 'planned' }>;

/** Volledig as a pdfmake definition, with every page break where it was planned. */
export function toVolledigDefinition(
  handout: Handout,
  plan: Planned,
  covers: CoverFitting,
  page: PagePreset,
): TDocumentDefinitions {
  const middle = plan.runs.map((one): Content => ({
    tag: 'Sect',
    pageBreak: 'before',
    stack: runContent(one, plan, page),
  }));
  return {
    ...documentSettings(handout),
    defaultStyle: bodyStyle(page),
    pageSize: { width: page.width, height: page.height },
    pageMargins: [page.margin.left, page.margin.top, page.margin.right, page.margin.bottom],
    content: [
      { tag: 'Sect', stack: frontCoverPage(handout, page, covers.coverLabel) },
      ...middle,
      { tag: 'Sect', pageBreak: 'before', stack: backCover(handout.back, page, covers.backLines) },
    ],
    background: (pageNumber) => background(handout, { plan, covers, page }, pageNumber),
    footer: (pageNumber) => {
      const run = runAt(plan, pageNumber);
      return run ? runFoot(handout, run.run.chapter, { pageNumber, pages: plan.pages }, page) : null;
    },
  };
}

function runContent({ run, ownLines, notePages }: RunPlan, plan: Planned, page: PagePreset): Content[] {
  const { ownLines: lines, notePage } = run;
  const own = lines !== null && ownLines > 0 ? [lines(ownLines)] : [];
  const notes = Array.from({ length: notePages }, () => notePage?.() ?? []);
  return [
    ...placedContent(run.parts, plan.placeOf),
    ...own.map((content): Content => ({ stack: [content], margin: [0, 1.1 * page.base, 0, 0] })),
    ...notes.map((content): Content => ({ stack: [content], pageBreak: 'before' })),
  ];
}

function runAt({ runs }: Planned, pageNumber: number): RunPlan | undefined {
  return runs.find(({ firstPage, pages }) => pageNumber >= firstPage && pageNumber < firstPage + pages);
}

interface Surroundings {
  readonly plan: Planned;
  readonly covers: CoverFitting;
  readonly page: PagePreset;
}

/** What is drawn behind the text: covers, the panel or band where a chapter begins, the thumb tab of its other pages. */
function background(handout: Handout, { plan, covers, page }: Surroundings, pageNumber: number): Content[] {
  if (pageNumber === 1) return frontCoverBackground(handout, page, covers.coverLabel);
  if (pageNumber === plan.pages) return backCoverBackground(handout, page);
  const at = runAt(plan, pageNumber);
  if (!at) return [];
  const { chapter } = at.run;
  const begins = pageNumber === at.firstPage;
  if (chapter?.number === null || chapter === null) {
    const band = chapter ?? { theme: 'voorin' as const, icon: 'boek' };
    return begins ? [chapterHead(band, page)] : [];
  }
  const numbered = handout.chapters.filter(({ number }) => number !== null).length;
  return [...(begins ? openerArt(chapter, numbered, page) : []), ...thumbTab(chapter, pageNumber, page)];
}
