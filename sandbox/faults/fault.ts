// The vocabulary of faults: what a fault may see, and what it may do to an answer.
import type { FhirResource } from 'fhir/r4';

/** What the server does in place of its ordinary answer. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: string | object;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Closes the connection without a word. */
  | { readonly kind: 'drop' }
  /** Keeps the connection open and never answers. */
  | { readonly kind: 'hold' }
  /** The ordinary answer, after this. */
  | { readonly kind: 'wait'; readonly until: () => Promise<unknown> };

export interface FhirRequest {
  readonly method: string;
  /** Below the FHIR base, "/Condition". */
  readonly path: string;
  readonly type: string;
  readonly id: string | undefined;
  /** The whole address. */
  readonly url: URL;
  readonly body: FhirResource | undefined;
  /** Id of the launch patient. */
  readonly patientId: string | undefined;
}

export interface FhirAnswer {
  readonly status: number;
  readonly resource: FhirResource;
}

export type TokenAnswer = Readonly<Record<string, unknown>>;
export type DiscoveryDocument = Readonly<Record<string, unknown>>;

/** The store as a fault may read it. */
export interface ChartReader {
  readonly read: (type: string, id: string) => Promise<FhirResource | null>;
  /** Ids of all patients, in the order of the fixtures. */
  readonly patientIds: () => readonly string[];
}

/** A reply that belongs to a fault but is not what `hits` counts and `times` limits (the failing look-up after a write). */
export interface Aftermath {
  readonly aftermath: Reply;
}

/** Where a fault takes hold. Each hook answers null when it leaves the request alone. */
export interface FaultHooks {
  /** When the fault ends: what it still holds is let go. */
  readonly disarmed?: () => void;
  /** In place of the discovery document. */
  readonly discovery?: (document: DiscoveryDocument) => Reply | null;
  /** Error parameters that the sign-in page sends back to the app. */
  readonly authorize?: () => Readonly<Record<string, string>> | null;
  /** On a good token answer. */
  readonly token?: (answer: TokenAnswer) => TokenAnswer | null;
  /** On a FHIR request with a good token, before the store sees it. */
  readonly before?: (request: FhirRequest) => Reply | Aftermath | null;
  /** After the store did its work. */
  readonly after?: (
    request: FhirRequest,
    answer: FhirAnswer,
    chart: ChartReader,
  ) => Promise<Reply | null> | Reply | null;
}

/** Reads only: search or read of this type. */
export function isReadOf(request: FhirRequest, type: string): boolean {
  return request.method === 'GET' && request.type === type;
}

export function isSearchOf(request: FhirRequest, type: string): boolean {
  return isReadOf(request, type) && request.id === undefined;
}

export function isCreateOfDocument(request: FhirRequest): boolean {
  return request.method === 'POST' && request.type === 'DocumentReference';
}

export function answerOf(status: number, body?: string | object, headers?: Readonly<Record<string, string>>): Reply {
  return { kind: 'answer', status, ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) };
}

export const HTML = { 'content-type': 'text/html;charset=utf-8' };
export const LOGIN_PAGE =
  '<!doctype html><html lang="nl"><title>Inloggen</title><h1>Inloggen</h1><p>Je sessie is verlopen.</p></html>';
