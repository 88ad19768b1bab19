import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../src/domain/entity.ts';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { aKnown, confirmed, made, reading, run, sending, workOf, WRITTEN } from './a-workflow.ts';

const back = (depth: number): WorkflowEvent => ({ kind: 'went-back', depth });

const forward = (depth: number): WorkflowEvent => ({ kind: 'went-forward', depth });

describe('D27 Forward inside the app', () => {
  it.each<[string, readonly WorkflowEvent[], readonly string[]]>([
    ['opens the preview again', [...made, back(1), forward(2)], ['evidence', 'fill-in', 'preview']],
    ['opens two screens at once', [...made, back(0), forward(2)], ['evidence', 'fill-in', 'preview']],
    ['opens one at a time', [...made, back(0), forward(1)], ['evidence', 'fill-in']],
    [
      'not a preview of a booklet that was changed since',
      [...made, back(1), { kind: 'sick-leave-typed', field: 'sickDay', text: '1' }, forward(2)],
      ['evidence', 'fill-in'],
    ],
    ['nowhere from the last screen', [...made, forward(5)], ['evidence', 'fill-in', 'preview']],
    [
      'not beside another way taken since',
      [...made, back(0), { kind: 'booklet-declined' }, forward(2)],
      ['evidence', 'declined'],
    ],
    [
      'not past a diagnosis that was chosen anew and is not confirmed yet',
      [...made, back(0), { kind: 'entity-chosen', entity: 'a' as EntityId }, forward(2)],
      ['evidence'],
    ],
    ['not past an open dialog', [...made, { kind: 'save-asked' }, forward(3)], ['evidence', 'fill-in', 'preview']],
  ])('%s', (_, events, trail) => {
    expect(workOf(run(events)).trail).toEqual(trail);
  });
});

describe('D27 Back inside the app', () => {
  it.each<[string, readonly WorkflowEvent[], readonly string[]]>([
    ['from the preview to the form', [...made, back(1)], ['evidence', 'fill-in']],
    ['to the start at once', [...made, back(0)], ['evidence']],
    ['from the start stays', [...reading(), back(-1)], ['evidence']],
    [
      'past a preview that no longer exists',
      [...made, { kind: 'fill-in-opened' }, { kind: 'sick-leave-typed', field: 'sickDay', text: '1' }, back(2)],
      ['evidence', 'fill-in'],
    ],
    [
      'from "no booklet" takes that back',
      [...confirmed(), { kind: 'booklet-declined' }, back(1)],
      ['evidence', 'fill-in'],
    ],
  ])('%s', (_, events, trail) => {
    expect(workOf(run(events)).trail).toEqual(trail);
  });

  it('loses nothing: the booklet that was made is still there', () => {
    const work = workOf(run([...made, back(0)]));
    expect(work.booklet.kind).toBe('made');
    expect(work.form.choices.contact?.name).toBe('E. Postma');
    expect(run([{ kind: 'preview-asked' }], aKnown(), { at: 'working', work }).effects).toEqual([]);
  });

  it('closes an open dialog first', () => {
    const work = workOf(run([...made, { kind: 'save-asked' }, back(1)]));
    expect([work.saving.kind, work.trail.length]).toEqual(['idle', 3]);
  });

  it('is not possible once a document was sent', () => {
    const saved = [...sending, { kind: 'write-ended', outcome: WRITTEN }] as const;
    expect(workOf(run([...saved, back(0)])).trail.at(-1)).toBe('finish');
  });
});
