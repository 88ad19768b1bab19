import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../support/people.ts';
import { personTable } from '../../support/person-table.ts';

const GOLDENS = new URL('../../../fixtures/goldens/people/', import.meta.url);

describe('the route of each person of fixtures/people.json', () => {
  it('has a person for everything that makes a route differ', () => {
    expect(PEOPLE.length).toBeGreaterThanOrEqual(14);
    expect(new Set(PEOPLE.map(({ name }) => name)).size).toBe(PEOPLE.length);
    expect(new Set(PEOPLE.map(({ route }) => route.centre.kind))).toEqual(
      new Set(['here', 'named', 'unknown', 'lapsed']),
    );
  });

  // A changed golden is read before it is renewed (vitest --update), in a commit of its own.
  it.each(PEOPLE.map((person) => [person.name, person] as const))('%s', async (name, person) => {
    await expect(personTable(person)).toMatchFileSnapshot(new URL(`${name}.md`, GOLDENS).pathname);
  });
});
