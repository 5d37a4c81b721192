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

/** Whether two JSON values are the same, the order of keys aside. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isTree(a) || !isTree(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}

/** Returns the object with each value replaced. */
export function mapValues<T>(object: unknown, change: (value: unknown, key: string) => T): { [key: string]: T } {
  return Object.fromEntries(Object.entries(tree(object)).map(([key, value]) => [key, change(value, key)]));
}

/** The keys that a JSON Pointer (RFC 6901), with or without its `#`, leads through. */
export function keysOf(pointer: string): string[] {
  const keys = pointer.replace(/^#/, '').split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The JSON Pointer that leads through the keys, with its `#`. */
export function pointerOf(keys: (string | number)[]): string {
  return `#${keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

/** The value that a reference within the document leads to, or undefined. */
export function valueAt(document: unknown, ref: string): unknown {
  return keysOf(decoded(ref)).reduce<unknown>(
    (value, key) => (Array.isArray(value) ? value[Number(key)] : tree(value)[key]),
    document,
  );
}

/** JSON with its keys in one order, so that equal values are equal texts. */
export function jsonText(value: unknown): string {
  const inOrder = (part: unknown) =>
    isTree(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  return JSON.stringify(value, (_, part) => inOrder(part));
}

/** A pointer in a reference is part of a URI and may be percent-encoded (RFC 6901, section 6). */
function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
