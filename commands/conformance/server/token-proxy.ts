import {
  createServer,
  request as askServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What came by. */
export interface PassedRequest {
  readonly method: string;
  /** After the FHIR base, with its query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** As answered to the app; null for a line that was dropped. */
  readonly status: number | null;
}

/** What happens to one request: let through, turned away like an expired token, or dropped before or after the server did its work. */
export type Treatment = 'pass' | 'refuse' | 'drop-before' | 'drop-after';

/** Decides about a request, and may hold it up by taking its time. */
export type Intervention = (request: Pick<PassedRequest, 'method' | 'target'>) => Treatment | Promise<Treatment>;

/** The only way in to a FHIR server: a reverse proxy that lets nobody through without the token. */
export interface TokenProxy {
  readonly origin: string;
  /** The address by which the app knows the FHIR server. */
  readonly fhirBaseUrl: string;
  readonly token: string;
  /** Requests that reached the server, oldest first. */
  readonly passed: readonly PassedRequest[];
  /** Requests that came without the token, or were turned away. */
  readonly refused: readonly PassedRequest[];
  /** From now on; null lets all through again. */
  readonly intervene: (intervention: Intervention | null) => void;
  readonly close: () => Promise<void>;
}

const PUBLIC_PATH = '/fhir/r4';
/** They are about one connection, or belong to this side of the proxy only. The token goes no further than the proxy. */
const OWN_HEADERS = ['authorization', 'connection', 'host', 'keep-alive', 'transfer-encoding'];

interface Settings {
  readonly fhirServer: string;
  readonly token: string;
  /** Scheme and host that the server is told it has; null tells it nothing, so that it names its own address. */
  readonly tells: (origin: string) => string | null;
}

interface State {
  readonly passed: PassedRequest[];
  readonly refused: PassedRequest[];
  intervention: Intervention | null;
  origin: string;
}

/** Starts one on a free port before the FHIR server at `fhirServer`. */
export async function startTokenProxy(
  settings: Omit<Settings, 'tells'> & Partial<Pick<Settings, 'tells'>>,
): Promise<TokenProxy> {
  const within: Settings = { tells: (origin) => origin, ...settings };
  const state: State = { passed: [], refused: [], intervention: null, origin: '' };
  const server = createServer((request, response) => {
    answer(within, state, request, response).catch(() => {
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: state.origin,
    fhirBaseUrl: `${state.origin}${PUBLIC_PATH}`,
    token: settings.token,
    passed: state.passed,
    refused: state.refused,
    intervene: (intervention) => {
      state.intervention = intervention;
    },
    close: () => close(server),
  };
}

async function answer(
  settings: Settings,
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', headers, url = '' } = request;
  const body = await buffer(request);
  // With a fresh connection each time a dropped answer stays one: no client repeats it by itself.
  response.setHeader('connection', 'close');
  const known = url === PUBLIC_PATH || url.startsWith(`${PUBLIC_PATH}/`) || url.startsWith(`${PUBLIC_PATH}?`);
  if (!known) {
    response.writeHead(404).end();
    return;
  }
  const seen = { method, target: url.slice(PUBLIC_PATH.length), headers };
  const treatment = headers.authorization === `Bearer ${settings.token}` ? await treat(state, seen) : 'refuse';
  if (treatment === 'refuse') {
    state.refused.push({ ...seen, status: 401 });
    response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    return;
  }
  if (treatment === 'drop-before') {
    response.destroy();
    return;
  }
  const answered = await forward(settings, state.origin, seen, body);
  const dropped = treatment === 'drop-after';
  state.passed.push({ ...seen, status: dropped ? null : answered.status });
  if (dropped) response.destroy();
  else response.writeHead(answered.status, answered.headers).end(answered.body);
}

async function treat({ intervention }: State, seen: Pick<PassedRequest, 'method' | 'target'>): Promise<Treatment> {
  return intervention === null ? 'pass' : intervention(seen);
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks the server the same, and tells it by X-Forwarded-… under which address it is known. */
function forward(
  { fhirServer, tells }: Settings,
  origin: string,
  { method, target, headers }: Omit<PassedRequest, 'status'>,
  body: Buffer,
): Promise<Answered> {
  const told = tells(origin);
  const known = told === null ? null : new URL(told);
  const forwarded = known && {
    'x-forwarded-proto': known.protocol.slice(0, -1),
    'x-forwarded-host': known.host,
    'x-forwarded-prefix': PUBLIC_PATH,
  };
  return new Promise((resolve, reject) => {
    const options = { method, headers: { ...withoutOwn(headers), ...forwarded, 'content-length': body.length } };
    const asked = askServer(`${fhirServer}${target}`, options, (response) => {
      buffer(response).then((bytes) => {
        resolve({ status: response.statusCode ?? 0, headers: withoutOwn(response.headers), body: bytes });
      }, reject);
    });
    asked.once('error', reject).end(body);
  });
}

function withoutOwn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_HEADERS.includes(name)));
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
