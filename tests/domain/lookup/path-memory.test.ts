import { expect, it } from 'vitest';
import { PathMemory, type Place } from '../../../src/domain/lookup/path-memory.ts';

type Part = string | number | undefined;

function placeOf(memory: PathMemory<string>, ...parts: readonly Part[]): Place<string> {
  return parts.reduce((place, part) => memory.next(place, part), memory.start());
}

it('finds a value again by the same parts in the same order, and by no others', () => {
  const memory = new PathMemory<string>(100);
  placeOf(memory, 'icd-10', 'C49.9').value = 'leiomyosarcoom';
  expect(placeOf(memory, 'icd-10', 'C49.9').value).toBe('leiomyosarcoom');
  const others: readonly (readonly Part[])[] = [
    [],
    ['icd-10'],
    ['C49.9', 'icd-10'],
    ['icd-10C49.9'],
    ['icd-10', 'C49.9', undefined],
    [undefined, 'C49.9'],
    ['icd-10', 'C49', '.9'],
  ];
  expect(others.map((parts) => placeOf(memory, ...parts).value)).toEqual(others.map(() => undefined));
});

it('tells a number from its text, and what is absent from what is empty', () => {
  const memory = new PathMemory<string>(100);
  placeOf(memory, 1).value = 'number';
  placeOf(memory, '1').value = 'text';
  placeOf(memory, undefined).value = 'absent';
  placeOf(memory, '').value = 'empty';
  expect([1, '1', undefined, ''].map((part) => placeOf(memory, part).value)).toEqual([
    'number',
    'text',
    'absent',
    'empty',
  ]);
});

it('begins anew at its limit, and what is on its way then comes to no harm', () => {
  const memory = new PathMemory<string>(3);
  placeOf(memory, 'a', 'b').value = 'first';
  const onItsWay = memory.next(memory.start(), 'a');
  placeOf(memory, 'c').value = 'the third place';
  expect(placeOf(memory, 'a', 'b').value).toBeUndefined();
  memory.next(onItsWay, 'b').value = 'late';
  expect(placeOf(memory, 'a', 'b').value).toBeUndefined();
});

it('keeps nothing behind a long text', () => {
  const memory = new PathMemory<string>(100);
  const long = 'x'.repeat(201);
  placeOf(memory, 'a', long, 'b').value = 'kept';
  expect(placeOf(memory, 'a', long, 'b').value).toBeUndefined();
});
