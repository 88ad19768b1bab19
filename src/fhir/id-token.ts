import { LaunchError } from './fhir-error.ts';
import { referenceInside } from './fhir-url.ts';
import { isExpectedServer, type Issuer } from './issuer.ts';

/**
 * The signed-in user as a relative reference, from the id token of the token answer.
 *
 * Shape:  null without an id token or `fhirUser`, and for a user of another server.
 * Errors: LaunchError when the token cannot be read, or was made by or for somebody else (T4).
 * Source: OpenID Connect Core 1.0, 3.1.3.7: straight from the token endpoint over TLS, the signature need not be checked;
 *         SMART App Launch 2.2, "fhirUser".
 */
export function readFhirUser(idToken: unknown, issuer: Issuer): string | null {
  if (typeof idToken !== 'string' || idToken === '') return null;
  const claims = claimsOf(idToken);
  const audience = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']];
  if (!audience.includes(issuer.clientId) || !isExpectedServer(claims['iss'], issuer)) {
    throw new LaunchError('foreign-server');
  }
  const user = referenceInside(issuer.iss, claims['fhirUser'] ?? claims['profile']);
  return user === null ? null : `${user.type}/${user.id}`;
}

function claimsOf(idToken: string): Readonly<Record<string, unknown>> {
  const payload = idToken.split('.')[1] ?? '';
  let claims: unknown;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    claims = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // The reason would quote the token.
    throw new LaunchError('token-unreadable');
  }
  if (typeof claims !== 'object' || claims === null) throw new LaunchError('token-unreadable');
  return claims as Readonly<Record<string, unknown>>;
}
