import { fillSentence } from '../../route/fill.ts';
import { printedText } from '../../route/printed.ts';
import type { Route } from '../../route/route.ts';
import { composeBack, composeCover } from '../covers.ts';
import type { Handout, HandoutChapter, HandoutSection } from '../handout.ts';
import { composeKortChapter } from '../kort/compose-kort.ts';
import type { SectionNodes } from '../nodes.ts';
import { plainSentences } from '../plain-text/to-plain-text.ts';
import { blockSection } from './block-section.ts';
import { explainedTerms, withTerms } from './explain-words.ts';
import { placeReferences, type ReferringChapter } from './place-references.ts';

/** Volledig: numbered chapters with every block that applies, between the page to call by and the colophon. */
export function composeVolledig(route: Route): Handout {
  const { kort, volledig } = route;
  const cover = composeCover(route);
  const handout: Handout = {
    language: 'nl',
    length: 'volledig',
    title: cover.title,
    author: printedText(route.place.hospitalName),
    subject: kort.fixed.subject,
    date: route.date,
    trial: route.approval === null ? kort.fixed.trial : null,
    cover,
    contentsTitle: volledig.contentsTitle,
    chapters: composeChapters(route),
    ownLinesTitle: volledig.fixed.ownLines,
    back: composeBack(route),
    givesWay: [],
  };
  return explained(handout, route);
}

/** Only words that are printed are explained: what is printed elsewhere decides. */
function explained(handout: Handout, route: Route): Handout {
  const elsewhere = handout.chapters.filter(({ theme }) => theme !== 'woorden');
  const printed = plainSentences({ ...handout, chapters: elsewhere }).join(' ');
  const terms = explainedTerms(route.fullBlocks.values(), printed);
  const chapters = handout.chapters.map((chapter) =>
    chapter.theme === 'woorden' ? { ...chapter, sections: withTerms(chapter.sections, terms) } : chapter,
  );
  return { ...handout, chapters };
}

function composeChapters(route: Route): readonly HandoutChapter[] {
  const { kort, volledig } = route;
  const headed = headsOf(volledig)
    .map((head) => ({ head, blocks: head.blocks.flatMap((id) => route.fullBlocks.get(id) ?? []) }))
    .filter(({ blocks }) => blocks.length > 0);
  const opening = kort.chapters.filter(({ id }) => id === volledig.opening);
  const chapters = numbered(placeReferences(headed, route)).map((chapter) => composeChapter(chapter, route));
  return [...opening.map((chapter) => openingChapter(chapter, route)), ...chapters];
}

type Head = Omit<HandoutChapter, 'sections' | 'number'> & { readonly blocks: readonly string[] };

function headsOf({ front, chapters, end }: Route['volledig']): readonly Head[] {
  return [
    ...front.map((head): Head => ({ ...head, theme: 'voorin', lead: null })),
    ...chapters,
    { ...end, theme: 'achterin', lead: null },
  ];
}

type Numbered = ReferringChapter<Head> & { readonly number: number | null };

/** Numbers follow the chapters that are printed; those with a sentence under their title have one. */
function numbered(chapters: readonly ReferringChapter<Head>[]): readonly Numbered[] {
  let number = 0;
  return chapters.map((chapter) => ({ ...chapter, number: chapter.head.lead === null ? null : ++number }));
}

function composeChapter({ head, number, blocks }: Numbered, route: Route): HandoutChapter {
  const { id, theme, icon, title, lead } = head;
  const sections = blocks.map(({ block, references }) => blockSection(block, references, route));
  const facts: HandoutSection = { id: 'gegevens', title: null, whole: true, nodes: factNodes(route) };
  return {
    id,
    theme,
    icon,
    number,
    title,
    lead,
    sections: [...sections.map((section) => withoutTitleOf(head, section)), ...(theme === 'achterin' ? [facts] : [])],
  };
}

/** The page to call by, as in Kort, with room for the number of one's own huisarts. */
function openingChapter(chapter: Route['kort']['chapters'][number], route: Route): HandoutChapter {
  const { sections, ...head } = composeKortChapter(chapter, route);
  const ownDoctor: HandoutSection = {
    id: 'huisarts',
    title: null,
    whole: true,
    nodes: [{ kind: 'fill-in', label: route.volledig.fixed.generalPractitioner }],
  };
  return { ...head, sections: [...sections, ownDoctor] };
}

/** A block that is called like its chapter has said so already. */
function withoutTitleOf(chapter: { readonly title: string }, section: HandoutSection): HandoutSection {
  return section.title === chapter.title ? { ...section, title: null } : section;
}

function factNodes({ volledig, slots }: Route): SectionNodes {
  const rows = volledig.end.facts
    .map(({ label, text }) => ({ label, value: fillSentence(text, slots) }))
    .filter(({ value }) => value !== '');
  return [{ kind: 'facts', rows }];
}
