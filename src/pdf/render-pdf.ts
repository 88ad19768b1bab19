import type { PrintOrder, RenderStage } from '../domain/handout/print-order.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';
import { startPdfWorker } from './start-pdf-worker.ts';
import type { RenderReply, RenderRequest } from './worker-messages.ts';

/** The part of `Worker` that is used. */
export type PdfWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

/** How the making is followed and stopped. */
export interface RenderOptions {
  readonly onStage?: (stage: RenderStage) => void;
  readonly signal?: AbortSignal;
}

export type PdfRenderer = (order: PrintOrder, options?: RenderOptions) => Promise<RenderOutcome>;

type Failed = Extract<RenderOutcome, { kind: 'failed' }>;

interface Waiting {
  readonly answer: (outcome: RenderOutcome) => void;
  readonly onStage: (stage: RenderStage) => void;
}

interface RunningWorker {
  readonly worker: PdfWorker;
  readonly waiting: Map<number, Waiting>;
}

const TIME_LIMIT = 60_000;
const ENGINE_FAILED: Failed = { kind: 'failed', why: 'engine' };
const CANCELLED: RenderOutcome = { kind: 'cancelled' };

/**
 * Makes the function that renders in a worker, started at the first order and kept. A worker or font that fails is tried once
 * again in a fresh worker (F66); no answer within a minute counts as failed at once. Who gives up by `signal` gets
 * `cancelled` at once, and the worker with its half-made document is thrown away. Never rejects.
 */
export function createPdfRenderer(startWorker: () => PdfWorker = startPdfWorker): PdfRenderer {
  let running: RunningWorker | null = null;
  let lastId = 0;

  const stop = (which: RunningWorker): void => {
    which.worker.terminate();
    if (running === which) running = null;
    for (const { answer } of [...which.waiting.values()]) answer(ENGINE_FAILED);
  };
  const start = (): RunningWorker => {
    const started: RunningWorker = { worker: startWorker(), waiting: new Map() };
    started.worker.addEventListener('message', ({ data }: MessageEvent<RenderReply>) => {
      const waiting = started.waiting.get(data.id);
      if ('stage' in data) waiting?.onStage(data.stage);
      else waiting?.answer(data.outcome);
    });
    for (const fault of ['error', 'messageerror'] as const) {
      started.worker.addEventListener(fault, () => {
        stop(started);
      });
    }
    return started;
  };
  const attempt = async (order: PrintOrder, options: RenderOptions): Promise<RenderOutcome | 'timed-out'> => {
    if (options.signal?.aborted) return CANCELLED;
    const request: RenderRequest = { id: ++lastId, order };
    try {
      const session = (running ??= start());
      const outcome = await askWithin(session, request, options);
      if (outcome === 'timed-out' || outcome.kind === 'failed' || outcome.kind === 'cancelled') stop(session);
      return outcome;
    } catch {
      // The worker could not be started or the message not be posted: no patient data may leave with the reason.
      return ENGINE_FAILED;
    }
  };

  return async (order, options = {}) => {
    const first = await attempt(order, options);
    const last = first !== 'timed-out' && first.kind === 'failed' ? await attempt(order, options) : first;
    return last === 'timed-out' ? ENGINE_FAILED : last;
  };
}

function askWithin(
  { worker, waiting }: RunningWorker,
  request: RenderRequest,
  { onStage = () => undefined, signal }: RenderOptions,
): Promise<RenderOutcome | 'timed-out'> {
  return new Promise((resolve) => {
    worker.postMessage(request);
    const answer = (outcome: RenderOutcome | 'timed-out'): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      waiting.delete(request.id);
      resolve(outcome);
    };
    const cancel = (): void => {
      answer(CANCELLED);
    };
    const timer = setTimeout(answer, TIME_LIMIT, 'timed-out');
    signal?.addEventListener('abort', cancel);
    waiting.set(request.id, { answer, onStage });
  });
}
