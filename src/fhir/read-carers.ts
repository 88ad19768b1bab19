import type { CodeableConcept, Encounter, Reference } from 'fhir/r4';
import type { CareParticipant, CareSource, Clinician } from '../domain/chart.ts';
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

/** Somebody who may become the contact, with the reference that tells two sources of one person together. */
export interface FoundParticipant extends Omit<CareParticipant, 'isUser'> {
  /** Reference to the person or the role; null when only a name is known. */
  readonly id: string | null;
}

/**
 * The persons of an encounter who may become the contact, in its order.
 *
 * Shape:  one whose Practitioner could not be read is offered by the name that the encounter gives, when the encounter says that this is
 *         someone who treats or guides; the gap stays. The clinician chooses in any case.
 */
export async function readParticipants(
  readCarer: CarerReader,
  encounter: Encounter,
): Promise<{ readonly participants: readonly FoundParticipant[]; readonly gaps: readonly Gap[] }> {
  const all = listOf(encounter.participant);
  const source: CareSource = { kind: 'encounter', date: mapEncounter(encounter).start };
  const readings = await Promise.all(
    all.slice(0, MOST_PARTICIPANTS).map(async ({ individual = {}, type }) => {
      const reading = await readCarer(individual);
      return { person: offeredPerson(reading, individual, listOf(type), source), gaps: reading.gaps };
    }),
  );
  const unread: readonly Gap[] = all.length > MOST_PARTICIPANTS ? [{ what: 'Practitioner', why: 'too-large' }] : [];
  return {
    participants: readings.flatMap(({ person }) => person ?? []),
    gaps: [...readings.flatMap(({ gaps }) => gaps), ...unread],
  };
}

/**
 * Everybody once, likeliest first: who is coded as case manager, then the care team, then the encounter, each in its order.
 *
 * Shape: of two mentions the likelier stays; the signed-in clinician is marked, by person or by role.
 */
export async function rankParticipants(
  readCarer: CarerReader,
  found: readonly FoundParticipant[],
  fhirUser: string | null,
): Promise<readonly CareParticipant[]> {
  const user = fhirUser === null ? null : await readCarer({ reference: fhirUser });
  const ranked = new Map<string, CareParticipant>();
  for (const { id, ...person } of found.toSorted((one, other) => rankOf(one) - rankOf(other))) {
    const key = id ?? person.name;
    const isUser = id !== null && id === user?.id;
    const before = ranked.get(key);
    ranked.set(key, before === undefined ? { ...person, isUser } : { ...before, role: before.role ?? person.role });
  }
  return [...ranked.values()];
}

function rankOf({ isCaseManager: guides, source }: FoundParticipant): number {
  if (guides) return 0;
  return source.kind === 'care-team' ? 1 : 2;
}

/** The person behind a reference, with the part they take; null when it may be nobody to call. */
export function offeredPerson(
  reading: CarerReading,
  reference: Reference,
  part: readonly CodeableConcept[],
  source: CareSource,
): FoundParticipant | null {
  const person = personOf(reading, reference, part);
  if (person === null) return null;
  const guides = isCaseManager(part);
  const role = person.role ?? (guides ? 'casemanager' : null);
  return { id: reading.id, name: person.name, role, isCaseManager: guides, source };
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
