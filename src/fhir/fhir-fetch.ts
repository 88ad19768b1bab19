import type { FhirResource } from 'fhir/r4';
import { readBody, type AnswerBody } from './answer-body.ts';
import { endsSession, FhirReadError } from './fhir-error.ts';
import { urlInside } from './fhir-url.ts';
import { issuesOf } from './operation-outcome.ts';
import type { Session } from './open-session.ts';
import { sleep, waitBefore } from './retry.ts';

/** How long, how much and how often one exchange may take. */
export interface FhirLimits {
  /** For one try, the body included. */
  readonly timeMs: number;
  /** Of one answer. */
  readonly bytes: number;
  readonly tries: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export const FHIR_LIMITS: FhirLimits = { timeMs: 30_000, bytes: 20_000_000, tries: 3, sleep };

/** A resource that was read, and what it weighed on the line. */
export interface FhirAnswer {
  readonly resource: FhirResource;
  readonly bytes: number;
}

/** How a write ended. Any status is an answer; without one nobody knows what the server did (rule 4). */
export type WriteAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** As the server sent it; not yet looked at. */
      readonly location: string | null;
      /** Codes and expressions of an OperationOutcome, never its texts. */
      readonly issues: readonly string[];
    }
  | { readonly kind: 'lost' };

/** The one door to the FHIR server: every read and write of a session goes through here (rule 1, T5). */
export interface FhirFetch {
  readonly session: Session;
  /**
   * Reads one resource or one page of a search.
   *
   * Errors: FhirReadError. Tries again on a dropped line, 429 and 502 to 504, nothing else; after 401 the session is over (F13).
   */
  readonly read: (address: string, byteLimit?: number) => Promise<FhirAnswer>;
  /**
   * Creates one resource. Sent a second time only when the server itself said that it did nothing: 429, or 503 with `Retry-After`.
   *
   * Errors: FhirReadError `session-ended`, `wrong-patient` or `elsewhere`, before anything is sent.
   */
  readonly create: (resource: FhirResource, headers?: Readonly<Record<string, string>>) => Promise<WriteAnswer>;
  /** Puts one resource in the place of the version that `headers` name. Errors and second tries as `create`. */
  readonly update: (
    resource: FhirResource & { readonly id: string },
    headers: Readonly<Record<'if-match', string>>,
  ) => Promise<WriteAnswer>;
}

interface FhirRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Answer extends AnswerBody {
  readonly status: number;
  readonly headers: Headers;
}

const BUSY = [429, 502, 503, 504];

/** Makes the door of one session. `limits` replaces any of the limits. */
export function createFhirFetch(session: Session, limits: Partial<FhirLimits> = {}): FhirFetch {
  const within = { ...FHIR_LIMITS, ...limits };
  return {
    session,
    read: (address, byteLimit = within.bytes) => read(session, address, { ...within, bytes: byteLimit }),
    create: (resource, headers = {}) =>
      write(session, resource.resourceType, requestOf('POST', resource, headers), within),
    update: (resource, headers) =>
      write(session, `${resource.resourceType}/${resource.id}`, requestOf('PUT', resource, headers), within),
  };
}

async function read(session: Session, address: string, limits: FhirLimits): Promise<FhirAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt >= limits.tries;
    const answer = await exchange(session, address, { method: 'GET' }, limits).catch((error: unknown) => {
      if (last || !isDroppedLine(error)) throw error;
      return null;
    });
    if (answer !== null && (last || !BUSY.includes(answer.status))) return resourceOf(answer);
    await limits.sleep(waitBefore(attempt, answer?.headers.get('retry-after') ?? null, Date.now()));
  }
}

function requestOf(
  method: 'POST' | 'PUT',
  resource: FhirResource,
  headers: Readonly<Record<string, string>>,
): FhirRequest {
  return {
    method,
    headers: { ...headers, 'content-type': 'application/fhir+json' },
    body: JSON.stringify(resource),
  };
}

async function write(
  session: Session,
  address: string,
  request: FhirRequest,
  limits: FhirLimits,
): Promise<WriteAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await exchange(session, address, request, limits).catch(lostUnlessUnsent);
    if (answer === null) return { kind: 'lost' };
    const retryAfter = answer.headers.get('retry-after');
    const didNothing = answer.status === 429 || (answer.status === 503 && retryAfter !== null);
    if (!didNothing || attempt >= limits.tries) {
      const issues = answer.status < 400 ? [] : issuesOf(parsed(answer.text));
      return { kind: 'answered', status: answer.status, location: answer.headers.get('location'), issues };
    }
    await limits.sleep(waitBefore(attempt, retryAfter, Date.now()));
  }
}

/** One try: guarded address, token, time and byte limit. */
async function exchange(session: Session, address: string, request: FhirRequest, limits: FhirLimits): Promise<Answer> {
  const url = urlInside(session.fhirBaseUrl, address);
  if (url === null) throw new FhirReadError('elsewhere');
  const token = await session.getToken();
  const signal = AbortSignal.timeout(limits.timeMs);
  try {
    const response = await fetch(url, {
      ...request,
      headers: { ...request.headers, accept: 'application/fhir+json', authorization: `Bearer ${token}` },
      // 'manual' follows as little as 'error', but tells a redirect from a dropped line (F22, F27).
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    });
    if (isRedirect(response)) throw new FhirReadError('redirected');
    if (response.status === 401) session.end();
    const body = await readBody(response, limits.bytes, signal);
    return { ...body, status: response.status, headers: response.headers };
  } catch (cause) {
    if (cause instanceof FhirReadError) throw cause;
    throw new FhirReadError(signal.aborted ? 'too-slow' : 'unreachable', { cause });
  }
}

/** Browsers hide the status of a redirect, other platforms show it. */
function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
}

function isDroppedLine(error: unknown): boolean {
  return error instanceof FhirReadError && error.reason === 'unreachable';
}

function lostUnlessUnsent(error: unknown): null {
  if (!(error instanceof FhirReadError) || error.reason === 'elsewhere' || endsSession(error.reason)) throw error;
  return null;
}

function resourceOf(answer: Answer): FhirAnswer {
  const { status } = answer;
  if (status < 200 || status > 299) throw new FhirReadError(reasonOf(status), { status });
  const resource = parsed(answer.text);
  // A page of HTML, an empty body, an outcome instead of what was asked: an error, never "nothing there" (F29).
  if (!isResource(resource) || resource.resourceType === 'OperationOutcome') {
    throw new FhirReadError('unreadable', { status });
  }
  return { resource, bytes: answer.bytes };
}

function reasonOf(status: number): FhirReadError['reason'] {
  if (status === 401) return 'session-ended';
  if (status === 403) return 'not-allowed';
  if (status === 404 || status === 410) return 'not-found';
  return status === 429 || status >= 500 ? 'unreachable' : 'unreadable';
}

/** The JSON of an answer, or undefined: what a parser says of it would quote the record (F44). */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isResource(value: unknown): value is FhirResource {
  return (
    typeof value === 'object' && value !== null && 'resourceType' in value && typeof value.resourceType === 'string'
  );
}
