// Every switch really changes what goes over the wire, and is counted only when it did.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FaultName } from '../../sandbox/faults/fault-options.ts';
import { FAULT_NAMES } from '../../sandbox/faults/faults.ts';
import { HOSTILE_ERROR_DESCRIPTION } from '../../sandbox/faults/sign-in-faults.ts';
import { startForeignServer, type ForeignServer } from '../../sandbox/foreign-server.ts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { documentFor, SCOPE, SmartClient, type FhirBody } from '../../sandbox/smart-client.ts';

const WIDE_SCOPE = `${SCOPE} patient/Encounter.rs`;
const BSN = '999911156';

let sandbox: Sandbox;
let foreign: ForeignServer;
let client: SmartClient;
let granted: string;
let patient: string;
let documentNumber = 0;
const tested = new Set<FaultName>();

beforeAll(async () => {
  [sandbox, foreign] = await Promise.all([startSandbox({ port: 0 }), startForeignServer()]);
  client = new SmartClient(sandbox);
  patient = sandbox.patientId('aml');
  granted = (await client.signIn(undefined, { scope: WIDE_SCOPE })).access_token;
});
afterAll(() => Promise.all([sandbox.close(), foreign.close()]));
afterEach(() => {
  sandbox.clearFaults();
});

const get = (path: string, signal?: AbortSignal) => client.fhir(granted, path, signal ? { signal } : {});
const search = () => get(`/Condition?patient=${patient}`);
const nextOf = (body: FhirBody) => body.link?.find(({ relation }) => relation === 'next')?.url;
const discovery = (signal?: AbortSignal) =>
  fetch(`${sandbox.fhirBaseUrl}/.well-known/smart-configuration`, signal ? { signal } : {});

const arm: Sandbox['fault'] = (name, ...options) => {
  tested.add(name);
  sandbox.fault(name, ...options);
};

async function create() {
  documentNumber += 1;
  const value = `fault-${documentNumber}`;
  const outcome = await client
    .fhir(granted, '/DocumentReference', {
      method: 'POST',
      body: documentFor(patient, value),
      signal: AbortSignal.timeout(400),
    })
    .catch(() => 'no answer' as const);
  const stored = (await sandbox.documents('aml')).filter(({ identifier }) => identifier?.[0]?.value === value);
  return { outcome, stored: stored.length };
}

describe('discovery (F04)', () => {
  test.each([
    ['not-found', 404, ''],
    ['html', 200, '<h1>Inloggen'],
  ] as const)('F04 %s', async (variant, status, text) => {
    arm('F04', { variant });
    const response = await discovery();
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(text);
    expect(sandbox.hits('F04')).toBe(1);
  });

  test('F04 no endpoints, endpoints elsewhere, no S256', async () => {
    const read = async () => (await (await discovery()).json()) as Record<string, unknown>;
    arm('F04', { variant: 'no-endpoints' });
    expect(await read()).not.toHaveProperty('token_endpoint');
    arm('F04', { variant: 'other-origin', foreign: foreign.origin });
    expect((await read())['token_endpoint']).toBe(`${foreign.origin}/token`);
    arm('F04', { variant: 'no-S256' });
    expect((await read())['code_challenge_methods_supported']).toEqual(['plain']);
    sandbox.clearFaults();
    expect((await read())['token_endpoint']).toBe(`${sandbox.origin}/token`);
  });

  test('F04 slow', async () => {
    arm('F04', { variant: 'slow', ms: 2_000 });
    await expect(discovery(AbortSignal.timeout(150))).rejects.toThrow();
    expect(sandbox.hits('F04')).toBe(1);
  });
});

describe('sign-in', () => {
  test.each(['access_denied', 'invalid_scope'] as const)(
    'F05 %s comes back with a hostile description',
    async (variant) => {
      arm('F05', { variant });
      const answer = await client.authorize();
      expect(answer).toMatchObject({ code: null, error: variant, description: HOSTILE_ERROR_DESCRIPTION });
      expect(new URL(answer.location ?? '').searchParams.get('state')).toBe('s');
      expect(sandbox.hits('F05')).toBe(1);
    },
  );

  test('F05 is not sent to an unregistered address', async () => {
    arm('F05');
    expect((await client.authorize({ redirect_uri: 'http://other.example/cb' })).location).toBeNull();
    expect(sandbox.hits('F05')).toBe(0);
  });

  test('F09 the token answer names no patient', async () => {
    arm('F09');
    const answer = await client.signIn();
    expect(answer.status).toBe(200);
    expect(answer).not.toHaveProperty('patient');
    expect(sandbox.hits('F09')).toBe(1);
  });

  test('F10 documents may be read but not created, and the server means it', async () => {
    arm('F10');
    const answer = await client.signIn(undefined, { scope: 'launch openid patient/DocumentReference.crs' });
    expect(answer.scope).toContain('patient/DocumentReference.rs');
    expect(sandbox.hits('F10')).toBe(1);
    const write = await client.fhir(answer.access_token, '/DocumentReference', {
      method: 'POST',
      body: documentFor(patient, 'not-granted'),
    });
    expect(write.status).toBe(403);
    expect((await client.fhir(answer.access_token, `/DocumentReference?patient=${patient}`)).status).toBe(200);
  });

  test('F13 from now on every FHIR request is 401', async () => {
    expect((await search()).status).toBe(200);
    arm('F13');
    expect((await search()).status).toBe(401);
    expect((await get(`/Patient/${patient}`)).status).toBe(401);
    expect(sandbox.hits('F13')).toBe(2);
  });
});

describe('reading', () => {
  test('F14 one type is forbidden, the others are not', async () => {
    arm('F14', { type: 'Encounter' });
    expect((await get('/Encounter/enc-4106')).status).toBe(403);
    expect((await search()).status).toBe(200);
    expect(sandbox.hits('F14')).toBe(1);
  });

  test('F20 the next link leads to another server, or out of the FHIR base', async () => {
    arm('F20', { variant: 'foreign-origin', foreign: foreign.origin });
    expect(nextOf((await search()).body)).toMatch(new RegExp(`^${foreign.origin}/fhir/r4/Condition`));
    arm('F20', { variant: 'outside-base' });
    expect(nextOf((await search()).body)).toMatch(new RegExp(`^${sandbox.origin}/fhir/other/Condition`));
    expect(sandbox.hits('F20')).toBe(1);
  });

  test('F22 a redirect to another server', async () => {
    arm('F22', { foreign: foreign.origin });
    const answer = await search();
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`${foreign.origin}/fhir/r4/Condition?patient=${patient}`);
    expect(sandbox.hits('F22')).toBe(1);
  });

  test('F23 next is the page itself, or goes round', async () => {
    arm('F23', { variant: 'self' });
    const first = `${sandbox.fhirBaseUrl}/Condition?patient=${patient}`;
    expect(nextOf((await search()).body)).toBe(first);
    arm('F23', { variant: 'a-b-a' });
    const second = nextOf((await search()).body) ?? '';
    expect(second).not.toBe(first);
    expect(nextOf((await get(second.slice(sandbox.fhirBaseUrl.length))).body)).toBe(first);
    expect(sandbox.hits('F23')).toBe(2);
  });

  test('F24 pages without end, each with something new', async () => {
    arm('F24');
    const seen = new Set<string>();
    let path = `/Condition?patient=${patient}`;
    for (let page = 0; page < 8; page += 1) {
      const { body } = await get(path);
      for (const { resource } of body.entry ?? []) seen.add(resource.id ?? '');
      path = (nextOf(body) ?? '').slice(sandbox.fhirBaseUrl.length);
    }
    expect(path).not.toBe('');
    expect(seen.size).toBe(27);
    expect(sandbox.hits('F24')).toBe(8);
  });

  test('F24 too many entries, too many bytes', async () => {
    arm('F24', { variant: 'many-entries' });
    expect((await search()).body.entry).toHaveLength(10_000);
    arm('F24', { variant: 'large', megabytes: 3 });
    expect((await search()).text.length).toBeGreaterThan(3 * 1024 * 1024);
  });

  test('F25 late, when disarmed, or never', async () => {
    arm('F25', { ms: 300, times: 1 });
    const started = performance.now();
    expect((await search()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(290);
    arm('F25', { ms: 'when-disarmed' });
    let answered = false;
    const held = search().then(({ status }) => {
      answered = true;
      return status;
    });
    await expect.poll(() => sandbox.hits('F25')).toBe(1);
    expect(answered).toBe(false);
    sandbox.clearFaults();
    expect(await held).toBe(200);
    arm('F25', { ms: 'never' });
    await expect(get(`/Condition?patient=${patient}`, AbortSignal.timeout(200))).rejects.toThrow();
    expect(sandbox.hits('F25')).toBe(1);
  });

  test('F26 busy, with and without Retry-After', async () => {
    arm('F26', { retryAfter: '2' });
    const answer = await search();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2']);
    arm('F26', { times: 1 });
    expect((await search()).headers.get('retry-after')).toBeNull();
    expect((await search()).status).toBe(200);
    expect(sandbox.hits('F26')).toBe(1);
  });

  test('F27 out of order, or no answer at all', async () => {
    arm('F27', { status: 502 });
    expect((await search()).status).toBe(502);
    arm('F27', { status: 'drop' });
    await expect(search()).rejects.toThrow();
    expect(sandbox.hits('F27')).toBe(1);
  });

  test.each([404, 410] as const)('F28 the patient is %d', async (status) => {
    arm('F28', { status });
    expect((await get(`/Patient/${patient}`)).status).toBe(status);
    expect(sandbox.hits('F28')).toBe(1);
  });

  test.each([
    ['operation-outcome', /OperationOutcome/],
    ['html', /<h1>Inloggen/],
    ['empty', /^$/],
    ['not-json', /\[$/],
    ['wrong-resource-type', /"Basic"/],
  ] as const)('F29 200 with %s', async (variant, text) => {
    arm('F29', { variant });
    const answer = await search();
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(text);
    expect(sandbox.hits('F29')).toBe(1);
  });

  test('F30 another patient in the Patient answer', async () => {
    arm('F30', { variant: 'patient' });
    const { body } = await get(`/Patient/${patient}`);
    expect([body.resourceType, body.id === patient]).toEqual(['Patient', false]);
    expect(sandbox.hits('F30')).toBe(1);
  });

  test('F30 another subject in one Condition of the search', async () => {
    arm('F30', { variant: 'condition' });
    const subjects = (await search()).body.entry?.map(({ resource }) => resource.subject?.reference);
    expect(new Set(subjects).size).toBe(2);
    expect(sandbox.hits('F30')).toBe(1);
  });

  test('F31 the encounter is another patient’s', async () => {
    arm('F31');
    expect((await get('/Encounter/enc-4106')).body.subject?.reference).not.toBe(`Patient/${patient}`);
    expect(sandbox.hits('F31')).toBe(1);
  });

  test('F44 the BSN stands in the diagnostics of an error', async () => {
    arm('F44');
    expect((await search()).body.issue?.[0]?.diagnostics).toContain(BSN);
    arm('F44', { variant: 'create' });
    const { outcome, stored } = await create();
    expect(outcome).toMatchObject({ status: 422 });
    expect(outcome === 'no answer' ? '' : outcome.text).toContain(BSN);
    expect([sandbox.hits('F44'), stored]).toEqual([1, 1]);
  });
});

describe('writing', () => {
  test.each([
    ['F56', 409],
    ['F57', 413],
    ['F58', 422],
    ['F64', 403],
  ] as const)('%s the write is answered with %d and nothing is stored', async (name, status) => {
    arm(name);
    const { outcome, stored } = await create();
    expect(outcome).toMatchObject({ status });
    expect([sandbox.hits(name), stored]).toEqual([1, 0]);
  });

  test.each([
    ['drop-before', 'no answer', 0],
    ['drop-after', 'no answer', 1],
    ['timeout-after', 'no answer', 1],
    ['error-before', 500, 0],
    ['error-after', 500, 1],
  ] as const)('F59 %s: %s, stored %d', async (variant, expected, expectedStored) => {
    arm('F59', { variant });
    const { outcome, stored } = await create();
    expect(outcome === 'no answer' ? outcome : outcome.status).toBe(expected);
    expect([sandbox.hits('F59'), stored]).toEqual([1, expectedStored]);
  });

  test('F59 the look-up afterwards can be unreachable too, and is not counted', async () => {
    const lookUp = () => get(`/DocumentReference?patient=${patient}`);
    arm('F59', { variant: 'drop-after', lookup: 'unreachable', times: 1 });
    expect((await lookUp()).status).toBe(200);
    await create();
    await expect(lookUp()).rejects.toThrow();
    expect(sandbox.hits('F59')).toBe(1);
    sandbox.clearFaults();
    expect((await lookUp()).status).toBe(200);
  });

  test.each([
    ['bare', 201],
    ['accepted', 202],
    ['other-id', 200],
  ] as const)('F62 stored, but answered with %s', async (variant, status) => {
    arm('F62', { variant });
    const { outcome, stored } = await create();
    if (outcome === 'no answer') throw new Error(outcome);
    expect([outcome.status, outcome.headers.get('location'), stored]).toEqual([status, null, 1]);
    expect(variant === 'other-id' ? outcome.body.id : outcome.text).toBe(
      variant === 'other-id' ? 'other-document' : '',
    );
    expect(sandbox.hits('F62')).toBe(1);
  });

  test('F62 the Location is another server’s', async () => {
    arm('F62', { variant: 'foreign-location', foreign: foreign.origin });
    const { outcome } = await create();
    if (outcome === 'no answer') throw new Error(outcome);
    expect(outcome.headers.get('location')).toContain(`${foreign.origin}/fhir/r4/DocumentReference/`);
  });

  describe('F63 read back, the document differs', () => {
    let path: string;
    let original: FhirBody;
    beforeEach(async () => {
      const { outcome } = await create();
      if (outcome === 'no answer') throw new Error(outcome);
      original = outcome.body;
      path = `/DocumentReference/${original.id ?? ''}`;
    });

    test.each([
      ['hash', (body: FhirBody) => body.content?.[0]?.attachment.data],
      ['subject', (body: FhirBody) => body.subject?.reference],
      ['status', (body: FhirBody) => body.status],
    ] as const)('F63 in its %s, by read and by search', async (variant, field) => {
      arm('F63', { variant });
      expect(field((await get(path)).body)).not.toBe(field(original));
      const found = (await get(`/DocumentReference?_id=${original.id ?? ''}`)).body.entry?.[0]?.resource;
      expect(found && field(found)).not.toBe(field(original));
      expect(sandbox.hits('F63')).toBe(2);
      sandbox.clearFaults();
      expect(field((await get(path)).body)).toBe(field(original));
    });
  });
});

test('a fault is counted from 0 each time it is armed, and stays readable after it is cleared', async () => {
  sandbox.fault('F28');
  await get(`/Patient/${patient}`);
  sandbox.clearFaults();
  await get(`/Patient/${patient}`);
  expect(sandbox.hits('F28')).toBe(1);
  sandbox.fault('F28');
  expect(sandbox.hits('F28')).toBe(0);
});

test('the foreign server remembers what reached it, token and all', async () => {
  foreign.clearRequests();
  await fetch(`${foreign.origin}/fhir/r4/Condition?patient=x`, { headers: { authorization: 'Bearer leaked' } });
  expect(foreign.requests).toMatchObject([
    { method: 'GET', path: '/fhir/r4/Condition?patient=x', headers: { authorization: 'Bearer leaked' } },
  ]);
});

test('every switch has been tried here', () => {
  expect([...tested].sort()).toEqual([...FAULT_NAMES].sort());
});
