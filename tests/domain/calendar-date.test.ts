import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageOn,
  daysBetween,
  parseCalendarDate,
  partsOf,
  weekday,
  type CalendarDate,
} from '../../src/domain/calendar-date.ts';

const day = (text: string): CalendarDate => {
  const parsed = parseCalendarDate(text);
  if (parsed === null) throw new Error(`no such day: ${text}`);
  return parsed;
};

/** Any day from 1900 to 2199. */
const anyDay = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays(day('1900-01-01'), days));

describe('parseCalendarDate', () => {
  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '0001-01-01',
    '2300-01-01',
    '1974',
    '1974-04',
    '2026-1-5',
    'gisteren',
    '',
    '2026-11-25T10:00:00Z',
  ])('F39 takes no day from "%s"', (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  it('F39 takes 29 February of a leap year only', () => {
    expect(parseCalendarDate('2028-02-29')).toBe('2028-02-29');
    expect(parseCalendarDate('2027-02-29')).toBeNull();
  });

  it('gives back every day that it wrote', () => {
    fc.assert(fc.property(anyDay, (date) => parseCalendarDate(date) === date));
  });
});

describe('arithmetic', () => {
  it('F39 adding days and counting them agree, over leap years, year ends and summer time', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(weekday(addDays(date, days))).toBe((((weekday(date) + days) % 7) + 7) % 7);
      }),
    );
  });

  it('knows the weekday and the parts of a day', () => {
    expect(weekday(day('2026-11-25'))).toBe(3);
    expect(partsOf(day('2026-11-25'))).toEqual({ year: 2026, month: 11, day: 25 });
  });
});

describe('ageOn', () => {
  it.each([
    ['1974-04-03', '2026-11-25', 52],
    ['2008-11-25', '2026-11-25', 18],
    ['2008-11-26', '2026-11-25', 17],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('someone born on %s is on %s %i years old', (born, today, age) => {
    expect(ageOn(day(born), day(today))).toBe(age);
  });
});
