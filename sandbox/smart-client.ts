// A small cookie-keeping HTTP client that plays the app, and the attacker.
import { createHash, randomBytes } from 'node:crypto';
import type { LaunchOptions, Sandbox } from './sandbox.ts';

export const SCOPE =
  'launch openid fhirUser online_access patient/Patient.rs patient/Condition.rs patient/DocumentReference.cruds';

export interface Hop {
  readonly status: number;
  readonly location: string | null;
}

export interface AuthorizeAnswer extends Hop {
  readonly code: string | null;
  readonly error: string | null;
  readonly description: string | null;
}

export interface TokenResult {
  readonly status: number;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly scope: string;
  readonly patient?: string;
  readonly encounter?: string;
  readonly error?: string;
}

export interface FhirBody {
  readonly resourceType: string;
  readonly id?: string;
  readonly total?: number;
  readonly entry?: { resource: FhirBody }[];
  readonly link?: { relation: string; url: string }[];
  readonly issue?: { code: string; diagnostics?: string }[];
  readonly subject?: { reference: string };
  readonly status?: string;
  readonly content?: { attachment: { data?: string; hash?: string } }[];
}

export interface FhirResult {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed only when it is asked for, since faults send what is no JSON. */
  readonly body: FhirBody;
}

interface FhirRequestOptions {
  readonly method?: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

type Overrides = Record<string, string | null>;

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

export class SmartClient {
  readonly #sandbox: Sandbox;
  readonly #redirectUri: string;
  readonly #cookies = new Map<string, string>();

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    this.#redirectUri = sandbox.redirectUris[0] ?? '';
  }

  /** One request, redirects by hand, cookies kept. */
  async hop(url: string): Promise<Hop> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const cut = pair.indexOf('=');
      const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    const location = response.headers.get('location');
    return { status: response.status, location: location && new URL(location, this.#sandbox.origin).href };
  }

  /** The whole way through /auth; null takes a parameter away. */
  async authorize(overrides: Overrides = {}, launch: LaunchOptions = { patient: 'aml' }): Promise<AuthorizeAnswer> {
    const launchUrl = new URL(this.#sandbox.launch(launch));
    const parameters = Object.entries<string | null>({
      response_type: 'code',
      client_id: this.#sandbox.clientId,
      redirect_uri: this.#redirectUri,
      scope: SCOPE,
      state: 's',
      aud: this.#sandbox.fhirBaseUrl,
      launch: launchUrl.searchParams.get('launch'),
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...overrides,
    }).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
    let answer = await this.hop(`${this.#sandbox.origin}/auth?${new URLSearchParams(parameters).toString()}`);
    for (let step = 0; step < 5 && answer.location && !answer.location.startsWith(this.#redirectUri); step += 1) {
      answer = await this.hop(answer.location);
    }
    const result = answer.location ? new URL(answer.location).searchParams : new URLSearchParams();
    return {
      ...answer,
      code: result.get('code'),
      error: result.get('error'),
      description: result.get('error_description'),
    };
  }

  async token(overrides: Record<string, string>): Promise<TokenResult> {
    const response = await fetch(`${this.#sandbox.origin}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        redirect_uri: this.#redirectUri,
        client_id: this.#sandbox.clientId,
        code_verifier: verifier,
        ...overrides,
      }),
    });
    return { ...((await response.json()) as TokenResult), status: response.status };
  }

  async signIn(launch?: LaunchOptions, overrides?: Overrides): Promise<TokenResult> {
    const { code } = await this.authorize(overrides, launch);
    return this.token({ code: code ?? '' });
  }

  async fhir(accessToken: string | null, path: string, options: FhirRequestOptions = {}): Promise<FhirResult> {
    const { method = 'GET', body, headers, signal } = options;
    const response = await fetch(this.#sandbox.fhirBaseUrl + path, {
      method,
      redirect: 'manual',
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
      headers: {
        ...(accessToken === null ? {} : { authorization: `Bearer ${accessToken}` }),
        'content-type': 'application/fhir+json',
        ...headers,
      },
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      get body() {
        return JSON.parse(text) as FhirBody;
      },
    };
  }
}

/** A small valid document for a patient's chart. */
export function documentFor(patientId: string, value = 'one') {
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    subject: { reference: `Patient/${patientId}` },
    identifier: [{ system: 'urn:demo', value }],
    date: '2026-11-25T10:30:00+01:00',
    description: 'Route zeldzame kanker, versie 1',
    author: [{ reference: 'Practitioner/prac-postma', display: 'E. Postma' }],
    content: [{ attachment: { contentType: 'application/pdf', data: 'JVBERi0=', title: 'Jouw route' } }],
  };
}
