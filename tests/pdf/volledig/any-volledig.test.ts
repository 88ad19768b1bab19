import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composeHandout } from '../../../src/domain/handout/compose-handout.ts';
import { LETTERS } from '../../../src/domain/handout/print-order.ts';
import { composeRoute } from '../../../src/domain/route/compose-route.ts';
import { anyRouteInput } from '../../support/any-booklet.ts';
import { rendered } from '../handouts.ts';
import { structureFaults } from '../tagging/structure-faults.ts';

/** More than with everything switched on: nothing that can be chosen makes it thicker. */
const MOST_PAGES = 44;

it(
  'Volledig of whatever is chosen can be folded, is no thicker than with everything on, and can be read by ear',
  {
    timeout: 240_000,
  },
  async () => {
    await fc.assert(
      fc.asyncProperty(anyRouteInput, fc.constantFrom(...LETTERS), async (input, letters) => {
        const outcome = await rendered(composeHandout(composeRoute(input), { length: 'volledig' }), letters);
        if (outcome.kind !== 'rendered') return expect.unreachable(JSON.stringify(outcome));
        expect(outcome.pages % 4).toBe(0);
        expect(outcome.pages).toBeLessThanOrEqual(MOST_PAGES);
        expect(await structureFaults(outcome.bytes)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  },
);
