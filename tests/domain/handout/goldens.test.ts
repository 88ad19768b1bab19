import { describe, expect, it } from 'vitest';
import { composeHandout } from '../../../src/domain/handout/compose-handout.ts';
import { BOOKLET_KNOWLEDGE } from '../../support/booklet-knowledge.ts';
import { CASE_NAMES, caseFile, routeOfCase } from '../../support/cases.ts';
import { handoutText } from '../../support/handout-text.ts';

const GOLDENS = new URL('../../../fixtures/goldens/handout/', import.meta.url);

describe('the booklet of each case reads as a person has seen it', () => {
  it('has a case for everything that makes a booklet differ', () => {
    expect(CASE_NAMES).toEqual([
      'aml',
      'centre-here',
      'centre-named',
      'everything-on',
      'leiomyosarcoma',
      'long-names',
      'moved-dates',
      'palliative',
      'self-employed',
      'trial',
      'week-71',
      'week-95',
      'without-contact',
      'without-first-sick-day',
      'without-work',
      'ziektewet',
    ]);
  });

  // A changed golden is read before it is renewed (vitest --update), in a commit of its own.
  it.each(CASE_NAMES)('%s', async (name) => {
    const route = routeOfCase(name);
    for (const length of ['kort', 'volledig'] as const) {
      const text = handoutText(composeHandout(route, { length }));
      await expect(text).toMatchFileSnapshot(new URL(`${length}/${name}.txt`, GOLDENS).pathname);
    }
  });

  it.each(CASE_NAMES.filter((name) => name !== 'trial'))(
    'the approval of %s is about the content of today: else put what `npm run config -- hash` prints into fixtures/cases/*.json',
    (name) => {
      const { approval } = JSON.parse(caseFile(name)) as { approval: unknown };
      expect(approval).toMatchObject(BOOKLET_KNOWLEDGE.version);
    },
  );
});
