import { afterEach, describe, expect, it, vi } from 'vitest';

interface Policy {
  readonly createScriptURL: (url: string) => string;
}

interface Started {
  readonly url: string;
  readonly options: WorkerOptions | undefined;
}

const started: Started[] = [];

class RecordingWorker implements Started {
  readonly url: string;
  readonly options: WorkerOptions | undefined;

  constructor(url: string, options?: WorkerOptions) {
    this.url = url;
    this.options = options;
    started.push(this);
  }
}

/** The module anew in a browser with or without Trusted Types; it makes its policy once. */
async function moduleIn(window: object) {
  vi.resetModules();
  vi.stubGlobal('window', window);
  vi.stubGlobal('Worker', RecordingWorker);
  started.length = 0;
  return import('../../src/pdf/start-pdf-worker.ts');
}

describe('startPdfWorker', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('makes one policy, named pdf-worker, for all workers', async () => {
    const policies: { readonly name: string; readonly rules: Policy }[] = [];
    const createPolicy = (name: string, rules: Policy): Policy => {
      policies.push({ name, rules });
      return { createScriptURL: (url) => `trusted ${rules.createScriptURL(url)}` };
    };
    const { startPdfWorker } = await moduleIn({ trustedTypes: { createPolicy } });
    startPdfWorker();
    startPdfWorker();
    expect(policies.map(({ name }) => name)).toEqual(['pdf-worker']);
    expect(started).toHaveLength(2);
    expect(started[0]?.url).toMatch(/^trusted .*pdf\.worker/);
    expect(started[0]?.options).toEqual({ type: 'module' });
    expect(() => policies[0]?.rules.createScriptURL('https://elsewhere.example/worker.js')).toThrow(TypeError);
  });

  it('starts the worker where Trusted Types do not exist', async () => {
    const { startPdfWorker } = await moduleIn({});
    startPdfWorker();
    expect(started[0]?.url).toMatch(/pdf\.worker/);
  });
});
