import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Measured, breakPages } from '../../../src/pdf/volledig/planning/break-pages.ts';

const PAGE = 500;
const aPiece = (height: number, more: Partial<Measured> = {}): Measured => ({
  height,
  above: 10,
  withNext: false,
  continues: false,
  ...more,
});
const pagesOf = (pieces: readonly Measured[]) =>
  breakPages(pieces, PAGE)?.map(({ from, to }) => pieces.slice(from, to).map(({ height }) => height));

const anyPiece = fc.record({
  height: fc.integer({ min: 1, max: 300 }),
  above: fc.integer({ min: 0, max: 30 }),
  withNext: fc.boolean(),
  continues: fc.boolean(),
});

function heightOf(pieces: readonly Measured[]): number {
  return pieces.reduce((sum, { height, above }, i) => sum + height + (i > 0 ? above : 0), 0);
}

describe('breaking pages', () => {
  it('puts every piece on a page, in order, and none over the edge', () => {
    fc.assert(
      fc.property(fc.array(anyPiece, { minLength: 1, maxLength: 60 }), (pieces) => {
        const spans = breakPages(pieces, PAGE) ?? [];
        expect(spans.map(({ from }) => from)).toEqual([0, ...spans.slice(0, -1).map(({ to }) => to)]);
        expect(spans.at(-1)?.to).toBe(pieces.length);
        for (const { from, to, left } of spans) {
          expect(heightOf(pieces.slice(from, to)) + left).toBeCloseTo(PAGE);
          expect(left).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('takes no more pages than filling each to the brim would, where nothing belongs together', () => {
    const loose = anyPiece.map((piece) => ({ ...piece, withNext: false }));
    fc.assert(
      fc.property(fc.array(loose, { minLength: 1, maxLength: 60 }), (pieces) => {
        let pages = 1;
        let used = 0;
        for (const { height, above } of pieces) {
          const next = used === 0 ? height : used + above + height;
          if (next > PAGE) pages++;
          used = next > PAGE ? height : next;
        }
        expect(breakPages(pieces, PAGE)?.length).toBeLessThanOrEqual(pages);
      }),
    );
  });

  it('never ends a page with what belongs to the next piece', () => {
    expect(pagesOf([aPiece(450), aPiece(30, { withNext: true }), aPiece(300)])).toEqual([[450], [30, 300]]);
  });

  it('parts what is longer than a page all the same', () => {
    const long = Array.from({ length: 4 }, () => aPiece(200, { withNext: true }));
    expect(pagesOf(long)?.flat()).toHaveLength(4);
  });

  it('rather breaks between sections than inside one', () => {
    const pieces = [aPiece(200), aPiece(200), aPiece(50, { continues: true }), aPiece(200), aPiece(200)];
    expect(pagesOf(pieces)).toEqual([
      [200, 200, 50],
      [200, 200],
    ]);
  });

  it('shares out the holes instead of leaving one page half empty', () => {
    const pieces = Array.from({ length: 7 }, () => aPiece(160, { above: 0 }));
    expect(pagesOf(pieces)?.map((page) => page.length)).toEqual([3, 3, 1]);
    const spread = [aPiece(300), aPiece(150), aPiece(300), aPiece(150), aPiece(450)];
    expect(pagesOf(spread)).toEqual([[300, 150], [300, 150], [450]]);
  });

  it('gives an empty page for nothing, and up on a piece higher than a page', () => {
    expect(breakPages([], PAGE)).toEqual([{ from: 0, to: 0, left: PAGE }]);
    expect(breakPages([aPiece(100), aPiece(501)], PAGE)).toBeNull();
  });

  it('grows with the pieces, not with their square', () => {
    const many = Array.from({ length: 20_000 }, () => aPiece(40));
    expect(breakPages(many, PAGE)?.length).toBe(2000);
  });
});
