/** Names the kinds of values in the terms of JSON Schema, and those that JSON cannot carry by what they are. */

const ofJson = new Set(['string', 'boolean', 'null', 'integer', 'number', 'array', 'object']);

/**
 * Returns the kind of a value: one of JSON Schema, an integer being no `number`; `absent` for `undefined`; and for what
 * JSON would lose or change, a word for it, such as `NaN`, `bigint`, `Map` or `instance of a class`.
 *
 * @throws whatever a proxy or a getter throws.
 */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'absent';
  if (typeof value === 'number') return numberKind(value);
  return typeof value === 'object' ? objectKind(value) : typeof value;
}

/** Whether JSON carries values of a kind as they are. */
export function isOfJson(kind: string): boolean {
  return ofJson.has(kind);
}

function numberKind(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return Number.isInteger(value) ? 'integer' : 'number';
}

function objectKind(value: object | null): string {
  if (value === null) return 'null';
  const isArray = Array.isArray(value);
  if (!isArray && !isPlain(value)) {
    const name = Object.prototype.toString.call(value).slice(8, -1);
    return /^(?!Object$)[A-Z]\w{1,30}$/.test(name) ? name : 'instance of a class';
  }
  const kind = isArray ? 'array' : 'object';
  return typeof (value as { toJSON?: unknown }).toJSON === 'function' ? `${kind} with a toJSON method` : kind;
}

/** Whether an object is of no class: its prototype is the root of all, of this realm or another, or it has none. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
