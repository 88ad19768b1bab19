import type { CareTeam, CareTeamParticipant } from 'fhir/r4';
import type { CareSource } from '../domain/chart.ts';
import type { Gap } from '../domain/evidence.ts';
import type { CarerReader } from './carer-reader.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { allows, asksFor } from './granted-scopes.ts';
import { listOf, textOf } from './map-concept.ts';
import { offeredPerson, type FoundParticipant } from './read-carers.ts';
import { searchAll } from './search-all.ts';

/** A team of more is a list of everybody, not of whom to call (T18). */
const MOST_MEMBERS = 50;
/** zib CareTeam: a team that was, or that was put there by mistake, has nobody to call. */
const OVER = new Set(['inactive', 'entered-in-error', 'suspended', 'proposed']);

/**
 * The persons of the patient's care teams who may become the contact.
 *
 * Shape:  only where the site asks for CareTeam: not asked is no gap, asked and not granted is.
 * Errors: FhirReadError `session-ended` or `wrong-patient`, nothing else.
 * Source: http://hl7.org/fhir/R4/careteam.html; Nictiz zib2020 R4, CareTeam.
 */
export async function readCareTeams(
  fhirFetch: FhirFetch,
  readCarer: CarerReader,
): Promise<{ readonly participants: readonly FoundParticipant[]; readonly gaps: readonly Gap[] }> {
  const { session } = fhirFetch;
  if (!asksFor(session.issuer.scope, 'CareTeam')) return { participants: [], gaps: [] };
  if (!allows(session.scopes, 's', 'CareTeam')) {
    return { participants: [], gaps: [{ what: 'CareTeam', why: 'not-allowed' }] };
  }
  const { resources, gap } = await searchAll(fhirFetch, 'CareTeam', { patient: session.patientId });
  const members = resources.filter(isGoing).flatMap((team) => listOf(team.participant).map((one) => ({ team, one })));
  const found = await Promise.all(
    members.slice(0, MOST_MEMBERS).map(({ team, one }) => memberOf(readCarer, team, one)),
  );
  const why = gap ?? (members.length > MOST_MEMBERS ? 'too-large' : null);
  return {
    participants: found.flatMap(({ person }) => person ?? []),
    gaps: [...found.flatMap(({ gaps }) => gaps), ...(why === null ? [] : [{ what: 'CareTeam', why } as const])],
  };
}

function isGoing({ status }: CareTeam): boolean {
  return !OVER.has(status ?? 'active');
}

async function memberOf(
  readCarer: CarerReader,
  team: CareTeam,
  { member = {}, role, period }: CareTeamParticipant,
): Promise<{ readonly person: FoundParticipant | null; readonly gaps: readonly Gap[] }> {
  const roles = listOf(role);
  const reading = await readCarer(member);
  const source: CareSource = {
    kind: 'care-team',
    date: textOf(period?.start) ?? textOf(team.period?.start) ?? null,
  };
  return { person: offeredPerson(reading, member, roles, source), gaps: reading.gaps };
}
