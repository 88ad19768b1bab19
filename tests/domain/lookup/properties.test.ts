import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coding } from '../../../src/domain/coding.ts';
import type { EvidenceSet, RecordedDiagnosis } from '../../../src/domain/evidence.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { lookUp } from '../../../src/domain/lookup/look-up.ts';
import { aRecord, anEvidenceSet, CLASSIFICATION, type CaseRecord } from './lookup-cases.ts';

const RUNS = { numRuns: 300 };

const codes = [
  ...[...CLASSIFICATION.snomed.keys()].map((code) => `sct|${code}`),
  ...[...CLASSIFICATION.icd10.codes.keys()].map((code) => `icd10nl|${code}`),
  ...[...CLASSIFICATION.dhd.numbers.keys()].map((code) => `dhd|${String(code)}`),
  ...[...CLASSIFICATION.orpha.keys()].map((code) => `orpha|${code}`),
];
const morphology = fc
  .tuple(fc.integer({ min: 8000, max: 9999 }), fc.constantFrom('/3', '/1', '/2', '/6', '/0', ''))
  .map(([number, digit]) => `icdo3|${String(number)}${digit}`);
const site = fc.integer({ min: 0, max: 809 }).map((at) => `icdo3|C${String(at / 10).padStart(4, '0')}`);
const aCode = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...codes) },
  { weight: 2, arbitrary: morphology },
  { weight: 1, arbitrary: site },
);
const aCancerRecord: fc.Arbitrary<CaseRecord> = fc.record({ codes: fc.array(aCode, { minLength: 1, maxLength: 3 }) });
const unrelated: fc.Arbitrary<CaseRecord> = fc.constantFrom<CaseRecord>(
  { codes: ['icd10nl|J44.9'] },
  { codes: ['sct|44054006'] },
  { codes: ['icd10nl|D12.6'] },
  { text: 'fractuur van pols' },
  {},
);
const sex = fc.constantFrom('male', 'female', null);

function judge(records: readonly CaseRecord[], patientSex: 'male' | 'female' | null): readonly Finding[] {
  const items = records.map((record, at) => aRecord(record, String(at)));
  return lookUp(anEvidenceSet(items, patientSex), CLASSIFICATION).findings;
}
const judgeOne = (record: CaseRecord): Finding | undefined => judge([record], 'female')[0];
const conclusion = ({ verdict, entity, candidates, spread }: Finding): unknown => ({
  verdict,
  entity,
  candidates,
  spread,
});

describe('lookUp, for any evidence', () => {
  it('ignores the order of the evidence and what is recorded twice', () => {
    const property = fc.property(
      fc.array(aCancerRecord, { maxLength: 4 }),
      sex,
      fc.nat(),
      (records, patientSex, turn) => {
        const found = judge(records, patientSex).map(conclusion);
        const at = records.length === 0 ? 0 : turn % records.length;
        const turned = [...records.slice(at), ...records.slice(0, at)];
        const back = (all: readonly unknown[]): unknown => [
          ...all.slice(records.length - at),
          ...all.slice(0, records.length - at),
        ];
        expect(back(judge(turned, patientSex).map(conclusion))).toEqual(found);
        const twice = judge([...records, ...records], patientSex).map(conclusion);
        expect(twice).toEqual([...found, ...found]);
      },
    );
    fc.assert(property, RUNS);
  });

  it('ignores a code that stands twice in one record', () => {
    const property = fc.property(aCancerRecord, ({ codes: some = [] }) => {
      expect(judgeOne({ codes: [...some, ...some] })?.verdict).toBe(judgeOne({ codes: some })?.verdict);
    });
    fc.assert(property, RUNS);
  });

  it('comes to one verdict, whatever the order of the codes of a record', () => {
    const property = fc.property(aCancerRecord, ({ codes: some = [] }) => {
      expect(judgeOne({ codes: [...some].reverse() })?.verdict).toBe(judgeOne({ codes: some })?.verdict);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('never loses a finding to unrelated evidence', () => {
    const property = fc.property(
      aCancerRecord,
      fc.array(unrelated, { maxLength: 3 }),
      sex,
      (record, beside, patientSex) => {
        const [alone] = judge([record], patientSex);
        expect(judge([record, ...beside], patientSex)[0]).toEqual(alone);
      },
    );
    fc.assert(property, RUNS);
  });

  it('F32 never counts what is refuted or entered in error', () => {
    const withdrawn = fc.constantFrom('refuted', 'entered-in-error', '410516002', 'Refuted ');
    const property = fc.property(aCancerRecord, withdrawn, sex, (record, code, patientSex) => {
      const [finding] = judge([{ ...record, verification: [code] }], patientSex);
      expect(finding).toMatchObject({ verdict: 'none', entity: null, candidates: [] });
    });
    fc.assert(property, RUNS);
  });

  it('F32 never lets what is refuted or entered in error change another verdict', () => {
    const withdrawn = fc.constantFrom('refuted', 'entered-in-error', '410516002', 'Refuted ');
    const property = fc.property(aCancerRecord, aCancerRecord, withdrawn, sex, (record, other, code, patientSex) => {
      const [alone] = judge([record], patientSex);
      expect(judge([record, { ...other, verification: [code] }], patientSex)[0]).toEqual(alone);
    });
    fc.assert(property, RUNS);
  });

  it('never loses what is rare or common to another diagnosis, whatever organ that names', () => {
    const property = fc.property(
      aCancerRecord,
      fc.array(aCancerRecord, { maxLength: 3 }),
      sex,
      (record, beside, of) => {
        const [alone] = judge([record], of);
        if (alone?.verdict === 'rare' || alone?.verdict === 'common') {
          expect(judge([record, ...beside], of)[0]).toEqual(alone);
        }
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });

  it('F36 ignores the dot, the case and the spaces of a code', () => {
    const spelt = fc.constantFrom<(code: string) => string>(
      (code) => code.replace('.', ''),
      (code) => code.toLowerCase(),
      (code) => ` ${code} `,
      (code) => `${code.toLowerCase().replace('.', '')}\t`,
      (code) => code.replace('.', ' . '),
    );
    const icd10 = fc.constantFrom(...CLASSIFICATION.icd10.codes.keys());
    const property = fc.property(icd10, spelt, sex, (code, spell, patientSex) => {
      const written = [code, spell(code)].map((one) =>
        judge([{ codes: [`icd10nl|${one}`] }], patientSex).map(conclusion),
      );
      expect(written[1]).toEqual(written[0]);
    });
    fc.assert(property, RUNS);
  });

  it('never says rare or common of an uncertain record, nor of an encounter alone', () => {
    const lowered = fc.constantFrom<CaseRecord>(
      { verification: ['provisional'] },
      { clinical: ['remission'] },
      { origin: 'encounter-reason' },
    );
    const property = fc.property(aCancerRecord, lowered, sex, (record, status, patientSex) => {
      const [finding] = judge([{ ...record, ...status }], patientSex);
      expect(['undecided', 'none']).toContain(finding?.verdict);
    });
    fc.assert(property, RUNS);
  });

  it('says common only where every code of the record allows the common entity', () => {
    const property = fc.property(aCancerRecord, sex, (record, patientSex) => {
      const [finding] = judge([record], patientSex);
      if (finding?.verdict !== 'common') return;
      const entity = finding.entity === null ? undefined : CLASSIFICATION.entities.get(finding.entity);
      expect(entity?.verdict).toBe('common');
      expect(finding.reasons.map(({ key }) => key)).not.toContain('unlisted-cancer');
    });
    fc.assert(property, { numRuns: 3000 });
  });

  it('says rare only of what leads to rare', () => {
    const property = fc.property(aCancerRecord, sex, (record, patientSex) => {
      const [finding] = judge([record], patientSex);
      if (finding?.verdict !== 'rare') return;
      const named = finding.entity === null ? finding.candidates : [finding.entity];
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((id) => CLASSIFICATION.entities.get(id)?.verdict === 'common')).toEqual([]);
    });
    fc.assert(property, { numRuns: 3000 });
  });

  it('F36 free text alone never decides, whatever it says', () => {
    const words = fc.array(fc.oneof(fc.constantFrom(...CLASSIFICATION.words.anywhere), fc.string()), { maxLength: 8 });
    const property = fc.property(words, (some) => {
      expect(['undecided', 'none']).toContain(judgeOne({ text: some.join(' ') })?.verdict);
    });
    fc.assert(property, RUNS);
  });

  it('never throws, and always has a first reason, on any text in any place', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      aCode.map((code) => code.split('|')[1] ?? ''),
    );
    const system = fc.oneof(fc.constantFrom(...CLASSIFICATION.systems.spellings.keys()), fc.string());
    const coding: fc.Arbitrary<Coding> = fc.record({ system, code: text, display: text }, { requiredKeys: [] });
    const concept = fc.record({ coding: fc.array(coding, { maxLength: 3 }), text });
    const codings = fc.array(coding, { maxLength: 2 });
    const record: fc.Arbitrary<RecordedDiagnosis> = fc.record({
      id: text,
      origin: fc.constantFrom('condition', 'encounter-reason'),
      code: concept,
      bodySite: fc.array(concept, { maxLength: 2 }),
      alongside: fc.array(concept, { maxLength: 2 }),
      clinicalStatus: codings,
      verificationStatus: codings,
      category: codings,
      note: fc.array(text, { maxLength: 2 }),
    });
    const evidence: fc.Arbitrary<EvidenceSet> = fc.record({
      sex: fc.constantFrom('male', 'female', 'other', 'unknown', null),
      items: fc.array(record, { maxLength: 3 }),
      gaps: fc.constant([]),
    });
    const property = fc.property(evidence, (set) => {
      const { findings } = lookUp(set, CLASSIFICATION);
      expect(findings).toHaveLength(set.items.length);
      for (const finding of findings) expect(finding.reasons.length).toBeGreaterThan(0);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
