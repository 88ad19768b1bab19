import { describe, expect, it } from 'vitest';
import { centreValidOn, withinTerm } from '../../src/domain/directory.ts';
import { aCentre, day } from '../support/a-route.ts';

describe('the 12 months after somebody vouched', () => {
  it.each([
    ['2026-11-02', '2026-11-02', true],
    ['2026-11-02', '2027-11-02', true],
    ['2026-11-02', '2027-11-03', false],
    ['2026-11-02', '2026-11-01', false],
    ['2028-02-29', '2029-02-28', true],
    ['2028-02-29', '2029-03-01', false],
  ])('from %s, on %s: %s', (vouchedOn, today, valid) => {
    expect(withinTerm(day(vouchedOn), day(today))).toBe(valid);
  });
});

describe('a checked centre', () => {
  it('F60 is valid until the end of its recognition, when that comes first', () => {
    const centre = aCentre({ checkedOn: day('2026-11-02'), recognisedUntil: day('2026-12-31') });
    expect(centreValidOn(centre, day('2026-12-31'))).toBe(true);
    expect(centreValidOn(centre, day('2027-01-01'))).toBe(false);
  });

  it('F60 is valid no longer than 12 months after it was checked', () => {
    const centre = aCentre({ checkedOn: day('2026-11-02'), recognisedUntil: day('2030-12-31') });
    expect(centreValidOn(centre, day('2027-11-02'))).toBe(true);
    expect(centreValidOn(centre, day('2027-11-03'))).toBe(false);
  });
});
