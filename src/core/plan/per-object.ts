/**
 * `compute` remembered per object, as long as the object lives. Parts of a plan are immutable, and one that an edit
 * does not touch is the same object before and after it, so only what changed is computed again. `compute` must depend
 * on nothing but the object: no position, no ordinal.
 */
export function perObject<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const values = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = values.get(key);
    if (known) return known.value;
    const value = compute(key);
    values.set(key, { value });
    return value;
  };
}
