import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORK_STATUSES, type Choices } from '../../src/domain/choices.ts';
import { composeHandout } from '../../src/domain/handout/compose-handout.ts';
import { composeRoute, type RouteInput } from '../../src/domain/route/compose-route.ts';
import { aConfirmedDiagnosis, aRouteInput, day, someChoices, someWork } from '../support/a-route.ts';
import { anyRouteInput } from '../support/any-booklet.ts';
import { rendered } from './handouts.ts';

const kortOf = (input: RouteInput) => rendered(composeHandout(composeRoute(input), { length: 'kort' }));

/** Everything a clinician can switch on, which no one person needs at once. */
function everything(work: Partial<Choices['work']>): Choices {
  return someChoices({
    ...someWork({ shareSheet: true, partTime: true, contractEnd: day('2027-04-18'), ...work }),
    metastasised: 'yes',
    subtypeUnclear: true,
    fewOptions: true,
    nonePlanned: true,
    palliative: true,
    earlyWia: true,
    stopWorking: true,
    nameOnCover: true,
  });
}

/** Without dates there are lines to write on, and in the second year there are most dates. */
const SICK_DAYS = [null, '2025-06-13'] as const;

describe('the short booklet can be made', { timeout: 240_000 }, () => {
  it.each(['leiomyosarcoma', 'aml'].flatMap((entity) => [25, 66].map((age) => [entity, age] as const)))(
    'for %s at %i, whatever the work, with everything switched on',
    async (entity, age) => {
      for (const status of WORK_STATUSES) {
        for (const firstSickDay of SICK_DAYS.map((text) => (text === null ? null : day(text)))) {
          const choices = everything({ status, firstSickDay });
          const patient = { name: 'Samira de Boer', age };
          const outcome = await kortOf(aRouteInput({ diagnosis: aConfirmedDiagnosis({ entity }), patient, choices }));
          expect({ status, firstSickDay, outcome }).toMatchObject({ outcome: { kind: 'rendered', pages: 8 } });
        }
      }
    },
  );

  it('of any diagnosis and any choice', async () => {
    await fc.assert(
      fc.asyncProperty(anyRouteInput, async (input) => {
        expect(await kortOf(input)).toMatchObject({ kind: 'rendered', pages: 8 });
      }),
      { numRuns: 20 },
    );
  });
});
