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
}

/** Weighs what is written in a record: its codes, and only where no code says anything its words. */
export function weighRecord(record: RecordedDiagnosis, classification: Classification): WeighedRecord {
  const codes = weighCodes(classification, JSON.stringify(codesOf(record)));
  return {
    judgement: codes.judgement ?? judgeText(textsOf(record), codes, classification),
    namesPrimary: codes.namesPrimary,
  };
}

interface WeighedCodes {
  /** Null when no code says anything. */
  readonly judgement: Judgement | null;
  readonly namesPrimary: boolean;
  /** The first code that no list knows as cancer. */
  readonly unknown: Coding | undefined;
  readonly hasCode: boolean;
}

/** Enough for the codes and their terms that one hospital writes again and again. */
const REMEMBERED = 5_000;

/** By the codes as JSON: the same codes always come to the same, so that a stream of charts is weighed once for each. */
const weighCodes = remember(REMEMBERED, (classification: Classification, codes: string): WeighedCodes => {
  const byCode = readRecord(JSON.parse(codes) as RecordedCodes, classification);
  const claims = [...statePathology(byCode, classification), ...byCode.claims];
  return {
    judgement: combineClaims(claims, byCode, classification),
    namesPrimary: claims.some(({ meaning }) => meaning.kind.primary),
    unknown: byCode.unknown[0],
    hasCode: byCode.hasCode,
  };
});

function codesOf({ code, bodySite, alongside, category }: RecordedDiagnosis): RecordedCodes {
  return { own: code.coding, beside: [...bodySite, ...alongside].flatMap(({ coding }) => coding), category };
}

function textsOf({ code, alongside, note }: RecordedDiagnosis): readonly string[] {
  const ofConcepts = [code, ...alongside].flatMap((concept: CodeableConcept) => [
    concept.text,
    ...concept.coding.map((coding) => coding.display),
  ]);
  return [...ofConcepts, ...note].filter((text): text is string => text !== undefined && text.trim() !== '');
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
