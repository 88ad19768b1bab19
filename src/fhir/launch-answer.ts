/** What the EHR's sign-in page sent back in the address. */
export type LaunchAnswer =
  | { readonly kind: 'code'; readonly state: string }
  | { readonly kind: 'error'; readonly state: string; readonly said: string }
  /** Neither code nor error: opened from a bookmark, restored, or reloaded. */
  | { readonly kind: 'none' }
  /** Something came back, but not one code with one state. */
  | { readonly kind: 'unusable' };

const LONGEST_SHOWN = 200;

/**
 * Reads the address that the sign-in page came back to.
 *
 * Errors: never throws; `said` is the EHR's text as one cleaned line, at most 200 characters, to be shown as text only (F05).
 * Source: RFC 6749, 4.1.2 and 4.1.2.1.
 */
export function readLaunchAnswer(href: string): LaunchAnswer {
  const parameters = new URL(href).searchParams;
  const error = ['error', 'error_description'].flatMap((name) => parameters.get(name) || []);
  const state = only(parameters.getAll('state'));
  if (error.length > 0) return { kind: 'error', state, said: oneLine(error.join(': ')) };
  if (!parameters.has('state') && !parameters.has('code')) return { kind: 'none' };
  return state !== '' && only(parameters.getAll('code')) !== '' ? { kind: 'code', state } : { kind: 'unusable' };
}

function only(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : '';
}

/** Control characters and those that turn the direction of text have no place on a line of ours. */
function oneLine(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line.length <= LONGEST_SHOWN) return line;
  const cut = line.slice(0, LONGEST_SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut}…`;
}
