/** Why a record may stay on this screen no longer. */
export type SessionEnding = 'idle' | 'restored' | 'other-patient';

export interface WatchedSession {
  /** Tells charts apart and nobody who it is: a UUID. Null = no chart, so that nobody need hear of it. */
  readonly chart: string | null;
  readonly idleMinutes: number;
}

/** What the watch says of a record. */
export interface SessionWatcher {
  /** Nobody touched it for long: it ends soon (true), or somebody is there again (false). */
  readonly onAlone: (alone: boolean) => void;
  readonly onEnd: (why: SessionEnding) => void;
}

/** So long before the end it is said: time enough to read it, and to press a key (WCAG 2.2.1). */
const WARNED_BEFORE_MS = 60_000;

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'scroll'] as const;
const CHANNEL = 'route-zeldzame-kanker';

/**
 * Watches over a record on a shared workstation: nobody there any more (F48), the page brought back out of the browser's memory
 * (F47), another patient's record opened in another tab or frame of this browser (F49). Ends once; gives the way to stop.
 *
 * Shape: tabs hear of each other through a broadcast that holds nothing but the chart's UUID; nothing is stored.
 */
export function watchSession({ chart, idleMinutes }: WatchedSession, { onAlone, onEnd }: SessionWatcher): () => void {
  const idle = idleTimer(idleMinutes * 60_000, {
    onAlone,
    onIdle: () => {
      end('idle');
    },
  });
  const channel =
    chart === null
      ? null
      : listen(chart, () => {
          end('other-patient');
        });
  const restored = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) end('restored');
  };
  const stop = (): void => {
    idle.stop();
    channel?.close();
    window.removeEventListener('pageshow', restored);
  };
  const end = (why: SessionEnding): void => {
    stop();
    onEnd(why);
  };
  window.addEventListener('pageshow', restored);
  return stop;
}

/** The newest launch speaks, the older ones listen. */
function listen(chart: string, onOther: () => void): BroadcastChannel {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== chart) onOther();
  });
  channel.postMessage(chart);
  return channel;
}

/** Time since it was last restarted: by the wall clock, which goes on in sleep, and by one that nobody can set back. */
function stopwatch(): { readonly restart: () => void; readonly elapsedMs: () => number } {
  let wall = 0;
  let steady = 0;
  const restart = (): void => {
    wall = Date.now();
    steady = performance.now();
  };
  restart();
  return { restart, elapsedMs: () => Math.max(Date.now() - wall, performance.now() - steady) };
}

/** By the clock, not by one long timer: a computer that slept wakes with the time gone by. */
function idleTimer(
  limitMs: number,
  { onAlone, onIdle }: Pick<SessionWatcher, 'onAlone'> & { readonly onIdle: () => void },
): { readonly stop: () => void } {
  const warnedAfterMs = limitMs - Math.min(WARNED_BEFORE_MS, limitMs / 2);
  const untouched = stopwatch();
  let alone = false;
  const tell = (now: boolean): void => {
    if (alone !== now) onAlone(now);
    alone = now;
  };
  const look = (): void => {
    const elapsedMs = untouched.elapsedMs();
    if (elapsedMs >= limitMs) onIdle();
    else tell(elapsedMs >= warnedAfterMs);
  };
  const touch = (): void => {
    // Who comes back after the limit finds the record gone, however the timer was held up.
    look();
    untouched.restart();
    tell(false);
  };
  const timer = setInterval(look, Math.min(limitMs, 5_000));
  for (const kind of TOUCHES) window.addEventListener(kind, touch, { capture: true, passive: true });
  // A browser holds up the timers of a window in the background: whoever brings it back must not see the record first.
  document.addEventListener('visibilitychange', look);
  return {
    stop: () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const kind of TOUCHES) window.removeEventListener(kind, touch, { capture: true });
    },
  };
}
