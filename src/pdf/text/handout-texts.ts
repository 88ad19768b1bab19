import type {
  Handout,
  HandoutBack,
  HandoutChapter,
  HandoutCover,
  HandoutNode,
  HandoutSection,
  Sentence,
} from '../../domain/handout/handout.ts';

/**
 * Where a printed text stands: "cover.forWhom", "back.imprint", "trial"; in a chapter its id and the field of the node
 * ("bellen.contact.name") or, for a sentence, its block ("diagnose.na-ecza") or section.
 */
export interface TextPlace {
  readonly where: string;
  /** Filled in for this patient, rather than a sentence of the content. */
  readonly isValue: boolean;
}

export type TextMapper = (text: string, place: TextPlace) => string;

/** The same handout with every printed text replaced. Addresses behind links are left alone. */
export function mapHandoutTexts(handout: Handout, map: TextMapper): Handout {
  const { trial, ownLinesTitle } = handout;
  return {
    ...handout,
    trial: trial === null ? null : map(trial, { where: 'trial', isValue: false }),
    ownLinesTitle: map(ownLinesTitle, { where: 'ownLinesTitle', isValue: false }),
    cover: mapCoverTexts(handout.cover, map),
    chapters: handout.chapters.map((chapter) => mapChapterTexts(chapter, map)),
    back: mapBackTexts(handout.back, map),
  };
}

export function mapCoverTexts(cover: HandoutCover, map: TextMapper): HandoutCover {
  const at = scopeOf('cover', map);
  return {
    title: at.fixed('title', cover.title),
    subtitle: cover.subtitle.map((line) => at.fixed('subtitle', line)),
    forWhom: at.optional('forWhom', cover.forWhom),
    given: at.optional('given', cover.given),
  };
}

export function mapBackTexts(back: HandoutBack, map: TextMapper): HandoutBack {
  const at = scopeOf('back', map);
  return {
    title: at.fixed('title', back.title),
    warning: at.fixed('warning', back.warning),
    found: at.fixed('found', back.found),
    help: at.sentences('help', back.help),
    imprint: at.value('imprint', back.imprint),
  };
}

export function mapChapterTexts(chapter: HandoutChapter, map: TextMapper): HandoutChapter {
  const at = scopeOf(chapter.id, map);
  return {
    ...chapter,
    title: at.fixed('title', chapter.title),
    sections: chapter.sections.map((section) => mapSection(section, at)),
  };
}

function mapSection(section: HandoutSection, at: Scope): HandoutSection {
  return {
    ...section,
    title: section.title === null ? null : at.fixed(section.id, section.title),
    nodes: section.nodes.map((node) => mapNode(node, section.id, at)),
  };
}

interface Scope {
  readonly fixed: (field: string, text: string) => string;
  readonly value: (field: string, text: string) => string;
  readonly optional: (field: string, text: string | null) => string | null;
  /** `section` names sentences that belong to no block. */
  readonly sentence: (section: string, sentence: Sentence) => Sentence;
  readonly sentences: (section: string, sentences: readonly Sentence[]) => readonly Sentence[];
}

function scopeOf(scope: string, map: TextMapper): Scope {
  const fixed = (field: string, text: string): string => map(text, { where: `${scope}.${field}`, isValue: false });
  const value = (field: string, text: string): string => map(text, { where: `${scope}.${field}`, isValue: true });
  const sentence = (section: string, { runs, block }: Sentence): Sentence => ({
    block,
    runs: runs.map((run) => ({ ...run, text: fixed(block ?? section, run.text) })),
  });
  return {
    fixed,
    value,
    optional: (field, text) => (text === null ? null : value(field, text)),
    sentence,
    sentences: (section, sentences) => sentences.map((one) => sentence(section, one)),
  };
}

// eslint-disable-next-line complexity -- one case per kind of node
function mapNode(node: HandoutNode, section: string, at: Scope): HandoutNode {
  switch (node.kind) {
    case 'paragraph':
    case 'colophon':
      return { ...node, sentences: at.sentences(section, node.sentences), ...titleOf(node, section, at) };
    case 'highlight':
      return {
        ...node,
        heading: at.sentence(section, node.heading),
        sentences: at.sentences(section, node.sentences),
      };
    case 'contact':
      return mapContact(node, section, at);
    case 'emergency':
      return {
        ...node,
        intro: at.fixed(section, node.intro),
        phone: at.optional('emergency.phone', node.phone),
        warning: at.sentences(section, node.warning),
      };
    case 'actions':
      return {
        ...node,
        items: node.items.map((item) => ({ ...item, sentence: at.sentence(section, item.sentence) })),
      };
    case 'reference':
      return {
        ...node,
        address: at.value('reference.address', node.address),
        checked: at.optional('reference.checked', node.checked),
      };
    case 'timeline':
      return {
        ...node,
        rows: node.rows.map((row) => ({
          ...row,
          when: at.value('timeline.when', row.when),
          label: at.fixed('timeline.label', row.label),
        })),
      };
    case 'week-lines':
      return { ...node, rows: node.rows.map((row) => ({ ...row, label: at.fixed('week-lines.label', row.label) })) };
    case 'fill-in':
      return { ...node, label: at.fixed(section, node.label) };
    case 'writing-lines':
      return node;
    case 'appointments':
      return { ...node, labels: node.labels.map((label) => at.fixed(section, label)) };
  }
}

type Of<Kind extends HandoutNode['kind']> = Extract<HandoutNode, { kind: Kind }>;

function titleOf(node: Of<'paragraph'> | Of<'colophon'>, section: string, at: Scope): { readonly title?: string } {
  return node.kind === 'colophon' ? { title: at.fixed(section, node.title) } : {};
}

function mapContact(node: Of<'contact'>, section: string, at: Scope): HandoutNode {
  const { person } = node;
  return {
    ...node,
    intro: at.fixed(section, node.intro),
    ask: at.sentences(section, node.ask),
    person: person && {
      name: at.value('contact.name', person.name),
      role: at.optional('contact.role', person.role),
      phone: at.value('contact.phone', person.phone),
      hours: at.optional('contact.hours', person.hours),
    },
  };
}
