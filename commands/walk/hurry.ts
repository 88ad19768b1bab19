import type { Page } from 'playwright-core';

declare global {
  // Exists in a page with a hurried clock only.
  var routeSkip: ((milliseconds: number) => void) | undefined;
}

/**
 * Lets a driver skip time in this page, before it is opened: `skip` makes every timer and time limit that much older. Playwright's
 * own clock rules a whole browser context, and not `AbortSignal.timeout`.
 */
export async function hurryClock(page: Page): Promise<{ readonly skip: (milliseconds: number) => Promise<void> }> {
  // What runs the commands wraps each function in a helper of its own that no page has.
  await page.addInitScript(`globalThis.__name ??= (made) => made; (${replaceTimers.toString()})();`);
  return { skip: (milliseconds) => page.evaluate((by) => globalThis.routeSkip?.(by), milliseconds) };
}

/** Runs in the page before the app's own script. */
function replaceTimers(): void {
  const start = setTimeout;
  const stop = clearTimeout;
  const pending = new Map<number, { due: number; timer: number; run: () => void }>();
  const arm = (id: number, due: number, run: () => void): void => {
    const left = Math.max(0, due - performance.now());
    pending.set(id, { due, run, timer: Number(start(run, left)) });
  };
  let last = 0;
  const later = (run: (...values: unknown[]) => void, wait = 0, ...values: unknown[]): number => {
    const id = (last += 1);
    const once = (): void => {
      pending.delete(id);
      run(...values);
    };
    arm(id, performance.now() + wait, once);
    return id;
  };
  Object.assign(globalThis, {
    setTimeout: later,
    clearTimeout: (id: number) => {
      stop(pending.get(id)?.timer);
      pending.delete(id);
    },
    routeSkip: (milliseconds: number) => {
      for (const [id, { due, timer, run }] of [...pending]) {
        stop(timer);
        arm(id, due - milliseconds, run);
      }
    },
  });
  AbortSignal.timeout = (milliseconds) => {
    const controller = new AbortController();
    later(() => {
      controller.abort(new DOMException('time is up', 'TimeoutError'));
    }, milliseconds);
    return controller.signal;
  };
}
