import { describe, expect, it } from 'vitest';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { bookletProblems } from '../../src/workflow/making.ts';
import { stepOf } from '../../src/workflow/state.ts';
import {
  aChart,
  aCore,
  aFinding,
  aKnown,
  aLookup,
  aSite,
  aStoredDocument,
  confirmed,
  contactKnown,
  GIST,
  JOKE,
  LMS,
  made,
  MELANOMA,
  open,
  reading,
  RENDERED,
  run,
  TODAY,
  workOf,
} from './a-workflow.ts';

const openLookup = aKnown({ core: aCore(aLookup([open({ candidates: [LMS.id, GIST.id] })])) });

describe('D5 confirming', () => {
  it('the one button confirms with who, when and what it rests on, and searches the chart', () => {
    const { state, effects } = run([...reading(), { kind: 'sole-finding-confirmed' }]);
    const work = workOf({ state });
    expect(work.confirmed).toMatchObject({
      entity: LMS,
      by: 'E. Postma',
      role: 'internist-oncoloog',
      on: TODAY,
      restsOn: [{ id: 'Condition/1' }],
    });
    expect(work.trail).toEqual(['evidence', 'fill-in']);
    expect(effects.at(-1)).toEqual({ kind: 'find-documents', ticket: 2 });
  });

  it('the one button does nothing when the chart does not name exactly one', () => {
    expect(workOf(run([...reading(), { kind: 'sole-finding-confirmed' }], openLookup)).confirmed).toBeNull();
  });

  it('nothing is confirmed without a choice', () => {
    const work = workOf(
      run([...reading(), { kind: 'diagnosis-screen-opened' }, { kind: 'choice-confirmed' }], openLookup),
    );
    expect([work.confirmed, stepOf(work), work.shownProblems]).toEqual([null, 'diagnosis', 'confirmation']);
  });

  it('a common cancer cannot be confirmed, whatever sends it', () => {
    const events: readonly WorkflowEvent[] = [
      ...reading(),
      { kind: 'entity-chosen', entity: MELANOMA.id },
      { kind: 'choice-confirmed' },
    ];
    expect(workOf(run(events)).confirmed).toBeNull();
  });

  it('nobody confirms without a name', () => {
    const chart = aChart({ user: { reference: 'Practitioner/1', name: '', role: null } });
    expect(workOf(run([...reading(chart), { kind: 'sole-finding-confirmed' }])).confirmed).toBeNull();
    const named = run([
      ...reading(chart),
      { kind: 'clinician-typed', text: 'E. Postma' },
      { kind: 'sole-finding-confirmed' },
    ]);
    expect(workOf(named).confirmed?.by).toBe('E. Postma');
  });

  it('F38 the answers about one cancer do not go over to another; contact and work do', () => {
    const work = workOf(
      run([
        ...confirmed(),
        contactKnown,
        { kind: 'choice-changed', change: { metastasised: 'yes', palliative: true, nameOnCover: true } },
        { kind: 'diagnosis-screen-opened' },
        { kind: 'entity-chosen', entity: GIST.id },
        { kind: 'choice-confirmed' },
      ]),
    );
    expect(work.confirmed?.entity).toBe(GIST);
    expect(work.form.choices).toMatchObject({ metastasised: 'unknown', palliative: false, nameOnCover: true });
    expect(work.form.choices.contact?.name).toBe('E. Postma');
  });
});

describe('D22 the form', () => {
  it('starts with everything that could hurt off, also when the chart says the cancer has spread', () => {
    const known = aKnown({ core: aCore(aLookup([aFinding({ spread: true })])) });
    expect(workOf(run(reading(), known)).form.choices).toEqual({
      contact: null,
      work: {
        include: false,
        status: null,
        firstSickDay: null,
        recovered: [],
        partTime: false,
        contractEnd: null,
        shareSheet: false,
        diagnosisOnSheet: false,
      },
      metastasised: 'unknown',
      subtypeUnclear: false,
      fewOptions: false,
      nonePlanned: false,
      palliative: false,
      earlyWia: false,
      stopWorking: false,
      nameOnCover: false,
    });
  });

  it.each<[string, readonly WorkflowEvent[], object | null]>([
    [
      'the clinician',
      [contactKnown],
      { name: 'E. Postma', role: 'internist-oncoloog', phone: '088 000 12 34', hours: 'van 9 tot 16 uur' },
    ],
    [
      'a person of the contact',
      [{ kind: 'contact-chosen', contact: { kind: 'participant', person: JOKE } }],
      { name: 'Joke Brands' },
    ],
    ['nobody yet', [{ kind: 'contact-chosen', contact: { kind: 'unknown' } }], null],
    ['someone else without a name', [{ kind: 'contact-chosen', contact: { kind: 'someone-else' } }], null],
    [
      'someone else by name, without a number',
      [
        { kind: 'contact-chosen', contact: { kind: 'someone-else' } },
        { kind: 'contact-typed', field: 'name', text: ' J. Jansen ' },
        { kind: 'contact-typed', field: 'phone', text: ' ' },
      ],
      { name: 'J. Jansen', role: null, phone: null },
    ],
  ])('prints as contact %s', (_, events, contact) => {
    const printed = workOf(run([...confirmed(), ...events])).form.choices.contact;
    if (contact === null) expect(printed).toBeNull();
    else expect(printed).toMatchObject(contact);
  });

  it('fills in no number when the hospital has several departments, until one is chosen', () => {
    const departments = [
      { id: 'a', name: 'A', phone: '088 000 00 01', hours: null, emergencyPhone: null },
      { id: 'b', name: 'B', phone: '088 000 00 02', hours: 'altijd', emergencyPhone: null },
    ];
    const known = aKnown({ site: aSite({ departments }) });
    expect(workOf(run(reading(), known)).form.phone).toBe('');
    const chosen = workOf(run([...reading(), { kind: 'department-chosen', department: 'b' }], known));
    expect(chosen.form).toMatchObject({ department: 'b', phone: '088 000 00 02', hours: 'altijd' });
  });

  it.each<[string, readonly WorkflowEvent[], readonly string[]]>([
    ['nothing chosen', [], ['contact']],
    ['contact not yet known', [{ kind: 'contact-chosen', contact: { kind: 'unknown' } }], []],
    ['someone else without a name', [{ kind: 'contact-chosen', contact: { kind: 'someone-else' } }], ['name']],
    ['work without a status', [contactKnown, { kind: 'work-changed', change: { include: true } }], ['work-status']],
    [
      'work with a status and no date',
      [contactKnown, { kind: 'work-changed', change: { include: true, status: 'employee' } }],
      [],
    ],
    [
      'an impossible sick day',
      [
        contactKnown,
        { kind: 'work-changed', change: { include: true, status: 'employee' } },
        { kind: 'sick-leave-typed', field: 'sickDay', text: '31-09-2026' },
      ],
      ['sick-day'],
    ],
    [
      'a sick day to come',
      [
        contactKnown,
        { kind: 'work-changed', change: { include: true, status: 'employee' } },
        { kind: 'sick-leave-typed', field: 'sickDay', text: '01-12-2026' },
      ],
      ['sick-day'],
    ],
    [
      'an impossible sick day without the work chapter',
      [contactKnown, { kind: 'sick-leave-typed', field: 'sickDay', text: '31-09-2026' }],
      [],
    ],
  ])('with %s asks for %j', (_, events, fields) => {
    const work = workOf(run([...confirmed(), ...events]));
    expect(bookletProblems(work, { today: TODAY, site: aSite() }).map(({ field }) => field)).toEqual(fields);
    const asked = run([{ kind: 'preview-asked' }], undefined, { at: 'working', work });
    expect(asked.effects.some(({ kind }) => kind === 'make-booklet')).toBe(fields.length === 0);
  });
});

describe('making the booklet', () => {
  it('asks for it with everything that decides, once', () => {
    const { effects } = run([...confirmed(), contactKnown, { kind: 'preview-asked' }, { kind: 'preview-asked' }]);
    const asked = effects.filter(({ kind }) => kind === 'make-booklet');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      request: { age: 52, department: 'onco', today: TODAY, identity: { version: 1 } },
    });
  });

  it('F53 a change after it was made throws it away, and an older PDF that comes late is not taken', () => {
    const changed = run([...made, { kind: 'choice-changed', change: { nameOnCover: true } }]);
    expect(workOf(changed).booklet.kind).toBe('none');
    const late = { kind: 'booklet-rendered', ticket: 3, outcome: RENDERED, about: null, note: null } as const;
    expect(workOf(run([{ kind: 'preview-asked' }, late], undefined, changed.state)).booklet.kind).toBe('making');
  });

  it('F53 confirming another name throws it away too', () => {
    const again: readonly WorkflowEvent[] = [
      { kind: 'diagnosis-screen-opened' },
      { kind: 'name-typed', text: 'een zeldzame kanker' },
      { kind: 'choice-confirmed' },
    ];
    expect(workOf(run([...made, ...again])).booklet.kind).toBe('none');
  });

  it('F66 a PDF engine that fails keeps the choices, and can be asked again', () => {
    const failed = run([
      ...made.slice(0, -1),
      { kind: 'booklet-rendered', ticket: 3, outcome: { kind: 'failed', why: 'engine' }, about: null, note: null },
    ]);
    expect(workOf(failed).booklet).toEqual({ kind: 'failed', why: 'engine' });
    expect(workOf(failed).form.choices.contact?.name).toBe('E. Postma');
    expect(run([{ kind: 'preview-asked' }], undefined, failed.state).effects).toHaveLength(1);
  });

  it('a preview that is asked before the chart has answered waits for it', () => {
    const waiting = run([...reading(), { kind: 'sole-finding-confirmed' }, contactKnown, { kind: 'preview-asked' }]);
    expect(workOf(waiting).booklet.kind).toBe('waiting');
    const search = { kind: 'documents-found', ticket: 2, search: { kind: 'read', documents: [] } } as const;
    expect(run([search], undefined, waiting.state).effects).toMatchObject([{ kind: 'make-booklet' }]);
  });
});

describe('F55 a booklet that stands in the chart already', () => {
  const replace = { kind: 'stored-answered', id: 'd1', answer: 'replace' } as const;

  it('is asked about before anything is made', () => {
    const { state, effects } = run([...confirmed([aStoredDocument()]), contactKnown, { kind: 'preview-asked' }]);
    expect(bookletProblems(workOf({ state }), { today: TODAY, site: aSite() })).toEqual([
      { field: 'stored', id: 'd1' },
    ]);
    expect(effects.some(({ kind }) => kind === 'make-booklet')).toBe(false);
  });

  it('becomes version 2 when the clinician replaces it', () => {
    const { effects } = run([...confirmed([aStoredDocument()]), contactKnown, replace, { kind: 'preview-asked' }]);
    expect(effects.at(-1)).toMatchObject({ kind: 'make-booklet', request: { identity: { version: 2 } } });
  });

  it('about the same diagnosis never stays beside a new one', () => {
    const stay = { kind: 'stored-answered', id: 'd1', answer: 'stay' } as const;
    expect(workOf(run([...confirmed([aStoredDocument()]), stay])).form.stored.size).toBe(0);
  });

  it.each(['replace', 'stay'] as const)('about another diagnosis the clinician may say %s', (answer) => {
    const other = aStoredDocument({ entity: GIST.id, version: 3 });
    const { effects } = run([...confirmed([other]), contactKnown, { ...replace, answer }, { kind: 'preview-asked' }]);
    expect(effects.at(-1)).toMatchObject({ kind: 'make-booklet', request: { identity: { version: 1 } } });
  });

  it('that is no longer current is not asked about, but its number is not used again', () => {
    const old = aStoredDocument({ status: 'superseded', version: 4 });
    const { effects } = run([...confirmed([old]), contactKnown, { kind: 'preview-asked' }]);
    expect(effects.at(-1)).toMatchObject({ request: { identity: { version: 5 } } });
  });

  it('brings a waiting preview back to the question', () => {
    const events: readonly WorkflowEvent[] = [
      ...reading(),
      { kind: 'sole-finding-confirmed' },
      contactKnown,
      { kind: 'preview-asked' },
      { kind: 'documents-found', ticket: 2, search: { kind: 'read', documents: [aStoredDocument()] } },
    ];
    const work = workOf(run(events));
    expect([stepOf(work), work.booklet.kind]).toEqual(['fill-in', 'none']);
  });
});
