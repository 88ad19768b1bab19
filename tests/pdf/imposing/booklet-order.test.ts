import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookletOrder } from '../../../src/pdf/imposing/booklet-order.ts';

describe('bookletOrder', () => {
  it('puts eight pages on two sheets, front and back, from the outside in', () => {
    expect(bookletOrder(8)).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
  });

  it('leaves blank what is past the end', () => {
    expect(bookletOrder(5)).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
    expect(bookletOrder(1)).toEqual([
      [3, 0],
      [1, 2],
    ]);
  });

  it('holds every page once, and folded they follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (pages) => {
        const sides = bookletOrder(pages);
        const flat = sides.flat();
        expect([...flat].sort((a, b) => a - b)).toEqual(flat.map((_, i) => i));
        expect(sides.length % 2).toBe(0);
        // The left and the right page of a side lie symmetrically around the fold.
        for (const [left, right] of sides) expect(left + right).toBe(flat.length - 1);
      }),
    );
  });
});
