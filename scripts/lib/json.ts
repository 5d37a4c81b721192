/** What every script needs of JSON documents: objects that may be anything, equality, JSON Pointers and references. */

/** An object of a JSON document. */
export type Tree = { [key: string]: unknown };

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; anything else counts as an empty one. */
export function tree(value: unknown): Tree {
  return isTree(value) ? value : {};
}

/** The value as a list; anything else counts as an empty one. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value of the object's own key; names such as `constructor` are no value of an object that lacks them. */
export function own(object: unknown, key: string): unknown {
  return isTree(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Whether two JSON values are the same, the order of keys aside. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isTree(a) || !isTree(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

/** The values of a list that another one does not have. */
export function without<T>(all: T[] = [], others: T[] = []): T[] {
  return all.filter((one) => !others.some((other) => same(one, other)));
}

/** Returns the object with each value replaced. */
export function mapValues<T>(object: unknown, change: (value: unknown, key: string) => T): { [key: string]: T } {
  return Object.fromEntries(Object.entries(tree(object)).map(([key, value]) => [key, change(value, key)]));
}

/** The value that a cache has under a key, made where it has none. */
export function cached<Key, Value>(
  cache: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const value = cache.get(key) ?? make();
  cache.set(key, value);
  return value;
}

/** JSON with its keys in one order, so that equal values are equal texts. */
export function jsonText(value: unknown): string {
  const inOrder = (part: unknown) =>
    isTree(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  return JSON.stringify(value, (_, part) => inOrder(part));
}

/** The keys that a JSON Pointer (RFC 6901), with or without its `#`, leads through. */
export function keysOf(pointer: string): string[] {
  const keys = pointer.replace(/^#/, '').split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The JSON Pointer to a key below another pointer. */
export function below(pointer: string, ...keys: (string | number)[]): string {
  return keys.reduce<string>((at, key) => `${at}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`, pointer);
}

/** The value that a reference within the document (`#/a/b`) leads to, or undefined. */
export function valueAt(document: unknown, ref: string): unknown {
  const next = (value: unknown, key: string) => (Array.isArray(value) ? value[Number(key)] : own(value, key));
  return keysOf(decoded(ref)).reduce<unknown>(next, document);
}

/** A pointer in a reference is part of a URI and may be percent-encoded (RFC 6901, section 6). */
export function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
