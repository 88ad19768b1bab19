import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { H1_HEADERS } from '../support/h1-headers.ts';

const CONFIG = { issuers: [{ iss: 'http://localhost:4100/fhir/r4', authOrigins: ['http://localhost:4100'] }] };

let sandbox: Sandbox;
let appDir: string;
const lines: string[] = [];

beforeAll(async () => {
  appDir = await mkdtemp(join(tmpdir(), 'sandbox-app-'));
  await mkdir(join(appDir, 'assets'));
  await Promise.all(
    Object.entries({
      'launch.html': '<!doctype html><title>Launch</title>',
      'index.html': '<!doctype html><title>App</title>',
      'config.json': JSON.stringify(CONFIG),
      'centres.csv': 'name',
      'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'assets/main-1a2b3c.js': 'export {};',
    }).map(([name, text]) => writeFile(join(appDir, name), text)),
  );
  sandbox = await startSandbox({ port: 0, appDir, accessLog: (line) => lines.push(line) });
});
afterAll(async () => {
  await sandbox.close();
  await rm(appDir, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(sandbox.origin + path, init);

test('H1 the app is served with exactly the headers a hospital has to set', async () => {
  const { headers } = await get('/index.html');
  const technical = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'content-length'];
  const sent = Object.fromEntries([...headers].filter(([name]) => !technical.includes(name)));
  expect(sent).toEqual({
    ...H1_HEADERS,
    'cache-control': 'no-store',
    'content-type': 'text/html;charset=utf-8',
  });
});

test.each([
  ['/launch.html', 'no-store', 'text/html;charset=utf-8'],
  ['/config.json', 'no-store', 'application/json;charset=utf-8'],
  ['/centres.csv', 'no-store', 'text/csv;charset=utf-8'],
  ['/icon.svg', 'no-store', 'image/svg+xml'],
  ['/assets/main-1a2b3c.js', 'public, max-age=31536000, immutable', 'text/javascript;charset=utf-8'],
])('H1 %s is kept by the browser as: %s', async (path, caching, type) => {
  const response = await get(path);
  expect([response.status, response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual([
    200,
    caching,
    type,
  ]);
});

test.each([
  '/missing.html',
  '/assets/missing.js',
  '/assets',
  '/index.html/x',
  '/..%2Fpackage.json',
  '/%00',
  '/some/page',
])('H1 %s is 404 with the same policy: no catch-all', async (path) => {
  const response = await get(path);
  expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).not.toContain('<title>');
});

test('the app is read, not written', async () => {
  expect((await get('/index.html', { method: 'POST' })).status).toBe(405);
  expect(await (await get('/index.html', { method: 'HEAD' })).text()).toBe('');
});

test('config.json names the sandbox by its real address', async () => {
  const text = await (await get('/config.json')).text();
  expect(text).toContain(`${sandbox.origin}/fhir/r4`);
  expect(text).not.toContain('localhost:4100');
});

test('a config of your own goes before the one in the folder, and may be made from the origin', async () => {
  const configs = [{ own: true }, (origin: string) => ({ origin })];
  const read = await Promise.all(
    configs.map(async (config) => {
      const other = await startSandbox({ port: 0, appDir, config, connectTo: ['https://fhir.example'] });
      const response = await fetch(`${other.origin}/config.json`);
      expect(response.headers.get('content-security-policy')).toContain("connect-src 'self' https://fhir.example;");
      const body: unknown = await response.json();
      await other.close();
      return { body, origin: other.origin };
    }),
  );
  expect(read[0]?.body).toEqual({ own: true });
  expect(read[1]?.body).toEqual({ origin: read[1]?.origin });
});

test('F46 the access log names no query string', async () => {
  await (await get('/launch.html?iss=x&launch=secret')).text();
  await expect.poll(() => lines.at(-1)).toBe('GET /launch.html 200');
  expect(lines.join('\n')).not.toMatch(/[?]|secret/);
});

test('requests are logged by the part they were meant for', async () => {
  sandbox.clearRequests();
  for (const path of [
    '/index.html?code=1',
    '/fhir/r4/Condition?patient=1',
    '/fhir/r4/metadata',
    '/fhir/r4/.well-known/smart-configuration',
    '/jwks',
    '/',
    '/ehr/ehr.css',
  ]) {
    await get(path);
  }
  expect(sandbox.requests).toEqual([
    { server: 'app', method: 'GET', path: '/index.html' },
    { server: 'fhir', method: 'GET', path: '/fhir/r4/Condition', type: 'Condition' },
    { server: 'fhir', method: 'GET', path: '/fhir/r4/metadata', type: 'metadata' },
    { server: 'auth', method: 'GET', path: '/fhir/r4/.well-known/smart-configuration' },
    { server: 'auth', method: 'GET', path: '/jwks' },
    { server: 'ehr', method: 'GET', path: '/' },
    { server: 'ehr', method: 'GET', path: '/ehr/ehr.css' },
  ]);
  sandbox.clearRequests();
  expect(sandbox.requests).toEqual([]);
});

test('a taken port is said as such', async () => {
  await expect(startSandbox({ port: Number(new URL(sandbox.origin).port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
