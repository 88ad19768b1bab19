import { describe, expect, it } from 'vitest';
import { composeHandout } from '../../../../src/domain/handout/compose-handout.ts';
import type { HandoutNode } from '../../../../src/domain/handout/handout.ts';
import { composeRoute } from '../../../../src/domain/route/compose-route.ts';
import { aRouteInput, day, someChoices, someWork } from '../../../support/a-route.ts';

function nodesOf(work: Parameters<typeof someWork>[0]): readonly HandoutNode[] {
  const route = composeRoute(aRouteInput({ choices: someChoices(someWork(work)) }));
  return composeHandout(route, { length: 'volledig' })
    .chapters.filter(({ theme }) => theme === 'werk')
    .flatMap(({ sections }) => sections.flatMap(({ nodes }) => nodes));
}

function periodsOf(firstSickDay: string) {
  const found = nodesOf({ firstSickDay: day(firstSickDay) }).find(({ kind }) => kind === 'milestones');
  return found?.kind === 'milestones' ? found.periods : expect.unreachable('no milestones');
}

const printed = (text: string): string => text.replaceAll('\u00A0', ' ');

// The booklet is made on 25 November 2026.
describe('the work timeline of Volledig', () => {
  it('says of what is past that it was, of the next step that it follows, and of the rest by when', () => {
    const [first, second] = periodsOf('2026-09-14');
    expect(first?.rows.map(({ when, week, state }) => [printed(when), week, state])).toEqual([
      ['Dit was op 14 september 2026', 'week 1', 'past'],
      ['Dit was ongeveer in de week van 14 september 2026', 'week 1', 'past'],
      ['Dit was rond 25 oktober 2026', 'week 6', 'past'],
      ['Dit was rond 8 november 2026', 'week 8', 'past'],
      ['Hierna: rond 20 december 2026', 'week 14', 'next'],
      ['5 juli 2027', 'na week 42', 'later'],
      ['Ongeveer in de week van 12 juli 2027', 'week 44', 'later'],
      ['Uiterlijk 12 september 2027', 'week 52', 'later'],
    ]);
    expect(second).toMatchObject({ title: 'Later: jaar 2', lead: 'Dit is voor later. Je hoeft hier nu niets mee.' });
    expect(second?.rows.every(({ state }) => state === 'later')).toBe(true);
  });

  it('calls a week that has begun neither past nor to come', () => {
    // Week 44 of this sick leave is Monday 23 to Sunday 29 November 2026.
    const rows = periodsOf('2026-01-26')[0]?.rows ?? [];
    const shown = rows.map(({ when, week, state }) => [printed(when), week, state]);
    expect(shown.slice(shown.findIndex(([, week]) => week === 'week 44'))).toEqual([
      ['Nu: ongeveer in de week van 23 november 2026', 'week 44', 'next'],
      ['Rond 29 november 2026', 'week 44', 'later'],
      ['Uiterlijk 24 januari 2027', 'week 52', 'later'],
    ]);
    expect(printed(periodsOf('2026-01-19')[0]?.rows.find(({ week }) => week === 'week 44')?.when ?? '')).toBe(
      'Dit was ongeveer in de week van 16 november 2026',
    );
  });

  it.each([
    ['employee', 'Nog niet ziek gemeld bij je werk? Doe dat dan nu.', 'Meld je ziek bij je werk.'],
    ['ziektewet', 'ben je nog niet ziek gemeld? Meld je dan nu ziek bij UWV.', 'uiterlijk op de tweede dag'],
    ['self_employed', 'ben je nog niet ziek gemeld? Bel dan nu je verzekeraar.', 'Meld je meteen ziek'],
  ] as const)(
    'tells %s after the first day what can still be done, not to have been in time',
    (status, after, onTheDay) => {
      const told = (firstSickDay: string): string =>
        printed(
          JSON.stringify(
            nodesOf({ status, firstSickDay: day(firstSickDay) }).filter(({ kind }) => kind === 'milestones'),
          ),
        );
      expect(told('2026-09-14')).toContain(after);
      expect(told('2026-09-14')).not.toContain(onTheDay);
      expect(told('2026-11-25')).toContain(onTheDay);
      expect(told('2026-11-25')).not.toContain(after);
    },
  );

  it('puts two steps of one day at one stop', () => {
    const row = periodsOf('2026-09-14')[0]?.rows[3];
    expect(row?.steps.map(({ label }) => label)).toEqual([
      'Je maakt een plan met je werkgever',
      'Je krijgt een casemanager',
    ]);
  });

  it('names the dates of what comes back', () => {
    const row = periodsOf('2026-09-14')[0]?.rows[4];
    expect(printed(JSON.stringify(row?.steps))).toContain(
      'Daarna weer rond 31 januari 2027, 14 maart 2027 en 25 april 2027.',
    );
  });

  it('in the second year no longer calls that later', () => {
    const [, second] = periodsOf('2025-08-04');
    expect(second).toMatchObject({ title: 'Jaar 2', lead: null });
    expect(second?.rows.filter(({ state }) => state === 'next')).toHaveLength(1);
  });

  it('for who works for oneself has two moments in the first year, and no weeks to fill in', () => {
    const nodes = nodesOf({ status: 'self_employed', firstSickDay: day('2026-09-14') });
    const milestones = nodes.find(({ kind }) => kind === 'milestones');
    if (milestones?.kind !== 'milestones') return expect.unreachable('no milestones');
    expect(milestones.periods.map(({ title }) => title)).toEqual(['Jaar 1']);
    expect(milestones.periods[0]?.rows.flatMap(({ steps }) => steps.map(({ label }) => label))).toEqual([
      'Bel je verzekeraar',
      'Maak je eigen plan',
    ]);
    const without = nodesOf({ status: 'self_employed', firstSickDay: null }).map(({ kind }) => kind);
    expect(without).not.toContain('milestones');
    expect(without).not.toContain('week-lines');
  });

  it.each(['employee', 'ziektewet'] as const)(
    'D38 without a first sick day gives %s the weeks to date themselves',
    (status) => {
      const weeks = nodesOf({ status, firstSickDay: null }).find(({ kind }) => kind === 'week-lines');
      if (weeks?.kind !== 'week-lines') return expect.unreachable('no weeks');
      const numbers = weeks.rows.map(({ week }) => week);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      expect(weeks.rows.length).toBeGreaterThan(8);
    },
  );
});
