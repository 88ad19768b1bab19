import type { ContentLink } from '../../content.ts';
import type { FullBlock, Route } from '../../route/route.ts';
import { linkReference, organisationReferences, type Reference } from '../references.ts';

/** Long to type: the address of a site, and what to search for on it. */
const SEARCHED_FOR = ', zoek op: ';
const PATIENT_ORGANISATION = 'na-patientorg';

/**
 * Decides which links are printed where. Every link of a block that is printed stands somewhere in the booklet; none stands
 * twice in one chapter.
 *
 * Shape:  of a block those that no block before it had, else the first that its chapter has not had yet. One code a block at
 *         most, for an address that is long to type, and only where it is printed first.
 */
export function placeReferences<Head>(
  chapters: readonly { readonly head: Head; readonly blocks: readonly FullBlock[] }[],
  route: Route,
): readonly ReferringChapter<Head>[] {
  const printed = new Set<string>();
  return chapters.map(({ head, blocks }) => {
    const inChapter = new Set<string>();
    return {
      head,
      blocks: blocks.map((block) => ({ block, references: referencesUnder(block, { printed, inChapter }, route) })),
    };
  });
}

export interface ReferringChapter<Head> {
  readonly head: Head;
  readonly blocks: readonly { readonly block: FullBlock; readonly references: readonly Reference[] }[];
}

interface Seen {
  readonly printed: Set<string>;
  readonly inChapter: Set<string>;
}

function referencesUnder(block: FullBlock, { printed, inChapter }: Seen, route: Route): readonly Reference[] {
  const links = linksUnder(block, printed, inChapter);
  const references = links.map((link, i) =>
    linkReference(link, { named: true, code: i === 0 && !printed.has(link.key) && isSearched(link) }),
  );
  for (const { key } of links) {
    printed.add(key);
    inChapter.add(key);
  }
  const own = block.id === PATIENT_ORGANISATION ? organisationReferences(route, { named: true }) : [];
  return [...own, ...references];
}

function linksUnder(
  block: FullBlock,
  printed: ReadonlySet<string>,
  inChapter: ReadonlySet<string>,
): readonly ContentLink[] {
  const fresh = block.links.filter(({ key }) => !printed.has(key));
  // The longest to type first: that one gets the code.
  if (fresh.length > 0) return fresh.toSorted((a, b) => Number(isSearched(b)) - Number(isSearched(a)));
  return block.links.filter(({ key }) => !inChapter.has(key)).slice(0, 1);
}

function isSearched({ short }: ContentLink): boolean {
  return short.includes(SEARCHED_FOR);
}
