import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, weekday } from '../../../src/domain/calendar-date.ts';
import { publicHolidays, workingDayFrom } from '../../../src/domain/sick-leave/holidays.ts';
import { day } from '../../support/a-route.ts';

const aDay = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays(day('1900-01-01'), days));

describe('Dutch public holidays (Algemene termijnenwet)', () => {
  it('of 2026 are those of the calendar', () => {
    expect([...publicHolidays(2026)].sort()).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it.each([
    [2025, '2025-04-26'],
    [2026, '2026-04-27'],
    [2031, '2031-04-26'],
  ])("King's day of %i is %s", (year, kingsDay) => {
    expect(publicHolidays(year)).toContain(kingsDay);
    const other = kingsDay.endsWith('26') ? `${year}-04-27` : `${year}-04-26`;
    expect(publicHolidays(year)).not.toContain(other);
  });

  // Easter Mondays of almanacs, the earliest and the latest dates among them.
  it.each(['2000-04-24', '2008-03-24', '2019-04-22', '2027-03-29', '2038-04-26', '2160-03-24'])(
    'Easter Monday %s',
    (easterMonday) => {
      expect(publicHolidays(Number(easterMonday.slice(0, 4)))).toContain(easterMonday);
    },
  );

  it('a working day is never in a weekend or on a holiday, and never more than five days off', () => {
    fc.assert(
      fc.property(aDay, (date) => {
        const working = workingDayFrom(date);
        expect([0, 6]).not.toContain(weekday(working));
        expect(publicHolidays(Number(working.slice(0, 4))).has(working)).toBe(false);
        expect(daysBetween(date, working)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(date, working)).toBeLessThanOrEqual(5);
        expect(workingDayFrom(working)).toBe(working);
      }),
    );
  });
});
