import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/calendar-date.ts';
import { keyDates, keyWeeks } from '../../../src/domain/sick-leave/key-dates.ts';
import { milestoneDate } from '../../../src/domain/sick-leave/milestone-date.ts';
import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import type { WorkStatus } from '../../../src/domain/choices.ts';
import { datedMilestones } from '../../../src/domain/sick-leave/dated-milestones.ts';
import { countSickLeave } from '../../../src/domain/sick-leave/sick-leave.ts';
import { BOOKLET_KNOWLEDGE } from '../../support/booklet-knowledge.ts';
import { TODAY, day } from '../../support/a-route.ts';

const PLAN = BOOKLET_KNOWLEDGE.content.kort.timeline;
const { employee, ziektewet, self_employed: selfEmployed } = BOOKLET_KNOWLEDGE.timeline.milestones;
const leave = (first: CalendarDate) => countSickLeave(first, []);
const dates = (status: WorkStatus, first: CalendarDate, today: CalendarDate) =>
  keyDates(
    PLAN,
    datedMilestones(BOOKLET_KNOWLEDGE.timeline, { status, contractEnd: null }, leave(first), today),
    today,
  );
const aDay = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(day('1900-01-01'), days));

describe('key dates of Kort', () => {
  it('for a first sick day of 14 September 2026', () => {
    expect(dates('employee', day('2026-09-14'), TODAY)).toEqual([
      {
        id: 'evaluatie-6-weken',
        label: 'Gesprek met je werkgever, elke 6 weken',
        date: '2026-12-20',
        precision: 'week',
      },
      { id: 'eerstejaarsevaluatie', label: 'Terugkijken na 1 jaar', date: '2027-09-12', precision: 'day' },
      { id: 'uwv-brief-88', label: 'Brief van UWV: bewaar die', date: '2028-05-15', precision: 'week' },
      { id: 'wia-aanvraag', label: 'Uiterlijk WIA aanvragen', date: '2028-06-25', precision: 'day' },
    ]);
  });

  it('without an employer follow the Ziektewet', () => {
    const rows = dates('ziektewet', day('2026-09-14'), TODAY);
    expect(rows.map(({ id, date }) => [id, date])).toEqual([
      ['zw-probleemanalyse', '2026-12-13'],
      ['zw-plan', '2026-12-27'],
      ['zw-52', '2027-09-12'],
      ['zw-93', '2028-06-25'],
    ]);
  });

  it('are none for who works for oneself', () => {
    expect(dates('self_employed', day('2026-09-14'), TODAY)).toEqual([]);
    expect(keyWeeks(PLAN, selfEmployed)).toEqual([]);
  });

  it('are by week number without a first sick day, the WIA among them', () => {
    expect(keyWeeks(PLAN, employee).map(({ week }) => week)).toEqual([6, 8, 14, 93]);
    expect(keyWeeks(PLAN, ziektewet).map(({ week }) => week)).toEqual([13, 15, 52, 93]);
  });

  it('are none when two years are over', () => {
    expect(dates('employee', day('2024-11-27'), TODAY)).toEqual([]);
    expect(dates('employee', day('1900-01-01'), TODAY)).toEqual([]);
  });

  it('hold a day until it is over', () => {
    const first = day('2026-09-14');
    const onThatDay = (today: string): readonly string[] =>
      dates('employee', first, day(today)).map(({ date }) => date);
    expect(onThatDay('2028-06-25')[0]).toBe('2028-06-25');
    expect(onThatDay('2028-06-26')).not.toContain('2028-06-25');
  });

  it('are to come, in order, few, and hold the last day for the WIA as long as it is to come', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 900 }), (first, sickFor) => {
        const today = addDays(first, sickFor);
        for (const status of ['employee', 'ziektewet'] as const) {
          const rows = dates(status, first, today);
          const days = rows.map(({ date }) => date);
          expect(rows.length).toBeLessThanOrEqual(PLAN.maxRows);
          expect(days.every((date) => date >= today)).toBe(true);
          expect(days).toEqual([...days].sort());
          expect(rows.some(({ id }) => PLAN.always.includes(id))).toBe(sickFor <= 650);
        }
      }),
    );
  });
});

describe('the rules of the other milestones', () => {
  const first = day('2026-09-14');
  const named = (id: string): ReturnType<typeof milestoneDate> => {
    const milestone = employee.find((one) => one.id === id);
    return milestone ? milestoneDate(milestone, leave(first), TODAY) : expect.unreachable(`no milestone ${id}`);
  };

  it.each([
    ['ziekmelding', '2026-09-14', 'day'],
    ['melding-42', '2027-07-05', 'day'],
    ['loon-jaar-2', '2027-09-13', 'day'],
    ['uwv-brief-44', '2027-07-12', 'week'],
    ['wia-start', '2028-09-11', 'day'],
  ])('%s', (id, date, precision) => {
    expect(named(id)).toMatchObject({ date, precision });
  });

  it('a repeated one is the first that is not over, and ends with the second year', () => {
    const repeated = {
      id: 'r',
      label: 'r',
      action: 'r',
      pastAction: 'r',
      rule: 'end_of_week_repeat',
      week: 14,
      repeat: { everyWeeks: 6, untilWeek: 104 },
    } as const;
    const on = (sickFor: number): number =>
      daysBetween(first, milestoneDate(repeated, leave(first), addDays(first, sickFor)).date);
    expect([0, 97, 98, 139, 140, 727, 800].map(on)).toEqual([97, 97, 139, 139, 181, 727, 727]);
  });

  it('one that says nothing of repeating is not repeated', () => {
    const once = {
      id: 'r',
      label: 'r',
      action: 'r',
      pastAction: 'r',
      rule: 'end_of_week_repeat',
      week: 14,
      repeat: null,
    } as const;
    expect(milestoneDate(once, leave(first), day('2030-01-01')).date).toBe(addDays(first, 97));
  });
});
