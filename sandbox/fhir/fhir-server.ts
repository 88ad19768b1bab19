// The FHIR side over HTTP: token, scopes, patient compartment, validation, paging links, headers, armed faults.
import type { BundleLink, FhirResource } from 'fhir/r4';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { smartConfiguration } from '../auth/smart-configuration.ts';
import type { Access, SignInServer } from '../auth/sign-in-server.ts';
import type { ChartReader, FhirRequest, Reply } from '../faults/fault.ts';
import type { Faults } from '../faults/faults.ts';
import type { SandboxSettings } from '../options.ts';
import { FHIR_PATH } from '../request-log.ts';
import { refusalOf, withinAccess } from './access-check.ts';
import { entriesOf } from './bundle-entries.ts';
import { capabilityStatement } from './capability-statement.ts';
import { operationOutcome } from './operation-outcome.ts';
import { ProfiledStore } from './profiled-store.ts';
import { SERVERS, type ServerProfile } from './server-profile.ts';
import type { FhirStore, StoreAnswer } from './store.ts';

/** However many are asked for: a server may always give fewer. */
const MOST_ON_A_PAGE = 20;
const JSON_TYPE = 'application/json';
const FHIR_TYPE = 'application/fhir+json;charset=utf-8';

export interface FhirServerParts {
  readonly settings: SandboxSettings;
  readonly store: FhirStore;
  readonly signIn: SignInServer;
  readonly faults: Faults;
  readonly chart: ChartReader;
}

/** Answers one request under the FHIR base. */
export class FhirServer {
  readonly #parts: FhirServerParts;
  readonly #profile: ServerProfile;
  readonly #documents: ProfiledStore;

  constructor(parts: FhirServerParts) {
    const { profile, fhirBaseUrl } = parts.settings;
    this.#parts = parts;
    this.#profile = SERVERS[profile];
    this.#documents = new ProfiledStore(parts.store, profile, fhirBaseUrl);
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    allowCrossOrigin(request, response);
    const path = url.pathname.slice(FHIR_PATH.length) || '/';
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else if (path === '/.well-known/smart-configuration') await this.#discovery(response);
    else if (path === '/metadata') send(response, 200, capabilityStatement(this.#profile));
    else await this.#interaction(request, response, { url, path });
  }

  async #discovery(response: ServerResponse): Promise<void> {
    const document = smartConfiguration(this.#parts.settings.origin);
    const reply = this.#parts.faults.discovery(document);
    if (reply && (await deliver(response, reply, JSON_TYPE))) return;
    send(response, 200, document, {}, JSON_TYPE);
  }

  async #interaction(
    request: IncomingMessage,
    response: ServerResponse,
    { url, path }: { url: URL; path: string },
  ): Promise<void> {
    const { signIn, faults, chart } = this.#parts;
    const access = await signIn.accessOf(bearerOf(request));
    if (!access) {
      send(response, 401, operationOutcome('login', 'missing, unknown or expired access token'), {
        'www-authenticate': 'Bearer realm="fhir", error="invalid_token"',
      });
      return;
    }
    const body = await readBody(request);
    if (body === 'unreadable') {
      send(response, 400, operationOutcome('structure', 'body is not a FHIR resource'));
      return;
    }
    const parts = path.split('/').filter(Boolean);
    const [type = '', id] = parts;
    const asked: FhirRequest = {
      method: request.method ?? 'GET',
      path,
      type,
      id,
      url,
      body,
      patientId: access.patientId,
    };
    const early = faults.before(asked);
    if (early && (await deliver(response, early))) return;

    const answer = await this.#answer(asked, { request, access, parts });
    const late = await faults.after(asked, answer, chart);
    if (late && (await deliver(response, late))) return;
    const written = asked.method === 'POST' || asked.method === 'PUT';
    const silent = written && answer.status < 300 && !this.#profile.returnsWritten;
    send(response, answer.status, silent ? '' : answer.resource, this.#headersOf(asked, answer));
  }

  async #answer(
    asked: FhirRequest,
    { request, access, parts }: { request: IncomingMessage; access: Access; parts: readonly string[] },
  ): Promise<StoreAnswer> {
    const { store } = this.#parts;
    const { method, path, url, body } = asked;
    const refusal = await refusalOf(store, access, { method, parts, body });
    if (refusal) return refusal;
    const searchParams = new URLSearchParams(url.search);
    // Left to itself Medplum gives everything at once.
    if (method === 'GET' && asked.id === undefined) searchParams.set('_count', String(pageSizeOf(url)));
    const stored = await this.#documents.handle({ method, path, searchParams, body, headers: request.headers });
    return this.#asPage(withinAccess(stored, access, parts), asked);
  }

  /** Medplum's memory repository pages by _count and _offset but writes neither links nor addresses. */
  #asPage(answer: StoreAnswer, { url }: FhirRequest): StoreAnswer {
    const { resource } = answer;
    if (resource.resourceType !== 'Bundle' || resource.type !== 'searchset') return answer;
    const { fhirBaseUrl } = this.#parts.settings;
    const entry = entriesOf(resource).map((one) => ({
      ...one,
      fullUrl: `${fhirBaseUrl}/${one.resource?.resourceType ?? ''}/${one.resource?.id ?? ''}`,
    }));
    return { ...answer, resource: { ...resource, entry, link: pageLinks(url, resource.total ?? 0) } };
  }

  #headersOf({ method }: FhirRequest, { resource }: StoreAnswer): OutgoingHttpHeaders {
    const { id, meta, resourceType } = resource;
    if (id === undefined || meta?.versionId === undefined) return {};
    const base = this.#profile.location === 'absolute' ? `${this.#parts.settings.fhirBaseUrl}/` : '';
    return {
      ...(this.#profile.etag ? { etag: `W/"${meta.versionId}"` } : {}),
      'last-modified': new Date(meta.lastUpdated ?? 0).toUTCString(),
      ...(method === 'POST' ? { location: `${base}${resourceType}/${id}` } : {}),
    };
  }
}

function pageSizeOf(url: URL): number {
  return Math.min(Number(url.searchParams.get('_count') ?? MOST_ON_A_PAGE), MOST_ON_A_PAGE);
}

function pageLinks(url: URL, total: number): BundleLink[] {
  const count = pageSizeOf(url);
  const offset = Number(url.searchParams.get('_offset') ?? 0) + count;
  const self = { relation: 'self', url: url.href };
  if (offset >= total) return [self];
  const next = new URL(url);
  next.searchParams.set('_count', String(count));
  next.searchParams.set('_offset', String(offset));
  return [self, { relation: 'next', url: next.href }];
}

/** Carries out the reply of a fault; false when the ordinary answer is still to be given. */
async function deliver(response: ServerResponse, reply: Reply, type = FHIR_TYPE): Promise<boolean> {
  switch (reply.kind) {
    case 'answer':
      send(response, reply.status, reply.body ?? '', reply.headers, type);
      return true;
    case 'drop':
      response.socket?.destroy();
      return true;
    case 'hold':
      return true;
    case 'wait':
      await reply.until();
      return false;
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: string | object,
  headers: OutgoingHttpHeaders = {},
  type = FHIR_TYPE,
): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function allowCrossOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-expose-headers', 'location,etag,content-location,retry-after');
  response.setHeader('access-control-allow-headers', 'authorization,content-type,if-none-exist,if-match,prefer');
  response.setHeader('access-control-allow-methods', 'GET,POST,PUT,PATCH,DELETE');
}

function bearerOf(request: IncomingMessage): string {
  return (request.headers.authorization ?? '').replace(/^Bearer /, '');
}

function isResource(parsed: unknown): parsed is FhirResource {
  return typeof parsed === 'object' && parsed !== null && 'resourceType' in parsed;
}

async function readBody(request: IncomingMessage): Promise<FhirResource | undefined | 'unreadable'> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return isResource(parsed) ? parsed : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
