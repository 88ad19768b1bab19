import { LaunchError } from './fhir-error.ts';
import { isExpectedEndpoint, type Issuer } from './issuer.ts';

/** Where an EHR signs a user in. */
export interface SignInEndpoints {
  readonly authorize: string;
  readonly token: string;
}

const TIME_LIMIT_MS = 15_000;

/**
 * Reads and checks the SMART discovery file of an issuer, before the sign-in library sees it.
 *
 * Errors: LaunchError with its own kind for every way in which the file is missing, broken or points elsewhere (F04).
 * Source: SMART App Launch 2.2, "Conformance": `/.well-known/smart-configuration`; PKCE S256 is a SHALL.
 */
export async function readDiscovery(issuer: Issuer, timeLimitMs = TIME_LIMIT_MS): Promise<SignInEndpoints> {
  const file = await fetchDiscovery(issuer.iss, timeLimitMs);
  const authorize = endpointOf(file['authorization_endpoint']);
  const token = endpointOf(file['token_endpoint']);
  if (authorize === null || token === null) throw new LaunchError('discovery-no-endpoints');
  if (!isExpectedEndpoint(authorize, issuer) || !isExpectedEndpoint(token, issuer)) {
    throw new LaunchError('discovery-foreign-endpoint');
  }
  const methods: unknown = file['code_challenge_methods_supported'];
  const advertised = Array.isArray(methods) && methods.includes('S256');
  if (!advertised && issuer.pkceMode === 'required') throw new LaunchError('discovery-no-pkce');
  return { authorize, token };
}

async function fetchDiscovery(iss: string, timeLimitMs: number): Promise<Readonly<Record<string, unknown>>> {
  const signal = AbortSignal.timeout(timeLimitMs);
  const response = await fetch(`${iss.replace(/\/$/, '')}/.well-known/smart-configuration`, {
    headers: { accept: 'application/json' },
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal,
  }).catch((cause: unknown) => {
    throw new LaunchError(signal.aborted ? 'discovery-too-slow' : 'discovery-unreachable', { cause });
  });
  if (!response.ok) throw new LaunchError('discovery-not-found');
  const file: unknown = await response.json().catch((cause: unknown) => {
    throw new LaunchError(signal.aborted ? 'discovery-too-slow' : 'discovery-unreadable', { cause });
  });
  if (!isRecord(file)) throw new LaunchError('discovery-unreadable');
  return file;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function endpointOf(value: unknown): string | null {
  return typeof value === 'string' && URL.canParse(value) ? value : null;
}
