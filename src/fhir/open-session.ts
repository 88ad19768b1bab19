import type Client from 'fhirclient/lib/Client';
import type { PatientId } from '../domain/patient.ts';
import { isExpectedEndpoint } from './discovery.ts';
import { FhirReadError, LaunchError } from './fhir-error.ts';
import { isLogicalId } from './fhir-url.ts';
import { allows, scopesOf } from './granted-scopes.ts';
import { readFhirUser } from './id-token.ts';
import { findIssuer, type Issuer } from './issuer.ts';
import { readLaunchAnswer, type LaunchAnswer } from './launch-answer.ts';
import { forgetLaunch, readStoredLaunch } from './launch-storage.ts';
import { signIn } from './sign-in-library.ts';

/** One launch of the app: one user, one patient, one FHIR server. The token lives in memory only. */
export interface Session {
  readonly issuer: Issuer;
  readonly fhirBaseUrl: string;
  readonly patientId: PatientId;
  readonly encounterId: string | null;
  /** Relative reference of the signed-in user; null when the EHR did not say, or named one of another server. */
  readonly fhirUser: string | null;
  /** Granted scopes; those asked for where the token answer names none (F11). */
  readonly scopes: readonly string[];
  /** False: print only, said at the start (F10). Creating alone will not do: what is not read back is not called written. */
  readonly canCreateDocuments: boolean;
  /** The access token, renewed shortly before it expires where the EHR gave a refresh token. Rejects once the session has ended. */
  readonly getToken: () => Promise<string>;
  /** Removes the token from memory and everything of this launch from `sessionStorage`. */
  readonly end: () => void;
}

const TOKEN_TIME_LIMIT_MS = 30_000;

let opening: Promise<Session> | null = null;

/**
 * Opens the session of the launch that has just come back. The code is exchanged once, whoever asks how often: every later call
 * gets the first answer (F07).
 *
 * Errors: LaunchError. A reload has neither code nor token and is `no-launch`: the record is reached through the chart again (F47).
 * Source: SMART App Launch 2.2; OAuth 2.0 (RFC 6749, RFC 7636, RFC 9207).
 */
export function openSession(issuers: readonly Issuer[]): Promise<Session> {
  opening ??= open(issuers);
  return opening;
}

async function open(issuers: readonly Issuer[]): Promise<Session> {
  const answer = readLaunchAnswer(window.location.href);
  if (answer.kind !== 'code') {
    cleanAddress();
    throw refusalOf(answer);
  }
  const issuer = issuerOfLaunch(answer.state, issuers);
  if (issuer === null) {
    cleanAddress();
    forgetLaunch(answer.state);
    throw new LaunchError('foreign-server');
  }
  return sessionOf(await exchangeCode(answer.state), issuer, answer.state);
}

function refusalOf(answer: Exclude<LaunchAnswer, { readonly kind: 'code' }>): LaunchError {
  if (answer.kind !== 'error') return new LaunchError(answer.kind === 'none' ? 'no-launch' : 'unknown-state');
  // That launch is over: nothing will come back for it.
  forgetLaunch(answer.state);
  return new LaunchError('refused-by-ehr', { said: answer.said });
}

/** The configured issuer of the launch that was kept under this state; null when it is none of ours (T4). */
function issuerOfLaunch(state: string, issuers: readonly Issuer[]): Issuer | null {
  const stored = readStoredLaunch(state);
  if (stored === null) {
    cleanAddress();
    throw new LaunchError('unknown-state');
  }
  const issuer = findIssuer(stored.serverUrl, issuers);
  if (issuer === undefined || stored.clientId !== issuer.clientId) return null;
  return isExpectedEndpoint(stored.tokenUri, issuer) ? issuer : null;
}

async function exchangeCode(state: string): Promise<Client> {
  const ready = signIn.ready();
  // The library has taken the address and the stored launch by now, before its first wait. Gone from both places, this code
  // cannot be offered a second time, however early the page is reloaded (F07).
  cleanAddress();
  forgetLaunch(state);
  // It stores the token when the exchange ends, even if that is after our time limit.
  const exchanged = ready.finally(() => {
    forgetLaunch(state);
  });
  return Promise.race([exchanged, timeOut(TOKEN_TIME_LIMIT_MS)]).catch((cause: unknown) => {
    throw new LaunchError('token-refused', { cause: withoutServerText(cause) });
  });
}

function sessionOf(client: Client, issuer: Issuer, state: string): Session {
  const token = client.state.tokenResponse ?? {};
  if (!isLogicalId(token.patient)) throw new LaunchError('no-patient');
  const scopes = scopesOf(token.scope, issuer.scope);
  return {
    issuer,
    fhirBaseUrl: issuer.iss,
    patientId: token.patient as PatientId,
    encounterId: isLogicalId(token.encounter) ? token.encounter : null,
    fhirUser: readFhirUser(token.id_token, issuer),
    scopes,
    canCreateDocuments: (['c', 'r', 's'] as const).every((right) => allows(scopes, right, 'DocumentReference')),
    ...tokenKeeper(client, state),
  };
}

function tokenKeeper(client: Client, state: string): Pick<Session, 'getToken' | 'end'> {
  let ended = false;
  const end = (): void => {
    ended = true;
    client.state.tokenResponse = {};
    forgetLaunch(state);
  };
  const getToken = async (): Promise<string> => {
    const signal = AbortSignal.timeout(TOKEN_TIME_LIMIT_MS);
    // A renewal that failed leaves the old token; whether that still counts is the server's word (401, F12, F13).
    await client.refreshIfNeeded({ signal, credentials: 'omit' }).catch(() => client.state);
    forgetLaunch(state);
    // A renewal that was under way when the session ended brings a token all the same.
    if (ended) end();
    const token = client.state.tokenResponse?.access_token;
    if (token === undefined) throw new FhirReadError('session-ended');
    return token;
  };
  return { getToken, end };
}

/** Code, state, `iss` and error texts belong in no address bar, history or referrer (T3, T10). */
function cleanAddress(): void {
  window.history.replaceState(null, '', window.location.pathname);
}

/** Messages of the library quote the token endpoint's answer. */
function withoutServerText(cause: unknown): unknown {
  return cause instanceof Error ? cause.name : typeof cause;
}

function timeOut(milliseconds: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => {
      reject(new Error('No answer from the token endpoint.'));
    }, milliseconds);
  });
}
