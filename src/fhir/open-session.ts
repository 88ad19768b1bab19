import type Client from 'fhirclient/lib/Client';
import type { PatientId } from '../domain/patient.ts';
import { FhirReadError, LaunchError } from './fhir-error.ts';
import { isLogicalId } from './fhir-url.ts';
import { allows, scopesOf } from './granted-scopes.ts';
import { readFhirUser } from './id-token.ts';
import { findIssuer, isExpectedEndpoint, isExpectedServer, type Issuer } from './issuer.ts';
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
  /** Whether the EHR lets this launch change a document: only then can a booklet be marked as entered in error. */
  readonly canUpdateDocuments: boolean;
  /** The access token, renewed shortly before it expires where the EHR gave a refresh token. Rejects once the session has ended, and ends it when the renewed token is of another patient. */
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
  cleanAddress();
  if (answer.kind !== 'code') throw refusalOf(answer);
  const issuer = issuerOfLaunch(answer, issuers);
  if (issuer === null) {
    forgetLaunch(answer.state);
    throw new LaunchError('foreign-server');
  }
  return sessionOf(await exchangeCode(answer), issuer, answer.state);
}

function refusalOf(answer: Exclude<LaunchAnswer, { readonly kind: 'code' }>): LaunchError {
  if (answer.kind === 'none') return new LaunchError('no-launch');
  // Words that belong to no launch of this tab are not the EHR's: any link could put them on our screen.
  if (answer.kind === 'unusable' || readStoredLaunch(answer.state) === null) return new LaunchError('unknown-state');
  // That launch is over: nothing will come back for it.
  forgetLaunch(answer.state);
  return new LaunchError('refused-by-ehr', { said: answer.said });
}

type CodeAnswer = Extract<LaunchAnswer, { readonly kind: 'code' }>;

/** The configured issuer of the launch that was kept under this state; null when it, or who answers, is none of ours (T4). */
function issuerOfLaunch({ state, iss }: CodeAnswer, issuers: readonly Issuer[]): Issuer | null {
  const stored = readStoredLaunch(state);
  if (stored === null) throw new LaunchError('unknown-state');
  const issuer = findIssuer(stored.serverUrl, issuers);
  if (issuer === undefined || stored.clientId !== issuer.clientId) return null;
  if (iss !== null && !isExpectedServer(iss, issuer)) return null;
  return isExpectedEndpoint(stored.tokenUri, issuer) ? issuer : null;
}

async function exchangeCode({ code, state }: CodeAnswer): Promise<Client> {
  // The library writes the code into the body of its request as it is.
  const ready = signIn.ready({ code: encodeURIComponent(code), stateKey: state });
  // The library has taken the stored launch by now, before its first wait. Gone from there and from the address, this code
  // cannot be offered a second time, however early the page is reloaded (F07).
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
  const patientId = token.patient as PatientId;
  // The library renews nothing without a right that it can read.
  client.state.tokenResponse = { ...token, scope: scopes.join(' ') };
  return {
    issuer,
    fhirBaseUrl: issuer.iss,
    patientId,
    encounterId: isLogicalId(token.encounter) ? token.encounter : null,
    fhirUser: readFhirUser(token.id_token, issuer),
    scopes,
    canCreateDocuments: (['c', 'r', 's'] as const).every((right) => allows(scopes, right, 'DocumentReference')),
    canUpdateDocuments: (['u', 'r', 's'] as const).every((right) => allows(scopes, right, 'DocumentReference')),
    ...tokenKeeper(client, state, patientId),
  };
}

function tokenKeeper(client: Client, state: string, patientId: PatientId): Pick<Session, 'getToken' | 'end'> {
  let ended = false;
  const end = (): void => {
    ended = true;
    client.state.tokenResponse = {};
    forgetLaunch(state);
  };
  const getToken = async (): Promise<string> => {
    // A renewal that failed leaves the old token; whether that still counts is the server's word (401, F12, F13).
    await renew(client).catch(() => client.state);
    forgetLaunch(state);
    // A renewal that was under way when the session ended brings a token all the same.
    if (ended) end();
    const { access_token: token, patient } = client.state.tokenResponse ?? {};
    if (token === undefined) throw new FhirReadError('session-ended');
    if (patient === patientId) return token;
    // The EHR has moved on to another chart, and this token with it (T12).
    end();
    throw new FhirReadError('wrong-patient');
  };
  return { getToken, end };
}

/** Async, because the library throws some of its refusals before it gives a promise. */
async function renew(client: Client): Promise<unknown> {
  return client.refreshIfNeeded({ signal: AbortSignal.timeout(TOKEN_TIME_LIMIT_MS), credentials: 'omit' });
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
