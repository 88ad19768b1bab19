import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLogicalId, referenceInside, urlInside } from '../../src/fhir/fhir-url.ts';

const BASE = 'https://ehr.nl/fhir/r4';

describe('an address inside the base', () => {
  test.each([
    ['Patient/1', `${BASE}/Patient/1`],
    ['Condition?patient=1&_count=50', `${BASE}/Condition?patient=1&_count=50`],
    [`${BASE}/Patient/1`, `${BASE}/Patient/1`],
    [`${BASE}/Patient/1/_history/2`, `${BASE}/Patient/1/_history/2`],
    ['/fhir/r4/Patient/1', `${BASE}/Patient/1`],
    [`${BASE}?_getpages=7&_offset=20`, `${BASE}?_getpages=7&_offset=20`],
    ['HTTPS://EHR.NL/fhir/r4/Patient/1', `${BASE}/Patient/1`],
    ['Practitioner/eMSD24oeluJBxvy..TtT2HZg', `${BASE}/Practitioner/eMSD24oeluJBxvy..TtT2HZg`],
    ['$export', `${BASE}/$export`],
  ])('%s is allowed', (address, href) => {
    expect(urlInside(BASE, address)?.href).toBe(href);
  });
});

describe('F20 an address outside the base', () => {
  test.each([
    'https://evil.nl/fhir/r4/Patient/1',
    'https://ehr.nl.evil.nl/fhir/r4/Patient/1',
    'https://ehr.nl:8443/fhir/r4/Patient/1',
    'http://ehr.nl/fhir/r4/Patient/1',
    'https://ehr.nl/fhir/r4evil/Patient/1',
    'https://ehr.nl/fhir/r4%2fevil',
    'https://ehr.nl/fhir/Patient/1',
    'https://ehr.nl/',
    'https://user@ehr.nl/fhir/r4/Patient/1',
    'https://:secret@ehr.nl/fhir/r4/Patient/1',
    'https://ehr.nl/fhir/r4@evil.nl/Patient/1',
    '//evil.nl/fhir/r4/Patient/1',
    '\\\\evil.nl\\fhir\\r4',
    '/\\evil.nl/fhir/r4',
    '../admin',
    'Patient/../../admin',
    'Patient/%2e%2e/%2e%2e/admin',
    'Patient/.%2E/.%2e/admin',
    'Patient/..%2f..%2fadmin',
    'Patient/%252e%252e%252fadmin',
    'Patient/..;/..;/admin',
    'Patient/1#fragment',
    'Patient/1%00',
    'Patient/1\n',
    ' https://evil.nl/',
    'ht\ntps://ehr.nl/fhir/r4/Patient/1',
    'javascript:alert(1)',
    'data:application/json,{}',
    'urn:uuid:7d0f4c1e-8a35-4b7f-9c52-2f6be1a7d340',
    'https://',
  ])('%j is refused', (address) => {
    expect(urlInside(BASE, address)).toBeNull();
  });

  test('whatever is let through lies inside the base', () => {
    const pieces = fc.constantFrom(
      ...['https:', 'http:', '//', '/', '\\', '..', '%2e', '%2F', '@', ':', '?', '#', ';', 'ehr.nl', 'evil.nl'],
      ...['fhir', 'r4', 'Patient', '1', ' ', '\t', '.', '%', 'https://ehr.nl/fhir/r4'],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((parts) => parts.join('')),
          fc.webUrl(),
          fc.string(),
        ),
        (address) => {
          const url = urlInside(BASE, address);
          if (url === null) return;
          expect(url.origin).toBe('https://ehr.nl');
          expect(url.pathname === '/fhir/r4' || url.pathname.startsWith('/fhir/r4/')).toBe(true);
          expect(`${url.username}${url.password}${url.hash}`).toBe('');
          expect(decodeURIComponent(url.pathname)).toBe(url.pathname);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('F21 a reference', () => {
  test.each([
    ['Practitioner/12', { type: 'Practitioner', id: '12' }],
    [`${BASE}/Practitioner/12`, { type: 'Practitioner', id: '12' }],
    ['Practitioner/12/_history/3', { type: 'Practitioner', id: '12' }],
  ])('%s names a resource of this server', (reference, expected) => {
    expect(referenceInside(BASE, reference)).toEqual(expected);
  });

  test.each([
    'https://elders.example/fhir/Practitioner/12',
    '#contained',
    'urn:uuid:7d0f4c1e-8a35-4b7f-9c52-2f6be1a7d340',
    'Practitioner/12/$everything',
    'Practitioner?identifier=x',
    'Practitioner',
    'practitioner/12',
    '',
    undefined,
    12,
  ])('%j names none', (reference) => {
    expect(referenceInside(BASE, reference)).toBeNull();
  });
});

test.each([
  ['pat-1', true],
  ['eYagIsqhRq.Q82cYTzJXv9g3', true],
  ['..', false],
  ['a/b', false],
  ['a?b', false],
  ['', false],
  [null, false],
])('%j as logical id: %s', (value, expected) => {
  expect(isLogicalId(value)).toBe(expected);
});
