// @vitest-environment jsdom
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Issuer } from '../../src/fhir/issuer.ts';
import { anIssuer, AUTH_ORIGIN, FHIR_BASE } from '../support/builders.ts';

const DISCOVERY = `${FHIR_BASE}/.well-known/smart-configuration`;
const REDIRECT_URI = 'https://route.delinde.example/index.html';
const ENDPOINTS = {
  authorization_endpoint: `${AUTH_ORIGIN}/authorize`,
  token_endpoint: `${AUTH_ORIGIN}/token`,
  code_challenge_methods_supported: ['S256'],
};
const msw = setupServer();

beforeAll(() => {
  // Before the library is loaded: it takes `fetch` when it is imported.
  msw.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  msw.resetHandlers();
  window.sessionStorage.clear();
  window.history.replaceState(null, '', '/');
});
afterAll(() => {
  msw.close();
});

const discovery = (file: Readonly<Record<string, unknown>>): void => {
  msw.use(http.get(DISCOVERY, () => HttpResponse.json(file)));
};

async function start(issuer: Issuer = anIssuer()): Promise<URL> {
  vi.resetModules();
  const { startLaunch } = await import('../../src/fhir/start-launch.ts');
  const leaveFor = vi.fn<(address: string) => void>();
  await startLaunch({ request: { kind: 'launch', issuer, launch: 'xyz' }, redirectUri: REDIRECT_URI, leaveFor });
  return new URL(leaveFor.mock.calls[0]?.[0] ?? '');
}

describe('a launch', () => {
  test('leaves for the sign-in page of the EHR with PKCE, a state of its own and what the configuration asks', async () => {
    discovery(ENDPOINTS);
    const address = await start();
    expect(address.origin + address.pathname).toBe(`${AUTH_ORIGIN}/authorize`);
    const asked = Object.fromEntries(address.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'route-zeldzame-kanker',
      scope: anIssuer().scope,
      redirect_uri: REDIRECT_URI,
      aud: FHIR_BASE,
      launch: 'xyz',
      code_challenge_method: 'S256',
    });
    expect(asked['state']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(asked['code_challenge']).toMatch(/^[\w-]{43}$/);
  });

  test('T12 keeps one item, named by the state of this launch, and no key that charts would share', async () => {
    discovery(ENDPOINTS);
    const first = (await start()).searchParams.get('state') ?? '';
    const second = (await start()).searchParams.get('state') ?? '';
    expect(Object.keys(window.sessionStorage).sort()).toEqual([first, second].sort());
  });

  test('F03 leaves only issuer and launch in the address before the sign-in library reads it', async () => {
    discovery(ENDPOINTS);
    window.history.replaceState(null, '', '/launch.html?fhirServiceUrl=https://evil.nl&clientId=other&patientId=2#x');
    const address = await start();
    expect(address.searchParams.get('client_id')).toBe('route-zeldzame-kanker');
    expect(address.searchParams.get('aud')).toBe(FHIR_BASE);
    expect(window.location.href).toBe(
      `${window.location.origin}/launch.html?${new URLSearchParams({ iss: FHIR_BASE, launch: 'xyz' }).toString()}`,
    );
  });

  test('sends PKCE to an old server that does not advertise it, when the site says so', async () => {
    discovery({ ...ENDPOINTS, code_challenge_methods_supported: undefined });
    const address = await start(anIssuer({ pkceMode: 'unsafeV1' }));
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
  });
});

describe('F04 a discovery file', () => {
  test.each([
    ['that is not there', () => new HttpResponse(null, { status: 404 }), 'discovery-not-found', 'START-04C'],
    ['of a broken server', () => new HttpResponse(null, { status: 500 }), 'discovery-not-found', 'START-04C'],
    ['that is HTML', () => HttpResponse.html('<html></html>'), 'discovery-unreadable', 'START-04D'],
    ['that is a list', () => HttpResponse.json([ENDPOINTS]), 'discovery-unreadable', 'START-04D'],
    ['that does not come', () => HttpResponse.error(), 'discovery-unreachable', 'START-04A'],
    ['without endpoints', () => HttpResponse.json({}), 'discovery-no-endpoints', 'START-04E'],
    [
      'with half an address',
      () => HttpResponse.json({ ...ENDPOINTS, token_endpoint: '/token' }),
      'discovery-no-endpoints',
      'START-04E',
    ],
    [
      'that names a sign-in page elsewhere',
      () => HttpResponse.json({ ...ENDPOINTS, authorization_endpoint: 'https://evil.nl/authorize' }),
      'discovery-foreign-endpoint',
      'START-04F',
    ],
    [
      'that names a token endpoint elsewhere',
      () => HttpResponse.json({ ...ENDPOINTS, token_endpoint: `${AUTH_ORIGIN}.evil.nl/token` }),
      'discovery-foreign-endpoint',
      'START-04F',
    ],
    [
      'that hides a user in the address',
      () => HttpResponse.json({ ...ENDPOINTS, token_endpoint: 'https://u:p@aanmelden.delinde.example/token' }),
      'discovery-foreign-endpoint',
      'START-04F',
    ],
    [
      'whose sign-in page is no page',
      () => HttpResponse.json({ ...ENDPOINTS, authorization_endpoint: `blob:${AUTH_ORIGIN}/authorize` }),
      'discovery-foreign-endpoint',
      'START-04F',
    ],
    [
      'without S256',
      () => HttpResponse.json({ ...ENDPOINTS, code_challenge_methods_supported: ['plain'] }),
      'discovery-no-pkce',
      'START-04G',
    ],
  ])('%s ends the launch with a reason of its own', async (_, answer, kind, code) => {
    msw.use(http.get(DISCOVERY, answer));
    await expect(start()).rejects.toMatchObject({ name: 'LaunchError', kind, code });
    expect(window.sessionStorage).toHaveLength(0);
  });

  test('that redirects is not followed', async () => {
    const headers = { location: 'https://evil.nl/smart-configuration' };
    msw.use(http.get(DISCOVERY, () => new HttpResponse(null, { status: 302, headers })));
    await expect(start()).rejects.toMatchObject({ kind: 'discovery-unreachable' });
  });

  test('that is slow ends at the time limit', async () => {
    msw.use(http.get(DISCOVERY, () => delay(5000)));
    const { readDiscovery } = await import('../../src/fhir/discovery.ts');
    await expect(readDiscovery(anIssuer(), 30)).rejects.toMatchObject({ kind: 'discovery-too-slow' });
  });

  test('that changes between our look and the library’s leads nowhere', async () => {
    let looks = 0;
    msw.use(
      http.get(DISCOVERY, () => {
        looks += 1;
        const authorization_endpoint = looks === 1 ? ENDPOINTS.authorization_endpoint : 'https://evil.nl/authorize';
        return HttpResponse.json({ ...ENDPOINTS, authorization_endpoint });
      }),
    );
    await expect(start()).rejects.toMatchObject({ kind: 'discovery-foreign-endpoint' });
  });
});

test('F49 a browser that keeps windows from hearing of each other is named as such, before anything is kept', async () => {
  discovery(ENDPOINTS);
  vi.stubGlobal('BroadcastChannel', undefined);
  await expect(start()).rejects.toMatchObject({ kind: 'other-charts-unheard', code: 'START-49' });
  expect(window.sessionStorage).toHaveLength(0);
  vi.unstubAllGlobals();
});

test('F51 closed storage is named as such', async () => {
  discovery(ENDPOINTS);
  const closed = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('closed', 'SecurityError');
  });
  await expect(start()).rejects.toMatchObject({ kind: 'storage-blocked', code: 'START-51' });
  closed.mockRestore();
});
