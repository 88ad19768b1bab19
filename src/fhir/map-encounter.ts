import type { Encounter } from 'fhir/r4';
import type { EncounterRecord } from '../domain/chart.ts';
import type { RecordedDiagnosis } from '../domain/evidence.ts';
import { mapConcepts, textOf } from './map-concept.ts';

/** Reads the launch encounter. Its status is no filter: real Dutch servers send `unknown`. */
export function mapEncounter(encounter: Encounter): EncounterRecord {
  return { id: textOf(encounter.id) ?? '', start: textOf(encounter.period?.start) ?? null };
}

/**
 * Reads the reasons of the encounter as diagnoses of the weaker kind. Conditions that it refers to come with the problem list.
 *
 * Shape: ids `Encounter/<id>#reason`, and from the second on `#reason-2`, …
 */
export function mapEncounterReasons(encounter: Encounter): readonly RecordedDiagnosis[] {
  const { id, start } = mapEncounter(encounter);
  const versionId = textOf(encounter.meta?.versionId);
  return mapConcepts(encounter.reasonCode).map((code, index) => ({
    id: `Encounter/${id}#reason${index === 0 ? '' : `-${index + 1}`}`,
    ...(versionId !== undefined && { versionId }),
    origin: 'encounter-reason',
    code,
    bodySite: [],
    alongside: [],
    clinicalStatus: [],
    verificationStatus: [],
    category: [],
    ...(start !== null && { recordedDate: start }),
    note: [],
  }));
}
