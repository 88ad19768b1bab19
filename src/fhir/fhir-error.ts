import type { GapReason } from '../domain/evidence.ts';
import type { LaunchEnding } from '../domain/launch-ending.ts';

const LAUNCH_CODES: Readonly<Record<LaunchEnding, string>> = {
  'discovery-unreachable': 'START-04A',
  'discovery-too-slow': 'START-04B',
  'discovery-not-found': 'START-04C',
  'discovery-unreadable': 'START-04D',
  'discovery-no-endpoints': 'START-04E',
  'discovery-foreign-endpoint': 'START-04F',
  'discovery-no-pkce': 'START-04G',
  'foreign-server': 'START-04H',
  'storage-blocked': 'START-51',
  'other-charts-unheard': 'START-49',
  'sign-in-not-started': 'START-04I',
  'no-launch': 'START-02',
  'refused-by-ehr': 'START-05',
  'unknown-state': 'START-06',
  'token-refused': 'START-07A',
  'token-unreadable': 'START-07B',
  'no-patient': 'START-09',
};

/** You get this when no session could be opened. The number in `code` is that of the fault table. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
  /** For the help desk: "START-05". */
  readonly code: string;
  readonly kind: LaunchEnding;
  /** The EHR's own words, cleaned and shortened, to be shown as plain text after our sentence; null when it said nothing. */
  readonly said: string | null;

  constructor(kind: LaunchEnding, about: { readonly said?: string | null; readonly cause?: unknown } = {}) {
    super(`The launch ended: ${kind}.`, { cause: about.cause });
    this.kind = kind;
    this.code = LAUNCH_CODES[kind];
    this.said = about.said ?? null;
  }
}

/** Why an answer of the FHIR server is of no use; the first ten are what a gap can say. */
export type FhirReadReason = GapReason | 'session-ended' | 'wrong-patient';

const READ_CODES: Readonly<Record<Exclude<FhirReadReason, 'unreachable'>, string>> = {
  'session-ended': 'LEES-13',
  'not-allowed': 'LEES-14',
  'list-incomplete': 'LEES-20',
  elsewhere: 'LEES-21',
  redirected: 'LEES-22',
  'too-large': 'LEES-24',
  'too-slow': 'LEES-25',
  'not-found': 'LEES-28',
  unreadable: 'LEES-29',
  'wrong-patient': 'LEES-30',
  'other-patient': 'LEES-31',
};

/**
 * You get this when an exchange with the FHIR server gave nothing usable. It never carries an address, a resource or a text of
 * the server (F44): the reason, the status and the number of the fault are all there is.
 */
export class FhirReadError extends Error {
  override readonly name = 'FhirReadError';
  readonly reason: FhirReadReason;
  /** HTTP status; null when no answer came or none could be looked at. */
  readonly status: number | null;
  /** For the help desk: "LEES-14". */
  readonly code: string;

  constructor(reason: FhirReadReason, about: { readonly status?: number; readonly cause?: unknown } = {}) {
    super(`Reading from the FHIR server failed: ${reason}.`, { cause: about.cause });
    this.reason = reason;
    this.status = about.status ?? null;
    this.code = reason === 'unreachable' ? unreachableCode(this.status) : READ_CODES[reason];
  }
}

/** A browser shows a dropped line, DNS and CORS alike; the help desk at least learns whether any answer came (F27). */
function unreachableCode(status: number | null): string {
  if (status === null) return 'LEES-27A';
  return status === 429 ? 'LEES-26' : 'LEES-27B';
}

/** True when reading must stop altogether: the session is over, or the chart answered about somebody else (F13, F30). */
export function endsSession(
  reason: FhirReadReason,
): reason is Extract<FhirReadReason, 'session-ended' | 'wrong-patient'> {
  return reason === 'session-ended' || reason === 'wrong-patient';
}
