import { readFileSync } from 'node:fs';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { loadRuntimeConfig } from '../../src/config/load-config.ts';

const ADDRESS = 'https://route.delinde.example/config.json';
const msw = setupServer();

beforeAll(() => {
  msw.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  msw.resetHandlers();
});
afterAll(() => {
  msw.close();
});

const cutOff = (): Response => {
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    controller.error(new TypeError('dropped'));
  };
  return new HttpResponse(new ReadableStream({ pull }), { headers: { 'content-length': '400' } });
};

test('the file of an installation is read', async () => {
  msw.use(http.get(ADDRESS, () => HttpResponse.text(readFileSync('public/config.json', 'utf8'))));
  expect((await loadRuntimeConfig(ADDRESS)).kind).toBe('config');
});

test.each<[string, () => Response, string]>([
  ['that is missing', () => new HttpResponse(null, { status: 404 }), 'is niet gevonden (antwoord 404)'],
  ['that cannot be reached', () => HttpResponse.error(), 'is niet bereikbaar'],
  ['that breaks off halfway', cutOff, 'is niet bereikbaar'],
  [
    'that lies elsewhere',
    () => new HttpResponse(null, { status: 302, headers: { location: 'https://evil.nl/config.json' } }),
    'is niet bereikbaar',
  ],
  ['that is answered by a page', () => HttpResponse.html('<!doctype html>'), 'is geen JSON'],
  ['that is empty', () => HttpResponse.text(''), 'is geen JSON'],
  ['that is half', () => HttpResponse.text('{"hospital":'), 'is geen JSON'],
])('F08 a file %s is a fault in words, and no default takes its place', async (_, answer, fault) => {
  msw.use(http.get(ADDRESS, answer));
  expect(await loadRuntimeConfig(ADDRESS)).toEqual({ kind: 'faults', faults: [`config.json: ${fault}.`] });
});

test('the file is asked for anew each time, without cookies', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValueOnce(Response.json({}));
  await loadRuntimeConfig(ADDRESS);
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ cache: 'no-store', credentials: 'omit', redirect: 'error' });
  fetched.mockRestore();
});
