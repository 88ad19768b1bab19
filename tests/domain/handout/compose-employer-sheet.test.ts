import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORK_STATUSES } from '../../../src/domain/choices.ts';
import { composeEmployerSheet } from '../../../src/domain/handout/compose-employer-sheet.ts';
import { composeRoute, type RouteInput } from '../../../src/domain/route/compose-route.ts';
import { aRouteInput } from '../../support/a-route.ts';
import { anyRouteInput } from '../../support/any-booklet.ts';

/** An employee who asked for the sheet, unless told otherwise. */
function sheetOf(work: Partial<RouteInput['choices']['work']> = {}, more: Partial<RouteInput> = {}) {
  const input = aRouteInput(more);
  const asked = { include: true, status: 'employee', firstSickDay: null, shareSheet: true, diagnosisOnSheet: false };
  const choices = { ...input.choices, work: { ...asked, ...work } as RouteInput['choices']['work'] };
  return composeEmployerSheet(composeRoute({ ...input, choices }));
}

describe('composeEmployerSheet', () => {
  it.each(WORK_STATUSES)('there is a sheet for who has an employer: %s', (status) => {
    expect(sheetOf({ status }) !== null).toBe(status === 'employee' || status === 'temporary');
  });

  it('there is none when it was not asked for, or without the chapter on work', () => {
    expect(sheetOf({ shareSheet: false })).toBeNull();
    expect(sheetOf({ include: false })).toBeNull();
  });

  it('D36 says for whom it is and for whom it is not, and who hands it over', () => {
    const sheet = sheetOf();
    expect(sheet?.heading).toBe('Voor de bedrijfsarts. Geef dit niet aan je werkgever.');
    expect(sheet?.handedOver).toEqual([
      'De medewerker geeft dit blad zelf aan u.',
      'U krijgt het niet van het ziekenhuis.',
    ]);
    expect(sheet?.consent).toEqual({ question: 'Toestemming om de diagnose te noemen', yes: 'ja', no: 'nee' });
    expect(sheet?.fillIn.fields.map(({ label, lines }) => [label, lines])).toEqual([
      ['Wat deze medewerker nu kan', 2],
      ['Wat veel energie kost', 2],
      ['Welke aanpassing helpt', 2],
      ['Volgende afspraak in het ziekenhuis', 1],
    ]);
  });

  it('D36 names the diagnosis only when the patient ticked it', () => {
    expect(sheetOf()?.diagnosis).toBeNull();
    expect(sheetOf({ diagnosisOnSheet: true })?.diagnosis).toBe('De diagnose is een leiomyosarcoom.');
  });

  it('D36 no disease stands anywhere on a sheet without that tick, and never what is to come', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const work = { ...input.choices.work, include: true, status: 'employee', shareSheet: true } as const;
        const choices = { ...input.choices, work: { ...work, diagnosisOnSheet: false } };
        const sheet = composeEmployerSheet(composeRoute({ ...input, choices }));
        const printed = JSON.stringify(sheet).toLowerCase();
        expect(printed).not.toContain(input.diagnosis.nameInSentence.toLowerCase());
        expect(printed).not.toMatch(/prognose|overleving|uitzaai|palliatie/);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out whom to ask when no contact is known, and says so when it is a trial (D20)', () => {
    const { choices } = aRouteInput();
    expect(sheetOf({}, { choices: { ...choices, contact: null } })?.contact).toBeNull();
    expect(sheetOf({}, { approval: null })?.trial).toBe('PROEFVERSIE – niet voor patiënten');
    expect(sheetOf()?.contact).toMatchObject({ condition: 'Alleen met toestemming van de medewerker.' });
    expect(sheetOf()?.trial).toBeNull();
  });
});
