import type { Patient } from 'fhir/r4';
import { FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
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
