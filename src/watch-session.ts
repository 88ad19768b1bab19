/** Why a record may stay on this screen no longer. */
export type SessionEnding = 'idle' | 'restored' | 'other-patient';

export interface WatchedSession {
  /** Tells charts apart and nobody who it is: a UUID. Null = no chart, so that nobody need hear of it. */
  readonly chart: string | null;
  readonly idleMinutes: number;
}

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'scroll'] as const;
const CHANNEL = 'route-zeldzame-kanker';

/**
 * Watches over a record on a shared workstation: nobody there any more (F48), the page brought back out of the browser's memory
 * (F47), another patient's record opened in another tab or frame of this browser (F49). Calls back once; gives the way to stop.
 *
 * Shape: tabs hear of each other through a broadcast that holds nothing but the chart's UUID; nothing is stored.
 */
export function watchSession({ chart, idleMinutes }: WatchedSession, onEnd: (why: SessionEnding) => void): () => void {
  const idle = idleTimer(idleMinutes * 60_000, () => {
    end('idle');
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

/** By the clock, not by one long timer: a computer that slept wakes with the time gone by. */
function idleTimer(limitMs: number, onIdle: () => void): { readonly stop: () => void } {
  let touched = Date.now();
  const touch = (): void => {
    // Who comes back after the limit finds the record gone, however the timer was held up.
    if (Date.now() - touched >= limitMs) onIdle();
    touched = Date.now();
  };
  const timer = setInterval(
    () => {
      if (Date.now() - touched >= limitMs) onIdle();
    },
    Math.min(limitMs, 5_000),
  );
  for (const kind of TOUCHES) window.addEventListener(kind, touch, { capture: true, passive: true });
  return {
    stop: () => {
      clearInterval(timer);
      for (const kind of TOUCHES) window.removeEventListener(kind, touch, { capture: true });
    },
  };
}
