/*
 * Where the token may go (T5). A server's answer is full of addresses ('next', 'Location', 'Attachment.url', references), and
 * each of them is a wish, not a fact: it counts only when it lies inside the FHIR base.
 */

/** A resource of the FHIR server by type and logical id. */
export interface ResourceReference {
  readonly type: string;
  readonly id: string;
}

/** What a FHIR path is made of. No percent sign and no semicolon: `%2e%2e`, `%2f` and `..;` mean a step up to some servers. */
const PLAIN_PATH = /^[A-Za-z0-9_$.~/-]*$/;
/** Blanks, control characters and backslashes: browsers drop or turn them while reading an address. */
const SLIPPERY = /[\s\p{Cc}\\]/u;
const RESOURCE_PATH = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9_.-]{1,128})(?:\/_history\/[A-Za-z0-9_.-]{1,128})?$/;

/**
 * The address as a URL when it lies inside the FHIR base, else null (F20, F21).
 *
 * Shape: relative addresses are taken from the base; the same origin, the base path up to a slash, no user, no fragment.
 */
export function urlInside(fhirBaseUrl: string, address: string): URL | null {
  const base = baseOf(fhirBaseUrl);
  if (SLIPPERY.test(address) || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  if (url.origin !== base.origin || `${url.username}${url.password}${url.hash}` !== '') return null;
  // Some servers page with "[base]?…": the base itself, without the slash.
  const isBase = `${url.pathname}/` === base.pathname;
  if (!isBase && !url.pathname.startsWith(base.pathname)) return null;
  return PLAIN_PATH.test(url.pathname.slice(base.pathname.length)) ? url : null;
}

function baseOf(fhirBaseUrl: string): URL {
  return new URL(`${fhirBaseUrl.replace(/\/$/, '')}/`);
}

/** Type and id of a resource on this server, from a relative, absolute or versioned reference; null for anything else. */
export function referenceInside(fhirBaseUrl: string, reference: unknown): ResourceReference | null {
  if (typeof reference !== 'string' || reference === '' || reference.startsWith('#')) return null;
  const url = urlInside(fhirBaseUrl, reference);
  if (url === null || url.search !== '') return null;
  const [, type, id] = RESOURCE_PATH.exec(url.pathname.slice(baseOf(fhirBaseUrl).pathname.length)) ?? [];
  return type !== undefined && id !== undefined ? { type, id } : null;
}

/** True for a text that can be the logical id of a resource and nothing more in a path. */
export function isLogicalId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_.-]{1,128}$/.test(value) && !/^\.+$/.test(value);
}
