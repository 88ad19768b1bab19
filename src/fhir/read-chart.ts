import type { Condition, Encounter, Patient } from 'fhir/r4';
import type { Chart, ChartReading, CareParticipant, Clinician } from '../domain/chart.ts';
import type { Gap, RecordedDiagnosis } from '../domain/evidence.ts';
import { createCarerReader, type CarerReader } from './carer-reader.ts';
import { endsSession, FhirReadError, type FhirReadReason } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { allowsAll } from './granted-scopes.ts';
import { mapCondition } from './map-condition.ts';
import { mapEncounter, mapEncounterReasons } from './map-encounter.ts';
import { mapPatient } from './map-patient.ts';
import { aboutWhom } from './patient-compartment.ts';
import { readCareTeams } from './read-care-teams.ts';
import { rankParticipants, readParticipants, readUser, type FoundParticipant } from './read-carers.ts';
import { readHistology, withHistology, type HistologyReading } from './read-histology.ts';
import { readPatient } from './read-patient.ts';
import { readResource } from './read-resource.ts';
import { SEARCH_LIMITS, searchAll, type SearchResult } from './search-all.ts';

type StopReason = Extract<ChartReading, { readonly kind: 'stop' }>['why'];

/** Letters of one diagnosis as it is looked up, notes included. */
const LARGEST_DIAGNOSIS = 20_000;

/** The launch encounter with those who took part, or the gap where it should be. */
interface Visit {
  readonly encounter: Encounter | null;
  readonly participants: readonly FoundParticipant[];
  readonly gap: Gap | null;
  readonly participantGaps: readonly Gap[];
}

/**
 * Reads the chart of the launch patient: who it is, the recorded diagnoses with their histology, the launch encounter and the care teams with
 * those who take part in them, the user.
 *
 * Shape:  `stillReading` hears the kinds of resource that are not in yet, first all of them, last none.
 * Errors: what can be missed is a gap; what cannot is `stop` with its reason. Nothing of another patient comes through (F30).
 */
export async function readChart(
  fhirFetch: FhirFetch,
  stillReading: (kinds: readonly string[]) => void,
): Promise<ChartReading> {
  const { session } = fhirFetch;
  const readCarer = createCarerReader(fhirFetch);
  const track = tracker(['Patient', 'Condition', 'Encounter', 'CareTeam', 'Practitioner'], stillReading);
  const reads = [
    track('Patient', readPatient(fhirFetch)),
    track('Condition', searchAll(fhirFetch, 'Condition', { patient: session.patientId })),
    track('Encounter', readVisit(fhirFetch, readCarer)),
    track('CareTeam', readCareTeams(fhirFetch, readCarer)),
    track('Practitioner', readUser(readCarer, session.fhirUser)),
    readHistology(fhirFetch),
  ] as const;
  // All of them, not the first to fail: "wrong patient" ends the session, and then the others fail as "session ended".
  const settled = await Promise.allSettled(reads);
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [asReadError(one.reason)] : []));
  const [worst] = failures.sort((one, other) => severity(other.reason) - severity(one.reason));
  if (worst !== undefined) return stop(stopReason(worst.reason), worst.code);

  const [patient, conditions, visit, teams, user, histology] = await Promise.all(reads);
  if (visit.encounter === null && session.issuer.encounterRequired) {
    return stop('no-encounter', visit.gap?.why === 'other-patient' ? 'LEES-31' : 'LEES-15');
  }
  const found = [...visit.participants, ...teams.participants];
  const participants = await rankParticipants(readCarer, found, session.fhirUser);
  return {
    kind: 'chart',
    chart: chartOf(fhirFetch, { patient, conditions, histology, visit, user, participants, teamGaps: teams.gaps }),
  };
}

interface Parts {
  readonly patient: Patient;
  readonly conditions: SearchResult<Condition>;
  readonly histology: HistologyReading;
  readonly visit: Visit;
  readonly user: { readonly user: Clinician | null; readonly gaps: readonly Gap[] };
  readonly participants: readonly CareParticipant[];
  readonly teamGaps: readonly Gap[];
}

function chartOf(fhirFetch: FhirFetch, parts: Parts): Chart {
  const { patient, conditions, histology, visit, user, participants, teamGaps } = parts;
  const record = mapPatient(patient);
  const { encounter } = visit;
  const diagnoses = conditions.resources.map((one) => withHistology(mapCondition(one), histology));
  const recorded = ofReadableSize(diagnoses);
  const reasons = ofReadableSize(encounter === null ? [] : mapEncounterReasons(encounter));
  return {
    patient: record,
    user: user.user,
    encounter: encounter === null ? null : mapEncounter(encounter),
    participants,
    evidence: {
      sex: record.sex,
      items: [...recorded.items, ...reasons.items],
      gaps: [
        ...conditionGaps(fhirFetch, conditions, recorded),
        ...histology.gaps,
        ...(visit.gap === null ? [] : [visit.gap]),
        ...(reasons.allThere ? [] : [{ what: 'Encounter', why: 'too-large' } as const]),
      ],
    },
    gaps: distinct([...visit.participantGaps, ...teamGaps, ...user.gaps]),
  };
}

/** Without the right to search all of it, servers leave things out instead of answering 403: silence is a gap, too (D4, F14). */
function conditionGaps(fhirFetch: FhirFetch, { gap }: SearchResult<Condition>, read: DiagnosisReading): readonly Gap[] {
  const why = gap ?? (read.allThere ? null : 'too-large');
  if (why !== null) return [{ what: 'Condition', why, read: read.items.length }];
  return allowsAll(fhirFetch.session.scopes, 's', 'Condition') ? [] : [{ what: 'Condition', why: 'not-allowed' }];
}

interface DiagnosisReading {
  readonly items: readonly RecordedDiagnosis[];
  readonly allThere: boolean;
}

/** A diagnosis of a whole book would keep the page busy for minutes, and so would a crowd of them: left out, and said (T18). */
function ofReadableSize(diagnoses: readonly RecordedDiagnosis[]): DiagnosisReading {
  const first = diagnoses.slice(0, SEARCH_LIMITS.entries);
  const items = first.filter((one) => JSON.stringify(one).length <= LARGEST_DIAGNOSIS);
  return { items, allThere: items.length === diagnoses.length };
}

async function readVisit(fhirFetch: FhirFetch, readCarer: CarerReader): Promise<Visit> {
  const { encounterId } = fhirFetch.session;
  const none = { encounter: null, participants: [], participantGaps: [] };
  if (encounterId === null) return { ...none, gap: null };
  try {
    const encounter = await readResource(fhirFetch, 'Encounter', encounterId);
    // Not even its reason is looked at: the launch may still point at the chart that was open before (F31).
    const about = aboutWhom(encounter, fhirFetch.session);
    if (about === 'other-patient') return { ...none, gap: { what: 'Encounter', why: 'other-patient' } };
    if (about === 'nobody') return { ...none, gap: { what: 'Encounter', why: 'unreadable' } };
    const { participants, gaps } = await readParticipants(readCarer, encounter);
    return { encounter, participants, gap: null, participantGaps: gaps };
  } catch (error) {
    if (!(error instanceof FhirReadError) || endsSession(error.reason)) throw error;
    return { ...none, gap: { what: 'Encounter', why: error.reason } };
  }
}

function tracker<Kind extends string>(
  kinds: readonly Kind[],
  stillReading: (kinds: readonly string[]) => void,
): <Value>(kind: Kind, reading: Promise<Value>) => Promise<Value> {
  const open = new Set(kinds);
  stillReading([...open]);
  return (kind, reading) =>
    reading.finally(() => {
      open.delete(kind);
      stillReading([...open]);
    });
}

function severity(reason: FhirReadReason): number {
  if (reason === 'wrong-patient') return 2;
  return reason === 'session-ended' ? 1 : 0;
}

function stopReason(reason: FhirReadReason): StopReason {
  switch (reason) {
    case 'wrong-patient':
    case 'session-ended':
      return reason;
    case 'not-found':
      return 'patient-not-found';
    case 'not-allowed':
      return 'patient-not-allowed';
    default:
      return 'patient-not-read';
  }
}

function stop(why: StopReason, code: string): ChartReading {
  return { kind: 'stop', why, code };
}

/** A fault that is not the server's ends on the screen for such faults, not in a gap. */
function asReadError(reason: unknown): FhirReadError {
  if (reason instanceof FhirReadError) return reason;
  throw reason;
}

function distinct(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.what} ${gap.why}`, gap])).values()];
}
