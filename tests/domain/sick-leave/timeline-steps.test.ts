import { describe, expect, it } from 'vitest';
import { timelineSteps } from '../../../src/domain/sick-leave/timeline-steps.ts';
import { day } from '../../support/a-route.ts';
import { BOOKLET_KNOWLEDGE } from '../../support/booklet-knowledge.ts';

const FIRST = day('2026-09-14');
const { employee, ziektewet, self_employed: selfEmployed, none } = BOOKLET_KNOWLEDGE.timeline.milestones;
const rows = (today: string) =>
  timelineSteps(employee, FIRST, day(today)).map(({ id, date, week, year }) => [date, id, week, year] as const);

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
    const repeats = (today: string) =>
      timelineSteps(employee, FIRST, day(today)).find(({ id }) => id === 'evaluatie-6-weken');
    expect(repeats('2026-11-25')).toMatchObject({
      date: '2026-12-20',
      week: 14,
      again: ['2027-01-31', '2027-03-14', '2027-04-25'],
    });
    expect(repeats('2028-06-20')).toMatchObject({ date: '2028-07-30', week: 98, again: ['2028-09-10'] });
    expect(repeats('2030-01-01')).toMatchObject({ week: 104, again: [] });
  });

  it('follows the law of the status', () => {
    const ids = (steps: typeof employee) => timelineSteps(steps, FIRST, FIRST).map(({ id }) => id);
    expect(ids(ziektewet)).toContain('zw-beslissing');
    expect(ids(selfEmployed)).toEqual(['zzp-verzekeraar', 'zzp-eigen-plan']);
    expect(ids(none)).toEqual([]);
  });
});
