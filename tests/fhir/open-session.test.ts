// @vitest-environment jsdom
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Session } from '../../src/fhir/open-session.ts';
import { anIssuer, AUTH_ORIGIN, FHIR_BASE } from '../support/builders.ts';

const TOKEN = `${AUTH_ORIGIN}/token`;
const STATE = '0b6c1d52-6f0e-4a83-9d0b-6a2f3c1e9b77';
const GRANT = { access_token: 'secret-token', token_type: 'Bearer', expires_in: 3600, patient: 'pat-1' };
const STORED = {
  serverUrl: FHIR_BASE,
  clientId: 'route-zeldzame-kanker',
  redirectUri: 'https://route.delinde.example/index.html',
  tokenUri: TOKEN,
  authorizeUri: `${AUTH_ORIGIN}/authorize`,
  scope: anIssuer().scope,
  key: STATE,
  completeInTarget: true,
  codeVerifier: 'verifier',
  tokenResponse: {},
};
const msw = setupServer();
const exchanges: URLSearchParams[] = [];

beforeAll(() => {
  // Before the library is loaded: it takes `fetch` when it is imported.
  msw.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  msw.resetHandlers();
  exchanges.length = 0;
  window.sessionStorage.clear();
});
afterAll(() => {
  msw.close();
});

/** The token endpoint gives these answers, one after another, and then none. */
function answers(...bodies: readonly JsonBodyType[]): void {
  const left = [...bodies];
  msw.use(
    http.post(TOKEN, async ({ request }) => {
      exchanges.push(new URLSearchParams(await request.text()));
      const body = left.shift();
      return body === undefined
        ? HttpResponse.json({ error: 'invalid_grant', error_description: 'Testje Voorbeeld' }, { status: 400 })
        : HttpResponse.json(body);
    }),
  );
}

function comeBack(query: string, stored: Readonly<Record<string, unknown>> = STORED): void {
  window.sessionStorage.setItem(STATE, JSON.stringify(stored));
  window.history.replaceState(null, '', `/index.html${query}`);
}

async function loadPage(): Promise<() => Promise<Session>> {
  vi.resetModules();
  const { openSession } = await import('../../src/fhir/open-session.ts');
  return () => openSession([anIssuer()]);
}

async function open(grant: Readonly<Record<string, unknown>> = {}): Promise<Session> {
  comeBack(`?code=abc&state=${STATE}`);
  answers({ ...GRANT, ...grant });
  return (await loadPage())();
}

function idToken(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ iss: AUTH_ORIGIN, aud: 'route-zeldzame-kanker', ...claims })}.signature`;
}

describe('a session', () => {
  test('knows server, patient, encounter, user and rights of its launch', async () => {
    const session = await open({
      encounter: 'enc-1',
      scope: 'patient/Condition.rs patient/DocumentReference.crs',
      id_token: idToken({ fhirUser: `${FHIR_BASE}/Practitioner/prac-1`, name: 'Zoë' }),
    });
    expect(session).toMatchObject({
      issuer: anIssuer(),
      fhirBaseUrl: FHIR_BASE,
      patientId: 'pat-1',
      encounterId: 'enc-1',
      fhirUser: 'Practitioner/prac-1',
      scopes: ['patient/Condition.rs', 'patient/DocumentReference.crs'],
      canCreateDocuments: true,
    });
    expect(await session.getToken()).toBe('secret-token');
    expect(Object.fromEntries(exchanges[0] ?? [])).toMatchObject({
      code: 'abc',
      grant_type: 'authorization_code',
      client_id: 'route-zeldzame-kanker',
      code_verifier: 'verifier',
    });
  });

  test('T3, T11 leaves nothing of the launch in the address or in storage, from the first moment on', async () => {
    comeBack(`?code=abc&state=${STATE}&iss=https%3A%2F%2Fepd.delinde.example`);
    answers(GRANT);
    const opening = (await loadPage())();
    expect(window.location.search).toBe('');
    expect(window.sessionStorage).toHaveLength(0);
    await opening;
    expect(window.location.search).toBe('');
    expect(window.sessionStorage).toHaveLength(0);
    expect(document.cookie).toBe('');
  });

  test('F07 exchanges the code once, however often it is asked', async () => {
    comeBack(`?code=abc&state=${STATE}`);
    answers(GRANT);
    const openSession = await loadPage();
    const sessions = await Promise.all([openSession(), openSession(), openSession()]);
    expect(new Set(sessions).size).toBe(1);
    expect(exchanges).toHaveLength(1);
  });

  test('F07 a code that comes a second time is not sent: its state is gone', async () => {
    await open();
    window.history.replaceState(null, '', `/index.html?code=abc&state=${STATE}`);
    await expect((await loadPage())()).rejects.toMatchObject({ kind: 'unknown-state', code: 'START-06' });
    expect(exchanges).toHaveLength(1);
  });

  test('F07 a reload during the exchange asks for a new launch and sends nothing', async () => {
    comeBack(`?code=abc&state=${STATE}`);
    answers(GRANT);
    const opening = (await loadPage())();
    await expect((await loadPage())()).rejects.toMatchObject({ kind: 'no-launch', code: 'START-02' });
    await opening;
    expect(exchanges).toHaveLength(1);
  });

  test('F47 a reload of the open app asks for a new launch', async () => {
    await open();
    await expect((await loadPage())()).rejects.toMatchObject({ kind: 'no-launch' });
  });

  test('F07 a refused code is no session, and the server’s words are not kept', async () => {
    comeBack(`?code=abc&state=${STATE}`);
    answers();
    const error: unknown = await (await loadPage())().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'token-refused', code: 'START-07A' });
    expect(JSON.stringify(error) + String(error)).not.toContain('Voorbeeld');
    expect(error).toHaveProperty('cause', expect.not.stringContaining('Voorbeeld'));
    expect(window.sessionStorage).toHaveLength(0);
  });

  test('ended, gives no token and leaves no trace', async () => {
    const session = await open();
    window.sessionStorage.setItem(STATE, '{}');
    session.end();
    await expect(session.getToken()).rejects.toMatchObject({ reason: 'session-ended' });
    expect(window.sessionStorage).toHaveLength(0);
  });
});

describe('what comes back instead of a code', () => {
  test('F05 an error is told with the EHR’s words as text', async () => {
    comeBack(`?error=access_denied&error_description=%3Cb%3Ehelaas%3C%2Fb%3E&state=${STATE}`);
    await expect((await loadPage())()).rejects.toMatchObject({
      kind: 'refused-by-ehr',
      code: 'START-05',
      said: 'access_denied: <b>helaas</b>',
    });
    expect(window.location.search).toBe('');
    expect(window.sessionStorage).toHaveLength(0);
  });

  test.each([
    ['unknown', `&state=other`],
    ['missing', ''],
    ['given twice', `&state=${STATE}&state=other`],
  ])('F05, F06 words that come with a state that is %s are nobody’s, and are not shown', async (_, state) => {
    comeBack(`?error=access_denied&error_description=Bel+0900-1234${state}`);
    await expect((await loadPage())()).rejects.toMatchObject({ kind: 'unknown-state', said: null });
    expect(window.location.search).toBe('');
  });

  test.each([
    ['unknown', '?code=abc&state=other'],
    ['missing', '?code=abc'],
    ['given twice', `?code=abc&state=${STATE}&state=other`],
  ])('F06 a state that is %s sends no token request', async (_, query) => {
    comeBack(query);
    await expect((await loadPage())()).rejects.toMatchObject({ kind: 'unknown-state', code: 'START-06' });
    expect(window.location.search).toBe('');
  });

  test.each(['not JSON', '"text"', 'null', '{}'])('F06 a state that holds %s is unknown', async (item) => {
    comeBack(`?code=abc&state=${STATE}`);
    window.sessionStorage.setItem(STATE, item);
    await expect((await loadPage())()).rejects.toMatchObject({ kind: 'unknown-state' });
  });

  test('T3 a code is sent as it came, and adds nothing to the token request', async () => {
    const code = 'a+b/c=&client_id=other&code_verifier=x';
    comeBack(`?${new URLSearchParams({ code, state: STATE }).toString()}`);
    answers(GRANT);
    await (
      await loadPage()
    )();
    const [exchange] = exchanges;
    expect(exchange?.getAll('code')).toEqual([code]);
    expect(exchange?.getAll('client_id')).toEqual(['route-zeldzame-kanker']);
    expect(exchange?.getAll('code_verifier')).toEqual(['verifier']);
  });

  test.each(['https://evil.nl', '', 'aanmelden.delinde.example'])(
    'T4 an answer that says it is of %j is refused before the code is sent',
    async (iss) => {
      comeBack(`?${new URLSearchParams({ code: 'abc', state: STATE, iss }).toString()}`);
      await expect((await loadPage())()).rejects.toMatchObject({ kind: 'foreign-server' });
      expect(window.sessionStorage).toHaveLength(0);
    },
  );

  test.each([AUTH_ORIGIN, `${AUTH_ORIGIN}/realm`, FHIR_BASE])('an answer of %s is ours', async (iss) => {
    comeBack(`?${new URLSearchParams({ code: 'abc', state: STATE, iss }).toString()}`);
    answers(GRANT);
    expect((await (await loadPage())()).patientId).toBe('pat-1');
  });

  test('T3 a stored launch that brings a token of its own is not believed', async () => {
    comeBack(`?code=abc&state=${STATE}`, { ...STORED, tokenResponse: { access_token: 'planted', patient: 'pat-2' } });
    await expect((await loadPage())()).rejects.toMatchObject({ kind: 'unknown-state' });
  });

  test.each([
    ['server', { serverUrl: 'https://evil.nl/fhir' }],
    ['client', { clientId: 'other' }],
    ['token endpoint', { tokenUri: 'https://evil.nl/token' }],
  ])('T4 a launch with another %s is refused before the code is sent', async (_, planted) => {
    comeBack(`?code=abc&state=${STATE}`, { ...STORED, ...planted });
    await expect((await loadPage())()).rejects.toMatchObject({ kind: 'foreign-server', code: 'START-04H' });
    expect(window.sessionStorage).toHaveLength(0);
  });
});

test.each([`?code=abc&state=${STATE}`, `?error=access_denied&state=${STATE}`])(
  'F51 closed storage is named as such (%s)',
  async (query) => {
    comeBack(query);
    const closed = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('closed', 'SecurityError');
    });
    await expect((await loadPage())()).rejects.toMatchObject({ kind: 'storage-blocked', code: 'START-51' });
    closed.mockRestore();
  },
);

describe('the token answer', () => {
  test.each([undefined, '', '../pat-2', 7])('F09 with patient %j is no session', async (patient) => {
    await expect(open({ patient })).rejects.toMatchObject({ kind: 'no-patient', code: 'START-09' });
    expect(window.sessionStorage).toHaveLength(0);
  });

  test.each([
    ['without create', 'patient/DocumentReference.rs', false],
    ['v1 without write', 'patient/DocumentReference.read', false],
    ['create that cannot be read back', 'patient/DocumentReference.c', false],
    ['create, read, search', 'patient/DocumentReference.crs', true],
    ['v1 read and write', 'patient/DocumentReference.read patient/DocumentReference.write', true],
    ['v1 and v2 mixed', 'patient/DocumentReference.read patient/DocumentReference.c', true],
    ['a wildcard', 'patient/*.cruds', true],
  ])('F10 rights %s', async (_, scope, canCreateDocuments) => {
    expect((await open({ scope })).canCreateDocuments).toBe(canCreateDocuments);
  });

  test('F11 without scope means: as asked', async () => {
    const session = await open({ scope: undefined });
    expect(session.scopes).toEqual(anIssuer().scope.split(' '));
    expect(session.canCreateDocuments).toBe(true);
  });

  test.each([undefined, '', 'a/b'])('F15 with encounter %j is a session without', async (encounter) => {
    expect((await open({ encounter })).encounterId).toBeNull();
  });

  test('F61 a style address is neither kept nor fetched', async () => {
    const session = await open({ smart_style_url: 'https://evil.nl/style.json' });
    expect(JSON.stringify(session)).not.toContain('style');
  });

  test.each([
    [{ fhirUser: 'Practitioner/prac-1' }, 'Practitioner/prac-1'],
    [{ fhirUser: `${FHIR_BASE}/PractitionerRole/role-1` }, 'PractitionerRole/role-1'],
    [{ profile: 'Practitioner/prac-1' }, 'Practitioner/prac-1'],
    [{ fhirUser: 'https://elders.example/fhir/Practitioner/prac-1' }, null],
    [{}, null],
  ])('id token %j names the user %s', async (claims, fhirUser) => {
    expect((await open({ id_token: idToken(claims) })).fhirUser).toBe(fhirUser);
  });

  test.each([
    ['for another app', idToken({ aud: 'other' }), 'foreign-server'],
    ['of another issuer', idToken({ iss: 'https://evil.nl' }), 'foreign-server'],
    ['that is none', 'abc', 'token-unreadable'],
    ['with a broken middle', 'a.%%%.c', 'token-unreadable'],
  ])('T4 an id token %s is no session', async (_, id_token, kind) => {
    await expect(open({ id_token })).rejects.toMatchObject({ kind });
  });
});

describe('F12 a token near its end', () => {
  const RENEWABLE = { refresh_token: 'r1', scope: 'online_access patient/*.rs' };

  test('is renewed, as a public client, and the new one is kept in memory only', async () => {
    comeBack(`?code=abc&state=${STATE}`);
    answers({ ...GRANT, ...RENEWABLE, expires_in: 5 }, { ...GRANT, ...RENEWABLE, access_token: 'second-token' });
    const session = await (await loadPage())();
    expect(await session.getToken()).toBe('second-token');
    expect(Object.fromEntries(exchanges[1] ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r1',
      client_id: 'route-zeldzame-kanker',
    });
    expect(await session.getToken()).toBe('second-token');
    expect(exchanges).toHaveLength(2);
    expect(window.sessionStorage).toHaveLength(0);
  });

  test('that is renewed while the session ends does not bring it back to life', async () => {
    comeBack(`?code=abc&state=${STATE}`);
    answers({ ...GRANT, ...RENEWABLE, expires_in: 5 }, { ...GRANT, ...RENEWABLE, access_token: 'second-token' });
    const session = await (await loadPage())();
    const renewing = session.getToken();
    session.end();
    await expect(renewing).rejects.toMatchObject({ reason: 'session-ended' });
    await expect(session.getToken()).rejects.toMatchObject({ reason: 'session-ended' });
    expect(window.sessionStorage).toHaveLength(0);
  });

  test('that comes with a refresh token but without the right to use it, is used until the server refuses it', async () => {
    const session = await open({ refresh_token: 'r1', scope: 'patient/*.rs', expires_in: 5 });
    expect(await session.getToken()).toBe('secret-token');
  });

  test('F11 is renewed when the answer names no scope and the right to renew was asked', async () => {
    comeBack(`?code=abc&state=${STATE}`);
    answers({ ...GRANT, refresh_token: 'r1', expires_in: 5 }, { ...GRANT, access_token: 'second-token' });
    const issuer = anIssuer({ scope: `${anIssuer().scope} online_access` });
    vi.resetModules();
    const { openSession } = await import('../../src/fhir/open-session.ts');
    expect(await (await openSession([issuer])).getToken()).toBe('second-token');
  });

  test('F30 that is renewed for another patient ends the session', async () => {
    comeBack(`?code=abc&state=${STATE}`);
    answers({ ...GRANT, ...RENEWABLE, expires_in: 5 }, { ...GRANT, ...RENEWABLE, patient: 'pat-2' });
    const session = await (await loadPage())();
    await expect(session.getToken()).rejects.toMatchObject({ reason: 'wrong-patient', code: 'LEES-30' });
    await expect(session.getToken()).rejects.toMatchObject({ reason: 'session-ended' });
  });

  test('that cannot be renewed is used until the server refuses it', async () => {
    comeBack(`?code=abc&state=${STATE}`);
    answers({ ...GRANT, ...RENEWABLE, expires_in: 5 });
    const session = await (await loadPage())();
    expect(await session.getToken()).toBe('secret-token');
    expect(await session.getToken()).toBe('secret-token');
    expect(exchanges).toHaveLength(2);
  });
});
