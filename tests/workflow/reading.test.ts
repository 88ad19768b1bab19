import { describe, expect, it } from 'vitest';
import type { ChartReading } from '../../src/domain/chart.ts';
import type { PatientId } from '../../src/domain/patient.ts';
import { ageOf } from '../../src/workflow/people.ts';
import { aChart, aPatient, contactKnown, reading, run, workOf } from './a-workflow.ts';

const stop = (why: Extract<ChartReading, { kind: 'stop' }>['why']): ChartReading => ({
  kind: 'stop',
  why,
  code: 'LEES-1',
});

describe('reading the chart', () => {
  it('asks for the chart once, and opens on the dossier with nothing chosen', () => {
    const { state, effects } = run(reading());
    expect(effects).toEqual([
      { kind: 'read-chart', ticket: 1 },
      // D23: the first screen already says what stands in the chart.
      { kind: 'find-documents', ticket: 2 },
    ]);
    const work = workOf({ state });
    expect(work.trail).toEqual(['evidence']);
    expect([work.confirmed, work.choosing.entity, work.form.contact, work.booklet.kind]).toEqual([
      null,
      null,
      null,
      'none',
    ]);
  });

  it('a second start while reading asks anew, and an answer to the older question is ignored', () => {
    const again = run([{ kind: 'started' }, { kind: 'started' }]);
    const late = run(
      [{ kind: 'chart-read', ticket: 1, reading: { kind: 'chart', chart: aChart() } }],
      undefined,
      again.state,
    );
    expect(late.state).toEqual(again.state);
  });

  it.each([
    ['F33 a deceased patient', { deceased: true }, 'deceased'],
    ['F34 a minor', { birthDate: '2015-02-01' }, 'minor'],
    ['F35 a record that is not in use', { inactive: true }, 'record-inactive'],
    ['F35 a record that another one replaces', { replaced: true }, 'record-replaced'],
  ] as const)('%s gets no booklet, and stays on screen', (_, change, why) => {
    const { state } = run(reading(aChart({ patient: aPatient(change) })));
    expect(state).toMatchObject({ at: 'stopped', stop: { why, patient: { name: 'Samira de Boer' } } });
  });

  it('F30 another patient in the answer: nothing of the record stays, and the session ends', () => {
    const { state, effects } = run([
      { kind: 'started' },
      { kind: 'chart-read', ticket: 1, reading: stop('wrong-patient') },
    ]);
    expect(state).toMatchObject({ at: 'stopped', stop: { why: 'wrong-patient', patient: null }, carry: null });
    expect(effects.at(-1)).toEqual({ kind: 'end-session' });
  });

  it('F13 a session that ended while reading ends here too', () => {
    const { effects } = run([{ kind: 'started' }, { kind: 'chart-read', ticket: 1, reading: stop('session-ended') }]);
    expect(effects.at(-1)).toEqual({ kind: 'end-session' });
  });

  it.each(['wrong-patient', 'patient-not-found', 'patient-not-allowed', 'no-encounter', 'session-ended'] as const)(
    'does not read again after %s',
    (why) => {
      const stopped = run([{ kind: 'started' }, { kind: 'chart-read', ticket: 1, reading: stop(why) }]);
      expect(run([{ kind: 'read-again' }], undefined, stopped.state)).toEqual({ state: stopped.state, effects: [] });
    },
  );
});

describe('D27 reading again', () => {
  const typed = run([
    ...reading(),
    contactKnown,
    { kind: 'contact-typed', field: 'phone', text: '088 000 99 99' },
    { kind: 'read-again' },
  ]);
  const answer = (chart = aChart()) => ({ kind: 'chart-read', ticket: 3, reading: { kind: 'chart', chart } }) as const;

  it('keeps what was typed, but the diagnosis must be confirmed anew', () => {
    const work = workOf(run([answer()], undefined, typed.state));
    expect(work.form.phone).toBe('088 000 99 99');
    expect(work.confirmed).toBeNull();
  });

  it('keeps it over a reading that failed', () => {
    const failed = run(
      [{ kind: 'chart-read', ticket: 3, reading: stop('patient-not-read') }, { kind: 'read-again' }],
      undefined,
      typed.state,
    );
    const work = workOf(run([{ ...answer(), ticket: 4 }], undefined, failed.state));
    expect(work.form.phone).toBe('088 000 99 99');
  });

  it('keeps nothing for another patient', () => {
    const other = aChart({ patient: aPatient({ id: 'p2' as PatientId }) });
    expect(workOf(run([answer(other)], undefined, typed.state)).form.phone).toBe('088 000 12 34');
  });
});

describe('F34 the age', () => {
  const unknown = aChart({ patient: aPatient({ birthDate: '1974' }) });
  it.each([
    ['', 'age-unknown'],
    ['vijftig', 'age-unknown'],
    ['17', 'minor'],
    ['18', 'adult'],
    ['52', 'adult'],
    ['520', 'age-unknown'],
  ])('a partial birth date and %j typed: %s', (text, kind) => {
    const work = workOf(run([...reading(unknown), { kind: 'age-typed', text }]));
    expect(ageOf(work).kind).toBe(kind);
    expect(
      workOf(run([...reading(unknown), { kind: 'age-typed', text }, { kind: 'sole-finding-confirmed' }])).confirmed !==
        null,
    ).toBe(kind === 'adult');
  });

  it('another age after the confirmation takes the confirmation back', () => {
    const adult = [...reading(unknown), { kind: 'age-typed', text: '52' }, { kind: 'sole-finding-confirmed' }] as const;
    const work = workOf(run([...adult, { kind: 'went-back', depth: 0 }, { kind: 'age-typed', text: '17' }]));
    expect(work.confirmed).toBeNull();
  });

  it('a recorded age is never overruled by a typed one', () => {
    expect(ageOf(workOf(run([...reading(), { kind: 'age-typed', text: '17' }])))).toEqual({ kind: 'adult', age: 52 });
  });
});
