import { describe, expect, it } from 'vitest';
import type { WorkStatus } from '../../src/domain/choices.ts';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { formProblems } from '../../src/workflow/form.ts';
import { countedLeave, type SickLeaveField } from '../../src/workflow/sick-leave-form.ts';
import { confirmed, run, TODAY, workOf } from './a-workflow.ts';

type Typed = Partial<Record<SickLeaveField, string>>;

function formOf(status: WorkStatus, typed: Typed) {
  const events = Object.entries(typed).map(([field, text]): WorkflowEvent => ({
    kind: 'sick-leave-typed',
    field: field as SickLeaveField,
    text,
  }));
  return workOf(run([...confirmed(), { kind: 'work-changed', change: { include: true, status } }, ...events])).form;
}

const SICK = { sickDay: '5-1-2026' };
const RECOVERED = { recoveredFrom: '30-3-2026', recoveredTo: '19-4-2026' };

describe('D38 the days of a sick leave', () => {
  it.each<[string, WorkStatus, Typed, object]>([
    [
      'the end of a temporary contract, also one to come',
      'temporary',
      { ...SICK, contractEnd: '31-12-2026' },
      { contractEnd: '2026-12-31' },
    ],
    [
      'no end where the contract is permanent',
      'employee',
      { ...SICK, contractEnd: '31-12-2026' },
      { contractEnd: null },
    ],
    ['a recovery', 'employee', { ...SICK, ...RECOVERED }, { recovered: [{ from: '2026-03-30', to: '2026-04-19' }] }],
    ['no recovery of who works for oneself', 'self_employed', { ...SICK, ...RECOVERED }, { recovered: [] }],
    ['no recovery without a first sick day', 'employee', RECOVERED, { firstSickDay: null, recovered: [] }],
    ['no recovery of which a day is missing', 'employee', { ...SICK, recoveredFrom: '30-3-2026' }, { recovered: [] }],
  ])('%s', (_, status, typed, work) => {
    expect(formOf(status, typed).choices.work).toMatchObject(work);
  });

  it.each<[string, WorkStatus, Typed, readonly object[]]>([
    ['all may stay empty', 'temporary', {}, []],
    [
      'a contract that ended before the illness',
      'temporary',
      { ...SICK, contractEnd: '31-12-2025' },
      [{ field: 'contract-end-early' }],
    ],
    [
      'a contract end that is no day',
      'temporary',
      { contractEnd: '31-9-2026' },
      [{ field: 'contract-end', typed: { kind: 'no-such-day' } }],
    ],
    [
      'the other day of a recovery is missing',
      'employee',
      { ...SICK, recoveredTo: '19-4-2026' },
      [{ field: 'recovered-from', typed: { kind: 'empty' } }],
    ],
    [
      'a recovery that is still to come',
      'employee',
      { ...SICK, recoveredFrom: '30-3-2026', recoveredTo: '1-12-2026' },
      [{ field: 'recovered-to', typed: { kind: 'future' } }],
    ],
    [
      'recovered before ill',
      'employee',
      { ...SICK, recoveredFrom: '1-12-2025', recoveredTo: '19-4-2026' },
      [{ field: 'recovery-impossible' }],
    ],
    [
      'not asked of who works for oneself',
      'self_employed',
      { ...SICK, recoveredFrom: '1-12-2025', recoveredTo: '' },
      [],
    ],
  ])('F39 says what is wrong: %s', (_, status, typed, problems) => {
    const found = formProblems(formOf(status, typed), TODAY).filter(({ field }) => field !== 'contact');
    expect(found).toMatchObject(problems);
    expect(found).toHaveLength(problems.length);
  });

  it('counts the week of today over the recovery', () => {
    expect(countedLeave(formOf('employee', SICK).choices.work, TODAY)?.week).toBe(47);
    expect(countedLeave(formOf('employee', { ...SICK, ...RECOVERED }).choices.work, TODAY)?.week).toBe(44);
    const long = { ...SICK, recoveredFrom: '30-3-2026', recoveredTo: '26-4-2026' };
    expect(countedLeave(formOf('employee', long).choices.work, TODAY)).toMatchObject({
      countedFrom: '2026-04-27',
      week: 31,
    });
  });

  it('keeps a booklet from being made with days that cannot be', () => {
    const form = formOf('employee', { ...SICK, recoveredFrom: '1-12-2025', recoveredTo: '19-4-2026' });
    expect(countedLeave(form.choices.work, TODAY)).toBeNull();
  });
});
