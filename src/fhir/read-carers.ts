import type { CodeableConcept, Encounter, Reference } from 'fhir/r4';
import type { CareParticipant, Clinician } from '../domain/chart.ts';
import type { Gap } from '../domain/evidence.ts';
import { carePersonOf, isCaseManager, namedCarePerson, roleOf, type CarePerson } from './care-person.ts';
import type { CarerReader, CarerReading } from './carer-reader.ts';
import { listOf, textOf } from './map-concept.ts';
import { mapEncounter } from './map-encounter.ts';
import { nameOf } from './map-name.ts';

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

/** More than this is a list of everybody who ever looked in, not of whom to call (T18). */
const MOST_PARTICIPANTS = 50;

/**
 * The persons of an encounter who may become the contact, in its order, each once.
 *
 * Shape: one whose Practitioner could not be read is offered by the name that the encounter gives, when the encounter says that this is
 *        someone who treats or guides; the gap stays. The clinician chooses in any case.
 */
export async function readParticipants(
  readCarer: CarerReader,
  encounter: Encounter,
  fhirUser: string | null,
): Promise<{ readonly participants: readonly CareParticipant[]; readonly gaps: readonly Gap[] }> {
  const all = listOf(encounter.participant);
  const user = fhirUser === null ? null : await readCarer({ reference: fhirUser });
  const readings = await Promise.all(
    all.slice(0, MOST_PARTICIPANTS).map(async ({ individual = {}, type }) => {
      const reading = await readCarer(individual);
      const participation = listOf(type);
      const person = personOf(reading, individual, participation);
      return { ...reading, person, role: person?.role ?? (isCaseManager(participation) ? 'casemanager' : null) };
    }),
  );
  const encounterDate = mapEncounter(encounter).start;
  const participants = new Map<string, CareParticipant>();
  for (const { id, person, role } of readings) {
    if (person === null) continue;
    const isUser = id !== null && id === user?.id;
    participants.set(id ?? person.name, { name: person.name, role, isUser, encounterDate });
  }
  const unread: readonly Gap[] = all.length > MOST_PARTICIPANTS ? [{ what: 'Practitioner', why: 'too-large' }] : [];
  return { participants: [...participants.values()], gaps: [...readings.flatMap(({ gaps }) => gaps), ...unread] };
}

function personOf(
  { carer, role, gaps }: CarerReading,
  { reference, display }: Reference,
  participation: readonly CodeableConcept[],
): CarePerson | null {
  if (carer !== null) return carePersonOf(carer);
  // With nothing unread, the reference is to somebody who is no giver of care at all: an organisation, a relative.
  const unread = gaps.length > 0 || textOf(reference) === undefined;
  return unread ? namedCarePerson(textOf(display) ?? '', participation, role) : null;
}
