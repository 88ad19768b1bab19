// A server outside the hospital: nothing of the app may ever reach it, so it remembers everything that does.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { LOGIN_PAGE } from './faults/fault.ts';
import { answer } from './http.ts';

export interface ForeignRequest {
  readonly method: string;
  /** With its query: what leaked is what a test wants to see. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ForeignServer {
  /** `http://localhost:<port>`, another origin than the sandbox's. */
  readonly origin: string;
  /** Every request, oldest first. */
  readonly requests: readonly ForeignRequest[];
  readonly clearRequests: () => void;
  /** Address of a page on this server that frames another one (F45). */
  readonly framing: (address: string) => string;
  readonly close: () => Promise<void>;
}

const EMPTY_SEARCH = { resourceType: 'Bundle', type: 'searchset', total: 0, entry: [] };

/** Starts the foreign server on a free port. It answers as if it were an EHR, so that following it would seem to work. */
export async function startForeignServer(): Promise<ForeignServer> {
  const requests: ForeignRequest[] = [];
  const server = createServer((request, response) => {
    void record(request, response, requests);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, 'localhost', resolve);
  });
  const address = server.address();
  const origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    origin,
    requests,
    clearRequests: () => {
      requests.length = 0;
    },
    framing: (framed) => `${origin}/frame?address=${encodeURIComponent(framed)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function record(request: IncomingMessage, response: ServerResponse, requests: ForeignRequest[]): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', url: path = '/', headers } = request;
  requests.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') });
  response.setHeader('access-control-allow-origin', headers.origin ?? '*');
  response.setHeader('access-control-allow-headers', 'authorization,content-type,if-none-exist,if-match,prefer');
  if (method === 'OPTIONS') response.writeHead(204).end();
  else if (path.startsWith('/fhir/')) json(response, 'application/fhir+json', EMPTY_SEARCH);
  else if (path.startsWith('/token'))
    json(response, 'application/json', { access_token: 'stolen', token_type: 'Bearer' });
  else page(response, path);
}

function json(response: ServerResponse, type: string, body: object): void {
  answer(response, 200, JSON.stringify(body), { 'content-type': type });
}

function page(response: ServerResponse, path: string): void {
  const query = new URLSearchParams(path.split('?')[1] ?? '');
  const framed = query.get('address');
  const source = framed?.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const body =
    source === undefined ? LOGIN_PAGE : `<!doctype html><title>Frame</title><iframe src="${source}"></iframe>`;
  answer(response, 200, body, { 'content-type': 'text/html;charset=utf-8' });
}
