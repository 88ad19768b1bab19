/** One EHR that may start the app, as the installation has configured it. */
export interface Issuer {
  /** FHIR base URL exactly as the EHR sends it in `iss`; compared as a whole string. */
  readonly iss: string;
  readonly clientId: string;
  /** Origins where this EHR's authorization and token endpoints may stand (T4). */
  readonly authOrigins: readonly string[];
  readonly scope: string;
  /** `unsafeV1`: a SMART 1.0 server that supports PKCE S256 but does not advertise it. */
  readonly pkceMode: 'required' | 'unsafeV1';
  readonly encounterRequired: boolean;
}

/** The configured issuer with exactly this `iss`; look-alikes are none (F01). */
export function findIssuer<Known extends Issuer>(iss: string, issuers: readonly Known[]): Known | undefined {
  return issuers.find((issuer) => issuer.iss === iss);
}

/** True when an endpoint stands on one of the origins that the installation expects of this issuer (T4). */
export function isExpectedEndpoint(endpoint: string, issuer: Issuer): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { href, origin } = new URL(endpoint);
  // A user before the host, and the inner origin of a `blob:`, both fail to stand at the front.
  return href.startsWith(`${origin}/`) && issuer.authOrigins.includes(origin);
}

/** True when a server that names itself (`iss`) is the FHIR server or the sign-in server of this issuer (T4). */
export function isExpectedServer(name: unknown, issuer: Issuer): boolean {
  if (typeof name !== 'string' || !URL.canParse(name)) return false;
  return isExpectedEndpoint(name, issuer) || new URL(name).origin === new URL(issuer.iss).origin;
}
