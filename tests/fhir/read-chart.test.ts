import { readFileSync } from 'node:fs';
import type { Bundle, FhirResource } from 'fhir/r4';
import { http, HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Chart, ChartReading } from '../../src/domain/chart.ts';
import type { PatientId } from '../../src/domain/patient.ts';
import { createFhirFetch } from '../../src/fhir/fhir-fetch.ts';
import type { Session } from '../../src/fhir/open-session.ts';
import { readChart } from '../../src/fhir/read-chart.ts';
import {
  aCondition,
  aPatient,
  aPractitioner,
  aPractitionerRole,
  aSearchset,
  aSession,
  anEncounter,
  anIssuer,
  FHIR_BASE,
} from '../support/builders.ts';
import { createFhirServer, fhirJson } from '../support/fhir-server.ts';

const ehr = createFhirServer();

beforeAll(() => {
  ehr.msw.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  ehr.reset();
});
afterAll(() => {
  ehr.msw.close();
});

const read = (session: Session = aSession(), stillReading: (kinds: readonly string[]) => void = () => undefined) =>
  readChart(createFhirFetch(session, { sleep: () => Promise.resolve() }), stillReading);

async function chart(session?: Session): Promise<Chart> {
  const reading: ChartReading = await read(session);
  return reading.kind === 'chart' ? reading.chart : expect.unreachable(`stopped: ${reading.why}`);
}

const refuse = (path: string, status: number): void => {
  ehr.msw.use(http.get(`${FHIR_BASE}/${path}`, () => new HttpResponse(null, { status })));
};

const wholeChart = (): void => {
  ehr.put(aPatient(), aCondition(), anEncounter(), aPractitioner());
};

const participant = (reference: string, extra: object = {}): object => ({ individual: { reference, ...extra } });
const encounterWith = (...participants: readonly object[]): void => {
  ehr.put(anEncounter({ participant: [...participants] }));
};

describe('a chart in order', () => {
  test('gives patient, diagnoses, encounter and user, and no gap', async () => {
    wholeChart();
    const found = await chart();
    expect(found).toMatchObject({
      patient: { id: 'pat-1', name: 'Testje Voorbeeld' },
      user: { reference: 'Practitioner/prac-1', name: 'Joke Brands', role: null },
      encounter: { id: 'enc-1', start: '2026-11-25T10:20:00+01:00' },
      participants: [],
      evidence: { sex: 'female', gaps: [] },
      gaps: [],
    });
    expect(found.evidence.items.map(({ id }) => id)).toEqual(['cond-1']);
  });

  test('the reasons of the encounter are evidence of their own kind', async () => {
    wholeChart();
    ehr.put(anEncounter({ reasonCode: [{ text: 'sarcoom' }, { text: 'controle' }] }));
    const reasons = (await chart()).evidence.items.filter(({ origin }) => origin === 'encounter-reason');
    expect(reasons.map(({ id, code }) => [id, code.text])).toEqual([
      ['Encounter/enc-1#reason', 'sarcoom'],
      ['Encounter/enc-1#reason-2', 'controle'],
    ]);
  });

  test('F25 names what is not in yet, first everything, last nothing', async () => {
    wholeChart();
    const stillReading = vi.fn<(kinds: readonly string[]) => void>();
    await read(aSession(), stillReading);
    const said = stillReading.mock.calls.map(([kinds]) => kinds);
    expect(said[0]).toEqual(['Patient', 'Condition', 'Encounter', 'CareTeam', 'Practitioner']);
    expect(said.map((kinds) => kinds.length)).toEqual([5, 4, 3, 2, 1, 0]);
  });

  test('F44 asks by patient id alone: no name, birth date or BSN in an address', async () => {
    wholeChart();
    ehr.put(aPatient({ identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999911107' }] }));
    const found = await chart();
    const addresses = ehr.requests.map(({ url }) => url).join(' ');
    expect(addresses).not.toMatch(/999911107|Voorbeeld|1974/);
    expect(JSON.stringify(found)).not.toContain('999911107');
  });
});

describe('the people of the encounter', () => {
  test('become contacts with their role; insurer, pharmacy and organisation do not', async () => {
    wholeChart();
    ehr.put(
      aPractitionerRole({ id: 'role-1' }),
      aPractitioner({ id: 'polder', name: [{ text: 'Zorgverzekeraar De Polder' }] }),
      aPractitioner({ id: 'apotheek', name: [{ text: 'Ziekenhuisapotheek De Linde', family: 'Ziekenhuisapotheek' }] }),
      aPractitioner({ id: 'prac-2', name: [{ text: 'E. Postma', family: 'Postma', given: ['E.'] }] }),
    );
    encounterWith(
      participant('PractitionerRole/role-1'),
      participant('Practitioner/polder'),
      participant('Practitioner/apotheek'),
      participant('Organization/org-1'),
      participant('RelatedPerson/kin-1'),
      { individual: { display: 'Iemand' } },
      participant(`${FHIR_BASE}/Practitioner/prac-2`),
      participant('Practitioner/prac-2'),
    );
    const { participants, gaps } = await chart();
    const source = { kind: 'encounter', date: '2026-11-25T10:20:00+01:00' };
    const isCaseManager = false;
    expect(participants).toEqual([
      { name: 'Joke Brands', role: 'verpleegkundig specialist', isUser: true, isCaseManager, source },
      { name: 'E. Postma', role: null, isUser: false, isCaseManager, source },
    ]);
    expect(gaps).toEqual([]);
    expect(ehr.requests.filter(({ url }) => url.endsWith('/prac-2'))).toHaveLength(1);
  });

  test('have the role that an older server hangs beside the reference', async () => {
    wholeChart();
    ehr.put(aPractitionerRole({ specialty: [{ text: 'Orthopedie' }], code: [] }));
    const beside = {
      url: 'http://nictiz.nl/fhir/StructureDefinition/practitionerrole-reference',
      valueReference: { reference: 'PractitionerRole/role-1', display: 'Onbekende functiecode.' },
    };
    encounterWith(participant('Practitioner/prac-1', { extension: [beside] }));
    expect((await chart()).participants).toMatchObject([{ name: 'Joke Brands', role: 'Orthopedie' }]);
  });

  test('F21 a participant on another server is not fetched, and is a gap', async () => {
    wholeChart();
    encounterWith(participant('https://elders.example/fhir/Practitioner/9'), participant('#inside'));
    const { participants, gaps } = await chart();
    expect([participants, gaps]).toEqual([[], [{ what: 'Practitioner', why: 'elsewhere' }]]);
  });

  const ATTENDER = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
  const unread = (display: string, system = ATTENDER, code = 'ATND'): object => ({
    individual: { reference: 'Practitioner/prac-2', display },
    type: [{ coding: [{ system, code }], text: 'behandelaar' }],
  });
  const source = { kind: 'encounter', date: '2026-11-25T10:20:00+01:00' };

  test.each([
    ['attender', ATTENDER, 'ATND'],
    ['primary performer', ATTENDER, 'PPRF'],
    ['case manager', 'http://snomed.info/sct', '768832004'],
  ])(
    'F14 an unread %s is offered by the name that the encounter gives, and is a gap all the same',
    async (...named) => {
      wholeChart();
      refuse('Practitioner/prac-2', 403);
      encounterWith(unread('E. Postma', named[1], named[2]));
      const { participants, gaps } = await chart();
      const role = named[2] === '768832004' ? 'casemanager' : null;
      expect(participants).toMatchObject([
        { name: 'E. Postma', role, isUser: false, isCaseManager: role === 'casemanager', source },
      ]);
      expect(gaps).toEqual([{ what: 'Practitioner', why: 'not-allowed' }]);
    },
  );

  test.each([
    ['who only takes part', unread('De Polder', ATTENDER, 'PART')],
    ['of a kind that is not said', participant('Practitioner/prac-2', { display: 'De Polder' })],
    ['who is an insurer', unread('Zorgverzekeraar De Polder')],
    ['who is a department', unread('Afdeling Oncologie')],
    ['without a name', unread(' ')],
  ])('F14 an unread participant %s is no contact', async (_, one) => {
    wholeChart();
    refuse('Practitioner/prac-2', 403);
    encounterWith(one);
    const { participants, gaps } = await chart();
    expect([participants, gaps]).toEqual([[], [{ what: 'Practitioner', why: 'not-allowed' }]]);
  });

  test('one who was read and is no carer is not offered by display', async () => {
    wholeChart();
    ehr.put(aPractitioner({ id: 'prac-2', active: false }));
    encounterWith(unread('E. Postma'));
    expect((await chart()).participants).toEqual([]);
  });

  test('the signed-in clinician who may not be read is known in the encounter by the same reference', async () => {
    wholeChart();
    refuse('Practitioner/prac-2', 403);
    encounterWith(unread('E. Postma'));
    const { participants } = await chart(aSession({ fhirUser: 'Practitioner/prac-2' }));
    expect(participants).toMatchObject([{ name: 'E. Postma', role: null, isUser: true, source }]);
  });

  test.each([
    ['lies on another server', { reference: 'https://elders.example/fhir/Practitioner/9' }],
    ['is not said', undefined],
  ])('a role whose person %s is a gap, and not silence', async (_, practitioner) => {
    wholeChart();
    const { practitioner: _practitioner, ...role } = aPractitionerRole();
    ehr.put({ ...role, ...(practitioner && { practitioner }) });
    encounterWith(participant('PractitionerRole/role-1'));
    const { participants, gaps } = await chart();
    expect([participants, gaps]).toEqual([
      [],
      [{ what: 'Practitioner', why: practitioner ? 'elsewhere' : 'not-found' }],
    ]);
  });

  test('T18 of a crowd only the first fifty are asked for, and the rest is a gap', async () => {
    wholeChart();
    const crowd = Array.from({ length: 400 }, (_, index) => aPractitioner({ id: `prac-${index + 2}` }));
    ehr.put(...crowd);
    encounterWith(...crowd.map(({ id }) => participant(`Practitioner/${id ?? ''}`)));
    const { participants, gaps } = await chart();
    expect([participants.length, gaps]).toEqual([50, [{ what: 'Practitioner', why: 'too-large' }]]);
  });

  test('a role that may not be read does not lose the person', async () => {
    wholeChart();
    refuse('PractitionerRole/role-1', 403);
    const beside = {
      url: 'http://nictiz.nl/fhir/StructureDefinition/practitionerrole-reference',
      valueReference: { reference: 'PractitionerRole/role-1' },
    };
    encounterWith(participant('Practitioner/prac-1', { extension: [beside] }));
    expect(await chart()).toMatchObject({
      participants: [{ name: 'Joke Brands' }],
      gaps: [{ what: 'PractitionerRole', why: 'not-allowed' }],
    });
  });
});

test('the sandbox patient has two people to contact; the insurer among them is none', async () => {
  ehr.put(...fixture('leiomyosarcoom/bundle.json'), ...fixture('hospital.json'));
  const session = aSession({
    patientId: 'pat-4101' as PatientId,
    encounterId: 'enc-4101',
    fhirUser: 'PractitionerRole/role-brands',
  });
  const found = await chart(session);
  expect(found.participants.map(({ name, role, isUser }) => [name, role, isUser])).toEqual([
    ['Joke Brands', 'verpleegkundig specialist', true],
    ['E. Postma', 'oncoloog', false],
  ]);
  expect([found.evidence.gaps, found.gaps]).toEqual([[], []]);
  expect(found.evidence.items).toHaveLength(1);
});

function fixture(file: string): readonly FhirResource[] {
  const text = readFileSync(new URL(`../../fixtures/fhir/${file}`, import.meta.url), 'utf8');
  const bundle = JSON.parse(text) as Bundle<FhirResource>;
  return (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
}

describe('the user', () => {
  test('without a readable name stays known by reference, with a gap', async () => {
    wholeChart();
    refuse('Practitioner/prac-1', 403);
    expect(await chart()).toMatchObject({
      user: { reference: 'Practitioner/prac-1', name: '', role: null },
      gaps: [{ what: 'Practitioner', why: 'not-allowed' }],
    });
  });

  test('signed in by role has the name of the person and the role', async () => {
    wholeChart();
    ehr.put(aPractitionerRole());
    const { user } = await chart(aSession({ fhirUser: 'PractitionerRole/role-1' }));
    expect(user).toEqual({
      reference: 'PractitionerRole/role-1',
      name: 'Joke Brands',
      role: 'verpleegkundig specialist',
    });
  });

  test.each([null, 'Patient/pat-1', 'RelatedPerson/kin-1'])('%s is no clinician', async (fhirUser) => {
    wholeChart();
    expect((await chart(aSession({ fhirUser }))).user).toBeNull();
  });
});

describe('what could not be read', () => {
  test('F14 403 on the diagnoses is a gap, never "no diagnoses"', async () => {
    wholeChart();
    refuse('Condition', 403);
    const { evidence } = await chart();
    expect([evidence.items, evidence.gaps]).toEqual([[], [{ what: 'Condition', why: 'not-allowed', read: 0 }]]);
  });

  test('F14 an empty list without the right to search is a gap as well', async () => {
    ehr.put(aPatient(), aPractitioner(), anEncounter());
    const { evidence } = await chart(aSession({ scopes: ['patient/Patient.r'] }));
    expect(evidence.gaps).toEqual([{ what: 'Condition', why: 'not-allowed' }]);
  });

  test('F10 a right to some diagnoses only is a gap: the others may be kept back without a word', async () => {
    wholeChart();
    const scopes = ['patient/Patient.r', 'patient/Condition.rs?category=encounter-diagnosis'];
    expect((await chart(aSession({ scopes }))).evidence.gaps).toEqual([{ what: 'Condition', why: 'not-allowed' }]);
  });

  test.each([
    ['text', { text: 'sarcoom '.repeat(20_000) }],
    [
      'codes',
      { coding: Array.from({ length: 2000 }, (_, code) => ({ system: 'http://snomed.info/sct', code: `${code}` })) },
    ],
  ])('F24 one diagnosis with too much %s is left out, and is a gap', async (_, code) => {
    wholeChart();
    ehr.put(aCondition({ id: 'huge', code }));
    const { evidence } = await chart();
    expect(evidence.items.map(({ id }) => id)).toEqual(['cond-1']);
    expect(evidence.gaps).toEqual([{ what: 'Condition', why: 'too-large', read: 1 }]);
  });

  test.each([
    ['a reason of the encounter that is too long', [{ text: 'sarcoom '.repeat(20_000) }], 0],
    ['what the encounter has above 2,000 reasons', Array.from({ length: 5000 }, () => ({ text: 'controle' })), 2000],
  ])('F24 %s is left out, and is a gap', async (_, reasonCode, read) => {
    wholeChart();
    ehr.put(anEncounter({ reasonCode }));
    const { evidence } = await chart();
    expect(evidence.items).toHaveLength(1 + read);
    expect(evidence.gaps).toEqual([{ what: 'Encounter', why: 'too-large' }]);
  });

  test('F29 an HTML page for the diagnoses is a gap', async () => {
    wholeChart();
    ehr.msw.use(http.get(`${FHIR_BASE}/Condition`, () => HttpResponse.html('<html></html>')));
    expect((await chart()).evidence.gaps).toEqual([{ what: 'Condition', why: 'unreadable', read: 0 }]);
  });

  test.each([
    [403, 'not-allowed'],
    [404, 'not-found'],
    [500, 'unreachable'],
  ])('status %d on the encounter is the gap %s', async (status, why) => {
    wholeChart();
    refuse('Encounter/enc-1', status);
    const found = await chart();
    expect(found.encounter).toBeNull();
    expect(found.evidence.gaps).toEqual([{ what: 'Encounter', why }]);
  });

  test('F15 a launch without encounter is no gap', async () => {
    wholeChart();
    const found = await chart(aSession({ encounterId: null }));
    expect([found.encounter, found.evidence.gaps]).toEqual([null, []]);
  });

  test('F15 where the site requires an encounter, a launch without one stops', async () => {
    wholeChart();
    const session = aSession({ encounterId: null, issuer: anIssuer({ encounterRequired: true }) });
    expect(await read(session)).toEqual({ kind: 'stop', why: 'no-encounter', code: 'LEES-15' });
  });

  test('F31 an encounter of another patient is ignored whole: reason and people too', async () => {
    wholeChart();
    ehr.put(
      anEncounter({
        subject: { reference: 'Patient/pat-2' },
        reasonCode: [{ text: 'van een ander' }],
        participant: [{ individual: { reference: 'Practitioner/prac-1' } }],
      }),
    );
    const found = await chart();
    expect(found).toMatchObject({ encounter: null, participants: [] });
    expect(found.evidence.gaps).toEqual([{ what: 'Encounter', why: 'other-patient' }]);
    expect(JSON.stringify(found)).not.toContain('van een ander');
  });

  test('F31 it stops where the site requires an encounter', async () => {
    wholeChart();
    ehr.put(anEncounter({ subject: { reference: 'Patient/pat-2' } }));
    const session = aSession({ issuer: anIssuer({ encounterRequired: true }) });
    expect(await read(session)).toEqual({ kind: 'stop', why: 'no-encounter', code: 'LEES-31' });
  });

  test('an encounter that does not say whose it is, is not used', async () => {
    wholeChart();
    const { subject: _subject, ...nobodys } = anEncounter();
    ehr.put(nobodys);
    expect((await chart()).evidence.gaps).toEqual([{ what: 'Encounter', why: 'unreadable' }]);
  });
});

describe('reading stops', () => {
  test.each([
    [404, 'patient-not-found', 'LEES-28'],
    [410, 'patient-not-found', 'LEES-28'],
    [403, 'patient-not-allowed', 'LEES-14'],
    [500, 'patient-not-read', 'LEES-27B'],
    [401, 'session-ended', 'LEES-13'],
  ])('F28 at status %d on the patient: %s', async (status, why, code) => {
    wholeChart();
    refuse('Patient/pat-1', status);
    expect(await read()).toEqual({ kind: 'stop', why, code });
  });

  test('F29 when the patient is an OperationOutcome', async () => {
    wholeChart();
    ehr.msw.use(
      http.get(`${FHIR_BASE}/Patient/pat-1`, () => fhirJson({ resourceType: 'OperationOutcome', issue: [] })),
    );
    expect(await read()).toEqual({ kind: 'stop', why: 'patient-not-read', code: 'LEES-29' });
  });

  test('F30 when the patient is another one', async () => {
    wholeChart();
    ehr.msw.use(http.get(`${FHIR_BASE}/Patient/pat-1`, () => fhirJson(aPatient({ id: 'pat-2' }))));
    const session = aSession();
    expect(await read(session)).toEqual({ kind: 'stop', why: 'wrong-patient', code: 'LEES-30' });
    expect(session.end).toHaveBeenCalled();
  });

  test('F30 when one diagnosis is another patient’s, though everything else is in order', async () => {
    wholeChart();
    const theirs = aCondition({ id: 'cond-2', subject: { reference: 'Patient/pat-2' } });
    ehr.msw.use(http.get(`${FHIR_BASE}/Condition`, () => fhirJson(aSearchset([aCondition(), theirs]))));
    expect(await read()).toEqual({ kind: 'stop', why: 'wrong-patient', code: 'LEES-30' });
  });

  test('F13 when the session ends in the middle of it', async () => {
    wholeChart();
    refuse('Condition', 401);
    const session = aSession();
    expect(await read(session)).toEqual({ kind: 'stop', why: 'session-ended', code: 'LEES-13' });
    expect(session.end).toHaveBeenCalled();
  });
});
