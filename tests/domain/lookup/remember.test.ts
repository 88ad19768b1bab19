import { expect, it } from 'vitest';
import { remember, rememberOne } from '../../../src/domain/lookup/remember.ts';

it('makes a thing once for each owner and key', () => {
  const made: string[] = [];
  const spell = remember(10, (owner: { readonly name: string }, key: string) => {
    made.push(`${owner.name}${key}`);
    return key.toUpperCase();
  });
  const [one, other] = [{ name: '1' }, { name: '2' }];
  expect([spell(one, 'a'), spell(one, 'a'), spell(other, 'a'), spell(one, 'b')]).toEqual(['A', 'A', 'A', 'B']);
  expect(made).toEqual(['1a', '2a', '1b']);
});

it('begins anew at its limit, and stays right', () => {
  let made = 0;
  const double = remember(3, (_: object, key: number) => {
    made += 1;
    return 2 * key;
  });
  const owner = {};
  for (const key of [1, 2, 3, 4, 1]) expect(double(owner, key)).toBe(2 * key);
  expect(made).toBe(5);
  expect(double(owner, 4)).toBe(8);
  expect(made).toBe(5);
});

it('never keeps a long key, and hands over what a key was made from', () => {
  const made: string[] = [];
  const measure = remember(3, (_: object, key: string, from: readonly string[]) => {
    made.push(key.slice(0, 1));
    return from.length;
  });
  const owner = {};
  const long = 'x'.repeat(100_000);
  expect([measure(owner, long, ['x']), measure(owner, long, ['x']), measure(owner, 'ab', ['a', 'b'])]).toEqual([
    1, 1, 2,
  ]);
  expect([measure(owner, 'ab', []), made]).toEqual([2, ['x', 'x', 'a']]);
});

it('remembers what is nothing too', () => {
  let made = 0;
  const nothing = rememberOne((): null => {
    made += 1;
    return null;
  });
  const owner = {};
  expect([nothing(owner), nothing(owner), made]).toEqual([null, null, 1]);
});
