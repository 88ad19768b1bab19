import type { ContentMapFile } from '../../knowledge/compile/booklet-files.ts';
import type { Handout, HandoutChapter, HandoutNode, HandoutSection } from '../../src/domain/handout/handout.ts';
import type { Route } from '../../src/domain/route/route.ts';
import { sentencesOf } from './measure.ts';

/** One block in one length, slots filled with a word of two syllables: names are not what the text is judged by. */
export interface BlockSample {
  readonly where: string;
  /** What is said to the reader; questions that the reader asks others stand apart. */
  readonly paragraphs: readonly string[];
  readonly questions: readonly string[];
}

const SLOT = /\{\{[^}]*\}\}/g;
const A_NAME = 'Anna';

export function blockSamples({ blocks }: ContentMapFile): readonly BlockSample[] {
  return blocks.flatMap(({ id, kind, text_nl, actions_nl, items_nl, items_rule, short_nl }) => {
    const isForOthers = kind === 'question-list' || kind === 'hand-over-sheet';
    const words = items_rule === undefined ? items_nl : [];
    const full = { text: [...(text_nl.length > 0 ? [text_nl.join(' ')] : []), ...actions_nl], items: words };
    const sample = (length: string, paragraphs: readonly string[], questions: readonly string[]): BlockSample => ({
      where: `${id} (${length})`,
      paragraphs: (kind === 'hand-over-sheet' ? [] : paragraphs).map(named),
      questions: [...questions, ...(kind === 'hand-over-sheet' ? paragraphs : [])].map(named),
    });
    return [
      sample('volledig', isForOthers ? full.text : [...full.text, ...full.items], isForOthers ? full.items : []),
      ...(short_nl === undefined ? [] : [sample('kort', [short_nl.text.join(' '), ...short_nl.actions], [])]),
    ];
  });
}

function named(text: string): string {
  return text.replace(SLOT, A_NAME);
}

/** A chapter of a composed booklet. */
export interface ChapterSample {
  readonly where: string;
  readonly sections: readonly SectionSample[];
}

export interface SectionSample {
  readonly title: string | null;
  /** Blocks that speak in it. */
  readonly blocks: readonly string[];
  readonly paragraphs: readonly string[];
  /** Labels, dates and titles: read, but no running text. */
  readonly labels: readonly string[];
  readonly explained: readonly string[];
}

const SHORTEST_NAME = 2;

/** What the text of a route was filled with. */
export function valuesOf({ slots, contact, organisations }: Route): readonly string[] {
  return [...Object.values(slots), contact?.role ?? '', ...organisations.map(({ name }) => name)];
}

/** A booklet of a case, with what slots were filled with. */
export interface BookletSample {
  readonly where: string;
  readonly length: Handout['length'];
  readonly chapters: readonly ChapterSample[];
  readonly values: readonly string[];
  readonly codes: readonly { readonly url: string; readonly address: string }[];
}

export function bookletSample(name: string, handout: Handout, values: readonly string[]): BookletSample {
  const where = `${name} ${handout.length}`;
  // The longest first: a version number is also a digit of another value.
  const names = values.filter((value) => value.length > SHORTEST_NAME).toSorted((a, b) => b.length - a.length);
  const references = handout.chapters.flatMap(({ sections }) => sections.flatMap(({ nodes }) => nodes));
  return {
    where,
    length: handout.length,
    chapters: handout.chapters.map((chapter) => chapterSample(where, chapter)),
    values: names,
    codes: references.flatMap((node) =>
      node.kind === 'reference' && node.code ? [{ url: node.url, address: node.address }] : [],
    ),
  };
}

function chapterSample(booklet: string, { title, lead, sections }: HandoutChapter): ChapterSample {
  const opening = { title, blocks: [], paragraphs: lead === null ? [] : [lead], labels: [title], explained: [] };
  return { where: `${booklet}: ${title}`, sections: [opening, ...sections.map(sectionSample)] };
}

function sectionSample({ title, nodes }: HandoutSection): SectionSample {
  const parts = nodes.map(partsOf);
  return {
    title,
    blocks: parts.flatMap(({ blocks }) => blocks),
    paragraphs: parts.flatMap(({ paragraphs }) => paragraphs),
    labels: [...(title === null ? [] : [title]), ...parts.flatMap(({ labels }) => labels)],
    explained: nodes.flatMap((node) => (node.kind === 'glossary' ? node.items.map(({ term }) => term) : [])),
  };
}

type Parts = Pick<SectionSample, 'blocks' | 'paragraphs' | 'labels'>;
// What names a thing and is not read.
const UNREAD = new Set(['kind', 'url', 'address', 'mark', 'state', 'filledWith', 'block']);

/** Whatever a node holds: what has runs is a sentence, any other text is a label. Sentences of one paragraph stay together. */
function partsOf(node: HandoutNode): Parts {
  if (node.kind === 'glossary') return { blocks: [], paragraphs: [], labels: [] };
  const found: { blocks: string[]; paragraphs: string[]; labels: string[] } = {
    blocks: [],
    paragraphs: [],
    labels: [],
  };
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && !UNREAD.has(key)) found.labels.push(value);
    if (Array.isArray(value)) for (const one of value as readonly unknown[]) walk(one, key);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    if (isSentence(value)) {
      found.paragraphs.push(value.runs.map(({ text }) => text).join(''));
      if (value.block !== null) found.blocks.push(value.block);
      return;
    }
    for (const [name, part] of Object.entries(value)) walk(part, name);
  };
  walk(node, '');
  if (node.kind === 'paragraph') return { ...found, paragraphs: [found.paragraphs.join(' ')] };
  return found;
}

interface SentenceLike {
  readonly runs: readonly { readonly text: string }[];
  readonly block: string | null;
}

function isSentence(value: object): value is SentenceLike {
  return 'runs' in value;
}

/** All sentences of the running text of a chapter. */
export function chapterSentences({ sections }: ChapterSample): readonly string[] {
  return sections.flatMap(({ paragraphs }) => paragraphs.flatMap(sentencesOf));
}
