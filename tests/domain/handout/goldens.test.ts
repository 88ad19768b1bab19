import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeCase } from '../../../commands/booklet/compose-case.ts';
import { readCase } from '../../../commands/booklet/read-case.ts';
import { composeHandout } from '../../../src/domain/handout/compose-handout.ts';
import { BOOKLET_KNOWLEDGE, LISTED_ENTITIES } from '../../support/booklet-knowledge.ts';
import { handoutText } from '../../support/handout-text.ts';

const CASES = new URL('../../../fixtures/cases/', import.meta.url);
const GOLDENS = new URL('../../../fixtures/goldens/handout/', import.meta.url);
const names = readdirSync(CASES).map((file) => file.replace(/\.json$/, ''));

describe('the booklet of each case reads as a person has seen it', () => {
  it('has a case for everything that makes a booklet differ', () => {
    expect(names.sort()).toEqual([
      'aml',
      'everything-on',
      'leiomyosarcoma',
      'long-names',
      'self-employed',
      'trial',
      'week-95',
      'without-contact',
      'without-first-sick-day',
      'without-work',
      'ziektewet',
    ]);
  });

  // A changed golden is read before it is renewed (vitest --update), in a commit of its own.
  it.each(names)('%s', async (name) => {
    const reading = readCase(readFileSync(new URL(`${name}.json`, CASES), 'utf8'));
    if (reading.kind === 'faults') return expect.unreachable(reading.faults.join('\n'));
    const composed = composeCase(reading.case, BOOKLET_KNOWLEDGE, LISTED_ENTITIES);
    if (composed.kind === 'refused') return expect.unreachable(composed.why);
    for (const length of ['kort', 'volledig'] as const) {
      const text = handoutText(composeHandout(composed.route, { length }));
      await expect(text).toMatchFileSnapshot(new URL(`${length}/${name}.txt`, GOLDENS).pathname);
    }
  });

  it.each(names.filter((name) => name !== 'trial'))(
    'the approval of %s is about the content of today: else put what `npm run config -- hash` prints into fixtures/cases/*.json',
    (name) => {
      const { approval } = JSON.parse(readFileSync(new URL(`${name}.json`, CASES), 'utf8')) as { approval: unknown };
      expect(approval).toMatchObject(BOOKLET_KNOWLEDGE.version);
    },
  );
});
