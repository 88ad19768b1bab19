import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Handout } from '../../src/domain/handout/handout.ts';
import { mapHandoutTexts } from '../../src/pdf/text/handout-texts.ts';
import { SAMPLES, sampleHandout, withChapter, withContact, rendered } from './handouts.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJéëïöü-';
const word = fc.string({
  unit: fc.constantFrom(...Array.from(LETTERS)),
  minLength: 1,
  maxLength: 18,
});
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(' '));

/** A sample with values of any sensible length, and actions left out or said twice. */
const handouts: fc.Arbitrary<Handout> = fc
  .record({
    sample: fc.constantFrom(...SAMPLES),
    name: words(12),
    role: fc.option(words(10)),
    hours: fc.option(words(16)),
    forWhom: fc.option(words(16)),
    author: words(8),
    chapter: fc.constantFrom('bellen', 'diagnose', 'gesprek', 'behandeling', 'steun'),
    times: fc.constantFrom(0, 1, 2),
  })
  .map(({ sample, name, role, hours, forWhom, author, chapter, times }) => {
    const handout = withContact(sampleHandout(sample), { name, role, hours });
    const repeated = withChapter(handout, chapter, ({ sections, ...rest }) => ({
      ...rest,
      sections: sections.map((section) => ({
        ...section,
        nodes: section.nodes.map((node) =>
          node.kind === 'actions' ? { ...node, items: Array.from({ length: times }, () => node.items).flat() } : node,
        ),
      })),
    }));
    return { ...repeated, author, cover: { ...repeated.cover, forWhom } };
  });

/** Every place that can be named: a printed text, or a page as a whole. */
function placesIn(handout: Handout): readonly string[] {
  const places = ['cover', 'back', ...handout.chapters.map(({ id }) => id)];
  mapHandoutTexts(handout, (text, { where }) => (places.push(where), text));
  return places;
}

it('any sensible handout gives eight pages or names what does not fit', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(handouts, async (handout) => {
      const outcome = await rendered(handout);
      if (outcome.kind === 'does-not-fit') expect(placesIn(handout)).toContain(outcome.where);
      else expect(outcome).toMatchObject({ kind: 'rendered', pages: 8 });
    }),
    { numRuns: 20 },
  );
});
