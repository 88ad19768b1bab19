import { ageOn, parseCalendarDate, type CalendarDate } from './calendar-date.ts';

declare const patientId: unique symbol;
/** Logical id of the launch patient on its FHIR server. */
export type PatientId = string & { readonly [patientId]: true };

export type Sex = 'male' | 'female' | 'other' | 'unknown';

/** Who the chart is about. `birthDate` stays as recorded: it may be partial or nonsense. */
export interface PatientRecord {
  readonly id: PatientId;
  readonly name: string;
  readonly birthDate?: string;
  readonly sex: Sex;
  readonly deceased: boolean;
  /** `Patient.active` is false. */
  readonly inactive: boolean;
  /** `Patient.link` says that another record replaces this one. */
  readonly replaced: boolean;
}

/** Whether a booklet may be made for this patient at all (D25, F33, F34, F35). */
export type Eligibility =
  | { readonly kind: 'adult'; readonly age: number }
  | { readonly kind: 'age-unknown' }
  | { readonly kind: 'minor'; readonly age: number }
  | { readonly kind: 'deceased' }
  | { readonly kind: 'record-inactive' }
  | { readonly kind: 'record-replaced' };

const ADULT_AGE = 18;
const OLDEST = 125;

/** Decides from the record alone; a partial or impossible birth date is `age-unknown`, never a guess. */
export function eligibilityOf(patient: PatientRecord, today: CalendarDate): Eligibility {
  if (patient.replaced) return { kind: 'record-replaced' };
  if (patient.inactive) return { kind: 'record-inactive' };
  if (patient.deceased) return { kind: 'deceased' };
  const born = patient.birthDate === undefined ? null : parseCalendarDate(patient.birthDate);
  return born === null ? { kind: 'age-unknown' } : eligibilityAt(ageOn(born, today));
}

/** The same for an age in years that the clinician typed. */
export function eligibilityAt(age: number): Eligibility {
  if (!Number.isInteger(age) || age < 0 || age > OLDEST) return { kind: 'age-unknown' };
  return age < ADULT_AGE ? { kind: 'minor', age } : { kind: 'adult', age };
}
