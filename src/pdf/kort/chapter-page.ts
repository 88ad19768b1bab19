import type { Content } from 'pdfmake';
import type { HandoutChapter, HandoutNode, HandoutSection } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS } from '../design/colours.ts';
import { type PagePreset, textWidth } from '../design/page-preset.ts';
import type { ChapterFitting } from '../nodes/chapter-fitting.ts';
import { withoutBlocks } from './fitting/without-blocks.ts';
import { pageTitle } from '../pages/page-head.ts';
import { buildSection, sectionTitle } from '../nodes/build-section.ts';
import type { NodeStyle } from '../nodes/node-style.ts';
import { writingLines } from '../nodes/writing-lines.ts';

/** One chapter as one page, top to bottom: title, sections, own lines. The tinted head is drawn behind it (`chapterHead`). */
export function chapterPage(
  chapter: HandoutChapter,
  fitting: ChapterFitting,
  page: PagePreset,
  ownLinesTitle: string,
): Content[] {
  const { sections, theme, title } = withoutBlocks(chapter, fitting.dropped);
  const nodes = sections.flatMap((section) => section.nodes);
  const style: NodeStyle = {
    page,
    fitting,
    colours: CHAPTER_COLOURS[theme],
    grows: writtenOn(nodes),
    coded: fitting.withCode ? codedReference(sections) : null,
  };
  const gap = (fitting.tightGaps ? 0.5 : 0.85) * page.base + fitting.air;
  const blocks = sections.map((section) => ({ section, content: buildSection(section, style) }));
  const foot = blocks.findIndex(({ section }) => section.nodes.some(({ kind }) => kind === 'colophon'));
  const own = fitting.ownLines > 0 ? [ownLines(ownLinesTitle, style)] : [];
  const stacks = blocks.map(({ content }) => content);
  // The colophon stays at the foot of the page: own lines go above it.
  stacks.splice(foot < 0 ? stacks.length : foot, 0, ...own);
  return [
    pageTitle(title, style),
    ...stacks.map((stack, i): Content => ({ stack, margin: [0, i > 0 ? gap : 0, 0, 0] })),
  ];
}

function ownLines(title: string, style: NodeStyle): Content[] {
  return [sectionTitle(title, style), writingLines(style.fitting.ownLines, textWidth(style.page))];
}

/** Where the patient writes on this page: lines of their own first, else lines under an action. */
export function writtenOn(nodes: readonly HandoutNode[]): HandoutNode | null {
  return (
    nodes.find((node) => node.kind === 'writing-lines') ??
    nodes.find((node) => node.kind === 'actions' && node.items.some(({ lines }) => lines)) ??
    null
  );
}

/** The first reference worth a code that stands under a paragraph: at most one a page. */
function codedReference(sections: readonly HandoutSection[]): HandoutNode | null {
  const candidates = sections.flatMap(({ nodes }) =>
    nodes.filter((node, i) => node.kind === 'reference' && node.code && nodes[i - 1]?.kind === 'paragraph'),
  );
  return candidates[0] ?? null;
}
