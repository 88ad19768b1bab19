import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstOf, together } from '../../commands/conformance/server/checks.ts';
import { startTokenProxy, type TokenProxy } from '../../commands/conformance/server/token-proxy.ts';

interface Heard {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const heard: Heard[] = [];
let server: Server;
let fhirServer: string;
let proxy: TokenProxy;

beforeEach(async () => {
  heard.length = 0;
  server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ line: `${request.method ?? ''} ${request.url ?? ''}`, headers: request.headers, body });
      response.writeHead(201, { etag: 'W/"1"', connection: 'keep-alive' }).end('stored');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fhirServer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/inner`;
  proxy = await startTokenProxy({ fhirServer, token: 'right' });
});

afterEach(async () => {
  await proxy.close();
  await new Promise((resolve) => server.close(resolve));
});

const ask = (target: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('authorization', 'Bearer right');
  return fetch(`${proxy.fhirBaseUrl}${target}`, { ...init, headers });
};
const post = (target = '/DocumentReference'): Promise<Response> => ask(target, { method: 'POST', body: '{}' });

describe('the proxy before the FHIR server', () => {
  it.each([
    ['no token', {}],
    ['another token', { authorization: 'Bearer wrong' }],
    ['the token without its scheme', { authorization: 'right' }],
    ['more than the token', { authorization: 'Bearer right, right' }],
  ])('turns away who comes with %s, and counts it', async (_, headers) => {
    const response = await fetch(`${proxy.fhirBaseUrl}/Patient/1`, { headers: { ...headers } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(proxy.refused).toMatchObject([{ method: 'GET', target: '/Patient/1', status: 401 }]);
    expect([proxy.passed, heard]).toEqual([[], []]);
  });

  it('passes all else on as it came, without the token, and counts it', async () => {
    const headers = { 'if-none-exist': 'identifier=a', 'content-type': 'application/fhir+json' };
    const response = await ask('/DocumentReference?x=1', { method: 'POST', body: '{"a":1}', headers });
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([201, 'W/"1"', 'stored']);
    expect(heard).toMatchObject([{ line: 'POST /inner/DocumentReference?x=1', body: '{"a":1}', headers }]);
    expect(heard[0]?.headers.authorization).toBeUndefined();
    expect(proxy.passed).toMatchObject([{ method: 'POST', target: '/DocumentReference?x=1', status: 201 }]);
    expect(proxy.refused).toEqual([]);
  });

  it('tells the server under which address it is known, or nothing', async () => {
    await post();
    expect(heard[0]?.headers).toMatchObject({
      'x-forwarded-proto': 'http',
      'x-forwarded-host': new URL(proxy.origin).host,
      'x-forwarded-prefix': '/fhir/r4',
    });
    await proxy.close();
    proxy = await startTokenProxy({ fhirServer, token: 'right', tells: () => null });
    await post();
    expect(Object.keys(heard[1]?.headers ?? {}).filter((name) => name.startsWith('x-'))).toEqual([]);
  });

  it.each(['/fhir/r4x/Patient', '/fhir', '/'])('knows nothing at %s', async (path) => {
    const response = await fetch(`${proxy.origin}${path}`, { headers: { authorization: 'Bearer right' } });
    expect(response.status).toBe(404);
    expect(heard).toEqual([]);
  });

  it('drops the line before the server has heard, or after', async () => {
    proxy.intervene(() => 'drop-before');
    await expect(post()).rejects.toThrow();
    expect([heard.length, proxy.passed.length]).toEqual([0, 0]);
    proxy.intervene(() => 'drop-after');
    await expect(post()).rejects.toThrow();
    expect(heard.length).toBe(1);
    expect(proxy.passed).toMatchObject([{ status: null }]);
  });

  it('treats one request otherwise, and the next as before', async () => {
    proxy.intervene(firstOf('POST', () => 'refuse'));
    expect([(await ask('/metadata')).status, (await post()).status, (await post()).status]).toEqual([201, 401, 201]);
    expect(proxy.refused.length).toBe(1);
  });

  it('lets none of those go that must come together until all are there', async () => {
    proxy.intervene(together('POST', 2));
    const first = post();
    expect((await ask('/metadata')).status).toBe(201);
    expect(heard.map(({ line }) => line)).toEqual(['GET /inner/metadata']);
    await Promise.all([first, post()]);
    expect(heard.length).toBe(3);
  });
});
