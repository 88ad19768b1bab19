/** A longer text is hardly ever written twice, and a stream of them would fill the memory. */
const LONGEST = 200;

/**
 * Remembers what was made of a key for an owner that does not change, such as a classification: charts repeat the same codes.
 *
 * Shape:  `make` may also be handed what the key was made from; the key alone must say all that counts. At most `limit` keys for
 *         each owner, none of them long, so that a stream of any length takes no more memory; at the limit it begins anew.
 */
export function remember<Owner extends object, Key, Value, From = void>(
  limit: number,
  make: (owner: Owner, key: Key, from: From) => Value,
): (owner: Owner, key: Key, from: From) => Value {
  const owners = new WeakMap<Owner, Map<Key, { readonly value: Value }>>();
  return (owner, key, from) => {
    const known = owners.get(owner);
    const found = known?.get(key);
    if (found !== undefined) return found.value;
    const value = make(owner, key, from);
    if (typeof key === 'string' && key.length > LONGEST) return value;
    if (known === undefined || known.size >= limit) owners.set(owner, new Map([[key, { value }]]));
    else known.set(key, { value });
    return value;
  };
}

/** The same where there is nothing but the owner to make it of. */
export function rememberOne<Owner extends object, Value>(make: (owner: Owner) => Value): (owner: Owner) => Value {
  const known = remember<Owner, null, Value>(Infinity, make);
  return (owner) => known(owner, null);
}
