import { LaunchError } from './fhir-error.ts';

/** What the launch page kept for the way back, under the launch's own state. */
export interface StoredLaunch {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly tokenUri: string;
}

/**
 * Reads what the launch page kept; another page of this origin may have written it, so nothing in it is believed unread.
 *
 * Errors: LaunchError when storage is closed to this page; null for an unknown state, and for one that holds a token already:
 *         ours are removed before they do.
 */
export function readStoredLaunch(state: string): StoredLaunch | null {
  const stored = parsed(openStorage().getItem(state));
  if (typeof stored !== 'object' || stored === null) return null;
  const { serverUrl, clientId, tokenUri, tokenResponse } = stored as Readonly<Record<string, unknown>>;
  if (typeof serverUrl !== 'string' || typeof clientId !== 'string' || typeof tokenUri !== 'string') return null;
  const holdsToken = typeof tokenResponse === 'object' && tokenResponse !== null && 'access_token' in tokenResponse;
  return holdsToken ? null : { serverUrl, clientId, tokenUri };
}

/** Removes what the sign-in library kept of this launch: one item, named by the launch's state. */
export function forgetLaunch(state: string): void {
  openStorage().removeItem(state);
}

/** In a frame of another site the browser may refuse the very mention of it. */
function openStorage(): Storage {
  try {
    return window.sessionStorage;
  } catch (cause) {
    throw new LaunchError('storage-blocked', { cause });
  }
}

function parsed(item: string | null): unknown {
  if (item === null) return null;
  try {
    return JSON.parse(item);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
