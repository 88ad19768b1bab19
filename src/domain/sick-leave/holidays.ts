import { addDays, weekday, type CalendarDate } from '../calendar-date.ts';

const SATURDAY = 6;
const SUNDAY = 0;

/**
 * Public holidays of a year for counting days; 5 May every year, Good Friday equated.
 *
 * Source: Algemene termijnenwet art. 3.
 */
export function publicHolidays(year: number): ReadonlySet<CalendarDate> {
  const easter = easterSunday(year);
  return new Set([
    day(year, 1, 1),
    addDays(easter, -2),
    addDays(easter, 1),
    kingsDay(year),
    day(year, 5, 5),
    addDays(easter, 39),
    addDays(easter, 50),
    day(year, 12, 25),
    day(year, 12, 26),
  ]);
}

/** The date itself when it is a working day, else the first one after it. */
export function workingDayFrom(date: CalendarDate): CalendarDate {
  let candidate = date;
  while (isFree(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

function isFree(date: CalendarDate): boolean {
  const inWeekend = weekday(date) === SATURDAY || weekday(date) === SUNDAY;
  return inWeekend || publicHolidays(Number(date.slice(0, 4))).has(date);
}

/** 27 April, or the Saturday before when that is a Sunday. */
function kingsDay(year: number): CalendarDate {
  const birthday = day(year, 4, 27);
  return weekday(birthday) === SUNDAY ? addDays(birthday, -1) : birthday;
}

/** Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sinceMarch = epact + toSunday - 7 * shift + 114;
  return day(year, Math.floor(sinceMarch / 31), (sinceMarch % 31) + 1);
}

function day(year: number, month: number, dayOfMonth: number): CalendarDate {
  const text = [String(year), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join('-');
  return text as CalendarDate;
}
