/**
 * Remembers what a pure function gave for the last keys: screens and tests send the same few requests again and again.
 *
 * @param limit How many keys; beyond it all are forgotten.
 */
export function memo<T>(limit = 100): (key: string, compute: () => T) => T {
  const known = new Map<string, T>();
  return (key, compute) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute();
    // A key may be a whole request; large ones are not worth their memory.
    if (key.length > 32_768) return value;
    if (known.size >= limit) known.clear();
    known.set(key, value);
    return value;
  };
}
