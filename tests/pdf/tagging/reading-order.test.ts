import { describe, expect, it } from 'vitest';
import type { Handout } from '../../../src/domain/handout/handout.ts';
import type { Letters } from '../../../src/domain/handout/print-order.ts';
import { plainSentences } from '../../../src/domain/handout/plain-text/to-plain-text.ts';
import { composeHandout } from '../../../src/domain/handout/compose-handout.ts';
import { composeRoute } from '../../../src/domain/route/compose-route.ts';
import { aRouteInput, day, someChoices, someWork } from '../../support/a-route.ts';
import { rendered, SAMPLES, sampleHandout } from '../handouts.ts';
import { structureBlocks } from './structure-text.ts';

const LETTERS: readonly Letters[] = ['normal', 'large'];
const ROWS = SAMPLES.filter((name) => name !== 'fullest').flatMap((name) =>
  LETTERS.map((letters) => ({ name, letters })),
);

async function heard(handout: Handout, letters: Letters): Promise<string> {
  const outcome = await rendered(handout, letters);
  if (outcome.kind !== 'rendered') throw new Error(`not rendered: ${outcome.kind}`);
  return (await structureBlocks(outcome.bytes)).join(' ');
}

/** Without spaces: where a line breaks, and what parts two pieces, is the layout's business. */
const letters = (text: string): string => text.replace(/[\s\u00A0]/g, '');

/** Boxes to tick and brackets are for the eye. */
const SEEN_ONLY = / \[ \]/g;

describe('what a screen reader says is what the plain text says', () => {
  it.each(LETTERS)('every sentence of Volledig in %s letters, in the same order', async (size) => {
    const choices = someChoices(someWork({ firstSickDay: day('2026-09-14'), shareSheet: true }));
    const handout = composeHandout(composeRoute(aRouteInput({ choices: { ...choices, palliative: true } })), {
      length: 'volledig',
    });
    const spoken = letters(await heard(handout, size));
    let at = 0;
    const missing: string[] = [];
    for (const sentence of plainSentences(handout)) {
      const said = sentence.replace(SEEN_ONLY, '');
      const next = [said, said.replace(/: /, '')]
        .map((text) => spoken.indexOf(letters(text), at))
        .filter((place) => place >= at)
        .sort((a, b) => a - b)[0];
      if (next === undefined) missing.push(sentence);
      else at = next;
    }
    expect(missing).toEqual([]);
  });

  it.each(ROWS)(
    'every sentence of $name in $letters letters, in the same order, unless its block gave way',
    async (row) => {
      const handout = sampleHandout(row.name);
      const spoken = letters(await heard(handout, row.letters));
      let at = 0;
      const missing: string[] = [];
      for (const sentence of plainSentences(handout)) {
        // A date and its label, a week and its label stand in two elements.
        const found = spoken.indexOf(letters(sentence.replace(/: /, '')), at);
        const same = spoken.indexOf(letters(sentence), at);
        const next = [found, same].filter((place) => place >= at).sort((a, b) => a - b)[0];
        if (next === undefined) missing.push(sentence);
        else at = next;
      }
      const mayBeMissing = new Set(
        handout.chapters.flatMap(({ sections }) =>
          sections.flatMap(({ nodes }) =>
            nodes.flatMap((node) => {
              const sentences =
                node.kind === 'paragraph' || node.kind === 'highlight'
                  ? node.sentences
                  : node.kind === 'actions'
                    ? node.items.map(({ sentence }) => sentence)
                    : [];
              return sentences
                .filter(({ block }) => block !== null && handout.givesWay.includes(block))
                .map(({ runs }) => runs.map(({ text }) => text).join(''));
            }),
          ),
        ),
      );
      expect(missing.filter((sentence) => !mayBeMissing.has(sentence))).toEqual([]);
    },
  );

  it('says nothing of the foot of the page: it is no content', async () => {
    expect(await heard(sampleHandout(), 'normal')).not.toMatch(/bladzijde \d van \d/);
  });

  it('says where a QR code leads only in its own words, and the address once', async () => {
    const spoken = await heard(sampleHandout(), 'normal');
    expect(spoken.match(/kanker\.nl\/lotgenoten/g)).toHaveLength(1);
  });
});
