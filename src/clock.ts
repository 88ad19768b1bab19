import type { CalendarDate } from './domain/calendar-date.ts';

/** The only clock of the app: handed to the workflow, so that nothing else reads the time. */
export interface Clock {
  readonly today: () => CalendarDate;
  /** FHIR instant. */
  readonly instant: () => string;
}

/** A clock by the workstation's calendar; in a sandbox the day stands still and only the time of day runs. */
export function createClock(fixedDay: CalendarDate | null, now: () => Date = () => new Date()): Clock {
  const today = (): CalendarDate => fixedDay ?? localDay(now());
  const instant = (): string => {
    const moment = now().toISOString();
    return fixedDay === null ? moment : `${fixedDay}${moment.slice(10)}`;
  };
  return { today, instant };
}

function localDay(moment: Date): CalendarDate {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}` as CalendarDate;
}
