import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Choices } from '../domain/choices.ts';
import { checkSickLeave, countedFrom, type Recovery, type SickLeave } from '../domain/sick-leave/sick-leave.ts';
import type { Form } from './state.ts';
import { readAnyDate, readTypedDate, type TypedDate } from './typed-date.ts';

/** The days of a sick leave as typed. */
export type SickLeaveField = 'sickDay' | 'contractEnd' | 'recoveredFrom' | 'recoveredTo';
type TypedDays = Pick<Form, SickLeaveField>;

/** A day that cannot be used; `empty` where its partner is filled in. */
export type UnusableDay = Exclude<TypedDate, { kind: 'day' }>;

/** What the typed days of a sick leave come to; null for what is not known. */
export function sickLeaveDays(
  form: TypedDays,
  status: Choices['work']['status'],
  today: CalendarDate,
): Pick<Choices['work'], 'firstSickDay' | 'contractEnd' | 'recovered'> {
  const firstSickDay = dayOf(readTypedDate(form.sickDay, today));
  const recovery = recoveryOf(form, today);
  return {
    firstSickDay,
    contractEnd: asksContractEnd(status) ? dayOf(readAnyDate(form.contractEnd)) : null,
    recovered: firstSickDay !== null && recovery !== null && asksRecovery(status) ? [recovery] : [],
  };
}

/** Only a contract with an end stops by itself. */
export function asksContractEnd(status: Choices['work']['status']): boolean {
  return status === 'temporary';
}

/** Weeks are counted by law for who has an employer, or had one. */
export function asksRecovery(status: Choices['work']['status']): boolean {
  return status === 'employee' || status === 'temporary' || status === 'ziektewet';
}

function recoveryOf({ recoveredFrom, recoveredTo }: TypedDays, today: CalendarDate): Recovery | null {
  const from = dayOf(readTypedDate(recoveredFrom, today));
  const to = dayOf(readTypedDate(recoveredTo, today));
  return from === null || to === null ? null : { from, to };
}

function dayOf(read: TypedDate): CalendarDate | null {
  return read.kind === 'day' ? read.date : null;
}

/** The counted sick leave and the week that today falls in; the first seven days are week 1. Null where it cannot be counted. */
export function countedLeave(
  { firstSickDay, recovered }: Pick<Choices['work'], 'firstSickDay' | 'recovered'>,
  today: CalendarDate,
): { readonly leave: SickLeave; readonly countedFrom: CalendarDate; readonly week: number } | null {
  const check = firstSickDay === null ? null : checkSickLeave(firstSickDay, recovered, today);
  if (check?.kind !== 'accepted') return null;
  return { leave: check.leave, countedFrom: countedFrom(check.leave), week: check.weeksSick + 1 };
}

export type SickLeaveProblem =
  | {
      readonly field: 'sick-day' | 'contract-end' | 'recovered-from' | 'recovered-to';
      readonly typed: UnusableDay;
    }
  /** The contract ended before the illness began. */
  | { readonly field: 'contract-end-early' }
  /** Not between two sick days. */
  | { readonly field: 'recovery-impossible' };

/** What is wrong with the typed days, in the order of the screen. All of them may stay empty. */
export function sickLeaveProblems(form: Form, today: CalendarDate): readonly SickLeaveProblem[] {
  const { work } = form.choices;
  return [
    ...unusable('sick-day', readTypedDate(form.sickDay, today), false),
    ...(asksContractEnd(work.status) ? contractProblems(form) : []),
    ...(asksRecovery(work.status) && work.firstSickDay !== null ? recoveryProblems(form, today) : []),
  ];
}

function contractProblems({ contractEnd, choices: { work } }: Form): readonly SickLeaveProblem[] {
  const early = work.contractEnd !== null && work.firstSickDay !== null && work.contractEnd < work.firstSickDay;
  return [
    ...unusable('contract-end', readAnyDate(contractEnd), false),
    ...(early ? [{ field: 'contract-end-early' } as const] : []),
  ];
}

function recoveryProblems(form: Form, today: CalendarDate): readonly SickLeaveProblem[] {
  const from = readTypedDate(form.recoveredFrom, today);
  const to = readTypedDate(form.recoveredTo, today);
  if (from.kind === 'empty' && to.kind === 'empty') return [];
  const typed = [...unusable('recovered-from', from, true), ...unusable('recovered-to', to, true)];
  if (typed.length > 0) return typed;
  return countedLeave(form.choices.work, today) === null ? [{ field: 'recovery-impossible' }] : [];
}

function unusable(
  field: Extract<SickLeaveProblem, { readonly typed: UnusableDay }>['field'],
  read: TypedDate,
  needed: boolean,
): readonly SickLeaveProblem[] {
  return read.kind === 'day' || (read.kind === 'empty' && !needed) ? [] : [{ field, typed: read }];
}
