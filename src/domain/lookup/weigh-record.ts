import type { Classification } from '../classification.ts';
import type { CodeableConcept, Coding } from '../coding.ts';
import type { RecordedDiagnosis } from '../evidence.ts';
import type { Reason, Verdict } from '../finding.ts';
import type { Judgement, RecordedCodes } from './claim.ts';
import { combineClaims } from './combine.ts';
import { statePathology } from './pathology.ts';
import { readRecord } from './read-record.ts';
import { remember } from './remember.ts';
import { readWords } from './words.ts';

/** What the codes and words of a record come to by themselves, before sex, status and the rest of the chart have their say. */
export interface WeighedRecord {
  readonly judgement: Judgement;
  /** One of its codes names a primary malignancy. */
  readonly namesPrimary: boolean;
  readonly codes: RecordedCodes;
  /** The codings that the judgement speaks of, each at the place of its like in `codes`: own first, then beside. */
  readonly standIns: readonly Coding[];
}

/** Weighs what is written in a record: its codes, and only where no code says anything its words. */
export function weighRecord(record: RecordedDiagnosis, classification: Classification): WeighedRecord {
  const codes = codesOf(record);
  const weighed = weighCodes(classification, keyOf(codes), codes);
  const { judgement, namesPrimary, standIns } = weighed;
  return {
    judgement: judgement ?? judgeText(textsOf(record), weighed, classification),
    namesPrimary,
    codes,
    standIns,
  };
}

/** Reasons about the codings as this record writes them, with its own display and version. */
export function inItsWords(reasons: readonly Reason[], { codes, standIns }: WeighedRecord): readonly Reason[] {
  return reasons.map((reason) => {
    const at = reason.coding === undefined ? standIns.length : standIns.indexOf(reason.coding);
    const coding = codes.own[at] ?? codes.beside[at - codes.own.length];
    return coding === undefined ? reason : { key: reason.key, coding };
  });
}

interface WeighedCodes {
  /** Null when no code says anything. */
  readonly judgement: Judgement | null;
  readonly namesPrimary: boolean;
  readonly standIns: readonly Coding[];
  /** The first code that no list knows as cancer. */
  readonly unknown: Coding | undefined;
  readonly hasCode: boolean;
}

/** Enough for the codes that one hospital writes again and again. */
const REMEMBERED = 5_000;

/** The same codes always come to the same, whatever a record calls them, so that a stream of charts is weighed once for each. */
const weighCodes = remember(REMEMBERED, (classification: Classification, _key: string, codes: RecordedCodes) => {
  const [own, beside] = [codes.own.map(bare), codes.beside.map(bare)];
  const byCode = readRecord({ own, beside, category: codes.category }, classification);
  const claims = [...statePathology(byCode, classification), ...byCode.claims];
  const weighed: WeighedCodes = {
    judgement: combineClaims(claims, byCode, classification),
    namesPrimary: claims.some(({ meaning }) => meaning.kind.primary),
    standIns: [...own, ...beside],
    unknown: byCode.unknown[0],
    hasCode: byCode.hasCode,
  };
  return weighed;
});

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

/** All that counts of the codes. Each part says its length, so that no two records share a key; JSON takes three times as long. */
function keyOf({ own, beside, category }: RecordedCodes): string {
  let key = `${String(own.length)} ${String(beside.length)}`;
  for (const { system, code } of own) key += part(system) + part(code);
  for (const { system, code } of beside) key += part(system) + part(code);
  for (const { code } of category) key += part(code);
  return key;
}

function part(text: string | undefined): string {
  return text === undefined ? ' -' : ` ${String(text.length)} ${text}`;
}

function textsOf({ code, alongside, note }: RecordedDiagnosis): readonly string[] {
  const texts = [...textsIn(code), ...alongside.flatMap(textsIn), ...note];
  return texts.filter((text) => text.trim() !== '');
}

function textsIn({ text, coding }: CodeableConcept): readonly string[] {
  const displays = coding.flatMap(({ display }) => display ?? []);
  return text === undefined ? displays : [text, ...displays];
}

/** No code says anything: words may keep the record in sight, and nothing more. */
function judgeText(texts: readonly string[], codes: WeighedCodes, { words: list }: Classification): Judgement {
  const { unknown, hasCode } = codes;
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

function textJudgement(verdict: Verdict, key: string, coding?: Coding): Judgement {
  const reasons: readonly Reason[] = [coding ? { key, coding } : { key }];
  return { verdict, entities: [], reasons, spread: false, aboutCancer: verdict === 'undecided', by: null };
}
