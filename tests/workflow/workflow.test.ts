import { describe, expect, it, vi } from 'vitest';
import type { BookletRequest } from '../../src/workflow/core.ts';
import { createWorkflow, type Workflow } from '../../src/workflow/workflow.ts';
import { aCore, aSite, aStoredDocument, contactKnown, fakePorts, workOf, type FakePorts } from './a-workflow.ts';

const settled = (check: () => void) => vi.waitFor(check, 15_000);

async function toPreview(workflow: Workflow): Promise<void> {
  workflow.send({ kind: 'started' });
  await settled(() => {
    expect(workflow.state().at).toBe('working');
  });
  workflow.send({ kind: 'sole-finding-confirmed' });
  workflow.send(contactKnown);
  workflow.send({ kind: 'preview-asked' });
  await settled(() => {
    expect(['made', 'failed']).toContain(workOf({ state: workflow.state() }).booklet.kind);
  });
}

async function save(workflow: Workflow, kind: string): Promise<void> {
  workflow.send({ kind: 'save-asked' });
  workflow.send({ kind: 'save-confirmed' });
  workflow.send({ kind: 'save-confirmed' });
  await settled(() => {
    expect(workOf({ state: workflow.state() }).saving.kind).toBe(kind);
  });
}

const broken = (): Promise<never> => Promise.reject(new TypeError('a fault of ours'));

describe('createWorkflow', () => {
  it('carries the way from chart to written document, and composes only what was confirmed', async () => {
    const composed: BookletRequest[] = [];
    const ports = fakePorts();
    const workflow = createWorkflow(aCore(undefined, composed), aSite(), ports);
    await toPreview(workflow);
    await save(workflow, 'written');
    expect(composed.map(({ diagnosis }) => diagnosis.entity.id)).toEqual(['leiomyosarcoma']);
    expect(ports.sent).toHaveLength(1);
  });

  it('F54 two presses are one request', async () => {
    const ports = fakePorts();
    const workflow = createWorkflow(aCore(), aSite(), ports);
    await toPreview(workflow);
    await save(workflow, 'written');
    expect(ports.sent).toHaveLength(1);
  });

  it('tells whoever listens, until they stop', async () => {
    const workflow = createWorkflow(aCore(), aSite(), fakePorts());
    const heard = vi.fn();
    const stop = workflow.subscribe(heard);
    workflow.send({ kind: 'started' });
    await settled(() => {
      expect(workflow.state().at).toBe('working');
    });
    const before = heard.mock.calls.length;
    expect(before).toBeGreaterThan(1);
    stop();
    workflow.send({ kind: 'diagnosis-screen-opened' });
    expect(heard).toHaveBeenCalledTimes(before);
  });

  it('says what is still being read', async () => {
    const ports: FakePorts = {
      ...fakePorts(),
      readChart: (still) => {
        still(['Encounter']);
        return new Promise(() => undefined);
      },
    };
    const workflow = createWorkflow(aCore(), aSite(), ports);
    workflow.send({ kind: 'started' });
    await settled(() => {
      expect(workflow.state()).toMatchObject({ at: 'reading', pending: ['Encounter'] });
    });
  });

  it('F59 a write that breaks on our side is unknown, never failed', async () => {
    const ports: FakePorts = { ...fakePorts(), createDocument: broken, lookForDocument: broken };
    const workflow = createWorkflow(aCore(), aSite(), ports);
    await toPreview(workflow);
    await save(workflow, 'unknown');
    workflow.send({ kind: 'look-up-asked' });
    await settled(() => {
      expect(workOf({ state: workflow.state() }).saving).toMatchObject({ kind: 'unknown', looked: true });
    });
  });

  it('a search that breaks is not read, never empty', async () => {
    const workflow = createWorkflow(aCore(), aSite(), { ...fakePorts(), findDocuments: broken });
    await toPreview(workflow);
    expect(workOf({ state: workflow.state() }).documents).toEqual({ kind: 'not-read' });
  });

  it('F66 a composition that breaks keeps the choices', async () => {
    const core = {
      ...aCore(),
      composeBooklet: () => {
        throw new TypeError('a fault of ours');
      },
    };
    const workflow = createWorkflow(core, aSite(), fakePorts());
    await toPreview(workflow);
    expect(workOf({ state: workflow.state() }).booklet).toEqual({ kind: 'failed', why: 'engine' });
  });

  it('a reading that breaks stops with a code and can be tried again', async () => {
    const workflow = createWorkflow(aCore(), aSite(), { ...fakePorts(), readChart: broken });
    workflow.send({ kind: 'started' });
    await settled(() => {
      expect(workflow.state()).toMatchObject({ at: 'stopped', stop: { why: 'patient-not-read', code: 'LEES-99' } });
    });
  });

  it('F55 a stored booklet is asked about, and the session is ended on closing', async () => {
    const ports = fakePorts({ documents: { kind: 'read', documents: [aStoredDocument()] } });
    const workflow = createWorkflow(aCore(), aSite(), ports);
    workflow.send({ kind: 'started' });
    await settled(() => {
      expect(workflow.state().at).toBe('working');
    });
    workflow.send({ kind: 'sole-finding-confirmed' });
    await settled(() => {
      expect(workOf({ state: workflow.state() }).documents.kind).toBe('read');
    });
    workflow.send(contactKnown);
    workflow.send({ kind: 'preview-asked' });
    expect(workOf({ state: workflow.state() }).booklet.kind).toBe('none');
    workflow.send({ kind: 'closed' });
    expect(ports.ended).toEqual(['ended']);
  });
});
