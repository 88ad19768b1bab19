import { describe, expect, it } from 'vitest';
import type { WorkStatus } from '../../../src/domain/choices.ts';
import { datedMilestones } from '../../../src/domain/sick-leave/dated-milestones.ts';
import { countSickLeave } from '../../../src/domain/sick-leave/sick-leave.ts';
import { timelineSteps, type TimelineStep } from '../../../src/domain/sick-leave/timeline-steps.ts';
import { day } from '../../support/a-route.ts';
import { BOOKLET_KNOWLEDGE } from '../../support/booklet-knowledge.ts';

const FIRST = day('2026-09-14');
const steps = (status: WorkStatus, today: string, contractEnd: string | null = null): readonly TimelineStep[] => {
  const leave = countSickLeave(FIRST, []);
  const end = contractEnd === null ? null : day(contractEnd);
  return timelineSteps(
    datedMilestones(BOOKLET_KNOWLEDGE.timeline, { status, contractEnd: end }, leave, day(today)),
    leave,
    end,
  );
};
const rows = (today: string) =>
  steps('employee', today).map(({ id, date, week, year }) => [date, id, week, year] as const);

describe('every step of the two years', () => {
  it('has its day, in order, past ones too', () => {
    expect(rows('2026-11-25')).toEqual([
      ['2026-09-14', 'ziekmelding', 1, 1],
      ['2026-09-14', 'melding-arbodienst', 1, 1],
      ['2026-10-25', 'probleemanalyse', 6, 1],
      ['2026-11-08', 'plan-van-aanpak', 8, 1],
      ['2026-11-08', 'casemanager', 8, 1],
      ['2026-12-20', 'evaluatie-6-weken', 14, 1],
      ['2027-07-05', 'melding-42', 42, 1],
      ['2027-07-12', 'uwv-brief-44', 44, 1],
      ['2027-09-12', 'eerstejaarsevaluatie', 52, 1],
      ['2027-09-13', 'loon-jaar-2', 52, 2],
      ['2027-10-24', 'tweede-spoor', 58, 2],
      ['2028-05-15', 'uwv-brief-88', 88, 2],
      ['2028-06-11', 'eindevaluatie', 91, 2],
      ['2028-06-25', 'wia-aanvraag', 93, 2],
      ['2028-09-10', 'einde-loon', 104, 2],
      ['2028-09-11', 'wia-start', 104, 2],
    ]);
  });

  it('names of a repeated step the next date and at most three after it, none past the second year', () => {
    const repeats = (today: string) => steps('employee', today).find(({ id }) => id === 'evaluatie-6-weken');
    expect(repeats('2026-11-25')).toMatchObject({
      date: '2026-12-20',
      week: 14,
      again: ['2027-01-31', '2027-03-14', '2027-04-25'],
    });
    expect(repeats('2028-06-20')).toMatchObject({ date: '2028-07-30', week: 98, again: ['2028-09-10'] });
    expect(repeats('2030-01-01')).toMatchObject({ week: 104, again: [] });
  });

  it('follows the law of the status', () => {
    const ids = (status: WorkStatus) => steps(status, FIRST).map(({ id }) => id);
    expect(ids('ziektewet')).toContain('zw-beslissing');
    expect(ids('self_employed')).toEqual(['zzp-verzekeraar', 'zzp-eigen-plan']);
    expect(ids('none')).toEqual([]);
  });

  it('goes on with those of the Ziektewet after the last day of a contract, over the same weeks', () => {
    const rows = steps('temporary', '2026-11-25', '2027-04-30').map(({ id, date, week }) => [date, id, week]);
    expect(rows).toEqual([
      ['2026-09-14', 'ziekmelding', 1],
      ['2026-09-14', 'melding-arbodienst', 1],
      ['2026-10-25', 'probleemanalyse', 6],
      ['2026-11-08', 'plan-van-aanpak', 8],
      ['2026-11-08', 'casemanager', 8],
      ['2026-12-20', 'evaluatie-6-weken', 14],
      ['2027-04-30', 'contract-stopt', 33],
      ['2027-07-12', 'zw-44', 44],
      ['2027-09-12', 'zw-52', 52],
      ['2028-03-12', 'zw-78', 78],
      ['2028-05-15', 'zw-88', 88],
      ['2028-06-25', 'zw-93', 93],
      ['2028-09-10', 'zw-104', 104],
    ]);
  });

  it('names no repeat after the last day of a contract', () => {
    const repeated = steps('temporary', '2026-11-25', '2027-02-28').find(({ id }) => id === 'evaluatie-6-weken');
    expect(repeated?.again).toEqual(['2027-01-31']);
  });

  it('of a contract that ends on the first sick day are those of the Ziektewet after that day', () => {
    const ids = steps('temporary', '2026-11-25', FIRST).map(({ id }) => id);
    expect(ids.slice(0, 4)).toEqual(['ziekmelding', 'melding-arbodienst', 'contract-stopt', 'zw-beslissing']);
  });
});
