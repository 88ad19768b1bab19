import type { Classification } from '../classification.ts';
import type { EvidenceSet, GapSubject } from '../evidence.ts';
import type { Finding, Lookup, Reason } from '../finding.ts';
import type { Judgement, LookupContext, RecordReading } from './claim.ts';
import { combineClaims } from './combine.ts';
import { statePathology } from './pathology.ts';
import { readRecord } from './read-record.ts';
import { askForPrimary, compareSex, isWithdrawn, restrictBySex, restrictByStatus } from './restrictions.ts';
import { readWords } from './words.ts';

/** A diagnosis may hide behind what was not read of these. */
const HOLD_DIAGNOSES: readonly GapSubject[] = ['Condition', 'Encounter'];

/**
 * Looks each recorded diagnosis up in the list of rare cancers.
 *
 * Shape:  one finding for each item of evidence, in the same order; reasons never empty, the first is the one to show, and
 *         the last of an undecided finding says what would decide it.
 * Errors: never throws; what cannot be read is a finding too.
 */
export function lookUp(evidence: EvidenceSet, classification: Classification): Lookup {
  const readings = evidence.items.map((record) => withPathology(readRecord(record, classification), classification));
  const primaryRecorded = readings.some(
    ({ record, claims }) => !isWithdrawn(record, classification) && claims.some(({ meaning }) => meaning.kind.primary),
  );
  const context: LookupContext = { classification, sex: evidence.sex, primaryRecorded };
  return {
    findings: readings.map((reading) => findingOf(reading, context)),
    gaps: evidence.gaps,
    incomplete: evidence.gaps.some((gap) => HOLD_DIAGNOSES.includes(gap.what)),
  };
}

function withPathology(reading: RecordReading, classification: Classification): RecordReading {
  return { ...reading, claims: [...statePathology(reading, classification), ...reading.claims] };
}

/** The rules, in order. Each takes the conclusion so far and may only lower it, but for a sex that makes it rare. */
function findingOf(reading: RecordReading, context: LookupContext): Finding {
  const byCodes = combineClaims(reading.claims, reading, context.classification);
  const judged = byCodes ?? judgeText(reading, context);
  const primaryAsked = askForPrimary(judged, context);
  const sexCompared = compareSex(primaryAsked, context);
  const sexRestricted = restrictBySex(sexCompared, context);
  const statusRestricted = restrictByStatus(sexRestricted, reading, context);
  return toFinding(statusRestricted, reading, context);
}

/** No code says anything: words may keep the record in sight, and nothing more. */
function judgeText(reading: RecordReading, { classification }: LookupContext): Judgement {
  const [unknown] = reading.unknown;
  const because = (key: string): readonly Reason[] => [unknown ? { key, coding: unknown } : { key }];
  const undecided = { verdict: 'undecided', entities: [], spread: false, aboutCancer: true, by: null } as const;
  if (reading.texts.length === 0) {
    return unknown
      ? { ...undecided, verdict: 'none', aboutCancer: false, reasons: because('unknown-code') }
      : { ...undecided, reasons: because('nothing-readable') };
  }
  const words = readWords(reading.texts, classification.words, { weak: !reading.hasCode });
  switch (words.kind) {
    case 'cancer':
      return { ...undecided, reasons: because(reading.hasCode ? 'unlisted-text' : 'text-only') };
    case 'in-context':
      return { ...undecided, verdict: words.context.verdict, reasons: because(words.context.reason) };
    case 'no-cancer-word':
      return {
        ...undecided,
        verdict: 'none',
        aboutCancer: false,
        reasons: because(reading.hasCode ? 'unknown-code' : 'text-without-cancer'),
      };
  }
}

function toFinding(judgement: Judgement, { record }: RecordReading, { classification }: LookupContext): Finding {
  const { verdict, entities, spread, aboutCancer } = judgement;
  const [only, ...more] = entities;
  const named = verdict === 'rare' || verdict === 'common' ? only : undefined;
  const entity = named !== undefined && more.length === 0 ? named : null;
  return {
    evidence: record,
    verdict,
    entity,
    candidates: entity !== null || verdict === 'none' ? [] : entities,
    reasons: withWhatDecides(uniqueReasons(judgement.reasons), judgement, classification),
    spread,
    aboutCancer,
  };
}

function uniqueReasons(reasons: readonly Reason[]): readonly Reason[] {
  const same = (a: Reason, b: Reason): boolean =>
    a.key === b.key && a.coding?.system === b.coding?.system && a.coding?.code === b.coding?.code;
  return reasons.filter((reason, at) => reasons.findIndex((one) => same(one, reason)) === at);
}

function withWhatDecides(
  reasons: readonly Reason[],
  { verdict }: Judgement,
  { decidedBy }: Classification,
): readonly Reason[] {
  if (verdict !== 'undecided') return reasons;
  const decider = reasons.map(({ key }) => decidedBy.get(key)).find((key) => key !== undefined);
  return decider === undefined ? reasons : [...reasons, { key: decider }];
}
