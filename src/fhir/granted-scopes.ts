/** One letter of a SMART v2 scope: create, read, update, delete, search. */
export type Interaction = 'c' | 'r' | 'u' | 'd' | 's';

/** v1 words in v2 letters (SMART App Launch 2.2, "Scopes for requesting FHIR resources"). */
const V1_WORDS: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };
const RESOURCE_SCOPE = /^(?:patient|user)\/(\*|[A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)(?:\?.*)?$/;

/**
 * The scopes that count: those granted, or those asked for where the token answer names none (F11).
 *
 * Source: RFC 6749, 5.1: `scope` may be left out when it is identical to what was asked.
 */
export function scopesOf(granted: unknown, asked: string): readonly string[] {
  const text = typeof granted === 'string' && granted.trim() !== '' ? granted : asked;
  return text.split(/\s+/).filter((scope) => scope !== '');
}

/** Whether the scopes allow one interaction with one kind of resource; v1 and v2 forms may stand side by side. */
export function allows(scopes: readonly string[], interaction: Interaction, type: string): boolean {
  return scopes.some((scope) => {
    const [, resource = '', rights = ''] = RESOURCE_SCOPE.exec(scope) ?? [];
    if (resource !== '*' && resource !== type) return false;
    return (V1_WORDS[rights] ?? rights).includes(interaction);
  });
}

/** The same, by a scope that keeps nothing back: `patient/Condition.rs?category=…` allows a part (SMART App Launch 2.2). */
export function allowsAll(scopes: readonly string[], interaction: Interaction, type: string): boolean {
  return allows(
    scopes.filter((scope) => !scope.includes('?')),
    interaction,
    type,
  );
}

/** Whether a site asks for any right to this kind of resource. */
export function asksFor(scope: string, type: string): boolean {
  const scopes = scope.split(/\s+/);
  return (['r', 's'] as const).some((right) => allows(scopes, right, type));
}
