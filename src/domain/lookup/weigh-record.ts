import type { Classification, StatusRule } from '../classification.ts';
import type { CodeableConcept, Coding } from '../coding.ts';
import type { RecordedDiagnosis } from '../evidence.ts';
import type { Reason, Verdict } from '../finding.ts';
import type { Judgement, RecordedCodes, RecordedStatus } from './claim.ts';
import { combineClaims } from './combine.ts';
import { statePathology } from './pathology.ts';
import { PathMemory, type Place } from './path-memory.ts';
import { readRecord } from './read-record.ts';
import { rememberOne } from './remember.ts';
import { isWithdrawn, statusRules } from './restrictions.ts';
import { readWords } from './words.ts';

/** What the codes and the status of a record come to by themselves, before its words, sex and the rest of the chart have their say. */
export interface WeighedCodes {
  /** Null when no code says anything. */
  readonly judgement: Judgement | null;
  /** One of its codes names a primary malignancy, and the record was not withdrawn. */
  readonly namesPrimary: boolean;
  /** What its status, origin and category ask for. */
  readonly rules: readonly StatusRule[];
  /** The codings that the judgement speaks of, each at the place of its like in the record: own first, then beside. */
  readonly standIns: readonly Coding[];
  /** The first code that no list knows as cancer. */
  readonly unknown: Coding | undefined;
  readonly hasCode: boolean;
}

/** A record whose codes and status are weighed. */
export interface WeighedRecord {
  readonly record: RecordedDiagnosis;
  readonly codes: RecordedCodes;
  readonly weighed: WeighedCodes;
}

/** Weighs the codes and the status of a record. */
export function weighRecord(record: RecordedDiagnosis, classification: Classification): WeighedRecord {
  const codes = codesOf(record);
  const place = placeOf(codes, record, memoryOf(classification));
  place.value ??= weighCodes(codes, record, classification);
  return { record, codes, weighed: place.value };
}

/** Reasons about the codings as this record writes them, with its own display and version. */
export function inItsWords(
  reasons: readonly Reason[],
  { codes, weighed: { standIns } }: WeighedRecord,
): readonly Reason[] {
  return reasons.map((reason) => {
    const at = reason.coding === undefined ? standIns.length : standIns.indexOf(reason.coding);
    const coding = codes.own[at] ?? codes.beside[at - codes.own.length];
    return coding === undefined ? reason : { key: reason.key, coding };
  });
}

/** Enough for what one hospital writes again and again. */
const REMEMBERED = 20_000;

/** The same codes always come to the same, whatever a record calls them, so that a stream of charts is weighed once for each. */
const memoryOf = rememberOne<Classification, PathMemory<WeighedCodes>>(() => new PathMemory(REMEMBERED));

/** All that counts, part by part. */
function placeOf(
  { own, beside, category }: RecordedCodes,
  { origin, verificationStatus, clinicalStatus }: RecordedStatus,
  memory: PathMemory<WeighedCodes>,
): Place<WeighedCodes> {
  let place = memory.next(memory.start(), origin);
  place = afterCodes(memory.next(place, own.length), own, memory);
  place = afterCodes(memory.next(place, beside.length), beside, memory);
  for (const codings of [category, clinicalStatus, verificationStatus]) {
    place = memory.next(place, codings.length);
    for (const { code } of codings) place = memory.next(place, code);
  }
  return place;
}

function afterCodes(
  start: Place<WeighedCodes>,
  codings: readonly Coding[],
  memory: PathMemory<WeighedCodes>,
): Place<WeighedCodes> {
  let place = start;
  for (const { system, code } of codings) place = memory.next(memory.next(place, system), code);
  return place;
}

function weighCodes(codes: RecordedCodes, status: RecordedStatus, classification: Classification): WeighedCodes {
  const [own, beside] = [codes.own.map(bare), codes.beside.map(bare)];
  const byCode = readRecord({ own, beside, category: codes.category }, classification);
  const claims = [...statePathology(byCode, classification), ...byCode.claims];
  return {
    judgement: combineClaims(claims, byCode, classification),
    namesPrimary: claims.some(({ meaning }) => meaning.kind.primary) && !isWithdrawn(status, classification),
    rules: statusRules(status, classification),
    standIns: [...own, ...beside],
    unknown: byCode.unknown[0],
    hasCode: byCode.hasCode,
  };
}

/** A code without what it is called: a coding of its own, so that each place can be told from the next. */
function bare({ system, code }: Coding): Coding {
  return { ...(system !== undefined && { system }), ...(code !== undefined && { code }) };
}

function codesOf({ code, bodySite, alongside, category }: RecordedDiagnosis): RecordedCodes {
  const hasBeside = bodySite.length > 0 || alongside.length > 0;
  return { own: code.coding, beside: hasBeside ? [...bodySite, ...alongside].flatMap(codingOf) : NONE, category };
}

const NONE: readonly Coding[] = [];

function codingOf({ coding }: CodeableConcept): readonly Coding[] {
  return coding;
}

/** No code says anything: words may keep the record in sight, and nothing more. */
export function judgeText({ record, weighed }: WeighedRecord, { words: list }: Classification): Judgement {
  const { unknown, hasCode } = weighed;
  const texts = textsOf(record);
  if (texts.length === 0) {
    return unknown ? textJudgement('none', 'unknown-code', unknown) : textJudgement('undecided', 'nothing-readable');
  }
  const words = readWords(texts, list, { weak: !hasCode });
  switch (words.kind) {
    case 'cancer':
      return textJudgement('undecided', hasCode ? 'unlisted-text' : 'text-only', unknown);
    case 'in-context':
      return { ...textJudgement(words.context.verdict, words.context.reason, unknown), aboutCancer: true };
    case 'no-cancer-word':
      return textJudgement('none', hasCode ? 'unknown-code' : 'text-without-cancer', unknown);
  }
}

function textsOf({ code, alongside, note }: RecordedDiagnosis): readonly string[] {
  const texts = [...textsIn(code), ...alongside.flatMap(textsIn), ...note];
  return texts.filter((text) => text.trim() !== '');
}

function textsIn({ text, coding }: CodeableConcept): readonly string[] {
  const displays = coding.flatMap(({ display }) => display ?? []);
  return text === undefined ? displays : [text, ...displays];
}

function textJudgement(verdict: Verdict, key: string, coding?: Coding): Judgement {
  const reasons: readonly Reason[] = [coding ? { key, coding } : { key }];
  return { verdict, entities: [], reasons, spread: false, aboutCancer: verdict === 'undecided', by: null };
}
