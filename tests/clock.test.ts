import { expect, it } from 'vitest';
import { createClock } from '../src/clock.ts';
import type { CalendarDate } from '../src/domain/calendar-date.ts';

const MORNING = new Date(2026, 2, 29, 1, 5, 9);

it('gives the day of the workstation, not that of Greenwich', () => {
  expect(createClock(null, () => MORNING).today()).toBe('2026-03-29');
  expect(createClock(null, () => MORNING).instant()).toBe(MORNING.toISOString());
});

it('D15 lets the day of a sandbox stand still', () => {
  const clock = createClock('2026-11-25' as CalendarDate, () => MORNING);
  expect(clock.today()).toBe('2026-11-25');
  expect(clock.instant()).toMatch(/^2026-11-25T\d\d:05:09\.000Z$/);
});
