import type { Patient } from 'fhir/r4';
import type { PatientId, PatientRecord, Sex } from '../domain/patient.ts';
import { listOf, textOf } from './map-concept.ts';
import { nameOf } from './map-name.ts';

const SEXES: readonly string[] = ['male', 'female', 'other'] satisfies Sex[];

/**
 * Reads who the chart is about. Identifiers (BSN) are left where they are (F44).
 *
 * Errors: never throws; a birth date stays as recorded, judging it is the domain's work.
 */
export function mapPatient(patient: Patient): PatientRecord {
  const birthDate = textOf(patient.birthDate);
  return {
    id: (textOf(patient.id) ?? '') as PatientId,
    name: nameOf(patient.name),
    ...(birthDate !== undefined && { birthDate }),
    sex: SEXES.includes(patient.gender ?? '') ? (patient.gender as Sex) : 'unknown',
    deceased: patient.deceasedBoolean === true || textOf(patient.deceasedDateTime) !== undefined,
    inactive: patient.active === false,
    replaced: listOf(patient.link).some((link) => link.type === 'replaced-by'),
  };
}
