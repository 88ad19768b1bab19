import { describe, expect, it } from 'vitest';
import type { MarkOutcome, WriteOutcome } from '../../src/domain/document.ts';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { hasUnsavedBooklet, stepOf } from '../../src/workflow/state.ts';
import { savingBlock, standsTwice } from '../../src/workflow/stored-documents.ts';
import {
  aChart,
  aKnown,
  aSite,
  aStoredDocument,
  confirmed,
  contactKnown,
  GIST,
  INSTANT,
  LMS,
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
    const rendered = { kind: 'booklet-rendered', ticket: 3, outcome: RENDERED, about, note: null } as const;
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

describe('the booklets that the new one replaces', () => {
  const replacing: readonly WorkflowEvent[] = [
    ...confirmed([aStoredDocument(), aStoredDocument({ id: 'd2', entity: GIST.id })]),
    contactKnown,
    { kind: 'stored-answered', id: 'd1', answer: 'replace' },
    { kind: 'stored-answered', id: 'd2', answer: 'replace' },
    ...made.slice(-2),
    { kind: 'save-asked' },
    { kind: 'save-confirmed' },
    ended(WRITTEN),
  ];
  const marked = (id: string, kind: MarkOutcome['kind']): WorkflowEvent => ({
    kind: 'mark-ended',
    mark: { id, status: 'superseded' },
    outcome: { kind },
  });
  const olderOf = (result: ReturnType<typeof run>) => {
    const { saving } = workOf(result);
    return saving.kind === 'written' ? Object.fromEntries(saving.older) : saving.kind;
  };

  it('are marked as superseded, once the new one was read back and not before', () => {
    const { effects } = run(replacing);
    const marks = effects.filter(({ kind }) => kind === 'mark-document');
    expect(marks).toMatchObject([
      { mark: { id: 'd1', status: 'superseded', patient: { id: 'p1' } } },
      { mark: { id: 'd2', status: 'superseded', patient: { id: 'p1' } } },
    ]);
    expect(run(replacing.slice(0, -1)).effects.map(({ kind }) => kind)).not.toContain('mark-document');
  });

  it.each(['changed', 'not-allowed', 'not-written', 'unknown'] as const)(
    '%s: the new one stands, and somebody has to look at the old one',
    (kind) => {
      expect(olderOf(run([...replacing, marked('d1', kind), marked('d2', 'marked')]))).toEqual({
        d1: 'standing',
        d2: 'marked',
      });
    },
  );

  it('keep the app open until it is known, and no longer', () => {
    const waiting = run([...replacing, marked('d1', 'marked')]);
    for (const event of [{ kind: 'closed' }, { kind: 'new-version-asked' }] as const) {
      expect(run([event], undefined, waiting.state)).toEqual({ state: waiting.state, effects: [] });
    }
    const done = run([marked('d2', 'unknown'), { kind: 'closed' }], undefined, waiting.state);
    expect(done.state).toMatchObject({ at: 'stopped', stop: { why: 'closed' } });
  });

  it('F65 another patient in the chart meanwhile stops everything', () => {
    const { state, effects } = run([...replacing, marked('d1', 'wrong-patient')]);
    expect(state).toMatchObject({ at: 'stopped', stop: { why: 'wrong-patient' } });
    expect(effects.at(-1)).toEqual({ kind: 'end-session' });
  });

  it('F13 a session that ends takes nothing back from the new one', () => {
    const result = run([...replacing, marked('d1', 'session-ended')]);
    expect(olderOf(result)).toEqual({ d1: 'standing', d2: 'marking' });
    expect(result.effects.at(-1)).toEqual({ kind: 'end-session' });
  });

  it('are left alone where the app may not change them', () => {
    const { effects, state } = run(replacing, aKnown({ site: aSite({ mayUpdate: false }) }));
    expect(effects.map(({ kind }) => kind)).not.toContain('mark-document');
    expect(olderOf({ state, effects })).toEqual({});
  });

  it('a late word about one that is not waited for changes nothing', () => {
    const before = run(replacing);
    expect(run([marked('d9', 'marked')], undefined, before.state).state).toEqual(before.state);
    expect(run([marked('d1', 'marked')], undefined, run(confirmed()).state)).toMatchObject({ effects: [] });
  });
});

describe('a chart that takes text', () => {
  const known = aKnown({ site: aSite({ saving: { kind: 'allowed', format: 'text' } }) });
  const note = { format: 'text', bytes: new Uint8Array([74]), sha1: 'sha-of-the-note' } as const;
  const rendered: WorkflowEvent = {
    kind: 'booklet-rendered',
    ticket: 3,
    outcome: RENDERED,
    about: { title: 'Jouw route', language: 'nl' },
    note,
  };
  const sent = run([...made.slice(0, -1), rendered, { kind: 'save-asked' }, { kind: 'save-confirmed' }], known);

  it('gets the note with its label; the PDF is for paper', () => {
    expect(run(made.slice(0, -1), known).effects.at(-1)).toMatchObject({
      kind: 'make-booklet',
      noteLabel: { entity: LMS.id, version: 1, number: known.identify(LMS.id, 1).number, replaces: [] },
    });
    expect(sent.effects.at(-1)).toMatchObject({
      kind: 'create-document',
      draft: { format: 'text', bytes: note.bytes },
    });
  });

  it('F63 is called saved by the sum of the note, not of the PDF', () => {
    const saved = run([ended({ ...WRITTEN, sha1: note.sha1 } as WriteOutcome)], known, sent.state);
    expect(stepOf(workOf(saved))).toBe('finish');
    expect(workOf(run([ended(WRITTEN)], known, sent.state)).saving.kind).toBe('differs');
  });

  it('names in its label what it replaces', () => {
    const asked = run(
      [
        ...confirmed([aStoredDocument(), aStoredDocument({ id: 'd3', entity: null, version: null })]),
        contactKnown,
        { kind: 'stored-answered', id: 'd1', answer: 'replace' },
        { kind: 'stored-answered', id: 'd3', answer: 'replace' },
        { kind: 'preview-asked' },
      ],
      known,
    );
    const { number } = known.identify(LMS.id, 1);
    expect(asked.effects.at(-1)).toMatchObject({ noteLabel: { replaces: [number] } });
  });
});

describe('one booklet that stands there twice', () => {
  const twice = [aStoredDocument(), aStoredDocument({ id: 'd2' })];
  it.each([
    ['is seen', twice, true],
    ['two versions are not one', [aStoredDocument(), aStoredDocument({ id: 'd2', version: 2 })], false],
    ['nor are two diagnoses', [aStoredDocument(), aStoredDocument({ id: 'd2', entity: GIST.id })], false],
    [
      'nor is one that was taken back',
      [aStoredDocument(), aStoredDocument({ id: 'd2', status: 'entered-in-error' })],
      false,
    ],
    ['nor what does not say which it is', twice.map((one) => ({ ...one, version: null })), false],
  ] as const)('%s', (_, documents, is) => {
    expect(standsTwice({ kind: 'read', documents, changedMeanwhile: false })).toBe(is);
  });

  it('is not claimed of a chart that was not read', () => {
    expect(standsTwice({ kind: 'not-read' })).toBe(false);
  });
});
