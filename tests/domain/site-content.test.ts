import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeHandout } from '../../src/domain/handout/compose-handout.ts';
import { LENGTHS, OPTIONAL_CHAPTERS } from '../../src/domain/handout/handout.ts';
import { composeRoute } from '../../src/domain/route/compose-route.ts';
import { contentWithout } from '../../src/domain/site-content.ts';
import { aRouteInput } from '../support/a-route.ts';
import { BOOKLET_KNOWLEDGE } from '../support/booklet-knowledge.ts';

const { content } = BOOKLET_KNOWLEDGE;
const IDS = content.blocks.map(({ id }) => id);

describe('D21 content without what a hospital holds back', () => {
  it('is the content of the release when nothing is held back', () => {
    expect(contentWithout(content, { blocks: [], chapters: [] })).toEqual(content);
  });

  it('prints no recalled block, whichever they are, and composes all the same', () => {
    fc.assert(
      fc.property(fc.subarray(IDS), fc.constantFrom(...LENGTHS), (blocks, length) => {
        const route = composeRoute(aRouteInput({ content: contentWithout(content, { blocks, chapters: [] }) }));
        const printed = [...route.blocks.keys(), ...route.fullBlocks.keys()];
        expect(printed.filter((id) => blocks.includes(id))).toEqual([]);
        expect(composeHandout(route, { length }).chapters.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a chapter out, numbers the others on, and sends nobody to pages that are not there', () => {
    const route = composeRoute(
      aRouteInput({ content: contentWithout(content, { blocks: [], chapters: OPTIONAL_CHAPTERS }) }),
    );
    const { chapters } = composeHandout(route, { length: 'volledig' });
    const themes = chapters.map(({ theme }) => theme);
    for (const off of OPTIONAL_CHAPTERS) expect(themes).not.toContain(off);
    // "Schrijf je vragen op de lege bladen", "Achterin is een blad": these pages are always there.
    expect(themes).toContain('invullen');
    const numbers = chapters.flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });
});
