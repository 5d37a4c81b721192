/** Names the kinds of values: in terms of JSON Schema, or, for values that JSON cannot represent, by what they are. */

const ofJson = new Set(['string', 'boolean', 'null', 'integer', 'number', 'array', 'object']);

/**
 * Returns the kind of a value: a type of JSON Schema, where an integer is `integer` and not `number`; `absent` for
 * `undefined`; and for what JSON would lose or change, a name such as `NaN`, `bigint`, `Map` or `instance of a class`.
 *
 * @throws whatever a proxy or a getter throws.
 */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'absent';
  if (typeof value === 'number') return numberKind(value);
  return typeof value === 'object' ? objectKind(value) : typeof value;
}

/** Whether JSON represents values of a kind unchanged. */
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

/** Whether an object is plain: its prototype is `Object.prototype`, of this realm or another, or `null`. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
