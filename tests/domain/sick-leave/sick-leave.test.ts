import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, parseCalendarDate, weekday } from '../../../src/domain/calendar-date.ts';
import { lastDayOfWeek, milestoneDate } from '../../../src/domain/sick-leave/milestone-date.ts';
import {
  checkSickLeave,
  countSickLeave,
  countedFrom,
  type Recovery,
} from '../../../src/domain/sick-leave/sick-leave.ts';
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
    expect(checkSickLeave(day(first), [], TODAY)).toMatchObject({ kind: 'accepted', weeksSick });
  });

  it('F39 in the future is not reckoned with', () => {
    expect(checkSickLeave(day('2026-11-26'), [], TODAY)).toEqual({ kind: 'in-the-future' });
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
        expect(checkSickLeave(first, [], last)).toMatchObject({ kind: 'accepted', weeksSick: week - 1 });
        expect(checkSickLeave(first, [], addDays(last, 1))).toMatchObject({ kind: 'accepted', weeksSick: week });
        expect(weekday(addDays(last, 1))).toBe(weekday(first));
      }),
    );
  });
});

describe('counting over a recovery', () => {
  const first = day('2026-01-05');
  const recovery = (from: string, to: string): Recovery => ({ from: day(from), to: day(to) });

  it('without one starts on the first sick day', () => {
    expect(countedFrom(countSickLeave(first, []))).toBe('2026-01-05');
  });

  it('adds up several short ones', () => {
    const leave = countSickLeave(first, [recovery('2026-03-30', '2026-04-08'), recovery('2026-04-20', '2026-04-24')]);
    expect(countedFrom(leave)).toBe(addDays(first, 15));
    expect(leave).toMatchObject({ firstSickDay: first, startedAgain: null });
  });

  it('of four weeks forgets what was before it', () => {
    const long = recovery('2026-04-20', '2026-05-17');
    const leave = countSickLeave(first, [recovery('2026-03-30', '2026-04-08'), long]);
    expect(leave).toEqual({ firstSickDay: '2026-05-18', resumed: [], startedAgain: long });
  });

  it('27 days are skipped and 28 start the count again, whatever the dates', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 400 }), (from, recovered, ill) => {
        const begins = addDays(from, ill);
        const leave = countSickLeave(from, [{ from: begins, to: addDays(begins, recovered - 1) }]);
        const expected = recovered < 28 ? addDays(from, recovered) : addDays(begins, recovered);
        expect(countedFrom(leave)).toBe(expected);
      }),
    );
  });

  it('leaves alone what fell before it, and moves what had not come', () => {
    const leave = countSickLeave(first, [recovery('2026-03-30', '2026-04-19')]);
    const ends = (week: number): string =>
      milestoneDate(
        { id: 'x', label: 'x', action: 'x', pastAction: 'x', rule: 'end_of_week', week, repeat: null },
        leave,
        TODAY,
      ).date;
    expect([6, 12, 13, 14].map(ends)).toEqual(['2026-02-15', '2026-03-29', '2026-04-26', '2026-05-03']);
  });

  it('never lets a later week fall before an earlier one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 103 }),
        (ill, recovered, week) => {
          const begins = addDays(first, ill);
          const leave = countSickLeave(first, [{ from: begins, to: addDays(begins, recovered - 1) }]);
          const ends = (of: number): string =>
            milestoneDate(
              { id: 'x', label: 'x', action: 'x', pastAction: 'x', rule: 'end_of_week', week: of, repeat: null },
              leave,
              TODAY,
            ).date;
          expect(ends(week) < ends(week + 1)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['on the first sick day itself', '2026-01-05', '2026-01-09'],
    ['before it', '2025-12-01', '2025-12-09'],
    ['that ends before it begins', '2026-04-10', '2026-04-09'],
    ['that is not over', '2026-11-01', '2026-11-25'],
  ])('refuses one %s', (_, from, to) => {
    expect(checkSickLeave(first, [recovery(from, to)], TODAY)).toEqual({ kind: 'impossible-recovery' });
  });

  it('refuses those that touch, or stand in another order', () => {
    const [spring, summer] = [recovery('2026-03-30', '2026-04-08'), recovery('2026-07-01', '2026-07-03')];
    expect(checkSickLeave(first, [summer, spring], TODAY).kind).toBe('impossible-recovery');
    expect(checkSickLeave(first, [spring, recovery('2026-04-09', '2026-04-12')], TODAY).kind).toBe(
      'impossible-recovery',
    );
    expect(checkSickLeave(first, [spring, recovery('2026-04-10', '2026-04-12')], TODAY).kind).toBe('accepted');
  });
});
