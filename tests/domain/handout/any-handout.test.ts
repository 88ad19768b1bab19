import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKnowledgeFile } from '../../../knowledge/compile/read-files.ts';
import { WORK_STATUSES } from '../../../src/domain/choices.ts';
import { composeHandout } from '../../../src/domain/handout/compose-handout.ts';
import type { Handout } from '../../../src/domain/handout/handout.ts';
import { composeRoute, type RouteInput } from '../../../src/domain/route/compose-route.ts';
import type { Route } from '../../../src/domain/route/route.ts';
import { aConfirmedDiagnosis, aRouteInput, day, someChoices, someWork } from '../../support/a-route.ts';
import { CONFIRMABLE, anyRouteInput } from '../../support/any-booklet.ts';
import { LISTED_ENTITIES } from '../../support/booklet-knowledge.ts';
import { printedTexts } from '../../support/handout-text.ts';
import { allSentences, printedBlocks } from './printed-blocks.ts';

const { kort } = readKnowledgeFile('content/content-map.json') as {
  readonly kort: { readonly route_points: Readonly<Record<string, readonly string[]>> };
};
const POINTS = Object.entries(kort.route_points);
const ROLES = /verpleegkundig|internist|oncolo|hematolo|chirurg|casemanager|afdeling|polikliniek/i;

const compose = (input: RouteInput): { readonly route: Route; readonly handout: Handout } => {
  const route = composeRoute(input);
  return { route, handout: composeHandout(route, { length: 'kort' }) };
};

const NO_WORD = /\{\{|undefined|null|NaN|\[object/;
const BAD_SPACING = /\s\s|\s[.,:;?]|\.\.|^\s|\s$/;

/** What no paper may carry; empty when all is well. */
function unprintable(handout: Handout): readonly string[] {
  const said = allSentences(handout).map(({ runs }) => runs.map((run) => run.text).join(''));
  const sentences = [...said, handout.back.imprint, handout.cover.given ?? ''];
  return [
    ...printedTexts(handout).filter((text) => NO_WORD.test(text)),
    ...sentences.filter((text) => BAD_SPACING.test(text)),
  ];
}

describe('any booklet', () => {
  it('has no word that is not a word, no empty slot and no double space', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        expect(unprintable(compose(input).handout)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(WORK_STATUSES)('is printable for every entity as %s', (status) => {
    expect(CONFIRMABLE.length + [...LISTED_ENTITIES.values()].filter(({ rare }) => rare === false).length).toBe(267);
    const choices = someChoices({ ...someWork({ status, firstSickDay: day('2025-08-04') }), nameOnCover: true });
    for (const entity of CONFIRMABLE) {
      const { handout } = compose(aRouteInput({ diagnosis: aConfirmedDiagnosis({ entity }), choices }));
      expect(unprintable(handout)).toEqual([]);
    }
  });

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        expect(compose(input).handout).toEqual(compose(input).handout);
      }),
      { numRuns: 50 },
    );
  });

  it('names no disease, no department and no role on cover and back', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const { handout } = compose(input);
        const { entity, nameInSentence } = input.diagnosis;
        const { title, author, subject, cover, back } = handout;
        const outside = JSON.stringify({ title, author, subject, cover, back }).toLowerCase();
        for (const word of [entity.nameNl, entity.nameInSentenceNl, nameInSentence, 'kanker', 'tumor', 'sarcoom'])
          expect(outside).not.toContain(word.toLowerCase());
        expect(outside).not.toMatch(ROLES);
      }),
      { numRuns: 200 },
    );
  });

  it('has the name outside only when the patient wants that', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const { handout } = compose(input);
        const named = JSON.stringify(handout).includes(input.patient.name);
        expect(named).toBe(input.choices.nameOnCover);
        expect(handout.cover.forWhom !== null).toBe(input.choices.nameOnCover);
      }),
      { numRuns: 100 },
    );
  });

  it('prints every block that applies to it and every Route point that applies', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const { route, handout } = compose(input);
        const printed = printedBlocks(handout);
        const inWorkChapterOnly = handout.chapters.at(-1)?.id === 'werk' ? 'in-afspraken' : null;
        for (const id of route.blocks.keys()) if (id !== inWorkChapterOnly) expect(printed).toContain(id);
        for (const [point, blocks] of POINTS) {
          const applies = blocks.some((id) => route.blocks.has(id));
          expect([point, blocks.some((id) => printed.has(id))]).toEqual([point, applies]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives way nowhere that a Route point hangs on', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const { route, handout } = compose(input);
        const stays = [...printedBlocks(handout)].filter((id) => !handout.givesWay.includes(id));
        for (const [point, blocks] of POINTS) {
          if (blocks.some((id) => route.blocks.has(id)))
            expect([point, blocks.some((id) => stays.includes(id))]).toEqual([point, true]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is a trial exactly when no valid approval stands behind it', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const { route, handout } = compose(input);
        expect(handout.trial).toBe(route.approval === null ? 'PROEFVERSIE – niet voor patiënten' : null);
        expect(JSON.stringify(handout.chapters).includes('Nagekeken door')).toBe(route.approval !== null);
      }),
      { numRuns: 100 },
    );
  });

  it('has at most one reference worth a code in a chapter', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        for (const { sections } of compose(input).handout.chapters) {
          const codes = sections.flatMap(({ nodes }) => nodes.filter((node) => node.kind === 'reference' && node.code));
          expect(codes.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });
});
