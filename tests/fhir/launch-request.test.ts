import { describe, expect, test } from 'vitest';
import { readLaunchRequest } from '../../src/fhir/launch-request.ts';
import { anIssuer } from '../support/builders.ts';

const EHR = anIssuer({ iss: 'https://ehr.nl/fhir' });
const APP = 'https://route.delinde.example/launch.html';
const read = (query: string): ReturnType<typeof readLaunchRequest> => readLaunchRequest(`${APP}${query}`, [EHR]);
const launchedBy = (iss: string): string => `?${new URLSearchParams({ iss, launch: 'abc' }).toString()}`;

describe('the launch link', () => {
  test('of a configured issuer starts a launch', () => {
    expect(read(launchedBy('https://ehr.nl/fhir'))).toEqual({ kind: 'launch', issuer: EHR, launch: 'abc' });
  });

  test.each([
    'https://ehr.nl.evil.nl/fhir',
    'https://evil-ehr.nl/fhir',
    'https://ehr.nl./fhir',
    'https://ehr.nl:8443/fhir',
    'https://ehr.nl:443/fhir',
    'http://ehr.nl/fhir',
    'https://ehr.nl@evil.nl/fhir',
    'https://user:secret@ehr.nl/fhir',
    'https://ehr.nl/FHIR',
    'https://EHR.nl/fhir',
    'https://ehr.nl/fhir/',
    'https://ehr.nl',
    'https://ehr.nl/fhi',
    'https://ehr.nl/fhir/../fhir',
    'https://ehr.nl/fhir?x=1',
    ' https://ehr.nl/fhir',
    'https://ehr.nl/fhir ',
    'https://xn--hr-7ia.nl/fhir',
    'javascript:alert(1)',
  ])('F01 the look-alike %s is refused and named', (iss) => {
    expect(read(launchedBy(iss))).toEqual({ kind: 'unknown-issuer', code: 'START-01', issuer: iss.trim() });
  });

  test('F01 a very long issuer is shown shortened', () => {
    expect(read(launchedBy(`https://${'e'.repeat(5000)}.nl`))).toMatchObject({
      kind: 'unknown-issuer',
      issuer: `https://${'e'.repeat(191)}…`,
    });
  });

  test('F01 an issuer that would turn the line around is shown as one plain line', () => {
    expect(read(launchedBy('https://ehr.nl/\u202Erihf\r\nx'))).toMatchObject({ issuer: 'https://ehr.nl/ rihf x' });
  });

  test.each([
    '',
    '?',
    '?iss=https://ehr.nl/fhir',
    '?launch=abc',
    '?iss=&launch=abc',
    '?iss=https://ehr.nl/fhir&launch=',
  ])('F02 a link without both parameters (%s) is not from a chart', (query) => {
    expect(read(query)).toEqual({ kind: 'not-from-chart', code: 'START-02' });
  });

  test.each([
    'fhirServiceUrl=https://evil.nl/fhir',
    'patientId=2',
    'clientId=other',
    'encounterId=9',
    'next=https://evil.nl',
    'state=1',
    'code=1',
    'complete=1',
    'iss=https://ehr.nl/fhir',
    'launch=def',
    'ISS=https://ehr.nl/fhir',
  ])('F03 an extra parameter (%s) is refused, though issuer and launch are right', (extra) => {
    expect(read(`${launchedBy('https://ehr.nl/fhir')}&${extra}`)).toEqual({
      kind: 'foreign-parameter',
      code: 'START-03',
    });
  });

  test('F03 parameters in the fragment are refused too', () => {
    expect(read(`${launchedBy('https://ehr.nl/fhir')}#patientId=2`)).toMatchObject({ kind: 'foreign-parameter' });
  });
});
