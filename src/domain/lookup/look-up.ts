import type { Classification } from '../classification.ts';
import type { EvidenceSet, GapSubject } from '../evidence.ts';
import type { Finding, Lookup, Reason } from '../finding.ts';
import type { Judgement, LookupContext } from './claim.ts';
import { remember } from './remember.ts';
import { askForPrimary, compareSex, restrictBySex, restrictByStatus } from './restrictions.ts';
import { inItsWords, judgeText, weighRecord, type WeighedCodes, type WeighedRecord } from './weigh-record.ts';

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
  const records = evidence.items.map((record) => weighRecord(record, classification));
  const primaryRecorded = records.some(({ weighed }) => weighed.namesPrimary);
  const context: LookupContext = { classification, sex: evidence.sex, primaryRecorded };
  return {
    findings: records.map((record) => findingOf(record, context)),
    gaps: evidence.gaps,
    incomplete: evidence.gaps.some((gap) => HOLD_DIAGNOSES.includes(gap.what)),
  };
}

function findingOf(weighed: WeighedRecord, context: LookupContext): Finding {
  const { verdict, entity, candidates, reasons, spread, aboutCancer } = conclusionOf(weighed, context);
  const evidence = weighed.record;
  return { evidence, verdict, entity, candidates, reasons: inItsWords(reasons, weighed), spread, aboutCancer };
}

type Conclusion = Omit<Finding, 'evidence'>;

/** Where codes decide, the same ones in the same context come to the same; the words of a record are its own. */
function conclusionOf(record: WeighedRecord, context: LookupContext): Conclusion {
  const { weighed } = record;
  return weighed.judgement === null
    ? conclude(judgeText(record, context.classification), weighed, context)
    : concludeOnce(weighed, contextKey(context), { judgement: weighed.judgement, context });
}

/** More than there are contexts. */
const CONTEXTS = 20;

const concludeOnce = remember(
  CONTEXTS,
  (weighed: WeighedCodes, _key: string, from: { readonly judgement: Judgement; readonly context: LookupContext }) =>
    conclude(from.judgement, weighed, from.context),
);

function contextKey({ sex, primaryRecorded }: LookupContext): string {
  return primaryRecorded ? `${String(sex)}, primary recorded` : String(sex);
}

/** The rules, in order. Each takes the conclusion so far and may only lower it, but for a sex that makes it rare. */
function conclude(judgement: Judgement, { rules }: WeighedCodes, context: LookupContext): Conclusion {
  const primaryAsked = askForPrimary(judgement, context);
  const sexCompared = compareSex(primaryAsked, context);
  const sexRestricted = restrictBySex(sexCompared, context);
  const statusRestricted = restrictByStatus(sexRestricted, rules);
  return toConclusion(statusRestricted, context);
}

function toConclusion(judgement: Judgement, { classification }: LookupContext): Conclusion {
  const { verdict, entities, spread, aboutCancer } = judgement;
  const [only, ...more] = entities;
  const named = verdict === 'rare' || verdict === 'common' ? only : undefined;
  const entity = named !== undefined && more.length === 0 ? named : null;
  const reasons = uniqueReasons(judgement.reasons);
  return {
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
