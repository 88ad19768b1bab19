// What the sandbox must refuse; an EHR that allows too much proves nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { documentFor, SCOPE, SmartClient } from '../../sandbox/smart-client.ts';

let sandbox: Sandbox;
let client: SmartClient;
let own: string;
let other: string;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = new SmartClient(sandbox);
  own = sandbox.patientId('aml');
  other = sandbox.patientId('darm');
});
afterAll(() => sandbox.close());

const statusOf = async (...request: Parameters<SmartClient['fhir']>) => (await client.fhir(...request)).status;

test('a good launch gives a token with patient, encounter and id_token', async () => {
  const granted = await client.signIn();
  expect(granted).toMatchObject({ status: 200, patient: own, encounter: 'enc-4106' });
  expect(granted.id_token).toBeTruthy();
  expect(granted.refresh_token).toBeTruthy();
  expect(await statusOf(granted.access_token, `/Patient/${own}`)).toBe(200);
});

test('F15 a launch without an encounter gives a token without one', async () => {
  expect(await client.signIn({ patient: 'aml', encounter: null })).not.toHaveProperty('encounter');
  expect(await client.signIn({ patient: 'melanoom' })).not.toHaveProperty('encounter');
});

test('the signed-in clinician stands in the id_token; the oncologist unless another is named', async () => {
  const fhirUserOf = async (user?: string) => {
    const { id_token: token = '' } = await client.signIn({ patient: 'aml', ...(user === undefined ? {} : { user }) });
    return (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { fhirUser: string })
      .fhirUser;
  };
  expect(await fhirUserOf()).toBe(`${sandbox.fhirBaseUrl}/Practitioner/prac-postma`);
  expect(await fhirUserOf('prac-brands')).toBe(`${sandbox.fhirBaseUrl}/Practitioner/prac-brands`);
});

test.each<[string, Record<string, string | null>]>([
  ['without PKCE', { code_challenge: null, code_challenge_method: null }],
  ['with plain PKCE', { code_challenge_method: 'plain' }],
  ['for another FHIR server', { aud: 'http://other.example/fhir' }],
  ['for an unknown launch', { launch: 'made-up' }],
])('authorize is refused %s', async (_how, overrides) => {
  expect((await client.authorize(overrides)).error).toBe('invalid_request');
});

test('authorize never redirects to an unregistered address or for an unknown client', async () => {
  for (const overrides of [{ redirect_uri: 'http://other.example/cb' }, { client_id: 'x' }]) {
    expect(await client.authorize(overrides)).toMatchObject({ status: 400, location: null, code: null });
  }
});

test('an unknown scope is dropped from the grant, so the app must compare', async () => {
  const granted = await client.signIn(undefined, { scope: `${SCOPE} patient/Nonsense.rs` });
  expect(granted.status).toBe(200);
  expect(granted.scope).not.toContain('Nonsense');
});

test('scopes of SMART v1 and v2 are both granted and enforced', async () => {
  const v1 = await client.signIn(undefined, { scope: 'launch openid patient/Patient.read patient/Condition.read' });
  expect(await statusOf(v1.access_token, `/Condition?patient=${own}`)).toBe(200);
  expect(await statusOf(v1.access_token, '/DocumentReference', { method: 'POST', body: documentFor(own) })).toBe(403);
  const v2 = await client.signIn(undefined, { scope: 'launch openid user/PractitionerRole.rs patient/CareTeam.s' });
  expect(await statusOf(v2.access_token, '/PractitionerRole/role-brands')).toBe(200);
  expect(await statusOf(v2.access_token, `/CareTeam?patient=${own}`)).toBe(200);
  expect(await statusOf(v2.access_token, '/CareTeam/team-4101')).toBe(403);
});

test('token refuses a wrong verifier, a made-up code and a wrong redirect_uri', async () => {
  const code = async () => (await client.authorize()).code ?? '';
  expect(await client.token({ code: await code(), code_verifier: 'A'.repeat(43) })).toMatchObject({
    status: 400,
    error: 'invalid_grant',
  });
  expect((await client.token({ code: 'made-up' })).error).toBe('invalid_grant');
  expect((await client.token({ code: await code(), redirect_uri: `${sandbox.origin}/x` })).error).toBe('invalid_grant');
});

test('a code used twice revokes the first token too', async () => {
  const { code } = await client.authorize();
  const first = await client.token({ code: code ?? '' });
  expect(first.status).toBe(200);
  expect((await client.token({ code: code ?? '' })).error).toBe('invalid_grant');
  expect(await statusOf(first.access_token, `/Patient/${own}`)).toBe(401);
});

test('refresh rotates, keeps the launch context, and a used refresh token is refused', async () => {
  const granted = await client.signIn();
  const refresh = () => client.token({ grant_type: 'refresh_token', refresh_token: granted.refresh_token ?? '' });
  const second = await refresh();
  expect(second).toMatchObject({ status: 200, patient: own });
  expect(second.refresh_token).not.toBe(granted.refresh_token);
  expect((await refresh()).error).toBe('invalid_grant');
});

test('refresh of a public client without client_id is refused', async () => {
  const { refresh_token: refreshToken = '' } = await client.signIn();
  const response = await fetch(`${sandbox.origin}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  });
  expect(response.status).toBe(400);
});

test('FHIR refuses no token, a made-up token, another patient, another type, an action outside the scope', async () => {
  const { access_token: granted } = await client.signIn();
  expect(await statusOf(null, `/Patient/${own}`)).toBe(401);
  expect(await statusOf('made-up', `/Patient/${own}`)).toBe(401);
  expect(await statusOf(granted, `/Patient/${other}`)).toBe(403);
  expect(await statusOf(granted, '/Encounter/enc-4106')).toBe(403);
  const condition = { resourceType: 'Condition', subject: { reference: `Patient/${own}` } };
  expect(await statusOf(granted, '/Condition', { method: 'POST', body: condition })).toBe(403);
  expect(await statusOf(granted, '/DocumentReference', { method: 'POST', body: documentFor(other) })).toBe(403);
});

test('a search for another patient shows nothing of them', async () => {
  const { access_token: granted } = await client.signIn();
  expect((await client.fhir(granted, `/Condition?patient=${other}`)).body.entry).toEqual([]);
});

test('each launch keeps its own patient', async () => {
  const first = await client.signIn({ patient: 'aml' });
  const second = await client.signIn({ patient: 'darm' });
  expect(second.patient).toBe(other);
  expect(await statusOf(first.access_token, `/Patient/${own}`)).toBe(200);
  expect(await statusOf(second.access_token, `/Patient/${own}`)).toBe(403);
});

test('an expired access token is 401', async () => {
  const shortLived = await startSandbox({ port: 0, accessTokenSeconds: 1 });
  try {
    const visitor = new SmartClient(shortLived);
    const { access_token: granted } = await visitor.signIn();
    expect((await visitor.fhir(granted, `/Patient/${own}`)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await visitor.fhir(granted, `/Patient/${own}`)).status).toBe(401);
  } finally {
    await shortLived.close();
  }
});
