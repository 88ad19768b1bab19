import { describe, expect, it } from 'vitest';
import { GATES } from '../../commands/readability/gates.ts';
import { fleschDouma, sentencesOf, syllablesOf, wordsOf } from '../../commands/readability/measure.ts';
import { readSamples } from '../../commands/readability/read-samples.ts';
import { bookletSample, valuesOf } from '../../commands/readability/samples.ts';
import { composeHandout } from '../../src/domain/handout/compose-handout.ts';
import { CASE_NAMES, routeOfCase } from '../support/cases.ts';

const booklets = CASE_NAMES.flatMap((name) => {
  const route = routeOfCase(name);
  return (['kort', 'volledig'] as const).map((length) =>
    bookletSample(name, composeHandout(route, { length }), valuesOf(route)),
  );
});
const samples = readSamples(booklets);

describe('the text of the booklets stays within its limits', () => {
  it.each(GATES.filter(({ hard }) => hard))('$id $what: $limit', ({ beyond }) => {
    expect(beyond(samples)).toEqual([]);
  });

  it('has the gates of the list', () => {
    const ids = new Set(GATES.map(({ id }) => id));
    expect([...ids]).toEqual([...Array.from({ length: 14 }, (_, i) => `R${i + 1}`), 'R22', 'R24']);
  });
});

/** A text that each gate must find. */
const BAD: Readonly<Record<string, string>> = {
  R2: `Dit is een zin ${'met heel erg veel woorden '.repeat(5)}erin.`,
  R3: 'Dit is een korte zin. '.repeat(30),
  R4: 'Multidisciplinaire behandelmogelijkheden beïnvloeden onvoorspelbare ziekteverschijnselen aanzienlijk. '.repeat(
    4,
  ),
  R6: 'Vraag naar de behandelovereenkomst.',
  R11: 'Bij 3 van de 10 mensen helpt het.',
  R12: 'Helaas helpt het niet.',
  R13: 'Hoe gaat het met u?',
};

describe('each gate can fail', () => {
  it.each(Object.entries(BAD))('%s', (id, text) => {
    const bad = { ...samples, booklets: [], blocks: [{ where: 'bad', paragraphs: [text], questions: [] }] };
    const hard = GATES.filter((gate) => gate.id === id && gate.hard);
    expect(hard.flatMap(({ beyond }) => beyond(bad)).length).toBeGreaterThan(0);
  });

  it.each([
    ['R1', 'Dit is een zin die veel meer dan twaalf woorden telt en dus te lang is voor een hoofdstuk.'],
    ['R8', 'Vraag het aan de ABCD.'],
    ['R10', 'Het helpt bij 40% van de mensen.'],
    ['R14', 'Bel {{contact.name}}.'],
    ['R7', 'Praat met een BACO.'],
  ])('%s, in a booklet', (id, text) => {
    const section = { title: 'x', blocks: [], paragraphs: [text], labels: [], explained: [] };
    const booklet = {
      where: 'bad',
      length: 'kort',
      chapters: [{ where: 'bad', sections: [section] }],
      values: [],
      codes: [],
    } as const;
    const found = GATES.filter((gate) => gate.id === id).flatMap(({ beyond }) =>
      beyond({ ...samples, booklets: [booklet] }),
    );
    expect(found.length).toBeGreaterThan(0);
  });

  it.each([
    ['R22', { title: ' ', blocks: [], paragraphs: [], labels: [], explained: [] }, []],
    [
      'R24',
      { title: 'x', blocks: [], paragraphs: [], labels: [], explained: [] },
      [{ url: 'https://x', address: ' ' }],
    ],
  ] as const)('%s, in a booklet', (id, section, codes) => {
    const booklet = {
      where: 'bad',
      length: 'kort',
      chapters: [{ where: 'bad', sections: [section] }],
      values: [],
      codes,
    } as const;
    const found = GATES.filter((gate) => gate.id === id).flatMap(({ beyond }) =>
      beyond({ ...samples, booklets: [booklet] }),
    );
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('counting', () => {
  it.each([
    ['ziekenhuis', 3],
    ['patiëntenorganisatie', 9],
    ['bedrijfsarts', 3],
    ['werkgever', 3],
    ['financiën', 4],
    ['ideeën', 3],
    ['mooi', 1],
    ['leeuw', 1],
    ['oncologie', 4],
    ['coördinator', 5],
    ['reünie', 3],
    ['draaien', 2],
  ])('%s has %i syllables', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables);
  });

  it('takes an address for no word, and a list of sentences apart', () => {
    expect(wordsOf('Kijk op kanker.nl, of mail zeldzamekankers@nfk.nl (70%).')).toEqual([
      'Kijk',
      'op',
      'of',
      'mail',
      '70%',
    ]);
    expect(sentencesOf('Bel dan zelf. Lukt dat niet? Vraag hulp.')).toHaveLength(3);
  });

  it('scores a plain text easier than a learned one', () => {
    expect(fleschDouma(['Bel je arts.', 'Vraag wat je wilt.'])).toBeGreaterThan(90);
    expect(fleschDouma([BAD['R4'] ?? ''])).toBeLessThan(0);
  });
});
