import type { Observation } from 'fhir/r4';
import { http, HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { Gap } from '../../src/domain/evidence.ts';
import { lookUp } from '../../src/domain/lookup/look-up.ts';
import { createFhirFetch } from '../../src/fhir/fhir-fetch.ts';
import type { Session } from '../../src/fhir/open-session.ts';
import { readChart } from '../../src/fhir/read-chart.ts';
import { CLASSIFICATION } from '../domain/lookup/lookup-cases.ts';
import { aCondition, aPatient, aSession, anIssuer, FHIR_BASE } from '../support/builders.ts';
import { createFhirServer } from '../support/fhir-server.ts';

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

const SCOPE = 'launch patient/Patient.r patient/Condition.rs';
const ASKED = `${SCOPE} patient/Observation.rs`;
const RELATED_CONDITION = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-related-condition';

const sessionOf = (asked: string, granted = asked): Session =>
  aSession({ encounterId: null, fhirUser: null, issuer: anIssuer({ scope: asked }), scopes: granted.split(' ') });

/** A sigmoid cancer of a kind that the code leaves open, and what the pathologist says about it. */
function putSigmoid(...results: readonly Partial<Observation>[]): void {
  ehr.put(
    aPatient(),
    aCondition({ code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-nl', code: 'C18.7' }] } }),
    ...results.map((result, at) => aResult({ id: `obs-${String(at)}`, ...result })),
  );
}

function aResult(result: Partial<Observation>): Observation {
  return {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '59847-4' }] },
    subject: { reference: 'Patient/pat-1' },
    focus: [{ reference: 'Condition/cond-1' }],
    ...morphology('8240/3'),
    ...result,
  };
}

function morphology(code: string): Pick<Observation, 'valueCodeableConcept'> {
  return { valueCodeableConcept: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/icd-o-3', code }] } };
}

async function read(session: Session): Promise<{ readonly finding: Finding; readonly gaps: readonly Gap[] }> {
  const reading = await readChart(createFhirFetch(session, { sleep: () => Promise.resolve() }), () => undefined);
  if (reading.kind !== 'chart') return expect.unreachable(`stopped: ${reading.why}`);
  const { evidence } = reading.chart;
  const [finding = expect.unreachable('no finding')] = lookUp(evidence, CLASSIFICATION).findings;
  return { finding, gaps: evidence.gaps };
}

const asked = (): string[] => ehr.requests.map(({ url }) => url).filter((url) => url.includes('/Observation'));

describe('where a site reads Observation', () => {
  test('what the pathologist found decides, and is named as a reason', async () => {
    putSigmoid({});
    const { finding, gaps } = await read(sessionOf(ASKED));
    expect(finding).toMatchObject({ verdict: 'rare', reasons: [{ coding: { code: '8240/3' } }, {}] });
    expect(gaps).toEqual([]);
    expect(new URL(asked()[0] ?? '').searchParams.get('code')).toBe(
      'http://loinc.org|59847-4,http://loinc.org|31206-6',
    );
  });

  test.each<readonly [string, Partial<Observation>]>([
    ['by the extension of mCODE', { focus: [], extension: [related('Condition/cond-1')] }],
    ['by its whole address', { focus: [{ reference: `${FHIR_BASE}/Condition/cond-1` }] }],
    ['corrected', { status: 'corrected' }],
  ])('a result about the diagnosis counts: %s', async (_, result) => {
    putSigmoid(result);
    expect((await read(sessionOf(ASKED))).finding.verdict).toBe('rare');
  });

  test.each<readonly [string, Partial<Observation>]>([
    ['about no Condition', { focus: [] }],
    ['about another Condition', { focus: [{ reference: 'Condition/cond-2' }] }],
    ['about a Condition elsewhere', { focus: [{ reference: 'https://elders.example/fhir/Condition/cond-1' }] }],
    ['about a specimen', { focus: [{ reference: 'Specimen/cond-1' }] }],
    ['about a Condition in words', { focus: [{ display: 'sigmoid' }] }],
    ['entered in error', { status: 'entered-in-error' }],
    ['not yet final', { status: 'preliminary' }],
    ['without a value', { valueCodeableConcept: {} }],
    ['a behaviour digit alone', morphology('3')],
  ])('a result that is not about the diagnosis, or is none, changes nothing: %s', async (_, result) => {
    putSigmoid(result);
    const { finding } = await read(sessionOf(ASKED));
    expect(finding.verdict).toBe('undecided');
  });

  test('two results that cannot both be true are left to the clinician', async () => {
    putSigmoid({}, morphology('8890/3'));
    expect((await read(sessionOf(ASKED))).finding).toMatchObject({ verdict: 'undecided', entity: null });
  });

  test('F14 not granted is a gap, and the lookup incomplete', async () => {
    putSigmoid({});
    const { finding, gaps } = await read(sessionOf(ASKED, SCOPE));
    expect(finding.verdict).toBe('undecided');
    expect(gaps).toEqual([{ what: 'Observation', why: 'not-allowed' }]);
    expect(asked()).toEqual([]);
  });

  test('F27 out of reach is a gap too', async () => {
    putSigmoid({});
    ehr.msw.use(http.get(`${FHIR_BASE}/Observation`, () => new HttpResponse(null, { status: 500 })));
    expect((await read(sessionOf(ASKED))).gaps).toMatchObject([{ what: 'Observation', why: 'unreachable' }]);
  });

  test('F30 a result of somebody else stops the reading', async () => {
    putSigmoid({ subject: { reference: 'Patient/pat-2' } });
    const fhirFetch = createFhirFetch(sessionOf(ASKED), { sleep: () => Promise.resolve() });
    expect(await readChart(fhirFetch, () => undefined)).toMatchObject({ kind: 'stop', why: 'wrong-patient' });
  });
});

test('where a site does not, nothing is asked and nothing is missing', async () => {
  putSigmoid({});
  const { finding, gaps } = await read(sessionOf(SCOPE));
  expect(finding.verdict).toBe('undecided');
  expect([gaps, asked()]).toEqual([[], []]);
});

function related(reference: string): { readonly url: string; readonly valueReference: { readonly reference: string } } {
  return { url: RELATED_CONDITION, valueReference: { reference } };
}
