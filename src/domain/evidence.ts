import type { CodeableConcept, Coding } from './coding.ts';
import type { Sex } from './patient.ts';

/** One recorded diagnosis, as the chart says it. Codes and texts are untouched; looking up is the lookup's work. */
export interface RecordedDiagnosis {
  /** `Condition.id`; for the reason of an Encounter, `Encounter/<id>#reason`. */
  readonly id: string;
  /** `meta.versionId`, where the server gives one. */
  readonly versionId?: string;
  /** The reason of an Encounter by itself is weaker evidence than an entry of the problem list. */
  readonly origin: 'condition' | 'encounter-reason';
  readonly code: CodeableConcept;
  readonly bodySite: readonly CodeableConcept[];
  /** Codes beside `code` that may hold a morphology: the mCODE histology extension, `evidence.code`, FurtherSpecificationProblemName, the Observations of a pathologist. */
  readonly alongside: readonly CodeableConcept[];
  /** Codings of `Condition.clinicalStatus`; empty = absent. */
  readonly clinicalStatus: readonly Coding[];
  /** Codings of `Condition.verificationStatus` (FHIR and zib SNOMED CT codes alike); empty = absent. */
  readonly verificationStatus: readonly Coding[];
  readonly category: readonly Coding[];
  /** FHIR date or dateTime as recorded, shown only. */
  readonly recordedDate?: string;
  readonly note: readonly string[];
}

/** What could not be read, and why: absent is not unread. */
export interface Gap {
  readonly what: GapSubject;
  readonly why: GapReason;
  /** How many entries were read before it stopped, where that is known. */
  readonly read?: number;
}

export type GapSubject =
  | 'Condition'
  | 'Observation'
  | 'Encounter'
  | 'Practitioner'
  | 'PractitionerRole'
  | 'CareTeam'
  | 'Organization'
  | 'DocumentReference'
  | 'metadata';

export type GapReason =
  /** 403, or a scope that was not granted */
  | 'not-allowed'
  /** 404 or 410 on what was asked for */
  | 'not-found'
  /** a `next` link outside the FHIR base, or one seen before */
  | 'list-incomplete'
  /** more pages, entries or bytes than the limit */
  | 'too-large'
  /** no answer within the time limit */
  | 'too-slow'
  /** no answer at all, or 5xx */
  | 'unreachable'
  /** an answer that is not the FHIR that was asked for */
  | 'unreadable'
  /** a reference that points outside the FHIR base */
  | 'elsewhere'
  /** the server redirected */
  | 'redirected'
  /** it concerns another patient than the launch patient */
  | 'other-patient';

/** All that the lookup gets to know of one patient. */
export interface EvidenceSet {
  readonly sex: Sex | null;
  readonly items: readonly RecordedDiagnosis[];
  readonly gaps: readonly Gap[];
}
