const LONGEST_WAIT_MS = 30_000;
const FIRST_WAIT_MS = 500;

/**
 * How long to wait before the next try: what `Retry-After` says, at most 30 s; without it half a second, then twice as long.
 *
 * Units:  milliseconds; `now` is the moment of the answer, for the date form of the header.
 * Source: RFC 9110, 10.2.3.
 */
export function waitBefore(attempt: number, retryAfter: string | null, now: number): number {
  const asked = retryAfter === null ? null : millisecondsOf(retryAfter.trim(), now);
  const wait = asked ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
  return Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}

function millisecondsOf(retryAfter: string, now: number): number | null {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  // A date has letters in it; "-5" would pass for a year.
  const moment = /[A-Za-z]/.test(retryAfter) ? Date.parse(retryAfter) : Number.NaN;
  return Number.isNaN(moment) ? null : moment - now;
}

/** Waits without keeping anything busy. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
