import type { Practitioner, PractitionerRole } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { carePersonOf } from '../../src/fhir/care-person.ts';
import { aPractitioner, aPractitionerRole } from '../support/builders.ts';

const SPECIALTY = { specialty: [{ text: 'Orthopedie' }] };
const { code: _code, ...NO_CODE } = aPractitionerRole();

describe('a giver of care who may become the contact', () => {
  test.each<[string, Partial<Practitioner>, PractitionerRole | null, object]>([
    ['by name alone', {}, null, { name: 'Joke Brands', role: null }],
    ['with a role', {}, aPractitionerRole(), { name: 'Joke Brands', role: 'verpleegkundig specialist' }],
    [
      'who works at a hospital',
      {},
      aPractitionerRole({ organization: { display: 'Ziekenhuis De Linde' } }),
      { name: 'Joke Brands', role: 'verpleegkundig specialist' },
    ],
    ['with a specialty', {}, { ...NO_CODE, ...SPECIALTY }, { name: 'Joke Brands', role: 'Orthopedie' }],
    [
      'by family name and specialty only',
      { name: [{ text: 'Wit', family: 'Wit' }] },
      { ...NO_CODE, ...SPECIALTY },
      { name: 'Wit', role: 'Orthopedie' },
    ],
    [
      'with a qualification',
      { qualification: [{ code: { coding: [{ code: 'x', display: 'Arts' }] } }] },
      null,
      { name: 'Joke Brands', role: 'Arts' },
    ],
    [
      'whose name only resembles an organisation',
      { name: [{ text: 'B. Verzijl', family: 'Verzijl', given: ['B.'] }] },
      null,
      { name: 'B. Verzijl', role: null },
    ],
  ])('%s', (_, practitioner, role, expected) => {
    expect(carePersonOf({ practitioner: aPractitioner(practitioner), role })).toEqual(expected);
  });
});

describe('left out', () => {
  test.each<[string, Partial<Practitioner>, PractitionerRole | null]>([
    ['an insurer in a Practitioner, named in text', { name: [{ text: 'Zorgverzekeraar De Polder' }] }, null],
    ['an insurer with a family name', { name: [{ family: 'De Polder Verzekeringen N.V.', given: ['-'] }] }, null],
    ['an insurer by another word', { name: [{ family: 'Polder Insurance', given: ['De'] }] }, null],
    ['a pharmacy', { name: [{ family: 'Apotheek De Linde', given: ['x'] }] }, null],
    ['a pharmacist by text', {}, aPractitionerRole({ code: [{ text: 'Ziekenhuisapotheker' }] })],
    [
      'a pharmacist by HL7 code',
      {},
      aPractitionerRole({
        code: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/practitioner-role', code: 'pharmacist' }] }],
      }),
    ],
    [
      'a pharmacist by UZI code',
      {},
      aPractitionerRole({
        specialty: [{ coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/uzi-rolcode', code: '17.060' }] }],
      }),
    ],
    ['somebody of an insurer', {}, aPractitionerRole({ organization: { display: 'Zorgverzekeraar De Polder' } })],
    ['a department', { name: [{ family: 'Afdeling Oncologie', given: ['x'] }] }, null],
    ['a foundation', { name: [{ family: 'Stichting De Linde', given: ['x'] }] }, null],
    ['a name in text only', { name: [{ text: 'De Polder' }] }, aPractitionerRole()],
    ['a family name with nothing beside it', { name: [{ family: 'Polder' }] }, null],
    ['nobody', { name: [] }, aPractitionerRole()],
    ['who no longer works there', { active: false }, null],
    ['whose role has ended', {}, aPractitionerRole({ active: false })],
  ])('%s', (_, practitioner, role) => {
    expect(carePersonOf({ practitioner: aPractitioner(practitioner), role })).toBeNull();
  });
});
