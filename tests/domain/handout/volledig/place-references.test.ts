import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeHandout } from '../../../../src/domain/handout/compose-handout.ts';
import type { Handout, HandoutChapter } from '../../../../src/domain/handout/handout.ts';
import type { Reference } from '../../../../src/domain/handout/references.ts';
import { composeRoute } from '../../../../src/domain/route/compose-route.ts';
import { aRouteInput } from '../../../support/a-route.ts';
import { anyRouteInput } from '../../../support/any-booklet.ts';

const referencesOf = ({ sections }: HandoutChapter): readonly Reference[] =>
  sections.flatMap(({ nodes }) => nodes.filter((node) => node.kind === 'reference'));
const printedIn = (handout: Handout): ReadonlySet<string> =>
  new Set(handout.chapters.flatMap(referencesOf).map(({ url }) => url));

describe('where to read on', () => {
  it('every link of every printed block stands in the booklet', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const route = composeRoute(input);
        const handout = composeHandout(route, { length: 'volledig' });
        const printed = printedIn(handout);
        const sections = new Set(handout.chapters.flatMap(({ sections }) => sections.map(({ id }) => id)));
        const missing = [...route.fullBlocks.values()]
          .filter(({ id }) => sections.has(id))
          .flatMap(({ links }) => links.filter(({ url }) => !printed.has(url)));
        expect(missing).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('no address stands twice in one chapter, no code twice in the booklet, and no block has two codes', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const { chapters } = composeHandout(composeRoute(input), { length: 'volledig' });
        for (const chapter of chapters) {
          const urls = referencesOf(chapter).map(({ url }) => url);
          expect(new Set(urls).size).toBe(urls.length);
          for (const { nodes } of chapter.sections)
            expect(nodes.filter((node) => node.kind === 'reference' && node.code).length).toBeLessThan(2);
        }
        const coded = chapters.flatMap(referencesOf).filter(({ code }) => code);
        expect(new Set(coded.map(({ url }) => url)).size).toBe(coded.length);
      }),
      { numRuns: 100 },
    );
  });

  it('a code only spares long typing, but the organisation for this cancer always has one', () => {
    const { chapters } = composeHandout(composeRoute(aRouteInput()), { length: 'volledig' });
    const coded = chapters.flatMap(referencesOf).filter(({ code }) => code);
    const [organisation, ...pages] = coded.toSorted(
      (a, b) => Number(b.address === 'sarcomen.nl') - Number(a.address === 'sarcomen.nl'),
    );
    expect(organisation).toMatchObject({ address: 'sarcomen.nl', checked: 'nagekeken op 25\u00A0november\u00A02026' });
    expect(pages.length).toBeGreaterThan(5);
    for (const { address } of pages) expect(address).toContain(', zoek op: ');
  });
});
