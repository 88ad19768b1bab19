import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { interruptionOf, reckonRows, weekdayOf, type DatesQuestion } from '../../commands/dates/reckon-rows.ts';
import type { WorkTimelineFile } from '../../knowledge/compile/booklet-files.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { addDays, daysBetween, weekday, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { publicHolidays } from '../../src/domain/sick-leave/holidays.ts';
import { day } from '../support/a-route.ts';
import { BOOKLET_KNOWLEDGE } from '../support/booklet-knowledge.ts';

interface WorkedExamples {
  readonly date_arithmetic: {
    readonly worked_example: {
      readonly first_sick_day: CalendarDate;
      readonly weekday_nl: string;
      readonly rows: readonly object[];
    };
    readonly worked_example_interruption: Readonly<Record<string, unknown>> & { readonly explain: string };
  };
}

const file = readKnowledgeFile('work/work-timeline.json') as WorkTimelineFile & WorkedExamples;
const { worked_example: example, worked_example_interruption: interrupted } = file.date_arithmetic;
const ask = (question: Partial<DatesQuestion>): DatesQuestion => ({
  firstSickDay: day('2026-01-05'),
  status: 'employee',
  recovered: [],
  contractEnd: null,
  ...question,
});
const rowsOf = (question: Partial<DatesQuestion>) => reckonRows(ask(question), BOOKLET_KNOWLEDGE.timeline, file);
const RECOVERED = [{ from: day('2026-03-30'), to: day('2026-04-19') }];

describe('the rows of the worked examples', () => {
  it('in their order, with their keys and dates', () => {
    const rows = rowsOf({ firstSickDay: example.first_sick_day }).map(({ milestone, ...row }) => {
      expect(milestone).not.toBe('');
      return row;
    });
    expect(rows).toEqual(example.rows);
    expect(weekdayOf(example.first_sick_day)).toBe(example.weekday_nl);
  });

  it('with an interruption', () => {
    const { explain, ...answer } = interrupted;
    expect(explain).toContain('21');
    expect(interruptionOf(ask({ recovered: RECOVERED }), rowsOf({ recovered: RECOVERED }))).toEqual(answer);
  });

  it('after four weeks begin anew', () => {
    const recovered = [{ from: day('2026-03-30'), to: day('2026-04-26') }];
    const rows = rowsOf({ recovered });
    expect(interruptionOf(ask({ recovered }), rows)).toMatchObject({ counts_as_one: false, shift_days: 0 });
    expect(rows.map(({ date }) => date)).toEqual(rowsOf({ firstSickDay: day('2026-04-27') }).map(({ date }) => date));
  });

  it('without an interruption say nothing of one', () => {
    expect(interruptionOf(ask({}), rowsOf({}))).toEqual({});
  });

  it('for the Ziektewet, and after the end of a contract', () => {
    expect(rowsOf({ status: 'ziektewet' })[0]).toMatchObject({
      rule: 'D',
      date: '2026-01-05',
      milestone: 'zw-ziekmelding',
    });
    const ends = rowsOf({ status: 'temporary', contractEnd: day('2026-09-30') });
    expect(ends.map(({ milestone }) => milestone)).toEqual([
      'melding-arbodienst',
      'probleemanalyse',
      'plan-van-aanpak',
      'evaluatie-6-weken',
      'evaluatie-6-weken',
      'contract-stopt',
      'zw-44',
      'zw-52',
      'zw-78',
      'zw-88',
      'zw-93',
      'zw-104',
    ]);
    expect(rowsOf({ status: 'temporary' })).toEqual(rowsOf({}));
    expect(rowsOf({ status: 'none' })).toEqual([]);
  });
});

describe('every first sick day from 2023 to 2040', () => {
  const first = day('2023-01-01');
  const days = Array.from({ length: daysBetween(first, day('2040-12-31')) + 1 }, (_, i) => addDays(first, i));

  it('gives the days that the rules say, in order, over leap years and year ends', () => {
    const offsets = [6, 41, 55, 97, 139, null, 315, 363, 405, 475, 615, 636, 650, 727, 728];
    expect(days).toHaveLength(6575);
    for (const firstSickDay of days) {
      const dates = rowsOf({ firstSickDay }).map(({ date }) => date);
      expect(dates).toEqual([...dates].sort());
      expect(dates.map((date, i) => (offsets[i] === null ? null : daysBetween(firstSickDay, date)))).toEqual(offsets);
    }
  });

  it('reports in week 42 on a working day, at most five days on', () => {
    for (const firstSickDay of days) {
      const date = rowsOf({ firstSickDay }).find(({ milestone }) => milestone === 'melding-42')?.date ?? firstSickDay;
      expect([0, 6]).not.toContain(weekday(date));
      expect(publicHolidays(Number(date.slice(0, 4))).has(date)).toBe(false);
      const days42 = daysBetween(firstSickDay, date) - 294;
      expect(days42 >= 0 && days42 <= 5).toBe(true);
    }
  });
});

describe('npm run dates', () => {
  const run = (...args: readonly string[]) =>
    spawnSync('npx', ['tsx', 'commands/dates.ts', ...args], {
      encoding: 'utf8',
      cwd: new URL('../..', import.meta.url),
    });

  it('answers as JSON', () => {
    const { status, stdout } = run('2026-01-05', 'employee', '--recovered', '2026-03-30..2026-04-19', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      first_sick_day: '2026-01-05',
      shift_days: 21,
      wia_latest: '2027-11-07',
    });
  });

  it.each([
    [['2026-02-30', 'employee'], '"2026-02-30" is no day'],
    [['2026-01-05', 'boss'], 'There is no status "boss"'],
    [['2026-01-05'], 'A DATE and a STATUS are needed'],
    [['2026-01-05', 'employee', '--recovered', '2026-03-30'], 'is not FROM..TO'],
    [['2026-01-05', 'employee', '--recovered', '2025-03-30..2026-01-20'], 'between two sick days'],
    [['2026-01-05', 'temporary', '--contract-end', '2025-12-31'], 'ends before the first sick day'],
  ])('F39 refuses %j with a sentence', (args, sentence) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });
});
