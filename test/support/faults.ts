import { resolve, type Schema, withMembers } from './document.ts';

/** A body with one fault in it. */
export interface Fault {
  title: string;
  body: unknown;
}

type Key = string | number;

const samples: Record<string, unknown> = {
  string: 'text',
  integer: 7,
  number: 1.5,
  boolean: true,
  null: null,
  array: [],
  object: {},
};

/**
 * Every body that differs from a valid one in a single fault: a required property dropped, a value of a wrong type, a
 * value outside its enum. The faults come from the schema, at every place that the valid body reaches.
 */
export function singleFaults(root: Schema, valid: unknown): Fault[] {
  const faults: Fault[] = [];
  visit(root, valid, []);
  return faults;

  function visit(reference: Schema, value: unknown, path: Key[]): void {
    const schema = withMembers(resolve(reference));
    const types = [schema.type ?? []].flat();
    for (const [type, sample] of Object.entries(samples)) {
      if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number'))) {
        faults.push({ title: `${pointer(path)} as ${type}`, body: replaced(valid, path, sample) });
      }
    }
    if (schema.enum)
      faults.push({ title: `${pointer(path)} off its enum`, body: replaced(valid, path, 'not a value') });
    if (Array.isArray(value) && schema.items) {
      for (const [index, item] of value.entries()) visit(schema.items, item, [...path, index]);
    } else if (isObject(value)) {
      visitObject(schema, value, path);
    }
  }

  function visitObject(schema: Schema, value: Record<string, unknown>, path: Key[]): void {
    for (const key of schema.required ?? []) {
      faults.push({ title: `${pointer([...path, key])} dropped`, body: replaced(valid, [...path, key], undefined) });
    }
    for (const [key, inner] of Object.entries(value)) {
      const property = schema.properties?.[key] ?? schema.additionalProperties;
      if (property) visit(property, inner, [...path, key]);
    }
  }
}

function replaced(value: unknown, [key, ...rest]: Key[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const holder = copy as Record<Key, unknown>;
  const inner = replaced(holder[key], rest, replacement);
  if (inner === undefined) delete holder[key];
  else holder[key] = inner;
  return copy;
}

function pointer(path: Key[]): string {
  return path.map((key) => `/${key}`).join('') || 'the body';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
