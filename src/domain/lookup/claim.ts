import type { Classification, Meaning, SiteRange } from '../classification.ts';
import type { Coding } from '../coding.ts';
import type { EntityId } from '../entity.ts';
import type { RecordedDiagnosis } from '../evidence.ts';
import type { Reason, Verdict } from '../finding.ts';
import type { Sex } from '../patient.ts';
import type { MorphologyCode } from './code-forms.ts';

/** How specific the evidence is; the highest in a record decides. DHD numbers and ORPHAcodes stand beside SNOMED CT. */
export const LEVEL = { broad: 1, icd10: 2, concept: 3, pathology: 4 } as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];

/** What one code of a record says. */
export interface Claim {
  readonly coding: Coding;
  readonly level: Level;
  readonly meaning: Meaning;
  /** Where the code says the tumour is; empty when it does not. */
  readonly sites: readonly SiteRange[];
}

/** The codes of a record, wherever they stand, without its words and without what the chart says about it. */
export interface RecordedCodes {
  /** Of `Condition.code`: may say anything. */
  readonly own: readonly Coding[];
  /** Of the body site and of what stands alongside: only give a site or a morphology. */
  readonly beside: readonly Coding[];
  readonly category: readonly Coding[];
}

/** What the chart says of a record, besides its codes and words. */
export type RecordedStatus = Pick<RecordedDiagnosis, 'origin' | 'verificationStatus' | 'clinicalStatus' | 'category'>;

/** A record of the chart with all its codes read, nothing weighed yet. */
export interface RecordReading {
  readonly claims: readonly Claim[];
  readonly morphologies: readonly (MorphologyCode & { readonly coding: Coding })[];
  /** ICD-O-3 sites, wherever they stand. */
  readonly sites: readonly SiteRange[];
  /** Codes that no list knows as cancer. */
  readonly unknown: readonly Coding[];
  /** Something stands where a code belongs, readable or not. */
  readonly hasCode: boolean;
  readonly category: readonly Coding[];
}

/** The conclusion about one record while the rules are at work. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The entity that is named, or all that are left open. */
  readonly entities: readonly EntityId[];
  readonly reasons: readonly Reason[];
  readonly spread: boolean;
  readonly aboutCancer: boolean;
  /** The claim that decided; null when text decided, or codes that contradict each other. */
  readonly by: Claim | null;
}

/** What a rule may know besides the record. */
export interface LookupContext {
  readonly classification: Classification;
  readonly sex: Sex | null;
  /** A primary malignancy stands somewhere in the chart. */
  readonly primaryRecorded: boolean;
}
