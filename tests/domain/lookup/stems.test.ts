import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byRank, indexStems, locate, occurrencesIn, within } from '../../../src/domain/lookup/stems.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '?', ' ') });
const lists = fc.array(letters.filter((text) => text !== ''));

it('finds every occurrence of every stem, as looking for each by itself does', () => {
  const property = fc.property(letters, lists, (text, stems) => {
    const index = indexStems(stems.map((stem, of) => ({ text: stem, of })));
    const found = [...occurrencesIn(text, index)].sort(byRank).map(({ stem, from, to }) => [stem.of, from, to]);
    const expected = stems.flatMap((stem, of) =>
      Array.from(text).flatMap((_, from) => (text.startsWith(stem, from) ? [[of, from, from + stem.length]] : [])),
    );
    expect(found).toEqual(expected);
  });
  fc.assert(property);
});

it('picks those that lie within a part of the text', () => {
  const property = fc.property(letters, lists, fc.nat(20), fc.nat(20), (text, stems, from, to) => {
    const all = occurrencesIn(text, indexStems(stems.map((stem) => ({ text: stem, of: null }))));
    expect(within(locate(all), { from, to })).toEqual(all.filter((one) => one.from >= from && one.to <= to));
  });
  fc.assert(property);
});
