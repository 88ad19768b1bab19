import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type {
  SourceConcepts,
  SourceDhd,
  SourceEntity,
  SourceIcd10,
  SourceIcdO3,
  SourceKinds,
  SourceReasons,
} from '../../knowledge/compile/classification-files.ts';
import { compileClassification } from '../../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { snomedId, topographyCode } from '../../src/domain/lookup/code-forms.ts';
import { ClassificationError } from '../../src/knowledge/classification/classification-error.ts';
import { loadClassification, loadEntities, loadNames } from '../../src/knowledge/classification/load-classification.ts';
import { parseClassification } from '../../src/knowledge/classification/parse-classification.ts';
import { parseExplanations, parseNames } from '../../src/knowledge/classification/parse-explanations.ts';
import { CLASSIFICATION, findingFor } from '../domain/lookup/lookup-cases.ts';

const read = (name: string): unknown => readKnowledgeFile(`classification/${name}.json`);
const ENTITIES = read('rare-cancers') as readonly SourceEntity[];
const ICD_10 = read('icd10-decidability') as SourceIcd10;
const CONCEPTS = read('cancer-concepts') as SourceConcepts;
const DHD = read('dhd-codes') as SourceDhd;
const ICD_O_3 = read('icdo3-codes') as SourceIcdO3;
const REASONS = read('classification-reasons') as SourceReasons;
const KINDS = (read('claim-kinds') as SourceKinds).kinds;
const COMPILED = compileClassification(readKnowledgeFile);

const ids = new Set(ENTITIES.map(({ id }) => id));
const conceptIds = Object.values(CONCEPTS.kinds).flatMap((kind) => [
  ...(kind.ids ?? []),
  ...(kind.concepts ?? []).map(({ id }) => id),
]);
const twice = (members: readonly string[]): readonly string[] =>
  members.filter((one, at) => members.indexOf(one) !== at);

describe('the classification files', () => {
  const files = readdirSync(new URL('../../knowledge/classification/', import.meta.url))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''));

  it.each(files)('%s fits its JSON Schema', (file) => {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
    const fits = ajv.compile(readKnowledgeFile(`schema/${file}.schema.json`) as object);
    fits(read(file));
    expect(fits.errors?.slice(0, 5) ?? []).toEqual([]);
  });

  it('name every entity, code and concept once', () => {
    expect(twice(ENTITIES.map(({ id }) => id))).toEqual([]);
    expect(twice(ENTITIES.flatMap(({ snomed }) => snomed.map(({ id }) => id)))).toEqual([]);
    expect(twice(ICD_10.entries.map(({ code }) => code))).toEqual([]);
    expect(twice(DHD.codes.map(({ code }) => code))).toEqual([]);
    expect(twice(conceptIds)).toEqual([]);
    expect(twice(CONCEPTS.morphology_concepts.map(({ id }) => id))).toEqual([]);
  });

  it('list a concept under an entity and a kind only where it says in remission', () => {
    const remission = new Set((CONCEPTS.kinds['remission']?.concepts ?? []).map(({ id }) => id));
    const both = ENTITIES.flatMap(({ snomed }) => snomed.map(({ id }) => id)).filter((id) => conceptIds.includes(id));
    expect(both.filter((id) => !remission.has(id))).toEqual([]);
  });

  it('list one ORPHAcode under several entities only where one goes before', () => {
    const entitiesOf = (code: string) => ENTITIES.filter(({ orpha }) => orpha.some((one) => one.code === code));
    const shared = twice(ENTITIES.flatMap(({ orpha }) => orpha.map(({ code }) => code))).map(entitiesOf);
    for (const among of shared) expect(twice(among.map(({ precedence }) => String(precedence)))).toEqual([]);
  });

  it('point only to entities that exist', () => {
    const pointed = [
      ...ENTITIES.flatMap(({ parent }) => parent ?? []),
      ...ICD_10.entries.flatMap(({ candidates }) => candidates),
      ...Object.values(CONCEPTS.kinds).flatMap((kind) => (kind.concepts ?? []).flatMap((one) => one.candidates ?? [])),
      ...DHD.codes.flatMap(({ entity }) => entity ?? []),
    ];
    expect(pointed.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('have a tree without circles', () => {
    const parents = new Map(ENTITIES.map(({ id, parent }) => [id, parent]));
    for (const { id } of ENTITIES) {
      const line = [id];
      for (let up = parents.get(id); up; up = parents.get(up)) {
        expect(line).not.toContain(up);
        line.push(up);
      }
    }
  });

  it('have ranges that run upward', () => {
    const numbers = ENTITIES.flatMap(({ icdo3 }) => [
      ...icdo3.morphology,
      ...icdo3.also.flatMap((one) => one.morphology),
    ]);
    for (const range of numbers) {
      const [from = '', to = from] = range.split('-');
      expect(Number(to), range).toBeGreaterThanOrEqual(Number(from));
    }
    for (const range of ENTITIES.flatMap(({ icdo3 }) => icdo3.topography)) {
      const [from = '', to = from] = range.split('-').map((code) => topographyCode(code)?.from);
      expect(Number(to), range).toBeGreaterThanOrEqual(Number(from));
    }
    for (const { from, to } of ICD_10.ranges) expect(to >= from, `${from} to ${to}`).toBe(true);
  });

  it('have SNOMED CT identifiers with a right check digit', () => {
    const all = [...ENTITIES.flatMap(({ snomed }) => snomed), ...CONCEPTS.morphology_concepts].map(({ id }) => id);
    expect([...all, ...conceptIds].filter((id) => snomedId(id) !== id)).toEqual([]);
  });

  it('never lead from an ORPHAcode to common: Orphanet lists rare diseases only', () => {
    expect([...CLASSIFICATION.orpha].filter(([, { verdict }]) => verdict === 'common')).toEqual([]);
  });

  it('lead to common only by a code that names one common entity', () => {
    const all = [CLASSIFICATION.snomed, CLASSIFICATION.icd10.codes, CLASSIFICATION.dhd.numbers].flatMap((map) => [
      ...map.values(),
    ]);
    for (const { entities } of all.filter(({ verdict }) => verdict === 'common')) {
      expect(entities.map((id) => CLASSIFICATION.entities.get(id)?.verdict)).toEqual(['common']);
    }
  });

  it('leave several entities open where an ICD-10 code names only a site, so that nothing is one click away', () => {
    const named = new Map([
      ['C22.2', 'hepatoblastoma'],
      ['C22.3', 'angiosarcoma of liver'],
    ]);
    const sites = ICD_10.entries.filter(
      ({ code, verdict, candidates }) =>
        verdict === 'rare' && candidates.length < 2 && /^C([0-3]|4[0-247-9]|[5-7])/.test(code),
    );
    const types = new Set(['C4A', 'C45.0', 'C45.1', 'C45.2', ...named.keys()]);
    expect(sites.map(({ code }) => code).filter((code) => !types.has(code))).toEqual([]);
  });

  it('offer an entity wherever a code alone is rare or common', () => {
    const families = { sct: CLASSIFICATION.snomed, orpha: CLASSIFICATION.orpha, icd10: CLASSIFICATION.icd10.codes };
    const codes = Object.entries({ ...families, dhd: CLASSIFICATION.dhd.numbers }).flatMap(([system, list]) =>
      [...list].map(([code, meaning]) => ({ token: `${system}|${String(code)}`, meaning })),
    );
    const silent = codes
      .filter(({ meaning: { verdict } }) => verdict === 'rare' || verdict === 'common')
      .filter(({ token, meaning }) => {
        const finding = findingFor({ codes: [token] }, meaning.sex ?? 'female');
        return finding.verdict !== meaning.verdict || (finding.entity === null && finding.candidates.length < 2);
      });
    expect(silent.map(({ token }) => token)).toEqual([]);
  });

  it('know every kind of meaning', () => {
    const used = [
      ...ICD_10.entries.map(({ kind }) => kind),
      ...ICD_10.ranges.map(({ kind }) => kind),
      ...DHD.codes.map(({ kind }) => kind),
    ];
    expect(used.filter((kind) => !(kind in KINDS))).toEqual([]);
  });

  it('prefer for a second-edition number one of those it was converted to', () => {
    const aliases = ICD_O_3.aliases as readonly {
      code: string;
      to: readonly string[];
      prefer?: string;
      source: string;
    }[];
    const preferred = aliases.filter(({ prefer }) => prefer !== undefined);
    expect(preferred.length).toBeGreaterThan(0);
    expect(preferred.filter(({ to, prefer = '' }) => !to.includes(prefer))).toEqual([]);
  });
});

describe('the reasons', () => {
  const keysIn = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(keysIn);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, one]) =>
      typeof one === 'string' && /^(why|sentence)_key/.test(name) ? [one] : keysIn(one),
    );
  };
  const inData = [ENTITIES, ICD_10, CONCEPTS, DHD, ICD_O_3, read('cancer-words'), read('record-status')].flatMap(
    keysIn,
  );
  const source = readdirSync(new URL('../../src/domain/lookup/', import.meta.url))
    .map((file) => readFileSync(new URL(`../../src/domain/lookup/${file}`, import.meta.url), 'utf8'))
    .join('\n');
  const inCode = [...source.matchAll(/(?:key: |reason: |because\([^)]*?)'([a-z-]+)'/g)].map(([, key = '']) => key);

  it('have a sentence for every key that data or rules use', () => {
    expect(inCode.length).toBeGreaterThan(5);
    expect([...new Set([...inData, ...inCode])].filter((key) => !(key in REASONS))).toEqual([]);
  });

  it('say what would decide, in a sentence that exists', () => {
    const deciders = Object.values(REASONS).flatMap(({ decided_by }) => decided_by ?? []);
    expect(deciders.filter((key) => !(key in REASONS))).toEqual([]);
  });

  it('hold no sentence that nothing leads to', () => {
    const deciders = Object.values(REASONS).flatMap(({ decided_by }) => decided_by ?? []);
    const compiled = JSON.stringify(COMPILED.decides);
    const unused = Object.keys(REASONS).filter(
      (key) => !deciders.includes(key) && !compiled.includes(`"${key}"`) && !source.includes(`'${key}'`),
    );
    expect(unused).toEqual([]);
  });

  it.each(Object.entries(REASONS))('%s is plain Dutch in the words of D6', (_key, { nl }) => {
    expect(nl).not.toMatch(/wegwijzer|detect|herken|advis|!/i);
    for (const sentence of nl.split(/[.?]\s*/)) expect(sentence.split(' ').length).toBeLessThanOrEqual(15);
  });
});

describe('the compiled classification (D39)', () => {
  const gzipped = (value: unknown): number => gzipSync(JSON.stringify(value), { level: 9 }).length;

  it('decides in at most 60 kB', () => {
    expect(gzipped(COMPILED.decides)).toBeLessThan(60_000);
  });

  it('names what it decided in at most 10 kB', () => {
    expect(gzipped(COMPILED.explains.names)).toBeLessThan(10_000);
  });

  it('holds no name and no display in the half that decides', () => {
    const text = JSON.stringify(COMPILED.decides);
    expect(text).not.toContain('Leiomyosarcoma');
    expect(text).not.toContain('name');
  });

  it('is loaded and checked by the app', async () => {
    const classification = await loadClassification();
    const names = await loadNames();
    const entities = await loadEntities(names);
    expect(classification.entities.size).toBe(ENTITIES.length);
    expect([...entities.keys()]).toEqual([...classification.entities.keys()]);
    expect(names.reasons.get('mixed-code')).toEqual({
      nl: 'Onder deze code vallen zeldzame en gewone soorten.',
      en: 'Rare and common types share this code.',
    });
  });

  it('lets a clinician confirm every entity that a finding can call rare', () => {
    const { entities } = parseExplanations(COMPILED.explains);
    const all = [CLASSIFICATION.snomed, CLASSIFICATION.orpha, CLASSIFICATION.icd10.codes, CLASSIFICATION.dhd.numbers];
    const rare = all.flatMap((map) => [...map.values()]).filter(({ verdict }) => verdict === 'rare');
    const named = [...new Set(rare.flatMap((meaning) => meaning.entities))];
    expect(named.filter((id) => entities.get(id)?.rare === false)).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['another form', { entities: [] }],
    ['a key too many', { ...(COMPILED.decides as object), more: 1 }],
    ['an index that leads nowhere', { ...(COMPILED.decides as object), icpc: [[999_999, 'X76']] }],
    ['a kind that does not exist', { ...(COMPILED.decides as object), kinds: {} }],
  ])('is refused whole when it is %s', (_what, compiled) => {
    expect(() => parseClassification(compiled)).toThrow(ClassificationError);
  });

  it('is refused when a parent does not exist', () => {
    const { entities, ...rest } = COMPILED.decides as { entities: readonly object[] };
    const orphaned = entities.map((one, at) => (at === 0 ? { ...one, parent: 'nobody' } : one));
    expect(() => parseClassification({ ...rest, entities: orphaned })).toThrow(/parent of nasal-sinus-epithelial/);
  });

  it('names the path of what does not fit', () => {
    expect(() => parseNames({ entities: [], reasons: [['a']] })).toThrow(
      new ClassificationError(['reasons.0']).message,
    );
  });

  it('is refused when a name has no details, or details have no name', () => {
    const { names, details } = COMPILED.explains as { names: unknown; details: readonly { id: string }[] };
    const [first, ...others] = details;
    expect(() => parseExplanations({ names, details: others })).toThrow(first?.id);
    expect(() => parseExplanations({ names, details: [...details, { ...first, id: 'nobody' }] })).toThrow('nobody');
  });
});
