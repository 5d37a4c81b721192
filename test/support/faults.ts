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

  /** @param isOpen a constant may have another value, which is one that the contract does not know yet */
  function visit(reference: Schema, value: unknown, path: Key[], isOpen = false): void {
    const schema = withMembers(resolve(reference));
    const alternatives = flattened(schema);
    if (alternatives.length > 0) {
      const isOpenUnion = alternatives.some((one) => one['x-readers-only']);
      for (const [type, sample] of Object.entries(samples)) {
        if (type !== 'object')
          faults.push({ title: `${pointer(path)} as ${type}`, body: replaced(valid, path, sample) });
      }
      const fitting = alternatives.find((one) => isObject(value) && fits(one, value));
      if (fitting && isObject(value)) visitObject(fitting, value, path, isOpenUnion);
      return;
    }
    const types = [schema.type ?? []].flat();
    for (const [type, sample] of Object.entries(samples)) {
      if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number'))) {
        faults.push({ title: `${pointer(path)} as ${type}`, body: replaced(valid, path, sample) });
      }
    }
    if (schema.enum || ('const' in schema && !isOpen))
      faults.push({ title: `${pointer(path)} off its enum`, body: replaced(valid, path, 'not a value') });
    if (Array.isArray(value) && schema.items) {
      for (const [index, item] of value.entries()) visit(schema.items, item, [...path, index]);
    } else if (isObject(value)) {
      visitObject(schema, value, path, false);
    }
  }

  function visitObject(schema: Schema, value: Record<string, unknown>, path: Key[], isOpen: boolean): void {
    for (const key of schema.required ?? []) {
      faults.push({ title: `${pointer([...path, key])} dropped`, body: replaced(valid, [...path, key], undefined) });
    }
    for (const [key, inner] of Object.entries(value)) {
      const property = schema.properties?.[key] ?? schema.additionalProperties;
      if (property) visit(property, inner, [...path, key], isOpen);
    }
  }
}

/** The alternatives of a union, those of its members among them; none for what is no union. */
function flattened({ anyOf = [], oneOf = [] }: Schema): Schema[] {
  return [...anyOf, ...oneOf].map(resolve).flatMap((one) => {
    const inner = flattened(one);
    return inner.length > 0 ? inner : [one];
  });
}

/** Whether a value has the constants of an alternative, and none that it excludes. */
function fits({ properties = {} }: Schema, value: Record<string, unknown>): boolean {
  return Object.entries(properties).every(([key, schema]) => {
    if ('const' in schema) return value[key] === schema.const;
    if (schema.not?.enum) return !schema.not.enum.includes(String(value[key]));
    return !schema.enum || schema.enum.includes(String(value[key]));
  });
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
