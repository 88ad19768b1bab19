import type { Classification } from '../classification.ts';
import type { EvidenceSet, GapSubject, RecordedDiagnosis } from '../evidence.ts';
import type { Finding, Lookup, Reason } from '../finding.ts';
import type { Judgement, LookupContext } from './claim.ts';
import { askForPrimary, compareSex, isWithdrawn, restrictBySex, restrictByStatus } from './restrictions.ts';
import { inItsWords, weighRecord, type WeighedRecord } from './weigh-record.ts';

/** A diagnosis may hide behind what was not read of these. */
const HOLD_DIAGNOSES: readonly GapSubject[] = ['Condition', 'Observation', 'Encounter'];

/**
 * Looks each recorded diagnosis up in the list of rare cancers.
 *
 * Shape:  one finding for each item of evidence, in the same order; reasons never empty, the first is the one to show, and
 *         the last of an undecided finding says what would decide it.
 * Errors: never throws; what cannot be read is a finding too.
 */
export function lookUp(evidence: EvidenceSet, classification: Classification): Lookup {
  const records = evidence.items.map((record) => ({ record, weighed: weighRecord(record, classification) }));
  const primaryRecorded = records.some(
    ({ record, weighed }) => weighed.namesPrimary && !isWithdrawn(record, classification),
  );
  const context: LookupContext = { classification, sex: evidence.sex, primaryRecorded };
  return {
    findings: records.map(({ record, weighed }) => findingOf(record, weighed, context)),
    gaps: evidence.gaps,
    incomplete: evidence.gaps.some((gap) => HOLD_DIAGNOSES.includes(gap.what)),
  };
}

/** The rules, in order. Each takes the conclusion so far and may only lower it, but for a sex that makes it rare. */
function findingOf(record: RecordedDiagnosis, weighed: WeighedRecord, context: LookupContext): Finding {
  const primaryAsked = askForPrimary(weighed.judgement, context);
  const sexCompared = compareSex(primaryAsked, context);
  const sexRestricted = restrictBySex(sexCompared, context);
  const statusRestricted = restrictByStatus(sexRestricted, record, context);
  const reasons = inItsWords(uniqueReasons(statusRestricted.reasons), weighed);
  return toFinding(statusRestricted, reasons, record, context);
}

function toFinding(
  judgement: Judgement,
  reasons: readonly Reason[],
  record: RecordedDiagnosis,
  { classification }: LookupContext,
): Finding {
  const { verdict, entities, spread, aboutCancer } = judgement;
  const [only, ...more] = entities;
  const named = verdict === 'rare' || verdict === 'common' ? only : undefined;
  const entity = named !== undefined && more.length === 0 ? named : null;
  return {
    evidence: record,
    verdict,
    entity,
    candidates: entity !== null || verdict === 'none' ? [] : entities,
    reasons: verdict === 'undecided' ? withWhatDecides(reasons, classification) : reasons,
    spread,
    aboutCancer,
  };
}

function uniqueReasons(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length < 2) return reasons;
  return reasons.filter((reason, at) => reasons.findIndex((one) => isSame(one, reason)) === at);
}

function isSame(a: Reason, b: Reason): boolean {
  return a.key === b.key && a.coding?.system === b.coding?.system && a.coding?.code === b.coding?.code;
}

function withWhatDecides(reasons: readonly Reason[], { decidedBy }: Classification): readonly Reason[] {
  const decider = reasons.map(({ key }) => decidedBy.get(key)).find((key) => key !== undefined);
  return decider === undefined ? reasons : [...reasons, { key: decider }];
}
