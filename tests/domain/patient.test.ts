import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { eligibilityAt, eligibilityOf, type PatientId, type PatientRecord } from '../../src/domain/patient.ts';

const TODAY = '2026-11-25' as CalendarDate;
const aPatient = (changes: Partial<PatientRecord> = {}): PatientRecord => ({
  id: 'p' as PatientId,
  name: 'Samira de Boer',
  birthDate: '1974-04-03',
  sex: 'female',
  deceased: false,
  inactive: false,
  replaced: false,
  ...changes,
});

describe('eligibilityOf', () => {
  it.each([
    ['an adult', aPatient(), { kind: 'adult', age: 52 }],
    ['F33 someone deceased', aPatient({ deceased: true }), { kind: 'deceased' }],
    ['F34 someone of 17', aPatient({ birthDate: '2008-11-26' }), { kind: 'minor', age: 17 }],
    ['F34 someone who turns 18 today', aPatient({ birthDate: '2008-11-25' }), { kind: 'adult', age: 18 }],
    ['F34 a year of birth alone', aPatient({ birthDate: '1974' }), { kind: 'age-unknown' }],
    ['F34 a birth date that does not exist', aPatient({ birthDate: '1974-02-30' }), { kind: 'age-unknown' }],
    ['F34 a birth date in the future', aPatient({ birthDate: '2027-01-01' }), { kind: 'age-unknown' }],
    ['F34 a birth date of 140 years ago', aPatient({ birthDate: '1901-01-01' }), { kind: 'adult', age: 125 }],
    ['F35 a record that is not active', aPatient({ inactive: true }), { kind: 'record-inactive' }],
    ['F35 a record that another replaces', aPatient({ replaced: true, deceased: true }), { kind: 'record-replaced' }],
  ])('%s', (_who, patient, expected) => {
    expect(eligibilityOf(patient, TODAY)).toEqual(expected);
  });

  it('F34 no birth date at all is not a guess', () => {
    const { birthDate, ...rest } = aPatient();
    expect(eligibilityOf(rest, TODAY)).toEqual({ kind: 'age-unknown' });
  });

  it.each([
    [17, 'minor'],
    [18, 'adult'],
    [126, 'age-unknown'],
    [-1, 'age-unknown'],
    [40.5, 'age-unknown'],
    [Number.NaN, 'age-unknown'],
  ])('F34 a typed age of %d is %s', (age, kind) => {
    expect(eligibilityAt(age).kind).toBe(kind);
  });
});
