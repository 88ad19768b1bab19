import type { EvidenceSet, Gap } from './evidence.ts';
import type { PatientRecord } from './patient.ts';

/** The clinician who is signed in to the EHR; the name is empty when it could not be read. */
export interface Clinician {
  /** Relative reference, "Practitioner/12" or "PractitionerRole/7". */
  readonly reference: string;
  readonly name: string;
  readonly role: string | null;
}

/** A person of the Encounter or the CareTeam who may become the contact. Insurers and pharmacies are not among them. */
export interface CareParticipant {
  readonly name: string;
  readonly role: string | null;
  /** The signed-in clinician. */
  readonly isUser: boolean;
  /** Said by code to guide the patient: zib HealthProfessionalRole, SNOMED CT 768832004. */
  readonly isCaseManager: boolean;
  /** What the name comes from, shown beside it. */
  readonly source: CareSource;
}

/** Where a name stands in the chart, with its date: a FHIR date or dateTime as recorded. */
export type CareSource =
  | { readonly kind: 'encounter'; readonly date: string | null }
  /** `date` is when the person joined the team. */
  | { readonly kind: 'care-team'; readonly date: string | null };

export interface EncounterRecord {
  readonly id: string;
  /** `period.start` as recorded. */
  readonly start: string | null;
}

/** Everything read at the start of a session, with what could not be read. */
export interface Chart {
  readonly patient: PatientRecord;
  readonly user: Clinician | null;
  /** The launch encounter; null when the launch named none, or one of another patient (F15, F31). */
  readonly encounter: EncounterRecord | null;
  /** Whom a contact can be chosen from, likeliest first. */
  readonly participants: readonly CareParticipant[];
  readonly evidence: EvidenceSet;
  /** Gaps outside the diagnoses (those stand in `evidence.gaps`). */
  readonly gaps: readonly Gap[];
}

/** How reading the chart ended: with a chart, or with a reason to stop (rule 2). */
export type ChartReading =
  | { readonly kind: 'chart'; readonly chart: Chart }
  | {
      readonly kind: 'stop';
      readonly why:
        | 'wrong-patient'
        | 'patient-not-found'
        | 'patient-not-allowed'
        | 'patient-not-read'
        /** The site requires an encounter, and the launch gave none of this patient (F15, F31). */
        | 'no-encounter'
        | 'session-ended';
      /** For the help desk: "LEES-28". */
      readonly code: string;
    };
