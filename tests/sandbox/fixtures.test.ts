import type { FhirResource } from 'fhir/r4';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { FhirStore } from '../../sandbox/fhir/store.ts';
import { readFixtures, type Fixtures } from '../../sandbox/fixtures.ts';
import { lookUp } from '../../src/domain/lookup/look-up.ts';
import { mapCondition } from '../../src/fhir/map-condition.ts';
import { anEvidenceSet, CLASSIFICATION } from '../domain/lookup/lookup-cases.ts';
import { SANDBOX_TODAY } from '../../sandbox/options.ts';

const CASES = [
  'leiomyosarcoom',
  'darm',
  'kaal',
  'melanoom',
  'weerlegd',
  'aml',
  'pseudomyxoom',
  'mondkanker',
  'vulvakanker',
  'galwegkanker',
  'gist',
  'schildklierkanker',
  'hodgkin',
  'trofoblasttumor',
  'bijnierkanker',
  'kaposi',
  'speekselklierkanker',
  'twee-zeldzaam',
  'uitgezaaid',
  'tegenspraak',
  'geen-kanker',
  'zeventig',
  'twee-gewoon',
  'weefsel',
];
const NAMES = [...CASES, 'overleden', 'kind', 'geen-geboortedatum', 'vervangen', 'inactief'];

let fixtures: Fixtures;
let all: readonly FhirResource[];
beforeAll(async () => {
  fixtures = await readFixtures();
  all = [...fixtures.hospital, ...fixtures.patients.flatMap(({ resources }) => resources)];
});

const chartOf = (name: string) => {
  const found = fixtures.patients.find((patient) => patient.name === name);
  if (!found) throw new Error(`no patient ${name}`);
  return found;
};
const conditionsOf = (name: string) =>
  chartOf(name).resources.flatMap((resource) => (resource.resourceType === 'Condition' ? [resource] : []));
const codesOf = (name: string) => conditionsOf(name).flatMap(({ code }) => code?.coding?.map((coding) => coding.code));
const bsnOf = (resource: FhirResource) =>
  resource.resourceType === 'Patient'
    ? (resource.identifier ?? []).flatMap(({ system, value }) => (system?.endsWith('/bsn') ? [value ?? ''] : []))
    : [];

/** 9·a + 8·b + … + 2·h − 1·i is a multiple of 11. */
const passesElevenTest = (bsn: string) =>
  Array.from(bsn).reduce((sum, digit, index) => sum + Number(digit) * (index === 8 ? -1 : 9 - index), 0) % 11 === 0;

test('every fixture is valid FHIR R4', () => {
  const store = new FhirStore(1024);
  const faulty = all.flatMap((resource) => store.validate(resource)?.issue ?? []);
  expect(faulty).toEqual([]);
});

test('every resource is marked as test data and has an id of its own', () => {
  expect(all.filter(({ meta }) => meta?.security?.[0]?.code !== 'HTEST')).toEqual([]);
  const addresses = all.map(({ resourceType, id }) => `${resourceType}/${id ?? ''}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('every reference leads to a resource that is there', () => {
  const addresses = new Set(all.map(({ resourceType, id }) => `${resourceType}/${id ?? ''}`));
  const references = [...JSON.stringify(all).matchAll(/"reference":"(?<to>[^"]+)"/g)].map(
    ({ groups }) => groups?.['to'],
  );
  expect(references.filter((to) => !addresses.has(to ?? ''))).toEqual([]);
});

test('every resource of a chart is about its own patient', () => {
  for (const { patient, resources } of fixtures.patients) {
    const subjects = [...JSON.stringify(resources).matchAll(/"subject":\{"reference":"(?<of>[^"]+)"/g)];
    expect(subjects.map(({ groups }) => groups?.['of'])).toEqual(subjects.map(() => `Patient/${patient.id}`));
  }
});

test('every BSN is of the test range and passes the eleven-test', () => {
  for (const bsn of all.flatMap(bsnOf)) {
    expect(bsn).toMatch(/^9999\d{5}$/);
    expect(passesElevenTest(bsn)).toBe(true);
  }
  expect(fixtures.patients.flatMap(({ patient }) => bsnOf(patient))).toHaveLength(NAMES.length);
});

test('nothing is recorded after the fixed today', () => {
  const dates = [...JSON.stringify(all).matchAll(/"(?:recordedDate|onsetDateTime|start|end)":"(?<day>[^"T]+)/g)];
  expect(dates.filter(({ groups }) => (groups?.['day'] ?? '') > SANDBOX_TODAY)).toEqual([]);
});

test('the patients are there by name, the ordinary ones first, each with its line in the README', async () => {
  expect(fixtures.patients.map(({ name }) => name)).toEqual(NAMES);
  expect(fixtures.patients.filter(({ kind }) => kind === 'case').map(({ name }) => name)).toEqual(CASES);
  const readme = await readFile(new URL('../../fixtures/fhir/README.md', import.meta.url), 'utf8');
  expect(NAMES.filter((name) => !readme.includes(`| \`${name}\``))).toEqual([]);
});

describe('each patient exercises what it is for', () => {
  /** What the list says of each Condition, in their order; `-` where no single entity is named. */
  test.each([
    ['leiomyosarcoom', 'rare leiomyosarcoma'],
    ['darm', 'undecided -, none -'],
    ['kaal', 'undecided -'],
    ['melanoom', 'common melanoma-skin'],
    ['pseudomyxoom', 'rare pseudomyxoma-peritonei'],
    ['mondkanker', 'rare oral-cavity-scc'],
    ['vulvakanker', 'rare -'],
    ['galwegkanker', 'rare cholangiocarcinoma-intrahepatic'],
    ['gist', 'rare gist'],
    ['schildklierkanker', 'rare thyroid-carcinoma'],
    ['hodgkin', 'rare hodgkin-classical'],
    ['trofoblasttumor', 'rare -'],
    ['bijnierkanker', 'rare adrenal-cortical-carcinoma'],
    ['kaposi', 'rare kaposi-sarcoma'],
    ['speekselklierkanker', 'rare major-salivary-epithelial'],
    ['twee-zeldzaam', 'rare aml, rare leiomyosarcoma'],
    ['uitgezaaid', 'rare leiomyosarcoma, none -'],
    ['tegenspraak', 'undecided -'],
    ['twee-gewoon', 'common melanoma-skin, common skin-bcc'],
    ['geen-kanker', 'none -, none -'],
    ['zeventig', 'rare osteosarcoma'],
    ['weefsel', 'undecided -'],
  ])('%s: %s', (name, verdicts) => {
    const sex = chartOf(name).patient.gender ?? null;
    const { findings } = lookUp(anEvidenceSet(conditionsOf(name).map(mapCondition), sex), CLASSIFICATION);
    expect(findings.map(({ verdict, entity }) => `${verdict} ${entity ?? '-'}`).join(', ')).toBe(verdicts);
  });

  test('leiomyosarcoom: SNOMED CT beside ICD-10, and an insurer among the participants', () => {
    expect(codesOf('leiomyosarcoom')).toEqual(['C49.2', '443719001']);
    const encounter = chartOf('leiomyosarcoom').resources.find(({ resourceType }) => resourceType === 'Encounter');
    expect(JSON.stringify(encounter)).toContain('Zorgverzekeraar');
  });

  test.each([
    ['darm', ['C18.9', 'I10']],
    ['kaal', ['OTH']],
    ['melanoom', ['C43.5']],
    ['weerlegd', ['C45.0', 'C92.0', 'J45.9']],
  ])('%s: codes %j', (name, codes) => {
    expect(codesOf(name)).toEqual(codes);
  });

  test('weerlegd: one refuted, one entered in error without a clinical status (con-5)', () => {
    const [refuted, mistake] = conditionsOf('weerlegd');
    expect(refuted?.verificationStatus?.coding?.[0]?.code).toBe('refuted');
    expect(mistake?.verificationStatus?.coding?.[0]?.code).toBe('entered-in-error');
    expect(mistake?.clinicalStatus).toBeUndefined();
  });

  test('aml: three pages of twenty, the leukaemia last', () => {
    expect(conditionsOf('aml')).toHaveLength(45);
    expect(codesOf('aml').filter((code) => code?.startsWith('C'))).toEqual(['C92.0']);
    expect(codesOf('aml').at(-1)).toBe('C92.0');
  });

  test('the trial patients stop the app each in their own way', () => {
    expect(chartOf('overleden').patient.deceasedDateTime).toBe('2026-10-30');
    expect(chartOf('kind').patient.birthDate).toBe('2011-06-14');
    expect(chartOf('geen-geboortedatum').patient.birthDate).toBe('1974');
    expect(chartOf('vervangen').patient.link?.[0]?.type).toBe('replaced-by');
    expect(chartOf('inactief').patient.active).toBe(false);
  });
});
