import { readFileSync } from 'node:fs';
import type { Condition } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/domain/finding.ts';
import { lookUp } from '../../../src/domain/lookup/look-up.ts';
import type { Sex } from '../../../src/domain/patient.ts';
import { mapCondition } from '../../../src/fhir/map-condition.ts';
import { anEvidenceSet, CLASSIFICATION } from './lookup-cases.ts';

interface JudgedCase {
  readonly id: string;
  readonly condition: Condition;
  readonly patient?: { readonly sex?: Sex };
  readonly expect: { readonly verdict: Verdict };
  readonly confidence: 'high' | 'medium' | 'low';
}
interface Difference {
  readonly id: string;
  readonly confidence: string;
  readonly judged: Verdict;
  readonly ours: Verdict | undefined;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/lookup/${file}`, import.meta.url), 'utf8'));
}

const CASES = read('judged-cases.json') as readonly JudgedCase[];
const REVIEWED = read('judged-differences.json') as {
  readonly agreement: number;
  readonly differences: readonly (Difference & { readonly reviewed: string })[];
};

const differences: readonly Difference[] = CASES.flatMap(({ id, condition, patient, confidence, expect: judged }) => {
  const { findings } = lookUp(anEvidenceSet([mapCondition(condition)], patient?.sex ?? null), CLASSIFICATION);
  const ours = findings[0]?.verdict;
  return ours === judged.verdict ? [] : [{ id, confidence, judged: judged.verdict, ours }];
});

describe('the Conditions judged by an outsider', () => {
  it.each(['rare', 'common'] as const)(
    'none is wrongly called %s, among those judged with some confidence',
    (verdict) => {
      expect(differences.filter(({ ours, confidence }) => ours === verdict && confidence !== 'low')).toEqual([]);
    },
  );

  it('agree as often as was reviewed', () => {
    expect(CASES.length - differences.length).toBe(REVIEWED.agreement);
  });

  it('differ only where somebody has looked and said why', () => {
    expect(differences).toEqual(
      REVIEWED.differences.map(({ id, confidence, judged, ours }) => ({ id, confidence, judged, ours })),
    );
    expect(REVIEWED.differences.filter(({ reviewed }) => reviewed.trim() === '')).toEqual([]);
  });
});
