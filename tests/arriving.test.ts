import { expect, it } from 'vitest';
import { arriving } from '../src/arriving.ts';

it('gives the thing once it is here, and says no before', async () => {
  const coming = arriving(() => Promise.resolve('names'));
  expect(() => coming.here()).toThrow('before it was here');
  expect(await coming.whenHere()).toBe('names');
  expect(coming.here()).toBe('names');
});

it('lets who only waits not make it come', async () => {
  let fetched = 0;
  const coming = arriving(() => Promise.resolve((fetched += 1)));
  const waited = coming.arrival;
  expect(fetched).toBe(0);
  await Promise.all([coming.whenHere(), coming.whenHere()]);
  expect([await waited, fetched]).toEqual([1, 1]);
});

it('stays away when it could not come', async () => {
  const coming = arriving(() => Promise.reject<string>(new Error('not loaded')));
  await expect(coming.whenHere()).rejects.toThrow('not loaded');
  expect(() => coming.here()).toThrow('before it was here');
});
