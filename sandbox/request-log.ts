/** Which part of the sandbox a request was meant for. */
export type ServerName = 'app' | 'auth' | 'fhir' | 'ehr';

/** One request that reached the sandbox. Never a query string: launch, code and state are in it. */
export interface LoggedRequest {
  readonly server: ServerName;
  readonly method: string;
  readonly path: string;
  /** The FHIR resource type, where there is one. */
  readonly type?: string;
}

export const FHIR_PATH = '/fhir/r4';
/** Paths of the sign-in server. */
const AUTH_PATHS = /^\/(?:auth|token|jwks|me|session|sign-in)(?:\/|$)/;

/** Says whose request this is. Discovery belongs to the sign-in, although it lies under the FHIR base. */
function serverOf(path: string): ServerName {
  if (path.endsWith('/.well-known/smart-configuration') || path === '/.well-known/openid-configuration') return 'auth';
  if (path === FHIR_PATH || path.startsWith(`${FHIR_PATH}/`)) return 'fhir';
  if (AUTH_PATHS.test(path)) return 'auth';
  return path === '/' || path.startsWith('/ehr/') ? 'ehr' : 'app';
}

export function loggedRequest(method: string, path: string): LoggedRequest {
  const server = serverOf(path);
  const type = server === 'fhir' ? path.slice(FHIR_PATH.length + 1).split('/')[0] : undefined;
  return { server, method, path, ...(type ? { type } : {}) };
}
