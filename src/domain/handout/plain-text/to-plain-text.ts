import { writeLabel, type DocumentLabel } from '../../document-label.ts';
import type { Handout, HandoutChapter, HandoutSection } from '../handout.ts';
import { nodeLines, textOf } from './node-lines.ts';
import { alone, said, toWrite, type TextLine } from './text-line.ts';
import { COLUMNS, dots, wrapped } from './wrap.ts';

/**
 * The booklet as plain text, for charts whose notes take text only.
 *
 * Shape:  UTF-8, lines of at most 80 characters but for an address that is longer; [ ] for a square to tick, dots for a line to
 *         write on; no spaces at the end of a line, one line break at the end of the text.
 */
export function toPlainText(handout: Handout): string {
  return asText(handoutLines(handout));
}

/** The same as a note in a chart: it ends with the label by which this app knows its own notes again. */
export function toChartNote(handout: Handout, label: DocumentLabel): string {
  return asText([...handoutLines(handout), { kind: 'gap' }, alone(writeLabel(label))]);
}

/** The sentences, headings and labels that the plain text is made of, in order: what a screen reader finds in the PDF too. */
export function plainSentences(handout: Handout): readonly string[] {
  return handoutLines(handout).flatMap((line) => ('text' in line ? [line.text] : []));
}

function handoutLines({ trial, cover, chapters, back }: Handout): readonly TextLine[] {
  const given = [cover.forWhom, cover.given].filter((text) => text !== null);
  return [
    ...(trial === null ? [] : [alone(trial)]),
    { kind: 'title', text: cover.title },
    ...cover.subtitle.map((text) => said(text)),
    ...given.map(alone),
    ...chapters.flatMap(chapterLines),
    { kind: 'title', text: back.title },
    alone(back.warning),
    ...toWrite(BACK_LINES),
    alone(back.found),
    ...toWrite(1),
    ...back.help.map((sentence) => said(textOf(sentence))),
    alone(back.imprint),
  ];
}

const BACK_LINES = 3;

function chapterLines({ number, title, lead, sections }: HandoutChapter): readonly TextLine[] {
  return [
    { kind: 'title', text: number === null ? title : `${number}. ${title}` },
    ...(lead === null ? [] : [said(lead)]),
    ...sections.flatMap(sectionLines),
  ];
}

function sectionLines({ title, nodes }: HandoutSection): readonly TextLine[] {
  return [title === null ? { kind: 'gap' } : { kind: 'heading', text: title }, ...nodes.flatMap(nodeLines)];
}

/** Lines of text: two empty ones above a title, one above a heading; running sentences share their lines. */
function asText(lines: readonly TextLine[]): string {
  const out: string[] = [];
  let paragraph = '';
  const flush = (): void => {
    out.push(...wrapped(paragraph));
    paragraph = '';
  };
  for (const line of lines) {
    if (line.kind === 'said' && line.lead === '') {
      paragraph += `${line.text} `;
      continue;
    }
    flush();
    out.push(...printed(line));
  }
  flush();
  return `${out.join('\n').replace(/^\n+/, '')}\n`;
}

function printed(line: TextLine): readonly string[] {
  switch (line.kind) {
    case 'title':
      return ['', '', ...wrapped(line.text), '='.repeat(Math.min(COLUMNS, line.text.length))];
    case 'heading':
      return ['', ...wrapped(line.text), '-'.repeat(Math.min(COLUMNS, line.text.length))];
    case 'alone':
      return wrapped(line.text);
    case 'said':
      return wrapped(line.text, line.lead);
    case 'to-write':
      return [dots(line.lead)];
    case 'gap':
      return [''];
  }
}
