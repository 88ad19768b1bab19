import { describe, expect, it } from 'vitest';
import type { EmployerSheet } from '../../src/domain/handout/employer-sheet.ts';
import type { PrintOrder } from '../../src/domain/handout/print-order.ts';
import type { RenderOutcome } from '../../src/domain/handout/render-outcome.ts';
import { extrasOf } from '../../src/workflow/extras.ts';
import { makeExtra } from '../../src/workflow/make-extra.ts';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { stepOf, type ExtraKind } from '../../src/workflow/state.ts';
import { aCore, confirmed, contactKnown, fakePorts, made, RENDERED, run, sending, workOf } from './a-workflow.ts';

const BYTES = new Uint8Array([1]);
const ASKED: WorkflowEvent = { kind: 'extra-asked', extra: 'folded' };
const withSheet: readonly WorkflowEvent[] = [
  ...confirmed(),
  contactKnown,
  { kind: 'work-changed', change: { include: true, status: 'employee', shareSheet: true } },
  { kind: 'preview-asked' },
];

/** The events, and the booklet of the last preview made. */
function withBooklet(events: readonly WorkflowEvent[]): readonly WorkflowEvent[] {
  const { ticket } = workOf(run(events));
  const about = { title: 'Jouw route', language: 'nl' } as const;
  return [...events, { kind: 'booklet-rendered', ticket, outcome: RENDERED, about, note: null }];
}

describe('beside the booklet', () => {
  it('there is nothing before it was made; then a file to fold and the text', () => {
    expect(extrasOf(workOf(run([...confirmed(), contactKnown])))).toEqual([]);
    expect(extrasOf(workOf(run(made)))).toEqual(['folded', 'text']);
  });

  it('D36 the sheet is there for who has an employer and asked for it', () => {
    expect(extrasOf(workOf(run(withBooklet(withSheet))))).toEqual(['folded', 'sheet', 'text']);
    const selfEmployed: WorkflowEvent = { kind: 'work-changed', change: { status: 'self_employed' } };
    const events = [...withSheet.slice(0, -1), selfEmployed, { kind: 'preview-asked' } as const];
    expect(extrasOf(workOf(run(withBooklet(events))))).toEqual(['folded', 'text']);
  });

  it('large print is not folded', () => {
    const large = withBooklet([...made, { kind: 'edition-chosen', edition: { letters: 'large' } }]);
    expect(extrasOf(workOf(run(large)))).toEqual(['text']);
  });

  it('one that is asked for is made from what the shown booklet was made from, once', () => {
    const { state, effects } = run([...made, ASKED, ASKED]);
    const work = workOf({ state });
    const request = work.booklet.kind === 'made' ? work.booklet.request : null;
    expect(effects.filter(({ kind }) => kind === 'make-extra')).toEqual([
      { kind: 'make-extra', extra: 'folded', ticket: work.ticket, request },
    ]);
    expect(work.extras).toEqual({ folded: { kind: 'making', ticket: work.ticket } });
    expect(work.booklet.kind).toBe('made');
  });

  it('one that may not be had is not made', () => {
    expect(run([...made, { kind: 'extra-asked', extra: 'sheet' }]).effects.at(-1)?.kind).toBe('make-booklet');
  });

  it.each([
    ['made', { bytes: BYTES, pages: 8 }, { kind: 'made', bytes: BYTES, pages: 8 }],
    ['not made', null, { kind: 'failed' }],
  ])('its end is told apart: %s', (_, outcome, extra) => {
    const { ticket } = workOf(run([...made, ASKED]));
    const end: WorkflowEvent = { kind: 'extra-made', extra: 'folded', ticket, made: outcome };
    expect(workOf(run([...made, ASKED, end])).extras.folded).toEqual(extra);
  });

  it('F53 it goes when the booklet goes, and an answer to an older question is not wanted', () => {
    const { ticket } = workOf(run([...made, ASKED]));
    const late: WorkflowEvent = { kind: 'extra-made', extra: 'folded', ticket, made: { bytes: BYTES, pages: 8 } };
    const changed: WorkflowEvent = { kind: 'choice-changed', change: { nameOnCover: true } };
    expect(workOf(run([...made, ASKED, changed, late])).extras).toEqual({});
  });
});

describe('the edition', () => {
  it('F53 others make another document, to be seen before it is saved', () => {
    const { state, effects } = run([...made, { kind: 'edition-chosen', edition: { letters: 'large' } }]);
    const work = workOf({ state });
    expect([work.edition.letters, work.booklet.kind, stepOf(work)]).toEqual(['large', 'making', 'preview']);
    expect(effects.at(-1)).toMatchObject({ kind: 'make-booklet', letters: 'large', request: { length: 'kort' } });
  });

  it('D28 the other length is composed anew, in the letters that were chosen', () => {
    const { effects } = run([
      ...made,
      { kind: 'edition-chosen', edition: { letters: 'large' } },
      { kind: 'edition-chosen', edition: { length: 'volledig' } },
    ]);
    expect(effects.at(-1)).toMatchObject({ kind: 'make-booklet', letters: 'large', request: { length: 'volledig' } });
  });

  it.each<[string, readonly WorkflowEvent[]]>([
    ['the same letters', [...made, { kind: 'edition-chosen', edition: { letters: 'normal' } }]],
    ['a document on its way', [...sending, { kind: 'edition-chosen', edition: { letters: 'large' } }]],
  ])('change nothing: %s', (_, events) => {
    expect(workOf(run(events))).toEqual(workOf(run(events.slice(0, -1))));
  });
});

describe('while the booklet is made', () => {
  const making: readonly WorkflowEvent[] = [...confirmed(), contactKnown, { kind: 'preview-asked' }];

  it('says what the maker is busy with, for the booklet that is wanted', () => {
    const { ticket } = workOf(run(making));
    const stage = (of: number): WorkflowEvent => ({ kind: 'render-stage', ticket: of, stage: 'layout' });
    expect(workOf(run([...making, stage(ticket)])).booklet).toMatchObject({ kind: 'making', stage: 'layout' });
    expect(workOf(run([...making, stage(ticket - 1)])).booklet).toMatchObject({ kind: 'making', stage: null });
    expect(workOf(run([...made, stage(ticket)])).booklet.kind).toBe('made');
  });

  it('giving up goes back to the choices and keeps them all', () => {
    const before = workOf(run(making));
    const { state, effects } = run([...making, { kind: 'making-cancelled' }]);
    const work = workOf({ state });
    expect([stepOf(work), work.booklet.kind]).toEqual(['fill-in', 'none']);
    expect(work.form).toEqual(before.form);
    expect(effects.at(-1)).toEqual({ kind: 'cancel-booklet' });
    const late: WorkflowEvent = {
      kind: 'booklet-rendered',
      ticket: before.ticket,
      outcome: RENDERED,
      about: null,
      note: null,
    };
    expect(workOf(run([...making, { kind: 'making-cancelled' }, late])).booklet.kind).toBe('none');
  });

  it('a maker that was stopped leads back to the choices too', () => {
    const { ticket } = workOf(run(making));
    const stopped: WorkflowEvent = {
      kind: 'booklet-rendered',
      ticket,
      outcome: { kind: 'cancelled' },
      about: null,
      note: null,
    };
    expect(stepOf(workOf(run([...making, stopped])))).toBe('fill-in');
  });

  it('there is nothing to give up once it is made', () => {
    expect(workOf(run([...made, { kind: 'making-cancelled' }])).booklet.kind).toBe('made');
  });
});

describe('makeExtra', () => {
  const SHEET = { title: 'Blad' } as EmployerSheet;
  const booklet = workOf(run(made)).booklet;
  const request = booklet.kind === 'made' ? booklet.request : null;

  async function make(extra: ExtraKind, sheet: EmployerSheet | null, rendered: RenderOutcome = RENDERED) {
    if (request === null) throw new Error('no booklet was made');
    const orders: PrintOrder[] = [];
    const ports = {
      ...fakePorts(),
      renderPdf: (order: PrintOrder) => {
        orders.push(order);
        return Promise.resolve(rendered);
      },
    };
    const core = { ...aCore(), composeSheet: () => sheet };
    return { result: await makeExtra(extra, request, { core, ports }), orders };
  }

  it('orders the folded booklet', async () => {
    const { result, orders } = await make('folded', null);
    expect(orders).toMatchObject([{ kind: 'booklet', letters: 'normal', folded: true }]);
    expect(result?.pages).toBe(8);
  });

  it('orders the sheet, when there is one', async () => {
    expect((await make('sheet', SHEET)).orders).toEqual([{ kind: 'employer-sheet', sheet: SHEET }]);
    expect(await make('sheet', null)).toEqual({ result: null, orders: [] });
  });

  it('makes the text without the PDF engine', async () => {
    const { result, orders } = await make('text', null);
    expect(orders).toEqual([]);
    expect(new TextDecoder().decode(result?.bytes)).toMatch(/^Jouw route\n==========\n/);
  });

  it('F66 what is not rendered is not made', async () => {
    expect((await make('folded', null, { kind: 'failed', why: 'engine' })).result).toBeNull();
  });
});
