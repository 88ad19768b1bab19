import { http, HttpResponse, delay } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { FhirReadError } from '../../src/fhir/fhir-error.ts';
import { createFhirFetch, type FhirFetch, type FhirLimits } from '../../src/fhir/fhir-fetch.ts';
import { aDocumentReference, anOutcome, aPatient, aSession, FHIR_BASE } from '../support/builders.ts';
import { createFhirServer, fhirJson } from '../support/fhir-server.ts';

const ehr = createFhirServer();
const PATIENT = `${FHIR_BASE}/Patient/pat-1`;
const SECRET = 'Testje Voorbeeld 999911107';
const sleep = vi.fn(() => Promise.resolve());

beforeAll(() => {
  ehr.msw.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  ehr.reset();
  sleep.mockClear();
});
afterAll(() => {
  ehr.msw.close();
});

const door = (limits: Partial<FhirLimits> = {}, session = aSession()): FhirFetch =>
  createFhirFetch(session, { sleep, ...limits });
const failureOf = async (reading: Promise<unknown>): Promise<FhirReadError> => {
  const error = await reading.then(
    () => expect.unreachable('it was read'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof FhirReadError)) throw error;
  return error;
};
const readPatient = (fhirFetch = door()): Promise<FhirReadError> => failureOf(fhirFetch.read('Patient/pat-1'));

describe('reading', () => {
  test('sends the token, asks for FHIR and no more than that', async () => {
    ehr.put(aPatient());
    const { resource } = await door().read('Patient/pat-1');
    expect(resource).toEqual(aPatient());
    const [request] = ehr.requests;
    expect(request?.url).toBe(PATIENT);
    expect(request?.headers.get('authorization')).toBe('Bearer secret-token');
    expect(request?.headers.get('accept')).toBe('application/fhir+json');
    expect(request?.headers.get('cookie')).toBeNull();
  });

  test('T5 never asks with cookies, referrer or cache, and follows no redirect', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValueOnce(Response.json(aPatient()));
    await door().read('Patient/pat-1');
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
    });
    fetched.mockRestore();
  });

  test.each(['https://elders.example/fhir/r4/Patient/pat-1', '//elders.example/x', 'Patient/../../../token'])(
    'F20 sends nothing to %s',
    async (address) => {
      const getToken = vi.fn(() => Promise.resolve('secret-token'));
      const error = await failureOf(door({}, aSession({ getToken })).read(address));
      expect(error).toMatchObject({ reason: 'elsewhere', code: 'LEES-21' });
      expect(ehr.requests).toEqual([]);
      expect(getToken).not.toHaveBeenCalled();
    },
  );

  test.each([
    [301, 'https://elders.example/fhir/Patient/pat-1'],
    [302, `${FHIR_BASE}/Patient/pat-2`],
    [307, 'https://elders.example/fhir/Patient/pat-1'],
  ])('F22 a redirect (%d to %s) is refused and the token goes nowhere', async (status, location) => {
    ehr.msw.use(http.get(PATIENT, () => new HttpResponse(null, { status, headers: { location } })));
    expect(await readPatient()).toMatchObject({ reason: 'redirected', code: 'LEES-22' });
    expect(ehr.requests).toHaveLength(1);
  });

  test('F22 a redirect that the browser hides is told from a dropped line', async () => {
    const hidden = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValueOnce(hidden);
    expect(await readPatient()).toMatchObject({ reason: 'redirected' });
    fetched.mockRestore();
  });

  test('F13 after 401 the token is gone and nothing is tried again', async () => {
    const session = aSession();
    const fhirFetch = door({}, session);
    ehr.msw.use(http.get(PATIENT, () => new HttpResponse(null, { status: 401 })));
    expect(await readPatient(fhirFetch)).toMatchObject({ reason: 'session-ended', status: 401, code: 'LEES-13' });
    expect(session.end).toHaveBeenCalledOnce();
    expect(await readPatient(fhirFetch)).toMatchObject({ reason: 'session-ended' });
    expect(ehr.requests).toHaveLength(1);
  });

  test.each([
    [403, 'not-allowed', 'LEES-14'],
    [404, 'not-found', 'LEES-28'],
    [410, 'not-found', 'LEES-28'],
    [400, 'unreadable', 'LEES-29'],
    [422, 'unreadable', 'LEES-29'],
    [500, 'unreachable', 'LEES-27B'],
  ])('status %d is %s and not tried again', async (status, reason, code) => {
    ehr.msw.use(http.get(PATIENT, () => fhirJson(anOutcome({ diagnostics: SECRET }), status)));
    expect(await readPatient()).toMatchObject({ reason, status, code });
    expect(ehr.requests).toHaveLength(1);
  });

  test.each([
    ['an OperationOutcome', () => fhirJson(anOutcome({ severity: 'information' }))],
    ['the page of a sign-in', () => HttpResponse.html(`<html><title>Inloggen</title>${SECRET}</html>`)],
    ['an empty body', () => new HttpResponse(null, { status: 200 })],
    ['no content', () => new HttpResponse(null, { status: 204 })],
    ['broken JSON', () => HttpResponse.text(`{"resourceType":"Patient","name":"${SECRET}`)],
    ['JSON that is no resource', () => HttpResponse.json({ patient: SECRET })],
    ['a list', () => HttpResponse.json([SECRET])],
    ['null', () => HttpResponse.json(null)],
  ])('F29 200 with %s is an error, never an empty answer', async (_, answer) => {
    ehr.msw.use(http.get(PATIENT, answer));
    const error = await readPatient();
    expect(error).toMatchObject({ reason: 'unreadable', code: 'LEES-29' });
    expect(everythingIn(error)).not.toContain('999911107');
  });

  test('F44 no error carries a text of the server or an address', async () => {
    ehr.msw.use(http.get(PATIENT, () => fhirJson(anOutcome({ diagnostics: SECRET }), 403)));
    const said = everythingIn(await readPatient());
    expect(said).not.toContain('Voorbeeld');
    expect(said).not.toContain('pat-1');
    expect(said).not.toContain('secret-token');
  });
});

describe('limits', () => {
  test('F25 a slow answer ends at the time limit and is not asked for again', async () => {
    ehr.msw.use(
      http.get(PATIENT, async () => {
        await delay(2000);
        return fhirJson(aPatient());
      }),
    );
    expect(await readPatient(door({ timeMs: 40 }))).toMatchObject({ reason: 'too-slow', code: 'LEES-25' });
    expect(ehr.requests).toHaveLength(1);
  });

  test('F25 a body that stalls in the middle ends at the time limit too', async () => {
    const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      controller.enqueue(new TextEncoder().encode('{"resourceType":'));
    };
    ehr.msw.use(http.get(PATIENT, () => new HttpResponse(new ReadableStream({ start }))));
    expect(await readPatient(door({ timeMs: 40 }))).toMatchObject({ reason: 'too-slow' });
  });

  test('F24 an endless body is cut at the byte limit', async () => {
    const pulled = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) => {
      controller.enqueue(new Uint8Array(1000));
    });
    ehr.msw.use(http.get(PATIENT, () => new HttpResponse(new ReadableStream({ pull: pulled }))));
    expect(await readPatient(door({ bytes: 10_000 }))).toMatchObject({ reason: 'too-large', code: 'LEES-24' });
    expect(pulled.mock.calls.length).toBeLessThan(40);
  });
});

describe('trying again', () => {
  test.each([429, 502, 503, 504])('F26 after %d it reads at the third try', async (status) => {
    ehr.put(aPatient());
    let tries = 0;
    ehr.msw.use(
      http.get(PATIENT, () => ((tries += 1) < 3 ? new HttpResponse(null, { status }) : fhirJson(aPatient()))),
    );
    expect((await door().read('Patient/pat-1')).resource.id).toBe('pat-1');
    expect(sleep.mock.calls).toEqual([[500], [1000]]);
  });

  test.each([
    [429, 'LEES-26'],
    [503, 'LEES-27B'],
  ])('F26 three times %d is a gap', async (status, code) => {
    ehr.msw.use(http.get(PATIENT, () => new HttpResponse(null, { status })));
    expect(await readPatient()).toMatchObject({ reason: 'unreachable', status, code });
    expect(ehr.requests).toHaveLength(3);
  });

  test.each([
    ['7', 7000],
    ['3600', 30_000],
    ['-5', 500],
    ['soon', 500],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['Fri, 31 Dec 2199 00:00:00 GMT', 30_000],
  ])('F26 Retry-After "%s" is a wait of %d ms', async (retryAfter, wait) => {
    const headers = { 'retry-after': retryAfter };
    ehr.msw.use(http.get(PATIENT, () => new HttpResponse(null, { status: 429, headers })));
    await readPatient(door({ tries: 2 }));
    expect(sleep.mock.calls).toEqual([[wait]]);
  });

  test('F27 a dropped line is tried three times and then unreachable, without an answer', async () => {
    ehr.msw.use(http.get(PATIENT, () => HttpResponse.error()));
    expect(await readPatient()).toMatchObject({ reason: 'unreachable', status: null, code: 'LEES-27A' });
    expect(ehr.requests).toHaveLength(3);
  });
});

describe('creating', () => {
  const post = `${FHIR_BASE}/DocumentReference`;
  const create = (fhirFetch = door()): ReturnType<FhirFetch['create']> => fhirFetch.create(aDocumentReference());

  test.each([
    ['a dropped line', () => HttpResponse.error()],
    ['a redirect', () => new HttpResponse(null, { status: 307, headers: { location: 'https://elders.example/' } })],
  ])('F59 %s is a lost answer, and the document is not sent again', async (_, answer) => {
    ehr.msw.use(http.post(post, answer));
    expect(await create()).toEqual({ kind: 'lost' });
    expect(ehr.requests).toHaveLength(1);
  });

  test('F59 no answer within the time limit is a lost answer', async () => {
    ehr.msw.use(http.post(post, () => delay(2000)));
    expect(await create(door({ timeMs: 40 }))).toEqual({ kind: 'lost' });
    expect(ehr.requests).toHaveLength(1);
  });

  test.each([500, 502, 503, 504])('rule 5: %d is not sent again by itself', async (status) => {
    ehr.msw.use(http.post(post, () => new HttpResponse(null, { status })));
    expect(await create()).toMatchObject({ kind: 'answered', status });
    expect(ehr.requests).toHaveLength(1);
  });

  test.each([
    [429, {}],
    [429, { 'retry-after': '2' }],
    [503, { 'retry-after': '2' }],
  ])('rule 5: %d %j is sent again, three times at most', async (status, headers) => {
    ehr.msw.use(http.post(post, () => new HttpResponse(null, { status, headers })));
    expect(await create()).toMatchObject({ kind: 'answered', status });
    expect(ehr.requests).toHaveLength(3);
  });

  test('F58 of an OperationOutcome only codes and element paths are kept', async () => {
    const outcome = {
      ...anOutcome({ code: 'value', expression: ['DocumentReference.type', `Patient.where(x='${SECRET}')`] }),
    };
    outcome.issue.push({ severity: 'error', code: 'invariant', diagnostics: SECRET, details: { text: SECRET } });
    ehr.msw.use(http.post(post, () => fhirJson(outcome, 422)));
    expect(await create()).toMatchObject({ status: 422, issues: ['value DocumentReference.type', 'invariant'] });
  });

  test('F13 401 removes the token', async () => {
    const session = aSession();
    ehr.msw.use(http.post(post, () => new HttpResponse(null, { status: 401 })));
    expect(await create(door({}, session))).toMatchObject({ status: 401 });
    expect(session.end).toHaveBeenCalledOnce();
  });
});

function everythingIn(error: FhirReadError): string {
  const cause = error.cause instanceof Error ? `${error.cause.message} ${error.cause.stack ?? ''}` : '';
  return `${error.message} ${JSON.stringify(error)} ${String(error)} ${cause}`;
}
