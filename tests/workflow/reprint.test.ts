import { describe, expect, it } from 'vitest';
import type { StoredFile } from '../../src/domain/document.ts';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { aStoredDocument, confirmed, run, workOf } from './a-workflow.ts';

const READ: StoredFile = { kind: 'read', format: 'pdf', bytes: new Uint8Array([37, 80]) };
const document = aStoredDocument({ id: 'doc-1' });
const found = (): readonly WorkflowEvent[] => [
  ...confirmed().filter(({ kind }) => kind !== 'documents-found'),
  { kind: 'documents-found', ticket: workOf(run(confirmed())).ticket, search: { kind: 'read', documents: [document] } },
];

describe('a booklet of the chart', () => {
  it('is fetched when asked for, once', () => {
    const asked = run([...found(), { kind: 'reprint-asked', id: 'doc-1' }]);
    const { ticket } = workOf(asked);
    expect(asked.effects.at(-1)).toEqual({ kind: 'read-stored-file', id: 'doc-1', ticket });
    const twice = run([...found(), { kind: 'reprint-asked', id: 'doc-1' }, { kind: 'reprint-asked', id: 'doc-1' }]);
    expect(twice.effects.filter(({ kind }) => kind === 'read-stored-file')).toHaveLength(1);
    const here = run([
      ...found(),
      { kind: 'reprint-asked', id: 'doc-1' },
      { kind: 'stored-file-read', id: 'doc-1', ticket, file: READ },
    ]);
    expect(workOf(here).reprints.get('doc-1')).toEqual(READ);
  });

  it('that could not be fetched may be asked for again', () => {
    const { ticket } = workOf(run([...found(), { kind: 'reprint-asked', id: 'doc-1' }]));
    const again = run([
      ...found(),
      { kind: 'reprint-asked', id: 'doc-1' },
      { kind: 'stored-file-read', id: 'doc-1', ticket, file: { kind: 'not-read' } },
      { kind: 'reprint-asked', id: 'doc-1' },
    ]);
    expect(workOf(again).reprints.get('doc-1')).toEqual({ kind: 'reading', ticket: ticket + 1 });
  });

  it('that the chart does not hold is not asked for, and a late answer changes nothing', () => {
    const { effects } = run([...found(), { kind: 'reprint-asked', id: 'other' }]);
    expect(effects.some(({ kind }) => kind === 'read-stored-file')).toBe(false);
    const late = run([...found(), { kind: 'stored-file-read', id: 'doc-1', ticket: 1, file: READ }]);
    expect(workOf(late).reprints.size).toBe(0);
  });
});
