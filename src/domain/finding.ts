import type { Coding } from './coding.ts';
import type { EntityId } from './entity.ts';
import type { Gap, RecordedDiagnosis } from './evidence.ts';

/** D4. `undecided` is an honest answer and never shown as "not rare". */
export type Verdict = 'rare' | 'common' | 'undecided' | 'none';

/**
 * Why a finding says what it says. `key` names the sentence in `classification-reasons.json`; it is the same datum that
 * decided, so what is shown cannot drift from what was done.
 */
export interface Reason {
  readonly key: string;
  /** The code that this reason is about. */
  readonly coding?: Coding;
}

/** One looked-up diagnosis with its reasons. */
export interface Finding {
  readonly evidence: RecordedDiagnosis;
  readonly verdict: Verdict;
  /** Set when the verdict is rare or common and names exactly one entity. */
  readonly entity: EntityId | null;
  /** The entities a code leaves open; the clinician chooses one. Empty when `entity` is set or nothing fits. */
  readonly candidates: readonly EntityId[];
  /**
   * Never empty; the first is the one to show, then what each other code says. Of an undecided finding the last says what
   * would decide it (keys `decides-…`), where something would.
   */
  readonly reasons: readonly Reason[];
  /** The record says that the cancer has spread (proposed at most, D22). */
  readonly spread: boolean;
  /** True for what has to do with a tumour; the rest is folded away on screen and counted. */
  readonly aboutCancer: boolean;
}

/** All findings, in the order of the evidence. `incomplete` when a gap may hide a diagnosis. */
export interface Lookup {
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly incomplete: boolean;
}
