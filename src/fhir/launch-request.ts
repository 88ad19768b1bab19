import { findIssuer, type Issuer } from './issuer.ts';
import { shownLine } from './shown-line.ts';

/** A launch as the EHR asked for it, by an issuer that this installation knows. */
export interface LaunchRequest<Known extends Issuer = Issuer> {
  readonly kind: 'launch';
  readonly issuer: Known;
  readonly launch: string;
}

/** Why a launch link is refused. Nothing has been requested from anyone by then. */
export type LaunchRefusal = { readonly code: string } & (
  | { readonly kind: 'not-from-chart' }
  /** `issuer`: one line, shown as text and never fetched. */
  | { readonly kind: 'unknown-issuer'; readonly issuer: string }
  /** More than `iss` and `launch`, or one of them twice (T2). */
  | { readonly kind: 'foreign-parameter' }
);

/**
 * Reads the launch link: `iss` and `launch`, each exactly once, and nothing else in query or fragment.
 *
 * Errors: never throws. The sign-in library lets `fhirServiceUrl`, `patientId`, `clientId` … in the address win over its own
 *         options, hence the refusal of every other parameter (F03).
 * Source: SMART App Launch 2.2, "EHR launch".
 */
export function readLaunchRequest<Known extends Issuer>(
  href: string,
  issuers: readonly Known[],
): LaunchRequest<Known> | LaunchRefusal {
  const url = new URL(href);
  const names = [...url.searchParams.keys()];
  const foreign = names.some((name) => name !== 'iss' && name !== 'launch');
  if (foreign || new Set(names).size !== names.length || url.hash !== '') {
    return { kind: 'foreign-parameter', code: 'START-03' };
  }
  const iss = url.searchParams.get('iss') ?? '';
  const launch = url.searchParams.get('launch') ?? '';
  if (iss === '' || launch === '') return { kind: 'not-from-chart', code: 'START-02' };
  const issuer = findIssuer(iss, issuers);
  if (issuer === undefined) return { kind: 'unknown-issuer', code: 'START-01', issuer: shownLine(iss) };
  return { kind: 'launch', issuer, launch };
}
