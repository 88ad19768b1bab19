import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLOT_NAMES } from '../../../src/domain/content.ts';
import { composeHandout } from '../../../src/domain/handout/compose-handout.ts';
import { fillSentence } from '../../../src/domain/route/fill.ts';
import { composeRoute, type RouteInput } from '../../../src/domain/route/compose-route.ts';
import { aConfirmedDiagnosis, aRouteInput, someChoices } from '../../support/a-route.ts';
import { anyRouteInput, CONFIRMABLE } from '../../support/any-booklet.ts';
import { BOOKLET_KNOWLEDGE, LISTED_ENTITIES } from '../../support/booklet-knowledge.ts';
import { printedTexts } from '../../support/handout-text.ts';

const LENGTHS = ['kort', 'volledig'] as const;

/** Every text of both lengths. */
const textsOf = (input: RouteInput): readonly string[] => {
  const route = composeRoute(input);
  return LENGTHS.flatMap((length) => printedTexts(composeHandout(route, { length }))).map((text) =>
    text.replace(/ <[^>]*>| {2}\{[a-z0-9-]*\}$|\([a-z-]+(, [a-z]+)?\)/g, ''),
  );
};

describe('what no booklet may say', () => {
  it('a slot that nobody filled', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        expect(textsOf(input).filter((text) => text.includes('{{'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('a call to a person whose number nobody knows: then there are lines', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const { contact } = input.choices;
        const callable = Boolean(contact?.name.trim()) && Boolean(contact?.phone?.trim());
        const { blocks } = composeRoute(input);
        expect(blocks.has('voor-wie-bel-ik')).toBe(callable);
        expect(blocks.has('voor-wie-bel-ik-leeg')).toBe(!callable);
        expect(textsOf(input).filter((text) => /\bbel je(?: bij spoed)?\s*$/.test(text) && !callable)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('that the news is new, in a second version or in any', () => {
    const isNews = /\b(pas|net|zojuist|vandaag|onlangs) (gehoord|gekregen|ontdekt)\b/i;
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const second = { ...input, booklet: { ...input.booklet, version: 2 } };
        expect(textsOf(second).filter((text) => isNews.test(text))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('a word about spread without the yes of the clinician', () => {
    fc.assert(
      fc.property(anyRouteInput, fc.constantFrom('no', 'unknown'), (input, metastasised) => {
        const choices = { ...input.choices, metastasised } as const;
        expect(textsOf({ ...input, choices }).filter((text) => SPREAD.test(text))).toEqual([]);
      }),
      { numRuns: 150 },
    );
    const yes = someChoices({ metastasised: 'yes' });
    expect(textsOf(aRouteInput({ choices: yes })).some((text) => SPREAD.test(text))).toBe(true);
  });

  it('a word about palliative care, an early benefit or giving up work without the choice of the clinician', () => {
    const words = [/palliati/i, /Eerder een uitkering/, /Als werken niet meer lukt/];
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const choices = { ...input.choices, palliative: false, earlyWia: false, stopWorking: false };
        const texts = textsOf({ ...input, choices });
        expect(texts.filter((text) => words.some((word) => word.test(text)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('a crisis number as something to tick', () => {
    const ticked = LENGTHS.flatMap(() =>
      BOOKLET_KNOWLEDGE.content.blocks.flatMap(({ short, full }) => [
        ...(short?.actions ?? []),
        ...full.actions,
        ...full.items,
      ]),
    );
    expect(ticked.filter((text) => /\b(112|113)\b/.test(text))).toEqual([]);
    expect(textsOf(aRouteInput()).filter((text) => /\b(112|113)\b/.test(text)).length).toBeGreaterThan(1);
  });

  it.each([0, 8, 15, 16, 17])('D25 anything to a child of %i', (age) => {
    expect(() => composeRoute(aRouteInput({ patient: { name: 'Kind Voorbeeld', age } }))).toThrow(RangeError);
  });
});

describe('the name of every diagnosis in every sentence that names one', () => {
  const { blocks, employerSheet } = BOOKLET_KNOWLEDGE.content;
  const sentences = [
    ...blocks.flatMap(({ short, full }) => [
      ...(short?.text ?? []),
      ...(short?.actions ?? []),
      ...full.text,
      ...full.actions,
      ...full.items,
    ]),
    employerSheet.diagnosis,
  ]
    .flatMap((text) => text.split(/(?<=[.?!])\s+/))
    .filter((sentence) => /\{\{diagnosis\./.test(sentence));

  it('there are such sentences', () => {
    expect(sentences.length).toBeGreaterThan(2);
    expect(SLOT_NAMES.filter((slot) => slot.startsWith('diagnosis.'))).toHaveLength(2);
  });

  it('reads as a sentence for all of them', () => {
    const wrong = CONFIRMABLE.flatMap((entity) => {
      const { slots } = composeRoute(aRouteInput({ diagnosis: aConfirmedDiagnosis({ entity }) }));
      return sentences
        .map((sentence) => fillSentence(sentence, slots))
        .filter((sentence) => !READS.test(sentence) || STUMBLES.test(sentence) || wordsOutsideBrackets(sentence) > 20);
    });
    expect(CONFIRMABLE.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  it('stands in the middle of a sentence: no capital but of a name or an abbreviation, no full stop', () => {
    const names = [...LISTED_ENTITIES.values()].map(({ nameInSentenceNl }) => nameInSentenceNl);
    expect(names.filter((name) => /\.$|^\s|\s$|\s\s/.test(name))).toEqual([]);
    expect(names.filter((name) => /^\p{Lu}\p{Ll}/u.test(name) && !AFTER_A_PERSON.test(name))).toEqual([]);
  });
});

const AFTER_A_PERSON = /^(Kaposi|Hodgkin)/;
const SPREAD = /uitzaai|uitgezaai|metasta/i;
const READS = /^[\p{Lu}\d].*[.?]$/u;
const STUMBLES = /\{\{|\s\s|\b(een|de|het) (een|de|het)\b|\s[.,:]|\.\./i;
const wordsOutsideBrackets = (sentence: string): number => sentence.replace(/\([^)]*\)/g, '').split(/\s+/).length;
