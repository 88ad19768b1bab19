import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyResources, type Answer } from '../../commands/classify/classify-resources.ts';
import { sourcesByCode } from '../../commands/classify/sources.ts';
import { readResources } from '../../commands/classify/read-resources.ts';
import { summaryOf } from '../../commands/classify/summary.ts';
import { compileSources } from '../../knowledge/compile/compile-sources.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { lookUp } from '../../src/domain/lookup/look-up.ts';
import { CLASSIFICATION } from '../domain/lookup/lookup-cases.ts';

const SOURCES = compileSources(readKnowledgeFile);

async function* asLines(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield* text.split('\n');
}

/** All answers, and the numbers of the lines that could not be read. */
async function classify(text: string): Promise<{ answers: readonly Answer[]; unreadable: readonly number[] }> {
  const unreadable: number[] = [];
  const judge = {
    findings: (...[sex, items]: Parameters<Parameters<typeof classifyResources>[1]['findings']>) =>
      lookUp({ sex, items, gaps: [] }, CLASSIFICATION).findings,
    sentence: (key: string) => `<${key}>`,
    sourcesOfEntity: (id: string) => [`source of ${id}`],
    sourcesOfCode: sourcesByCode(SOURCES, CLASSIFICATION),
    knowledge: 'test',
  };
  const answers: Answer[] = [];
  for await (const answer of classifyResources(readResources(asLines(text)), judge, (line) => unreadable.push(line))) {
    answers.push(answer);
  }
  return { answers, unreadable };
}

const aPatient = (id: string, gender = 'female') => ({ resourceType: 'Patient', id, gender });
const aCondition = (id: string, code: string, patient?: string) => ({
  resourceType: 'Condition',
  id,
  ...(patient !== undefined && { subject: { reference: patient } }),
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-nl', code }] },
});
const aBundle = (...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});
const ndjson = (...resources: readonly object[]): string => resources.map((one) => JSON.stringify(one)).join('\n');
const gist = (answers: readonly Answer[]): unknown => answers.map(({ id, verdict, context }) => [id, verdict, context]);

const PERITONEUM = 'C78.6';

describe('classify (D30)', () => {
  it('gives one line per Condition, in input order, with what the list says', async () => {
    const { answers } = await classify(
      ndjson(aPatient('1'), aCondition('a', 'C92.0', 'Patient/1'), aCondition('b', 'C18.9', 'Patient/1')),
    );
    expect(answers).toEqual([
      {
        id: 'a',
        verdict: 'rare',
        entity: 'aml',
        candidates: [],
        reasons: ['<code-on-list>'],
        keys: ['code-on-list'],
        codings: ['http://hl7.org/fhir/sid/icd-10-nl|C92.0'],
        sources: { entity: ['source of aml'], codings: [['seer-icd10-to-icdo3', 'derived']] },
        knowledge: 'test',
      },
      {
        id: 'b',
        verdict: 'undecided',
        entity: null,
        candidates: expect.arrayContaining(['colon-adeno', 'gist']) as unknown,
        reasons: ['<mixed-code>', '<decides-type>'],
        keys: ['mixed-code', 'decides-type'],
        codings: ['http://hl7.org/fhir/sid/icd-10-nl|C18.9', null],
        sources: { entity: [], codings: [['seer-icd10-to-icdo3', 'derived'], []] },
        knowledge: 'test',
      },
    ]);
  });

  it('judges the Conditions of a patient together, with the sex of the Patient', async () => {
    const { answers } = await classify(
      ndjson(
        aPatient('1', 'male'),
        aCondition('a', PERITONEUM, 'Patient/1'),
        aCondition('b', 'C50.9', 'Patient/1'),
        aPatient('2'),
        aCondition('c', PERITONEUM, 'Patient/2'),
        aCondition('d', 'C50.9', 'https://ehr.example/fhir/Patient/2/_history/3'),
      ),
    );
    expect(gist(answers)).toEqual([
      ['a', 'none', undefined],
      ['b', 'rare', undefined],
      ['c', 'none', undefined],
      ['d', 'undecided', undefined],
    ]);
  });

  it.each([
    ['no Patient at all', ndjson(aCondition('a', PERITONEUM, 'Patient/1'), aCondition('b', 'C18.9', 'Patient/1'))],
    ['another Patient', ndjson(aPatient('2'), aCondition('a', PERITONEUM, 'Patient/1'), aCondition('b', 'C18.9'))],
    ['no subject', ndjson(aPatient('1'), aCondition('a', PERITONEUM), aCondition('b', 'C18.9'))],
    ['a Bundle without its Patient', JSON.stringify(aBundle(aCondition('a', PERITONEUM), aCondition('b', 'C18.9')))],
    [
      'a Bundle of others',
      JSON.stringify(aBundle(aPatient('2'), aCondition('a', PERITONEUM), aCondition('b', 'C18.9'))),
    ],
  ])('judges alone, and says so: %s', async (_why, text) => {
    expect(gist((await classify(text)).answers)).toEqual([
      ['a', 'undecided', 'missing'],
      ['b', 'undecided', 'missing'],
    ]);
  });

  const bundle = aBundle(
    aCondition('a', 'C50.9', 'Patient/1'),
    aPatient('1', 'male'),
    aCondition('b', 'C92.0', 'Patient/1'),
  );
  it.each([
    ['on one line', JSON.stringify(bundle)],
    ['pretty-printed', JSON.stringify(bundle, null, 2)],
    ['pretty-printed without indentation', JSON.stringify(bundle, null, 1).replace(/^ +/gm, '')],
    ['with a byte order mark', `\uFEFF${JSON.stringify(bundle)}`],
    ['with blank lines around it', `\n\n${JSON.stringify(bundle, null, '\t')}\n\n`],
  ])('reads a Bundle %s, its Patient wherever it stands', async (_form, text) => {
    const { answers, unreadable } = await classify(text);
    expect(unreadable).toEqual([]);
    expect(gist(answers)).toEqual([
      ['a', 'rare', undefined],
      ['b', 'rare', undefined],
    ]);
  });

  it('finds the Patient of a Bundle that was never stored by its fullUrl', async () => {
    const entry = [
      { fullUrl: 'urn:uuid:1', resource: { resourceType: 'Patient', gender: 'male' } },
      { fullUrl: 'urn:uuid:2', resource: aCondition('a', 'C50.9', 'urn:uuid:1') },
      { response: { status: '201' } },
    ];
    const { answers } = await classify(JSON.stringify({ resourceType: 'Bundle', entry }));
    expect(gist(answers)).toEqual([['a', 'rare', undefined]]);
  });

  it('reads the Bundles in the answer of a batch', async () => {
    const patients = aBundle(aPatient('1', 'male'));
    const { answers } = await classify(
      JSON.stringify(aBundle(patients, aBundle(aCondition('a', 'C50.9', 'Patient/1')))),
    );
    expect(gist(answers)).toEqual([['a', 'rare', undefined]]);
  });

  it('reads lines that are Bundles, after their Patient or holding it', async () => {
    const text = ndjson(
      aPatient('1', 'male'),
      aBundle(aCondition('a', 'C50.9', 'Patient/1')),
      aBundle(aPatient('2', 'male'), aCondition('b', 'C50.9', 'Patient/2')),
      { resourceType: 'Bundle' },
      { resourceType: 'Observation', id: 'o' },
    );
    expect(gist((await classify(text)).answers)).toEqual([
      ['a', 'rare', undefined],
      ['b', 'rare', undefined],
    ]);
  });

  it.each([
    ['no JSON', 'nonsense', [2]],
    ['no object', '42', [2]],
    ['an object that is no resource', '{"id":"x"}', [2]],
    ['a list', '[]', [2]],
    ['a line that was cut off', '{"resourceType":"Condition","code":{"coding":[', [2]],
    ['two lines that were cut off', '{"resourceType":"Condition","co\n{"resourceType":"Condition","code":{', [2, 3]],
    ['a closing bracket', '}', [2]],
    ['a document that was cut off', '{\n  "resourceType": "Bundle",\n  "entry": [', [2]],
  ])('says which line it could not read, and goes on: %s', async (_what, line, numbers) => {
    const { answers, unreadable } = await classify(
      `${ndjson(aCondition('a', 'C92.0'))}\n${line}\n${ndjson(aCondition('b', 'C92.0'))}`,
    );
    expect(unreadable).toEqual(numbers);
    expect(gist(answers)).toEqual([
      ['a', 'rare', 'missing'],
      ['b', 'rare', 'missing'],
    ]);
  });

  it('says which line was cut off, though the type of the next does not come first', async () => {
    const next = `{"id":"b","resourceType":"Condition","code":{"text":"carcinoom"}}`;
    const { answers, unreadable } = await classify(`{"id":"a","code":{"coding":[\n${next}\n${next}`);
    expect(unreadable).toEqual([1]);
    expect(answers.map(({ id }) => id)).toEqual(['b', 'b']);
  });

  it('reads a line of many megabytes, and goes on after one that is broken', async () => {
    const long = { ...aCondition('a', 'C92.0'), note: [{ text: 'geen "kanker" \\'.repeat(1_000_000) }] };
    const text = `${ndjson(long)}\n${ndjson(long).slice(0, -9)}\n${ndjson(aCondition('b', 'C92.0'))}`;
    const { answers, unreadable } = await classify(text);
    expect(unreadable).toEqual([2]);
    expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'rare'],
      ['b', 'rare'],
    ]);
  });

  it('says where a document begins that is cut off by the next, or by the end', async () => {
    const cut = '{\n  "resourceType": "Bundle",\n  "entry": [';
    const { answers, unreadable } = await classify(
      `${cut}\n${JSON.stringify(aBundle(aCondition('a', 'C92.0')), null, 2)}\n${cut}`,
    );
    expect(gist(answers)).toEqual([['a', 'rare', 'missing']]);
    expect(unreadable[0]).toBe(1);
    expect(unreadable).toHaveLength(2);
  });

  it('takes any nonsense for a Condition and never stops', async () => {
    const { answers } = await classify(
      ndjson(
        { resourceType: 'Condition' },
        { resourceType: 'Condition', id: 7, subject: null, code: 'C92.0' },
        { resourceType: 'Condition', id: 'c', subject: { reference: 5 }, code: { coding: [null, 'x'] } },
      ),
    );
    expect(answers.map(({ verdict }) => verdict)).toEqual(['undecided', 'undecided', 'undecided']);
  });
});

describe('npm run classify', () => {
  const run = (input: string) =>
    spawnSync('npx', ['tsx', 'commands/classify.ts'], {
      input,
      encoding: 'utf8',
      cwd: new URL('../..', import.meta.url),
    });

  it('ends with 0 and says nothing when there is nothing', () => {
    expect(run('')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('ends with 2 when a line was unreadable, and judges the rest in Dutch', () => {
    const { status, stdout, stderr } = run(`nonsense\n${ndjson(aCondition('a', 'C18.9'))}\n`);
    expect(status).toBe(2);
    expect(stderr).toBe('line 1: not a FHIR resource in JSON\n1 could not be read\n');
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'a',
      verdict: 'undecided',
      reasons: ['Onder deze code vallen zeldzame en gewone soorten.', 'Het type bepaalt of de kanker zeldzaam is.'],
      context: 'missing',
    });
  });
});

describe('where each code comes from', () => {
  const sourcesOf = sourcesByCode(SOURCES, CLASSIFICATION);
  const [sct, dhd] = ['http://snomed.info/sct', 'urn:oid:2.16.840.1.113883.2.4.3.120.5.1'];
  const [icd10, icdo3] = ['http://hl7.org/fhir/sid/icd-10', 'http://terminology.hl7.org/CodeSystem/icd-o-3'];
  it.each([
    ['a concept of an entity', sct, '443719001', ['mcode-primary-vs', 'mondo-sssom', 'opensafely-snomed']],
    ['a concept in remission', sct, '91854005', ['mcode-primary-vs']],
    ['a code written without its dot', icd10, ' c920 ', ['seer-icd10-to-icdo3', 'derived']],
    ['a code that falls back on its category', icd10, 'C51.7', SOURCES.icd10.get('C51')],
    ['an ICD-10 range, which has no source of its own', icd10, 'J44.9', []],
    ['no code of its system', icd10, 'nonsense', []],
    ['an older morphology number', icdo3, '8511/3', ['icdo-conversion']],
    ['the same under ICD-10', icd10, 'M8511/3', ['icdo-conversion']],
    ['a morphology number of an entity', icdo3, '8890/3', []],
    ['an ORPHAcode', 'http://www.orpha.net', 'ORPHA:519', ['mondo-sssom']],
    ['a rubric of ICPC', 'http://hl7.org/fhir/sid/icpc-1-nl', 'X75.01', ['own-knowledge']],
    ['a DHD number', dhd, '0000000880', ['plugin-dhd-list', 'icd-o-3-code-list', 'derived']],
    ['an unknown system', 'http://example.org', 'C92.0', []],
    ['no system', undefined, 'C92.0', []],
    ['no code', sct, undefined, []],
  ])('%s', (_what, system, code, expected) => {
    expect(sourcesOf({ ...(system !== undefined && { system }), ...(code !== undefined && { code }) })).toEqual(
      expected,
    );
  });

  it('every code that decides has a source, and every source a row in the table', () => {
    const { snomed, icdO3, icd10: rules, orpha, icpc, dhd: numbers } = CLASSIFICATION;
    const missing = [
      ...[...snomed.keys(), ...icdO3.concepts.keys()].filter((id) => !SOURCES.snomed.has(id)),
      ...[...rules.codes.keys()].filter((code) => !SOURCES.icd10.has(code)),
      ...[...orpha.keys()].filter((code) => !SOURCES.orpha.has(code)),
      ...[...icpc.keys()].filter((code) => !SOURCES.icpc.has(code)),
      ...[...numbers.numbers.keys()].filter((number) => !SOURCES.dhd.has(String(number))),
    ];
    expect(missing).toEqual([]);
    const table = readFileSync(new URL('../../knowledge/classification/SOURCES.md', import.meta.url), 'utf8');
    const keys = new Set(
      Object.values<ReadonlyMap<string, readonly string[]>>({ ...SOURCES }).flatMap((list) =>
        [...list.values()].flat(),
      ),
    );
    expect([...keys].filter((key) => !table.includes(key))).toEqual([]);
  });
});

describe('classify --summary', () => {
  it('counts verdicts, rare entities and what leaves a record undecided, those with most first', async () => {
    const codes = ['C92.0', 'C92.0', 'C45.0', 'C51.9', 'C18.9', 'C43.5', 'I10'];
    const { answers } = await classify(ndjson(...codes.map((code, at) => aCondition(String(at), code))));
    const counts = summaryOf('test');
    for (const answer of answers) counts.add(answer);
    expect(counts.summary()).toEqual({
      knowledge: 'test',
      conditions: 7,
      verdicts: { rare: 4, common: 1, none: 1, undecided: 1 },
      rare: { aml: 2, 'mesothelioma-pleura': 1 },
      rare_without_entity: 1,
      undecided: { 'mixed-code': 1 },
    });
  });

  it('prints that alone, and says on standard error what could not be read', () => {
    const input = `${ndjson(aCondition('a', 'C92.0'))}\nbroken\n`;
    const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'commands/classify.ts', '--summary'], {
      input,
      encoding: 'utf8',
      cwd: new URL('../..', import.meta.url),
    });
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ conditions: 1, verdicts: { rare: 1 } });
    expect(stderr).toContain('line 2');
  });
});
