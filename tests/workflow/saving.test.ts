import { describe, expect, it } from 'vitest';
import type { WriteOutcome } from '../../src/domain/document.ts';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { hasUnsavedBooklet, stepOf } from '../../src/workflow/state.ts';
import { savingBlock } from '../../src/workflow/stored-documents.ts';
import {
  aChart,
  aKnown,
  aSite,
  aStoredDocument,
  confirmed,
  contactKnown,
  GIST,
  INSTANT,
  made,
  reading,
  RENDERED,
  run,
  sending,
  workOf,
  WRITTEN,
} from './a-workflow.ts';

const ended = (outcome: WriteOutcome): WorkflowEvent => ({ kind: 'write-ended', outcome });
const after = (outcome: WriteOutcome, ...more: readonly WorkflowEvent[]) => run([...sending, ended(outcome), ...more]);

describe('saving', () => {
  it('sends the bytes that were shown, once the dialog was answered', () => {
    const { effects } = run(sending);
    expect(effects.at(-1)).toMatchObject({
      kind: 'create-document',
      draft: {
        title: 'Jouw route',
        description: 'Route zeldzame kanker, versie 1, nagekeken door A. Voorbeeld',
        bytes: RENDERED.kind === 'rendered' ? RENDERED.bytes : null,
        date: INSTANT,
        author: { reference: 'Practitioner/1', name: 'E. Postma' },
        encounterId: 'e1',
        knowledgeVersion: '2026-11',
        replaces: [],
      },
    });
  });

  it('F15 goes on without an encounter', () => {
    const [first, ...rest] = sending.slice(reading().length);
    const events = [...reading(aChart({ encounter: null, participants: [] })), ...(first ? [first, ...rest] : [])];
    expect(run(events).effects.at(-1)).toMatchObject({ kind: 'create-document', draft: { encounterId: null } });
  });

  it('F54 a second press, or Enter held, starts no second write', () => {
    const once = run(sending);
    const held: readonly WorkflowEvent[] = [
      { kind: 'save-confirmed' },
      { kind: 'save-asked' },
      { kind: 'save-confirmed' },
      { kind: 'save-confirmed' },
    ];
    const twice = run(held, undefined, once.state);
    expect(twice.state).toEqual(once.state);
    expect(twice.effects).toEqual([]);
  });

  it('F54 a press of "Ja, opslaan" without the open dialog writes nothing', () => {
    expect(run([...made, { kind: 'save-confirmed' }]).effects.some(({ kind }) => kind === 'create-document')).toBe(
      false,
    );
  });

  it('F54 nothing can be changed under a document that is on its way', () => {
    const once = run(sending);
    const attempts: readonly WorkflowEvent[] = [
      { kind: 'choice-changed', change: { palliative: true } },
      { kind: 'went-back', depth: 0 },
      { kind: 'preview-asked' },
      { kind: 'booklet-declined' },
      { kind: 'read-again' },
      { kind: 'closed' },
      { kind: 'diagnosis-screen-opened' },
    ];
    expect(run(attempts, undefined, once.state)).toEqual({ state: once.state, effects: [] });
  });

  it('replaces what the clinician said, and nothing else', () => {
    const stored = [aStoredDocument(), aStoredDocument({ id: 'd2', entity: GIST.id })];
    const { effects } = run([
      ...confirmed(stored),
      contactKnown,
      { kind: 'stored-answered', id: 'd1', answer: 'replace' },
      { kind: 'stored-answered', id: 'd2', answer: 'stay' },
      ...made.slice(-2),
      { kind: 'save-asked' },
      { kind: 'save-confirmed' },
    ]);
    expect(effects.at(-1)).toMatchObject({ draft: { replaces: ['d1'], identity: { version: 2 } } });
  });
});

describe('how a write ends', () => {
  it('written: on to the last screen, nothing left to lose', () => {
    const result = after(WRITTEN);
    expect(stepOf(workOf(result))).toBe('finish');
    expect(hasUnsavedBooklet(result.state)).toBe(false);
  });

  it('F63 written, but read back with another hash, is not called saved', () => {
    const work = workOf(after({ kind: 'written', id: 'DocumentReference/77', sha1: 'another' }));
    expect(work.saving).toEqual({ kind: 'differs', id: 'DocumentReference/77' });
    expect(stepOf(work)).toBe('preview');
  });

  it('F59 unknown is not failed: it is looked up, and only "not there" offers another try', () => {
    const unknown = after({ kind: 'unknown' });
    expect(run([{ kind: 'save-asked' }, { kind: 'save-confirmed' }], undefined, unknown.state).effects).toEqual([]);
    const looking = run([{ kind: 'look-up-asked' }, { kind: 'look-up-asked' }], undefined, unknown.state);
    expect(looking.effects).toMatchObject([{ kind: 'look-for-document' }]);
    const found = run([ended(WRITTEN)], undefined, looking.state);
    expect(stepOf(workOf(found))).toBe('finish');
    const silent = run([ended({ kind: 'unknown' })], undefined, looking.state);
    expect(workOf(silent).saving).toMatchObject({ kind: 'unknown', looked: true });
    const absent = run(
      [ended({ kind: 'not-written', why: 'unreachable' }), { kind: 'save-asked' }],
      undefined,
      looking.state,
    );
    expect(workOf(absent).saving.kind).toBe('asking');
  });

  it('F13 a session that ended keeps the work and the PDF, and takes the token away', () => {
    const result = after({ kind: 'session-ended' });
    expect(workOf(result).booklet.kind).toBe('made');
    expect(workOf(result).form.choices.contact?.name).toBe('E. Postma');
    expect(result.effects.at(-1)).toEqual({ kind: 'end-session' });
  });

  it('F30 F65 another patient in the chart: everything is dropped, and nothing more is written', () => {
    const result = after({ kind: 'wrong-patient' }, { kind: 'save-asked' }, { kind: 'save-confirmed' });
    expect(result.state).toMatchObject({
      at: 'stopped',
      stop: { why: 'wrong-patient', patient: null, code: 'OPSLAAN-65' },
    });
    expect(result.effects.filter(({ kind }) => kind === 'create-document')).toHaveLength(1);
  });

  it('F64 a refused right means print only from here on, also after a change', () => {
    const result = after({ kind: 'not-allowed' }, { kind: 'choice-changed', change: { nameOnCover: true } });
    expect(savingBlock(workOf(result), aSite())).toBe('not-allowed');
  });

  it('F58 refused: said, and not tried again by itself', () => {
    const result = after({ kind: 'refused', status: 422, issues: ['invalid'] });
    expect(workOf(result).saving).toEqual({ kind: 'refused', status: 422, issues: ['invalid'] });
    expect(workOf(result).booklet.kind).toBe('made');
  });

  it('F56 a version that appeared meanwhile is asked about before anything is made again', () => {
    const result = after({ kind: 'exists', documents: [aStoredDocument()] });
    const work = workOf(result);
    expect([stepOf(work), work.booklet.kind]).toEqual(['fill-in', 'none']);
    expect(work.documents).toMatchObject({ kind: 'read', changedMeanwhile: true });
  });

  it('an answer that nobody waits for changes nothing', () => {
    const before = run(made);
    expect(run([ended(WRITTEN)], undefined, before.state).state).toEqual(before.state);
  });
});

describe('where nothing can be saved', () => {
  const trial = aKnown({ site: aSite({ approval: null }) });
  const printOnly = aKnown({ site: aSite({ saving: { kind: 'print-only', why: 'not-granted' } }) });
  const straight: readonly WorkflowEvent[] = [
    ...reading(),
    { kind: 'documents-found', ticket: 2, search: { kind: 'read', documents: [] } },
    { kind: 'sole-finding-confirmed' },
    contactKnown,
    { kind: 'preview-asked' },
  ];

  it.each([
    ['D20 a trial', trial, 'trial'],
    ['F10 no right to create', printOnly, 'not-granted'],
  ] as const)('%s makes the booklet, and sends nothing', (_, known, block) => {
    const about = { title: 'Jouw route', language: 'nl' } as const;
    const rendered = { kind: 'booklet-rendered', ticket: 3, outcome: RENDERED, about } as const;
    const { state, effects } = run([...straight, rendered, { kind: 'save-asked' }, { kind: 'save-confirmed' }], known);
    expect(workOf({ state }).booklet.kind).toBe('made');
    expect(savingBlock(workOf({ state }), known.site)).toBe(block);
    expect(effects.map(({ kind }) => kind)).toEqual(['read-chart', 'find-documents', 'make-booklet']);
  });

  it('documents that could not be read: saving is off, print is not, and the search can be tried again', () => {
    const notRead: WorkflowEvent = { kind: 'documents-found', ticket: 2, search: { kind: 'not-read' } };
    const events: readonly WorkflowEvent[] = [
      ...reading(),
      { kind: 'sole-finding-confirmed' },
      notRead,
      contactKnown,
      ...made.slice(-2),
    ];
    const result = run([...events, { kind: 'save-asked' }]);
    expect(workOf(result).saving.kind).toBe('idle');
    expect(savingBlock(workOf(result), aSite())).toBe('documents-not-read');
    const again = run([{ kind: 'search-again' }], undefined, result.state);
    expect(savingBlock(workOf(again), aSite())).toBe('documents-searching');
    const found = { kind: 'documents-found', ticket: 4, search: { kind: 'read', documents: [] } } as const;
    const after = workOf(run([found], undefined, again.state));
    expect([after.booklet.kind, savingBlock(after, aSite())]).toEqual(['made', null]);
    const second = { ...found, search: { kind: 'read', documents: [aStoredDocument()] } } as const;
    expect(stepOf(workOf(run([second], undefined, again.state)))).toBe('fill-in');
  });

  it('a clinician whom the EHR does not name cannot be the author of a document', () => {
    const chart = aChart({ user: null });
    const work = workOf(
      run([...reading(chart), { kind: 'clinician-typed', text: 'E. Postma' }, { kind: 'sole-finding-confirmed' }]),
    );
    expect(savingBlock(work, aSite())).toBe('author-unknown');
  });
});

describe('after saving', () => {
  it('a new version searches the chart again and keeps the choices', () => {
    const result = after(WRITTEN, { kind: 'new-version-asked' });
    const work = workOf(result);
    expect([stepOf(work), work.booklet.kind, work.saving.kind]).toEqual(['fill-in', 'none', 'idle']);
    expect(work.form.choices.contact?.name).toBe('E. Postma');
    expect(result.effects.at(-1)).toMatchObject({ kind: 'find-documents' });
  });

  it('closing ends the session and keeps nothing', () => {
    const result = after(WRITTEN, { kind: 'closed' });
    expect(result.state).toEqual({
      at: 'stopped',
      stop: { why: 'closed', patient: null, code: null },
      ticket: 3,
      carry: null,
    });
    expect(result.effects.at(-1)).toEqual({ kind: 'end-session' });
  });
});
