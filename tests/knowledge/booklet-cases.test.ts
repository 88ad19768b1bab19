import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeCase } from '../../commands/booklet/compose-case.ts';
import { readCase, type BookletCase } from '../../commands/booklet/read-case.ts';
import { BOOKLET_KNOWLEDGE, LISTED_ENTITIES } from '../support/booklet-knowledge.ts';

const CASE = JSON.parse(
  readFileSync(new URL('../../fixtures/cases/leiomyosarcoma.json', import.meta.url), 'utf8'),
) as BookletCase;
const faultsOf = (value: unknown): readonly string[] => {
  const reading = readCase(JSON.stringify(value));
  return reading.kind === 'faults' ? reading.faults : [];
};
const whyRefused = (changes: object): string => {
  const reading = readCase(JSON.stringify({ ...CASE, ...changes }));
  if (reading.kind === 'faults') return expect.unreachable(reading.faults.join('\n'));
  const composed = composeCase(reading.case, BOOKLET_KNOWLEDGE, LISTED_ENTITIES);
  return composed.kind === 'refused' ? composed.why : 'composed';
};

describe('a case file', () => {
  it('that is no JSON is said to be none', () => {
    expect(readCase('{')).toMatchObject({ kind: 'faults', faults: [expect.stringMatching(/^The file is no JSON: /)] });
  });

  it('is composed as the README of the knowledge shows the smallest one', () => {
    const readme = readFileSync(new URL('../../knowledge/README.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n(.*?)```/s.exec(readme) ?? [];
    expect(whyRefused(JSON.parse(example) as object)).toBe('composed');
  });

  it('may begin with a byte order mark', () => {
    expect(readCase(`\uFEFF${JSON.stringify(CASE)}`)).toEqual({ kind: 'case', case: CASE });
  });

  it('has every fault named with its place', () => {
    const value = {
      ...CASE,
      today: '2026-02-30',
      bsn: '999999990',
      patient: { name: ' ' },
      hospital: { ...CASE.hospital, storesCopy: 'ja' },
      contact: { name: 'Joke', role: null, phone: null },
      choices: { metastasised: 'misschien', work: { status: 'boer' } },
      approval: { ...CASE.approval, contentHash: 'x' },
    };
    expect(faultsOf(value).toSorted()).toEqual([
      'approval.contentHash: must match pattern "^[0-9a-f]{64}$"',
      'choices.metastasised: must be one of ["yes","no","unknown"]',
      'choices.work.status: must be one of ["employee","temporary","ziektewet","self_employed","student","none","retired",null]',
      `contact: must have required property 'hours'`,
      'hospital.storesCopy: must be boolean',
      'patient.name: must not be empty',
      'the file: does not know "bsn"',
      'today: must be a day that exists, YYYY-MM-DD',
    ]);
  });

  it('names all that is missing', () => {
    expect(faultsOf({})).toHaveLength(8);
  });
});

describe('a booklet of a case is refused', () => {
  const confirmation = CASE.confirmation;

  it.each<[string, object, RegExp]>([
    ['without a confirmation', { confirmation: null }, /no confirmation/],
    ['when nobody confirms', { confirmation: { ...confirmation, by: ' ' } }, /names nobody/],
    ['for an entity that does not exist', { confirmation: { ...confirmation, entity: 'x' } }, /does not hold/],
    ['for a common cancer', { confirmation: { ...confirmation, entity: 'breast-epithelial' } }, /not rare/],
    ['F34 for a minor', { patient: { name: 'x', birthDate: '2008-11-26' } }, /under 18/],
    ['F34 for a typed age under 18', { patient: { name: 'x', age: 17 } }, /under 18/],
    ['F34 without any age', { patient: { name: 'x' } }, /age is not known/],
    ['F34 with a partial birth date and no age', { patient: { name: 'x', birthDate: '1974' } }, /age is not known/],
    ['F34 with a birth date to come', { patient: { name: 'x', birthDate: '2027-01-01' } }, /age is not known/],
    [
      'F39 with a first sick day to come',
      { choices: { work: { status: 'employee', firstSickDay: '2026-11-26' } } },
      /after today/,
    ],
  ])('%s', (_, changes, why) => {
    expect(whyRefused(changes)).toMatch(why);
  });

  it('never for an adult, from the very day of turning 18', () => {
    expect(whyRefused({ patient: { name: 'x', birthDate: '2008-11-25' } })).toBe('composed');
    expect(whyRefused({ patient: { name: 'x', birthDate: '1974', age: 52 } })).toBe('composed');
  });
});
