import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, parseCalendarDate, weekday } from '../../../src/domain/calendar-date.ts';
import { checkFirstSickDay, countingFrom } from '../../../src/domain/sick-leave/first-sick-day.ts';
import { lastDayOfWeek } from '../../../src/domain/sick-leave/milestone-date.ts';
import { TODAY, day } from '../../support/a-route.ts';

const aDay = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(day('1900-01-01'), days));

describe('the first sick day', () => {
  it.each([
    ['2026-11-25', 0],
    ['2026-11-19', 0],
    ['2026-11-18', 1],
    ['2025-02-03', 94],
    ['2024-11-27', 104],
    ['1999-01-01', 1455],
  ])('%s is %i whole weeks before 25 November 2026', (first, weeksSick) => {
    expect(checkFirstSickDay(day(first), TODAY)).toEqual({ kind: 'accepted', weeksSick });
  });

  it('F39 in the future is not reckoned with', () => {
    expect(checkFirstSickDay(day('2026-11-26'), TODAY)).toEqual({ kind: 'in-the-future' });
  });

  it.each(['1899-12-31', '0001-01-01', '2026-02-30', '2025-02-29', '2026-11', '2200-01-01'])(
    'F39 %s is no day at all',
    (text) => {
      expect(parseCalendarDate(text)).toBeNull();
    },
  );

  it('during week n it is n - 1 whole weeks, over leap years, year ends and summer time', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 130 }), (first, week) => {
        const last = lastDayOfWeek(first, week);
        expect(daysBetween(first, last)).toBe(7 * week - 1);
        expect(checkFirstSickDay(first, last)).toEqual({ kind: 'accepted', weeksSick: week - 1 });
        expect(checkFirstSickDay(first, addDays(last, 1))).toEqual({ kind: 'accepted', weeksSick: week });
        expect(weekday(addDays(last, 1))).toBe(weekday(first));
      }),
    );
  });
});

describe('counting over a break', () => {
  const first = { from: day('2026-01-05'), to: day('2026-03-29') };

  it('without a break starts on the first sick day', () => {
    expect(countingFrom({ from: first.from, to: null })).toBe('2026-01-05');
  });

  it('adds up several short breaks', () => {
    const second = { from: addDays(first.to, 11), to: addDays(first.to, 20) };
    const third = { from: addDays(second.to, 6), to: null };
    expect(countingFrom(first, second, third)).toBe(addDays(first.from, 15));
  });

  it('a spell that has not ended leaves nothing recovered', () => {
    expect(countingFrom({ from: first.from, to: null }, { from: day('2026-04-20'), to: null })).toBe('2026-01-05');
  });

  it('27 days are skipped and 28 start the count again, whatever the dates', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 400 }), (from, recovered, ill) => {
        const to = addDays(from, ill);
        const again = addDays(to, recovered + 1);
        const expected = recovered < 28 ? addDays(from, recovered) : again;
        expect(countingFrom({ from, to }, { from: again, to: null })).toBe(expected);
      }),
    );
  });
});
