import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/domain/finding.ts';
import type { Sex } from '../../../src/domain/patient.ts';
import { aCoding, aRecord, anEvidenceSet, CLASSIFICATION, findingFor, type CaseRecord } from './lookup-cases.ts';
import { lookUp } from '../../../src/domain/lookup/look-up.ts';

interface Row {
  readonly name: string;
  readonly record: CaseRecord;
  readonly sex?: Sex;
  readonly beside?: readonly CaseRecord[];
  readonly why: string;
  readonly expect: {
    readonly verdict: Verdict;
    readonly entity?: string;
    readonly reason?: string;
    readonly decides?: string;
    readonly candidates?: readonly string[];
    readonly includes?: readonly string[];
    readonly excludes?: readonly string[];
    readonly spread?: boolean;
    readonly aboutCancer?: boolean;
  };
}

function rowsOf(file: string): readonly unknown[] {
  const text = readFileSync(new URL(`../../../fixtures/lookup/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { rows: readonly unknown[] }).rows;
}

const TABLES = [
  ['demo-patients.json', 'the six patients of the demonstration'],
  ['policies.json', 'F32 the policies'],
  ['agreement.json', 'F36 F37 codes that agree or contradict each other'],
  ['codes.json', 'F36 how codes are written'],
  ['text.json', 'F36 free text'],
] as const;

for (const [file, title] of TABLES) {
  describe(`${title} (${file})`, () => {
    it.each((rowsOf(file) as readonly Row[]).map((row) => [`${row.name}: ${row.why}`, row] as const))(
      '%s',
      (_title, row) => {
        const finding = findingFor(row.record, row.sex ?? null, row.beside);
        const { entity = null, reason, decides, candidates, includes, excludes, verdict, ...rest } = row.expect;
        const keys = finding.reasons.map(({ key }) => key);
        expect({ verdict: finding.verdict, entity: finding.entity, keys }).toMatchObject({ verdict, entity });
        if (reason !== undefined) expect(keys[0]).toBe(reason);
        if (decides !== undefined) expect(keys.at(-1)).toBe(decides);
        if (candidates !== undefined) expect(finding.candidates).toEqual(candidates);
        if (includes !== undefined) expect(finding.candidates).toEqual(expect.arrayContaining([...includes]));
        for (const id of excludes ?? []) expect(finding.candidates).not.toContain(id);
        expect(finding).toMatchObject(rest);
      },
    );
  });
}

describe('F36 every spelling of a system (systems.json)', () => {
  const rows = rowsOf('systems.json') as readonly { system: string; code: string; verdict: Verdict; why: string }[];
  it.each(rows.map((row) => [row.system, row.why, row] as const))('%s: %s', (_system, _why, row) => {
    const record = { ...aRecord({}), code: { coding: [{ system: row.system, code: row.code }] } };
    const { findings } = lookUp(anEvidenceSet([record]), CLASSIFICATION);
    expect(findings.map(({ verdict }) => verdict)).toEqual([row.verdict]);
  });
});

describe('lookUp', () => {
  it('gives one finding for each item, in the order of the evidence', () => {
    const items = [aRecord({ codes: ['icd10nl|C92.0'] }, 'a'), aRecord({ text: 'pols' }, 'b')];
    const { findings } = lookUp(anEvidenceSet(items), CLASSIFICATION);
    expect(findings.map(({ evidence }) => evidence)).toEqual(items);
  });

  it('F38 keeps two rare cancers apart', () => {
    const items = [aRecord({ codes: ['icd10nl|C92.0'] }, 'a'), aRecord({ codes: ['sct|443719001'] }, 'b')];
    const { findings } = lookUp(anEvidenceSet(items), CLASSIFICATION);
    expect(findings.map(({ entity }) => entity)).toEqual(['aml', 'leiomyosarcoma']);
  });

  it.each([
    ['Condition', true],
    ['Encounter', true],
    ['CareTeam', false],
    ['DocumentReference', false],
  ] as const)('F14 says that it is incomplete when %s was not read: %s', (what, incomplete) => {
    const gaps = [{ what, why: 'not-allowed' }] as const;
    const lookup = lookUp({ sex: null, items: [], gaps }, CLASSIFICATION);
    expect(lookup).toEqual({ findings: [], gaps, incomplete });
  });

  it('D4 names what every code of a record says', () => {
    const { reasons } = findingFor({ codes: ['sct|443719001', 'icd10nl|C49.2', 'icd10nl|C79.5'] });
    expect(reasons.map(({ key, coding }) => [key, coding?.code])).toEqual([
      ['code-on-list', '443719001'],
      ['fits-too', 'C49.2'],
      ['spread-too', 'C79.5'],
    ]);
  });

  it('gives a reason the coding as each record writes it, though their codes are the same', () => {
    const written = ['Leiomyosarcoma', 'leiomyosarcoom', undefined].map((display) => ({
      ...aRecord({ alongside: ['icdo3|8890/3'], bodySite: ['icdo3|C49.2'] }, display),
      code: { coding: [aCoding('icd10nl|C49.2', display)] },
    }));
    const { findings } = lookUp(anEvidenceSet(written), CLASSIFICATION);
    findings.forEach(({ reasons }, at) => {
      const own = [written[at]?.alongside[0]?.coding[0], written[at]?.code.coding[0]];
      expect(reasons.map(({ coding }) => coding)).toEqual(own);
      reasons.forEach(({ coding }, place) => {
        expect(coding).toBe(own[place]);
      });
    });
  });

  it('never takes one code for another, wherever the parts of a coding end', () => {
    const codings = [{ code: 'C92.0 -' }, { system: 'C92.0' }, { code: 'C92.0' }, { system: '', code: 'C92.0' }];
    const items = [...codings.map((coding) => [coding]), [...codings, ...codings]].map((coding, at) => ({
      ...aRecord({}, String(at)),
      code: { coding },
    }));
    const alone = items.map((item) => lookUp(anEvidenceSet([item]), structuredClone(CLASSIFICATION)).findings[0]);
    expect(lookUp(anEvidenceSet(items), CLASSIFICATION).findings).toEqual(alone);
  });

  it('reads a letter of a megabyte in a moment, even without a single space', () => {
    for (const text of ['geen kanker '.repeat(80_000), `geen ${'kanker'.repeat(160_000)}`]) {
      expect(findingFor({ text }).reasons[0]?.key).toBe('text-without-cancer');
    }
  });
});
