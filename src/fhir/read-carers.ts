import type { CodeableConcept, Encounter } from 'fhir/r4';
import type { CareParticipant, Clinician } from '../domain/chart.ts';
import type { Gap } from '../domain/evidence.ts';
import { carePersonOf, roleOf } from './care-person.ts';
import type { Carer, CarerReader } from './carer-reader.ts';
import { listOf, mapCodings } from './map-concept.ts';
import { mapEncounter } from './map-encounter.ts';
import { nameOf } from './map-name.ts';

/** SNOMED CT 768832004, case manager (zib HealthProfessionalRole): shown where the profession is not known. */
const CASE_MANAGER = '768832004';

/** The signed-in clinician; without a name, and with a gap, when it could not be read. Null for a user who is no clinician. */
export async function readUser(
  readCarer: CarerReader,
  fhirUser: string | null,
): Promise<{ readonly user: Clinician | null; readonly gaps: readonly Gap[] }> {
  if (fhirUser === null || !/^Practitioner(?:Role)?\//.test(fhirUser)) return { user: null, gaps: [] };
  const { carer, gaps } = await readCarer({ reference: fhirUser });
  const name = carer === null ? '' : nameOf(carer.practitioner.name);
  return { user: { reference: fhirUser, name, role: carer === null ? null : roleOf(carer) }, gaps };
}

/** The persons of an encounter who may become the contact, in its order, each once. */
export async function readParticipants(
  readCarer: CarerReader,
  encounter: Encounter,
  fhirUser: string | null,
): Promise<{ readonly participants: readonly CareParticipant[]; readonly gaps: readonly Gap[] }> {
  const user = fhirUser === null ? null : (await readCarer({ reference: fhirUser })).carer;
  const readings = await Promise.all(
    listOf(encounter.participant).map(async ({ individual, type }) => {
      const reading = individual === undefined ? { carer: null, gaps: [] } : await readCarer(individual);
      return { ...reading, type };
    }),
  );
  const participants = new Map<string, CareParticipant>();
  for (const { carer, type } of readings) {
    const participant = carer === null ? null : participantOf(carer, type);
    if (carer === null || participant === null) continue;
    const id = carer.practitioner.id ?? '';
    const isUser = user !== null && id === user.practitioner.id;
    participants.set(id, { ...participant, isUser, encounterDate: mapEncounter(encounter).start });
  }
  return { participants: [...participants.values()], gaps: readings.flatMap(({ gaps }) => gaps) };
}

function participantOf(
  carer: Carer,
  type: readonly CodeableConcept[] | undefined,
): Pick<CareParticipant, 'name' | 'role'> | null {
  const person = carePersonOf(carer);
  if (person === null) return null;
  const isCaseManager = listOf(type)
    .flatMap(mapCodings)
    .some((coding) => coding.code === CASE_MANAGER);
  return { name: person.name, role: person.role ?? (isCaseManager ? 'casemanager' : null) };
}
