import type { Patient } from 'fhir/r4';
import type { PatientRecord } from '../domain/patient.ts';
import { FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { mapPatient } from './map-patient.ts';
import { readAny } from './read-resource.ts';

/**
 * Reads the launch patient.
 *
 * Errors: FhirReadError; an answer about anybody else ends the session as `wrong-patient` (F30, F65).
 */
export async function readPatient(fhirFetch: FhirFetch): Promise<Patient> {
  const { patientId } = fhirFetch.session;
  const patient = await readAny(fhirFetch, 'Patient', `Patient/${patientId}`);
  if (patient.id !== patientId) throw wrongPatient(fhirFetch);
  return patient;
}

/** Ends the session and gives the error to throw: from here on nothing of this chart is to be believed (F30). */
export function wrongPatient(fhirFetch: FhirFetch): FhirReadError {
  fhirFetch.session.end();
  return new FhirReadError('wrong-patient');
}

/**
 * Reads the launch patient once more, just before a write. Errors: as `readPatient`; any difference with the person on screen ends
 * the session as `wrong-patient` (F65).
 */
export async function confirmSamePerson(fhirFetch: FhirFetch, shown: PatientRecord): Promise<void> {
  if (!isSamePerson(mapPatient(await readPatient(fhirFetch)), shown)) throw wrongPatient(fhirFetch);
}

/** The person on screen, still in a record that is in use: what would have stopped the reading stops the writing too (F33, F35). */
function isSamePerson(now: PatientRecord, shown: PatientRecord): boolean {
  const { id, name, birthDate, sex, deceased, inactive, replaced } = shown;
  return (
    now.id === id &&
    now.name === name &&
    now.birthDate === birthDate &&
    now.sex === sex &&
    now.deceased === deceased &&
    now.inactive === inactive &&
    now.replaced === replaced
  );
}
