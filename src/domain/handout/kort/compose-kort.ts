import type { KortChapter, KortSection } from '../../content.ts';
import { printedText } from '../../route/printed.ts';
import type { Route, RouteBlock } from '../../route/route.ts';
import { composeBack, composeCover } from '../covers.ts';
import type { Handout, HandoutChapter, HandoutSection } from '../handout.ts';
import type { SectionNodes } from '../nodes.ts';
import { callNodes, firstThingNodes } from './sections/calling.ts';
import { dateNodes, dateTitle } from './sections/dates.ts';
import { colophonNodes, diagnosisNodes, questionNodes, stepNodes, textNodes } from './sections/reading.ts';
import { appointmentNodes, lineNodes } from './sections/writing.ts';

/** Kort: six chapters of which each becomes one page, with the short texts of the blocks. */
export function composeKort(route: Route): Handout {
  const { kort, blocks } = route;
  const cover = composeCover(route);
  return {
    language: 'nl',
    length: 'kort',
    title: cover.title,
    author: printedText(route.place.hospitalName),
    subject: kort.fixed.subject,
    date: route.date,
    trial: route.approval === null ? kort.fixed.trial : null,
    cover,
    contentsTitle: null,
    chapters: kort.chapters.map((chapter) => composeKortChapter(chapter, route)),
    ownLinesTitle: kort.fixed.notes,
    back: composeBack(route),
    givesWay: kort.givesWay.filter((id) => blocks.has(id)),
  };
}

/** One chapter of Kort, which is one page. */
export function composeKortChapter({ id, theme, icon, title, sections }: KortChapter, route: Route): HandoutChapter {
  return {
    id,
    theme,
    icon,
    number: null,
    title,
    lead: null,
    sections: sections.flatMap((section) => composeSection(section, route)),
  };
}

function composeSection(section: KortSection, route: Route): readonly HandoutSection[] {
  const blocks = section.blocks.flatMap((id) => route.blocks.get(id) ?? []);
  const nodes = sectionNodes(section, blocks, route);
  if (nodes.length === 0) return [];
  const title = section.kind === 'dates' ? dateTitle(section.title, route) : section.title;
  return [{ id: section.id, title, whole: false, nodes }];
}

// eslint-disable-next-line complexity -- one line per kind of section
function sectionNodes(section: KortSection, blocks: readonly RouteBlock[], route: Route): SectionNodes {
  switch (section.kind) {
    case 'call-card':
      return callNodes(blocks, route);
    case 'first-things':
      return firstThingNodes(route);
    case 'diagnosis':
      return diagnosisNodes(blocks, route);
    case 'three-questions':
      return questionNodes(blocks, route);
    case 'text':
      return textNodes(section, blocks, route);
    case 'steps':
      return stepNodes(blocks, route);
    case 'dates':
      return dateNodes(blocks, route);
    case 'appointments':
      return appointmentNodes(section, blocks, route);
    case 'lines':
      return lineNodes(section);
    case 'colophon':
      return colophonNodes(blocks, route);
  }
}
