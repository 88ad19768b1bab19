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
