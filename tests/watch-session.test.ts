// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchSession, type SessionEnding } from '../src/watch-session.ts';

const opened: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  for (const stop of opened.splice(0)) stop();
  vi.useRealTimers();
});

function watch(chart: string | null = 'a', idleMinutes = 15, alone: boolean[] = []): SessionEnding[] {
  const ended: SessionEnding[] = [];
  const watcher = { onAlone: (now: boolean) => alone.push(now), onEnd: (why: SessionEnding) => ended.push(why) };
  opened.push(watchSession({ chart, idleMinutes }, watcher));
  return ended;
}

it.each([
  { idleMinutes: 15, untilWarnedMs: 14 * 60_000 },
  { idleMinutes: 1, untilWarnedMs: 30_000 },
])('F48 warns before the end ($idleMinutes min), and takes that back at a touch', ({ idleMinutes, untilWarnedMs }) => {
  const alone: boolean[] = [];
  const ended = watch('a', idleMinutes, alone);
  vi.advanceTimersByTime(untilWarnedMs - 1);
  expect(alone).toEqual([]);
  vi.advanceTimersByTime(5_001);
  expect(alone).toEqual([true]);
  window.dispatchEvent(new Event('keydown'));
  expect(alone).toEqual([true, false]);
  vi.advanceTimersByTime(untilWarnedMs - 5_001);
  expect([alone, ended]).toEqual([[true, false], []]);
});

it('F48 ends once when nobody touched it for the time that the site allows', () => {
  const ended = watch();
  vi.advanceTimersByTime(14 * 60_000);
  window.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(14 * 60_000);
  expect(ended).toEqual([]);
  vi.advanceTimersByTime(30 * 60_000);
  expect(ended).toEqual(['idle']);
});

it('F48 a computer that slept: the first touch after the limit finds the record gone', () => {
  const ended = watch();
  vi.setSystemTime(Date.now() + 3_600_000);
  window.dispatchEvent(new Event('pointerdown'));
  expect(ended).toEqual(['idle']);
});

it('F48 a window that comes back to the front after the limit: before anybody touches it', () => {
  const ended = watch();
  vi.setSystemTime(Date.now() + 60_000);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(ended).toEqual([]);
  vi.setSystemTime(Date.now() + 3_600_000);
  document.dispatchEvent(new Event('visibilitychange'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(ended).toEqual(['idle']);
});

it('F48 a clock that is set back does not keep the record', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] });
  const ended = watch();
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(14 * 60_000);
  expect(ended).toEqual([]);
  vi.advanceTimersByTime(2 * 60_000);
  expect(ended).toEqual(['idle']);
});

it('F47 a page out of the browser’s memory', () => {
  const ended = watch();
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  expect(ended).toEqual([]);
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(ended).toEqual(['restored']);
});

it('F49 F50 the older launch hears of another patient, not of the same one; the newest hears nothing', async () => {
  const [older, same, byHand] = [watch('a'), watch('a'), watch(null)];
  const newest = watch('b');
  await vi.waitFor(() => {
    expect(older).toEqual(['other-patient']);
  }, 15_000);
  expect([same, byHand, newest]).toEqual([['other-patient'], [], []]);
});
