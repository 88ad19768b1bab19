import type { HumanName, Patient } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { mapPatient } from '../../src/fhir/map-patient.ts';
import { nameOf } from '../../src/fhir/map-name.ts';
import { aPatient } from '../support/builders.ts';

const INITIAL = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier', valueCode: 'IN' }],
};
const FULL = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier', valueCode: 'BR' }] };

describe('a name', () => {
  test.each<[string, HumanName[], string]>([
    [
      'official before usual',
      [
        { use: 'usual', text: 'Jo' },
        { use: 'official', text: 'Johanna Smit' },
      ],
      'Johanna Smit',
    ],
    ['usual before one without use', [{ text: 'A. Smit' }, { use: 'usual', text: 'Jo Smit' }], 'Jo Smit'],
    ['never an old name', [{ use: 'old', text: 'Jan Smit' }, { text: 'Johanna Smit' }], 'Johanna Smit'],
    ['never a maiden name', [{ use: 'maiden', text: 'Bakker' }], ''],
    [
      'own and partner name in the recorded order',
      [{ use: 'official', text: 'Jo van Putten-van der Giessen', family: 'van der Giessen-van Putten', given: ['Jo'] }],
      'Jo van Putten-van der Giessen',
    ],
    ['built from its parts', [{ prefix: ['dr.'], given: ['Eva'], family: 'van der Linde' }], 'dr. Eva van der Linde'],
    [
      'without the initial beside the full name',
      [{ given: ['Fiona', 'F'], _given: [FULL, INITIAL], family: 'Swart' }],
      'Fiona Swart',
    ],
    ['with initials alone', [{ given: ['F.'], _given: [INITIAL], family: 'Swart' }], 'F. Swart'],
    ['the next when the first is empty', [{ use: 'official' }, { use: 'usual', text: 'Jo Smit' }], 'Jo Smit'],
    ['none', [], ''],
  ])('%s', (_, names, expected) => {
    expect(nameOf(names)).toBe(expected);
  });

  test('of the wrong kind is none', () => {
    expect(nameOf(undefined)).toBe('');
    expect(nameOf([JSON.parse('{"given":"Eva","family":7,"prefix":{}}') as HumanName])).toBe('');
  });
});

describe('a patient', () => {
  test('is read with a birth date as recorded, and without identifiers', () => {
    const identifier = [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999911107' }];
    const record = mapPatient(aPatient({ identifier, birthDate: '1974-04' }));
    expect(record).toEqual({
      id: 'pat-1',
      name: 'Testje Voorbeeld',
      birthDate: '1974-04',
      sex: 'female',
      deceased: false,
      inactive: false,
      replaced: false,
    });
    expect(JSON.stringify(record)).not.toContain('999911107');
  });

  test.each<[string, Partial<Patient>, object]>([
    ['deceased by a yes', { deceasedBoolean: true }, { deceased: true }],
    ['deceased by a date', { deceasedDateTime: '2026' }, { deceased: true }],
    ['not deceased by a no', { deceasedBoolean: false }, { deceased: false }],
    ['inactive', { active: false }, { inactive: true }],
    ['replaced', { link: [{ type: 'replaced-by', other: { reference: 'Patient/pat-9' } }] }, { replaced: true }],
    ['replacing another', { link: [{ type: 'replaces', other: { reference: 'Patient/pat-0' } }] }, { replaced: false }],
    ['of an unknown gender', { gender: 'unknown' }, { sex: 'unknown' }],
    ['of another gender', { gender: 'other' }, { sex: 'other' }],
  ])('%s', (_, patient, expected) => {
    expect(mapPatient(aPatient(patient))).toMatchObject(expected);
  });
});
