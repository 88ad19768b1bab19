import type { Handout } from '../domain/handout/handout.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';
import { startPdfWorker } from './start-pdf-worker.ts';
import type { RenderReply, RenderRequest } from './worker-messages.ts';

/** The part of `Worker` that is used. */
export type PdfWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

type Failed = Extract<RenderOutcome, { kind: 'failed' }>;
type Answer = (outcome: RenderOutcome) => void;

interface RunningWorker {
  readonly worker: PdfWorker;
  readonly waiting: Map<number, Answer>;
}

const TIME_LIMIT = 60_000;
const ENGINE_FAILED: Failed = { kind: 'failed', why: 'engine' };

/**
 * Makes the function that renders booklets in a worker, started at the first booklet and kept. A worker or font that fails
 * is tried once again in a fresh worker (F66); no answer within a minute counts as failed at once. Never rejects.
 */
export function createPdfRenderer(
  startWorker: () => PdfWorker = startPdfWorker,
): (handout: Handout) => Promise<RenderOutcome> {
  let running: RunningWorker | null = null;
  let lastId = 0;

  const stop = (which: RunningWorker): void => {
    which.worker.terminate();
    if (running === which) running = null;
    for (const answer of [...which.waiting.values()]) answer(ENGINE_FAILED);
  };
  const start = (): RunningWorker => {
    const started: RunningWorker = { worker: startWorker(), waiting: new Map() };
    started.worker.addEventListener('message', ({ data }: MessageEvent<RenderReply>) => {
      started.waiting.get(data.id)?.(data.outcome);
    });
    for (const fault of ['error', 'messageerror'] as const) {
      started.worker.addEventListener(fault, () => {
        stop(started);
      });
    }
    return started;
  };
  const attempt = async (handout: Handout): Promise<RenderOutcome | 'timed-out'> => {
    const request: RenderRequest = { id: ++lastId, handout };
    try {
      const session = (running ??= start());
      const outcome = await askWithin(session, request);
      if (outcome === 'timed-out' || outcome.kind === 'failed') stop(session);
      return outcome;
    } catch {
      // The worker could not be started or the message not be posted: no patient data may leave with the reason.
      return ENGINE_FAILED;
    }
  };

  return async (handout) => {
    const first = await attempt(handout);
    const last = first !== 'timed-out' && first.kind === 'failed' ? await attempt(handout) : first;
    return last === 'timed-out' ? ENGINE_FAILED : last;
  };
}

function askWithin({ worker, waiting }: RunningWorker, request: RenderRequest): Promise<RenderOutcome | 'timed-out'> {
  return new Promise((resolve) => {
    worker.postMessage(request);
    const answer = (outcome: RenderOutcome | 'timed-out'): void => {
      clearTimeout(timer);
      waiting.delete(request.id);
      resolve(outcome);
    };
    const timer = setTimeout(answer, TIME_LIMIT, 'timed-out');
    waiting.set(request.id, answer);
  });
}
