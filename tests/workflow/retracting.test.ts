import { describe, expect, it } from 'vitest';
import type { MarkOutcome } from '../../src/domain/document.ts';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { aChart, aKnown, aPatient, aSite, aStoredDocument, GIST, LMS, reading, run, workOf } from './a-workflow.ts';

const found: readonly WorkflowEvent[] = [
  ...reading(),
  { kind: 'documents-found', ticket: 2, search: { kind: 'read', documents: [aStoredDocument()] } },
];
const asked: readonly WorkflowEvent[] = [...found, { kind: 'retract-asked', id: 'd1' }];
const sent: readonly WorkflowEvent[] = [...asked, { kind: 'retract-confirmed' }];
const ended = (outcome: MarkOutcome): readonly WorkflowEvent[] => [
  ...sent,
  { kind: 'mark-ended', mark: { id: 'd1', status: 'entered-in-error' }, outcome },
];
const kinds = (events: readonly WorkflowEvent[], known = aKnown()) =>
  run(events, known).effects.map(({ kind }) => kind);

describe('retracting a stored booklet', () => {
  it('asks first, and sends once: a second press finds the dialog closed (F54)', () => {
    expect(workOf(run(asked)).retracting).toEqual({ kind: 'asking', id: 'd1' });
    expect(kinds([...sent, { kind: 'retract-confirmed' }]).filter((kind) => kind === 'mark-document')).toHaveLength(1);
  });

  it('can be declined', () => {
    expect(workOf(run([...asked, { kind: 'retract-declined' }])).retracting).toEqual({ kind: 'idle' });
  });

  it.each([
    ['a document that is not there', [...found, { kind: 'retract-asked', id: 'd2' }], aKnown()],
    ['where the EHR gives no right', asked, aKnown({ site: aSite({ mayUpdate: false }) })],
    [
      'one that was retracted before',
      [
        ...reading(),
        {
          kind: 'documents-found',
          ticket: 2,
          search: { kind: 'read', documents: [aStoredDocument({ status: 'entered-in-error' })] },
        },
        { kind: 'retract-asked', id: 'd1' },
      ],
      aKnown(),
    ],
  ] as const)('opens no dialog for %s', (_what, events, known) => {
    expect(workOf(run(events, known)).retracting).toEqual({ kind: 'idle' });
  });

  it('what was retracted is asked about no more, and the next booklet has the next number', () => {
    const { state } = run([...ended({ kind: 'marked' }), { kind: 'sole-finding-confirmed' }]);
    const { documents, form } = workOf({ state });
    expect(documents).toMatchObject({
      documents: [{ id: 'd1', entity: LMS.id, version: 1, status: 'entered-in-error' }],
    });
    expect(form.stored.size).toBe(0);
  });

  it.each(['changed', 'not-allowed', 'not-written', 'unknown'] as const)(
    '%s is said, and the document stands',
    (kind) => {
      const { retracting, documents } = workOf(run(ended({ kind })));
      expect(retracting).toEqual({ kind: 'ended', id: 'd1', how: kind });
      expect(documents).toMatchObject({ documents: [{ status: 'current' }] });
    },
  );

  it('F13 a session that ended meanwhile is said as such', () => {
    const { state, effects } = run(ended({ kind: 'session-ended' }));
    expect(workOf({ state }).saving).toEqual({ kind: 'session-ended' });
    expect(effects.at(-1)).toEqual({ kind: 'end-session' });
  });

  it('F65 another patient in the chart: nothing of this one stays', () => {
    expect(run(ended({ kind: 'wrong-patient' })).state).toMatchObject({
      at: 'stopped',
      stop: { why: 'wrong-patient', patient: null },
    });
  });
});

describe('a record that may no longer stand on the screen', () => {
  it.each([
    ['F47', 'restored', 'SESSIE-47'],
    ['F48', 'idle', 'SESSIE-48'],
    ['F49', 'other-patient', 'SESSIE-49'],
  ] as const)('%s %s: no patient on screen, the token gone, no way back', (_row, why, code) => {
    const { state, effects } = run([...found, { kind: 'session-left', why }]);
    expect(state).toMatchObject({ at: 'stopped', stop: { why, patient: null, code }, carry: null });
    expect(effects.at(-1)).toEqual({ kind: 'end-session' });
    expect(run([{ kind: 'read-again' }], aKnown(), state).state).toEqual(state);
  });

  it.each([
    ['F48', 'idle', 'a patient who gets no booklet stays named', aChart({ patient: aPatient({ deceased: true }) })],
    ['F49', 'other-patient', 'a replaced record stays named', aChart({ patient: aPatient({ replaced: true }) })],
  ] as const)('%s %s where %s on the screen of the end: it goes too', (_row, why, _what, chart) => {
    const before = run(reading(chart)).state;
    expect(before).toMatchObject({ at: 'stopped', stop: { patient: { name: chart.patient.name } } });
    const { state, effects } = run([{ kind: 'session-left', why }], aKnown(), before);
    expect(state).toMatchObject({ at: 'stopped', stop: { why, patient: null }, carry: null });
    expect(effects).toEqual([{ kind: 'end-session' }]);
  });

  it('F49 where the chart could not be read: “read again” is no way back to it', () => {
    const unread: readonly WorkflowEvent[] = [
      { kind: 'started' },
      { kind: 'chart-read', ticket: 1, reading: { kind: 'stop', why: 'patient-not-read', code: 'LEES-27A' } },
    ];
    const { state, effects } = run([...unread, { kind: 'session-left', why: 'other-patient' }]);
    expect(effects.at(-1)).toEqual({ kind: 'end-session' });
    expect(run([{ kind: 'read-again' }], aKnown(), state)).toEqual({ state, effects: [] });
  });

  it('says nothing new where the way has ended already', () => {
    const { state } = run([{ kind: 'closed' }]);
    expect(run([{ kind: 'session-left', why: 'idle' }], aKnown(), state).state).toEqual(state);
  });
});

it('F38 the centre of one cancer says nothing about another: it is named again after the diagnosis was changed', () => {
  const another: readonly WorkflowEvent[] = [
    ...found,
    { kind: 'sole-finding-confirmed' },
    { kind: 'address-choice', change: { namesCentre: false } },
    { kind: 'diagnosis-screen-opened' },
    { kind: 'entity-chosen', entity: GIST.id },
  ];
  expect(workOf(run(another)).form.namesCentre).toBe(false);
  const { confirmed, form } = workOf(run([...another, { kind: 'choice-confirmed' }]));
  expect([confirmed?.entity.id, form.namesCentre]).toEqual([GIST.id, true]);
});

describe('D21 a recall', () => {
  const recall = { release: false, entities: new Set([String(LMS.id)]), versions: new Set<string>() };
  it('no confirmation of a recalled diagnosis, by whichever button', () => {
    const known = aKnown({ site: aSite({ recall }) });
    const chosen: readonly WorkflowEvent[] = [
      { kind: 'diagnosis-screen-opened' },
      { kind: 'entity-chosen', entity: LMS.id },
      { kind: 'choice-confirmed' },
    ];
    expect(workOf(run([...found, { kind: 'sole-finding-confirmed' }], known)).confirmed).toBeNull();
    expect(workOf(run([...found, ...chosen], known)).confirmed).toBeNull();
  });
});
