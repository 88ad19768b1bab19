import { shownLine } from './shown-line.ts';

/** What the EHR's sign-in page sent back in the address. */
export type LaunchAnswer =
  /** `iss`: who answers, where the server says so (RFC 9207). */
  | { readonly kind: 'code'; readonly code: string; readonly state: string; readonly iss: string | null }
  | { readonly kind: 'error'; readonly state: string; readonly said: string }
  /** Neither code nor error: opened from a bookmark, restored, or reloaded. */
  | { readonly kind: 'none' }
  /** Something came back, but not one code with one state. */
  | { readonly kind: 'unusable' };

/**
 * Reads the address that the sign-in page came back to.
 *
 * Errors: never throws; `said` is the EHR's text as one line, to be shown as text only (F05).
 * Source: RFC 6749, 4.1.2 and 4.1.2.1; RFC 9207.
 */
export function readLaunchAnswer(href: string): LaunchAnswer {
  const parameters = new URL(href).searchParams;
  const error = ['error', 'error_description'].flatMap((name) => parameters.get(name) || []);
  const state = only(parameters.getAll('state'));
  if (error.length > 0) return { kind: 'error', state, said: shownLine(error.join(': ')) };
  if (!parameters.has('state') && !parameters.has('code')) return { kind: 'none' };
  const code = only(parameters.getAll('code'));
  const servers = parameters.getAll('iss');
  if (state === '' || code === '' || servers.length > 1) return { kind: 'unusable' };
  return { kind: 'code', code, state, iss: servers[0] ?? null };
}

function only(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : '';
}
