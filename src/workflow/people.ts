import { eligibilityAt, type Eligibility } from '../domain/patient.ts';
import type { Work } from './state.ts';

/** The age that the booklet is made for: recorded, or typed by the clinician (D25). */
export function ageOf(work: Work): Eligibility {
  if (work.recordedAge !== null) return eligibilityAt(work.recordedAge);
  const typed = /^\d{1,3}$/.exec(work.age.trim());
  return typed ? eligibilityAt(Number(typed[0])) : { kind: 'age-unknown' };
}

/** Who confirms: by name from the EHR, or as typed. */
export function clinicianOf(work: Work): { readonly name: string; readonly role: string | null } {
  const { user } = work.chart;
  return user?.name ? { name: user.name, role: user.role } : { name: work.by.trim(), role: user?.role ?? null };
}
