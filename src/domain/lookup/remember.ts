/**
 * Remembers what was made of a key for an owner that does not change, such as a classification: charts repeat the same codes.
 *
 * Shape:  at most `limit` keys for each owner, so that a stream of any length takes no more memory; then it begins anew.
 */
export function remember<Owner extends object, Key, Value>(
  limit: number,
  make: (owner: Owner, key: Key) => Value,
): (owner: Owner, key: Key) => Value {
  const owners = new WeakMap<Owner, Map<Key, { readonly value: Value }>>();
  return (owner, key) => {
    const known = owners.get(owner);
    const found = known?.get(key);
    if (found !== undefined) return found.value;
    const value = make(owner, key);
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
