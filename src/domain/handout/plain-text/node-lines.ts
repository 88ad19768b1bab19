import type { HandoutAction, HandoutNode, MilestonePeriod, Sentence } from '../handout.ts';
import { alone, said, toWrite, type TextLine } from './text-line.ts';

type Of<Kind extends HandoutNode['kind']> = Extract<HandoutNode, { kind: Kind }>;

const BOX = '[ ] ';
const INDENT = '    ';

/** What a node says, in order. A kind without words does not compile. */
// eslint-disable-next-line complexity -- one case per kind of node
export function nodeLines(node: HandoutNode): readonly TextLine[] {
  switch (node.kind) {
    case 'paragraph':
      return running(node.sentences);
    case 'colophon':
      return [said(`${node.title}.`), ...running(node.sentences)];
    case 'highlight':
      return [alone(textOf(node.heading)), ...node.sentences.map((sentence) => said(textOf(sentence)))];
    case 'contact':
      return contactLines(node);
    case 'emergency':
      return [...(node.phone === null ? [] : [alone(node.intro), alone(node.phone)]), ...running(node.warning)];
    case 'actions':
      return node.items.flatMap((item, i) => actionLines(item, node.numbered ? `${i + 1}. ` : ''));
    case 'reference':
      return [alone(referenceText(node))];
    case 'timeline':
      return node.rows.map(({ when, label }) => said(`${when}: ${label}`, '- '));
    case 'week-lines':
      return node.rows.flatMap(({ week, label }) => [said(`week ${week}: ${label}`, '- '), ...toWrite(1, INDENT)]);
    case 'fill-in':
      return [alone(node.label), ...toWrite(1)];
    case 'writing-lines':
      return toWrite(node.atLeast);
    case 'milestones':
      return node.periods.flatMap(periodLines);
    case 'cards':
      return Array.from({ length: node.copies }, () =>
        node.rows.flatMap(({ labels, lines }) => labels.flatMap((label) => [alone(label), ...toWrite(lines, INDENT)])),
      ).flat();
    case 'table':
      return [...node.columns.map(({ label }) => said(label, '- ')), ...toWrite(TABLE_LINES)];
    case 'yes-no':
      return node.questions.map((question) => alone(`${question} ${BOX}${node.yes} ${BOX}${node.no}`));
    case 'legend':
      return node.items.map(({ sentence }) => said(textOf(sentence), '- '));
    case 'glossary':
      return node.items.map(({ term, meaning }) => said(`${term}: ${meaning}`, '- '));
    case 'facts':
      return node.rows.map(({ label, value }) => alone(`${label}: ${value}`));
    case 'note-pages':
      return toWrite(NOTE_LINES);
  }
}

/** Room to write in a note that knows no pages. */
const TABLE_LINES = 6;
const NOTE_LINES = 12;

export function textOf({ runs }: Sentence): string {
  return runs.map(({ text }) => text).join('');
}

function referenceText({ label, named, address, checked }: Of<'reference'>): string {
  return `${named ? `${label}: ` : ''}${address}${checked === null ? '' : `, ${checked}`}`;
}

/** Sentences one after the other; each counts by itself. */
function running(sentences: readonly Sentence[]): readonly TextLine[] {
  return sentences.map((sentence) => said(textOf(sentence)));
}

function contactLines({ intro, person, ask }: Of<'contact'>): readonly TextLine[] {
  if (person === null) return [...running(ask), ...toWrite(2)];
  const { name, role, phone, hours } = person;
  return [intro, name, role, phone, hours].filter((text) => text !== null).map(alone);
}

function actionLines({ sentence, lines = 0 }: HandoutAction, number: string): readonly TextLine[] {
  const lead = `${number}${BOX}`;
  return [said(textOf(sentence), lead), ...toWrite(lines, ' '.repeat(lead.length))];
}

function periodLines({ title, lead, rows }: MilestonePeriod): readonly TextLine[] {
  return [
    alone(title),
    ...(lead === null ? [] : [alone(lead)]),
    ...rows.flatMap(({ when, week, steps }) => [
      said(week === null ? when : `${when} (${week})`, '- '),
      ...steps.flatMap(({ label, action }) => [said(label, INDENT), ...(action ? [said(textOf(action), INDENT)] : [])]),
    ]),
  ];
}
