import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RENDER_STAGES, type PrintOrder, type RenderStage } from '../../src/domain/handout/print-order.ts';
import type { RenderOutcome } from '../../src/domain/handout/render-outcome.ts';
import { type PdfWorker, createPdfRenderer } from '../../src/pdf/render-pdf.ts';
import type { RenderRequest } from '../../src/pdf/worker-messages.ts';
import { sampleHandout } from './handouts.ts';

const ORDER: PrintOrder = { kind: 'booklet', handout: sampleHandout(), letters: 'normal', folded: false };
const RENDERED: RenderOutcome = { kind: 'rendered', bytes: new Uint8Array([1]), pages: 8, sha1: 'ab' };
const FONT_FAILED: RenderOutcome = { kind: 'failed', why: 'font' };

/** A worker that does what the script says with each request; `crash` is the error event of a worker that did not load. */
type Script = (request: RenderRequest) => RenderOutcome | 'crash' | 'silence';

class ScriptedWorker extends EventTarget implements PdfWorker {
  readonly requests: RenderRequest[] = [];
  terminated = false;
  readonly #script: Script;

  constructor(script: Script) {
    super();
    this.#script = script;
  }

  postMessage(request: RenderRequest): void {
    this.requests.push(request);
    const answer = this.#script(request);
    queueMicrotask(() => {
      if (answer === 'crash') this.dispatchEvent(new Event('error'));
      else if (answer !== 'silence') this.answer(request.id, answer);
    });
  }

  answer(id: number, outcome: RenderOutcome): void {
    this.dispatchEvent(new MessageEvent('message', { data: { id, outcome } }));
  }

  tell(id: number, stage: RenderStage): void {
    this.dispatchEvent(new MessageEvent('message', { data: { id, stage } }));
  }

  terminate(): void {
    this.terminated = true;
  }
}

/** A renderer over scripted workers, one script per worker started. */
function rendererOf(...scripts: readonly Script[]) {
  const started: ScriptedWorker[] = [];
  const render = createPdfRenderer(() => {
    const script = scripts[started.length];
    if (!script) throw new Error('no more workers');
    const worker = new ScriptedWorker(script);
    started.push(worker);
    return worker;
  });
  return { render, started };
}

describe('createPdfRenderer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('starts no worker before the first booklet, and keeps it for the next', async () => {
    const { render, started } = rendererOf(() => RENDERED);
    expect(started).toHaveLength(0);
    expect(await render(ORDER)).toEqual(RENDERED);
    expect(await render(ORDER)).toEqual(RENDERED);
    expect(started).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives each request its own answer, in whatever order they come', async () => {
    const { render, started } = rendererOf(() => 'silence');
    const first = render(ORDER);
    const second = render(ORDER);
    await Promise.resolve();
    const [worker] = started;
    const [one, two] = worker?.requests ?? [];
    worker?.answer(two?.id ?? 0, { kind: 'does-not-fit', where: 'two' });
    worker?.answer(one?.id ?? 0, { kind: 'does-not-fit', where: 'one' });
    expect(await first).toEqual({ kind: 'does-not-fit', where: 'one' });
    expect(await second).toEqual({ kind: 'does-not-fit', where: 'two' });
  });

  it.each<[string, Script]>([
    ['a worker that does not load', () => 'crash'],
    ['a font that does not load', () => FONT_FAILED],
  ])('F66 after %s a fresh worker is tried once', async (_, script) => {
    const { render, started } = rendererOf(script, () => RENDERED);
    expect(await render(ORDER)).toEqual(RENDERED);
    expect(started.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it.each<[string, Script]>([
    ['engine', () => 'crash'],
    ['font', () => FONT_FAILED],
  ])('F66 the second failure is said: %s', async (why, script) => {
    const { render, started } = rendererOf(script, script);
    expect(await render(ORDER)).toEqual({ kind: 'failed', why });
    expect(started.every(({ terminated }) => terminated)).toBe(true);
  });

  it('F66 a browser that starts no worker is a failure, not an exception', async () => {
    expect(await rendererOf().render(ORDER)).toEqual({ kind: 'failed', why: 'engine' });
  });

  it('F66 after a failure the next booklet is tried again', async () => {
    const { render } = rendererOf(
      () => 'crash',
      () => 'crash',
      () => RENDERED,
    );
    expect((await render(ORDER)).kind).toBe('failed');
    expect((await render(ORDER)).kind).toBe('rendered');
  });

  it('F66 no answer within a minute is a failure, and the worker is stopped', async () => {
    const { render, started } = rendererOf(() => 'silence');
    const outcome = render(ORDER);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(started[0]?.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toEqual({ kind: 'failed', why: 'engine' });
    expect(started.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it.each<RenderOutcome>([
    { kind: 'does-not-fit', where: 'cover.forWhom' },
    { kind: 'missing-letters', letters: [{ letter: '龍', where: 'bellen.contact.name' }] },
  ])('does not try again what is no failure: $kind', async (outcome) => {
    const { render, started } = rendererOf(() => outcome);
    expect(await render(ORDER)).toEqual(outcome);
    expect(started).toHaveLength(1);
    expect(started[0]?.requests).toHaveLength(1);
  });

  it('tells what it is busy with, to who ordered it', async () => {
    const { render, started } = rendererOf(() => 'silence');
    const stages: RenderStage[] = [];
    const outcome = render(ORDER, { onStage: (stage) => stages.push(stage) });
    await Promise.resolve();
    const [worker] = started;
    const id = worker?.requests[0]?.id ?? 0;
    for (const stage of RENDER_STAGES) worker?.tell(id, stage);
    worker?.tell(id + 1, 'fonts');
    worker?.answer(id, RENDERED);
    expect(await outcome).toEqual(RENDERED);
    expect(stages).toEqual(['fonts', 'layout', 'writing']);
  });

  it('who gives up is answered at once, and the half-made document is thrown away with its worker', async () => {
    const { render, started } = rendererOf(
      () => 'silence',
      () => RENDERED,
    );
    const giveUp = new AbortController();
    const outcome = render(ORDER, { signal: giveUp.signal });
    await Promise.resolve();
    giveUp.abort();
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(started.map(({ terminated }) => terminated)).toEqual([true]);
    expect(await render(ORDER)).toEqual(RENDERED);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('who gave up before it began starts no worker', async () => {
    const { render, started } = rendererOf();
    expect(await render(ORDER, { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
    expect(started).toHaveLength(0);
  });
});
