import { describe, expect, it } from 'vitest';
import { readKnowledgeFile } from '../../../knowledge/compile/read-files.ts';
import { addDays, parseCalendarDate, type CalendarDate } from '../../../src/domain/calendar-date.ts';
import { countSickLeave, countedFrom } from '../../../src/domain/sick-leave/sick-leave.ts';
import { lastDayOfWeek, milestoneDate } from '../../../src/domain/sick-leave/milestone-date.ts';
import type { Milestone } from '../../../src/domain/sick-leave/work-timeline.ts';
import { BOOKLET_KNOWLEDGE } from '../../support/booklet-knowledge.ts';
import { TODAY, day } from '../../support/a-route.ts';

interface TimelineFile {
  readonly date_arithmetic: {
    readonly tests: readonly string[];
    readonly worked_example: {
      readonly first_sick_day: CalendarDate;
      readonly rows: readonly { readonly what: string; readonly rule: string; readonly date: string }[];
    };
    readonly worked_example_interruption: {
      readonly first_period: readonly [CalendarDate, CalendarDate];
      readonly second_period_starts: CalendarDate;
      readonly week_42_melding: string;
      readonly end_104_weeks: string;
      readonly wia_latest: string;
    };
  };
  readonly milestones: readonly {
    readonly id: string;
    readonly offset: { readonly days_from_first_sick_day?: number };
  }[];
}

const file = readKnowledgeFile('work/work-timeline.json') as TimelineFile;
const { tests, worked_example: example, worked_example_interruption: interrupted } = file.date_arithmetic;
const WEEK_42: Milestone = {
  id: 'week-42',
  label: 'week 42',
  action: 'week 42',
  pastAction: 'week 42',
  rule: 'first_working_day_after_week',
  week: 42,
  repeat: null,
};

/** The day that one row of the worked example means, from its own words. */
function rowDate(rule: string): CalendarDate {
  const [, workingDay, days] = /^(first working day on or after )?D \+ (\d+) days/.exec(rule) ?? [];
  if (workingDay) return milestoneDate(WEEK_42, countSickLeave(example.first_sick_day, []), TODAY).date;
  return addDays(example.first_sick_day, Number(days));
}

/** How each sentence under `date_arithmetic.tests` is checked; a new kind of sentence must get its line here. */
const CHECKS: readonly (readonly [RegExp, (found: readonly string[]) => void])[] = [
  [
    /^D=(\S+) gives the worked example below$/,
    ([first]) => {
      expect(example.first_sick_day).toBe(first);
      expect(example.rows.map(({ rule }) => rowDate(rule))).toEqual(example.rows.map(({ date }) => date));
    },
  ],
  [
    /D=(\S+?),? .*?week (\d+) ends (\S+)/,
    ([first = '', week, end]) => {
      expect(lastDayOfWeek(day(first), Number(week))).toBe(end?.replace(/\D+$/, ''));
    },
  ],
  [
    /D=(\S+) gives D\+294 = (\S+).*?(\d{4}-\d{2}-\d{2})$/,
    ([first = '', counted, working]) => {
      expect(addDays(day(first), 294)).toBe(counted?.replace(/\D+$/, ''));
      expect(milestoneDate(WEEK_42, countSickLeave(day(first), []), TODAY).date).toBe(working);
    },
  ],
  [
    /^break of (\d+) recovered days: later dates move \d+ days; break of (\d+): the count starts again$/,
    ([shorter, longer]) => {
      const [first, recovered] = [day('2026-01-05'), day('2026-03-30')];
      const after = (days: number): CalendarDate => addDays(recovered, days);
      const countAfter = (days: number): CalendarDate =>
        countedFrom(countSickLeave(first, [{ from: recovered, to: addDays(after(days), -1) }]));
      expect(countAfter(Number(shorter))).toBe(addDays(first, Number(shorter)));
      expect(countAfter(Number(longer))).toBe(after(Number(longer)));
    },
  ],
];

describe('the work timeline file and the code agree', () => {
  it('has the eight tests that were written down with the rules', () => {
    expect(tests).toHaveLength(8);
  });

  it.each(tests)('%s', (sentence) => {
    const check = CHECKS.map(([pattern, run]) => ({ found: pattern.exec(sentence), run })).find(({ found }) => found);
    if (!check?.found) return expect.unreachable(`no check reads: ${sentence}`);
    check.run(check.found.slice(1));
  });

  it.each(example.rows)('worked example: $what on $date', ({ rule, date }) => {
    expect(rowDate(rule)).toBe(date);
  });

  it('worked example with a break of 21 days: later dates move with it', () => {
    const [first, lastSick] = interrupted.first_period;
    const recovery = { from: addDays(lastSick, 1), to: addDays(interrupted.second_period_starts, -1) };
    const leave = countSickLeave(first, [recovery]);
    expect(lastDayOfWeek(countedFrom(leave), 104)).toBe(interrupted.end_104_weeks);
    expect(lastDayOfWeek(countedFrom(leave), 93)).toBe(interrupted.wia_latest);
    expect(milestoneDate(WEEK_42, leave, TODAY).date).toBe(interrupted.week_42_melding);
  });

  it('gives for each milestone the day that its own number of days says, before holidays', () => {
    const first = day('2026-09-14');
    const days = new Map(file.milestones.map(({ id, offset }) => [id, offset.days_from_first_sick_day]));
    const counted = BOOKLET_KNOWLEDGE.timeline.milestones.employee.filter(
      ({ id, rule }) => days.get(id) !== undefined && rule !== 'first_working_day_after_week',
    );
    expect(counted.length).toBeGreaterThan(8);
    for (const milestone of counted)
      expect([milestone.id, milestoneDate(milestone, countSickLeave(first, []), first).date]).toEqual([
        milestone.id,
        addDays(first, days.get(milestone.id) ?? Number.NaN),
      ]);
    expect(parseCalendarDate('2026-09-14')).toBe(first);
  });
});
