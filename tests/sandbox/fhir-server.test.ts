import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredResource } from '../../sandbox/fixtures.ts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { documentFor, SmartClient } from '../../sandbox/smart-client.ts';

let sandbox: Sandbox;
let client: SmartClient;
let granted: string;
let patient: string;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = new SmartClient(sandbox);
  granted = (await client.signIn()).access_token;
  patient = sandbox.patientId('aml');
});
afterAll(() => sandbox.close());

const post = (body: object, headers?: Record<string, string>) =>
  client.fhir(granted, '/DocumentReference', { method: 'POST', body, ...(headers ? { headers } : {}) });

test('the leukaemia of a long chart stands on the third page, reached by next links only', async () => {
  let path: string | undefined = `/Condition?patient=${patient}`;
  const pages: string[][] = [];
  while (path !== undefined) {
    const { body } = await client.fhir(granted, path);
    pages.push((body.entry ?? []).map(({ resource }) => resource.id ?? ''));
    path = body.link?.find(({ relation }) => relation === 'next')?.url.slice(sandbox.fhirBaseUrl.length);
  }
  expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(pages[2]).toContain('cond-4106-45');
});

test('an invalid document is 422 and is not stored', async () => {
  expect((await post({ ...documentFor(patient), status: undefined })).status).toBe(422);
  expect((await post({ ...documentFor(patient), bogus: 1 })).status).toBe(422);
  expect(await sandbox.documents('aml')).toEqual([]);
});

test('what is not a FHIR resource is 400', async () => {
  expect((await post([])).status).toBe(400);
  expect((await post({})).status).toBe(400);
});

test('If-None-Exist makes a repeat harmless; Location and ETag say where and which version', async () => {
  const once = { 'if-none-exist': 'identifier=urn:demo|one' };
  const [first, second] = [await post(documentFor(patient), once), await post(documentFor(patient), once)];
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body.id).toBe(first.body.id);
  expect(first.headers.get('location')).toBe(`${sandbox.fhirBaseUrl}/DocumentReference/${first.body.id ?? ''}`);
  expect(first.headers.get('etag')).toMatch(/^W\/".+"$/);
  expect((await sandbox.documents('aml')).map(({ id }) => id)).toEqual([first.body.id]);
});

test.each([
  ['patient id and identifier', () => `patient=${patient}&identifier=${encodeURIComponent('urn:demo|search')}`, 1],
  ['patient reference', () => `patient=Patient/${patient}&identifier=urn:demo|search`, 1],
  ['subject', () => `subject=Patient/${patient}&identifier=urn:demo|search`, 1],
  ['system only', () => `patient=${patient}&identifier=urn:demo|`, 2],
  ['another value', () => `patient=${patient}&identifier=urn:demo|none`, 0],
  ['another system', () => `patient=${patient}&identifier=urn:other|search`, 0],
])('a document is found by %s', async (_by, query, count) => {
  await post(documentFor(patient), { 'if-none-exist': 'identifier=urn:demo|one' });
  await post(documentFor(patient, 'search'), { 'if-none-exist': 'identifier=urn:demo|search' });
  expect((await client.fhir(granted, `/DocumentReference?${query()}`)).body.total).toBe(count);
});

test('a document is updated in place, with a new version', async () => {
  const { body, headers } = await post(documentFor(patient, 'update'));
  const path = `/DocumentReference/${body.id ?? ''}`;
  const put = await client.fhir(granted, path, { method: 'PUT', body: { ...body, status: 'superseded' } });
  expect(put.status).toBe(200);
  expect(put.headers.get('etag')).not.toBe(headers.get('etag'));
  expect((await client.fhir(granted, path)).body.status).toBe('superseded');
});

test('an attachment over 1 MiB is accepted', async () => {
  const big = documentFor(patient, 'big');
  const data = Buffer.alloc(2 * 1024 * 1024, 1).toString('base64');
  const content = [{ attachment: { contentType: 'application/pdf', data } }];
  expect((await post({ ...big, content })).status).toBe(201);
});

test('a failing transaction leaves nothing behind', async () => {
  const good = documentFor(patient, 'transaction');
  const bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      { request: { method: 'POST', url: 'DocumentReference' }, resource: good },
      { request: { method: 'PUT', url: 'DocumentReference/none' }, resource: { ...good, id: 'other' } },
    ],
  };
  const answer = await client.fhir(granted, '/', { method: 'POST', body: bundle });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect((await client.fhir(granted, '/DocumentReference?identifier=urn:demo|transaction')).body.total).toBe(0);
});

test('metadata says R4, conditional create of documents, and the searches that are there', async () => {
  const response = await fetch(`${sandbox.fhirBaseUrl}/metadata`);
  const statement = (await response.json()) as {
    fhirVersion: string;
    rest: { resource: { type: string; conditionalCreate?: boolean; searchParam: { name: string }[] }[] }[];
  };
  const document = statement.rest[0]?.resource.find(({ type }) => type === 'DocumentReference');
  expect(statement.fhirVersion).toBe('4.0.1');
  expect(document?.conditionalCreate).toBe(true);
  expect(document?.searchParam.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['patient', 'subject', 'identifier', 'type']),
  );
});

test('a resource of your own is put under its id', async () => {
  await sandbox.put({
    resourceType: 'Condition',
    id: 'own-condition',
    subject: { reference: `Patient/${sandbox.patientId('melanoom')}` },
    code: { text: '<script>alert(1)</script>' },
  });
  const { access_token: token } = await client.signIn({ patient: 'melanoom' });
  expect((await client.fhir(token, '/Condition/own-condition')).status).toBe(200);
});

test.each([
  ['GET', '/Patient/OTHER/_history'],
  ['GET', '/Condition/other-condition/_history'],
  ['GET', '/DocumentReference/other-document/_history/1'],
  ['DELETE', '/DocumentReference/other-document'],
  ['PUT', '/DocumentReference/other-document'],
])('another patient is out of reach: %s %s', async (method, path) => {
  const other = sandbox.patientId('melanoom');
  const document: StoredResource = {
    ...documentFor(other, 'other'),
    resourceType: 'DocumentReference',
    status: 'current',
    id: 'other-document',
  };
  await sandbox.put(document);
  await sandbox.put({ resourceType: 'Condition', id: 'other-condition', subject: { reference: `Patient/${other}` } });
  const body = method === 'PUT' ? { ...documentFor(patient, 'mine'), id: 'other-document' } : undefined;
  const answer = await client.fhir(granted, path.replace('OTHER', other), { method, ...(body && { body }) });
  expect([403, 404]).toContain(answer.status);
  expect((await sandbox.documents('melanoom')).map(({ id }) => id)).toContain('other-document');
});
