import type { KortSection } from '../../../content.ts';
import type { Route, RouteBlock } from '../../../route/route.ts';
import { actions, paragraph, type SectionNodes } from '../../nodes.ts';
import { linkReference, organisationReferences } from '../../references.ts';
import { actionSentences, plainSentence, readingText } from '../../sentence.ts';

/** Reading text, where to read on, then what to do. */
export function textNodes(
  section: Extract<KortSection, { kind: 'text' }>,
  blocks: readonly RouteBlock[],
  route: Route,
): SectionNodes {
  if (blocks.length === 0) return [];
  const lead = section.lead === null ? undefined : route.leads.get(section.lead);
  return [
    ...paragraph([...(lead ? [plainSentence(lead)] : []), ...readingText(blocks, route)]),
    ...references(section.codes, blocks, route),
    ...actions(actionSentences(blocks, route), false),
  ];
}

/** The diagnosis by name, where it cannot be missed; then what puts it in proportion. */
export function diagnosisNodes(blocks: readonly RouteBlock[], route: Route): SectionNodes {
  const [heading, ...sentences] = readingText(blocks.slice(0, 1), route);
  if (!heading) return [];
  return [{ kind: 'highlight', heading, sentences }, ...paragraph(readingText(blocks.slice(1), route))];
}

/** Questions to oneself, numbered; then who can help with them. */
export function questionNodes(blocks: readonly RouteBlock[], route: Route): SectionNodes {
  return [...actions(actionSentences(blocks, route), true), ...paragraph(readingText(blocks, route))];
}

/** A plan in steps, numbered, after what puts it at ease. */
export function stepNodes(blocks: readonly RouteBlock[], route: Route): SectionNodes {
  return [...paragraph(readingText(blocks, route)), ...actions(actionSentences(blocks, route), true)];
}

export function colophonNodes(blocks: readonly RouteBlock[], route: Route): SectionNodes {
  return blocks.map((block) => ({
    kind: 'colophon',
    title: block.title,
    sentences: readingText([block], route),
  }));
}

/** The organisations, or else the first named link that a block here has; only the first is worth a code. */
function references(codes: readonly string[], blocks: readonly RouteBlock[], route: Route): SectionNodes {
  const organisations = codes.includes('org') ? organisationReferences(route, { named: false }) : [];
  if (organisations.length > 0) return organisations;
  const link = blocks.flatMap((block) => block.links).find(({ key }) => codes.includes(key));
  return link ? [linkReference(link, { named: false, code: true })] : [];
}
