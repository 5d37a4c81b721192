/** Writes a function for each schema that says, as fast as code can, that a value is beyond doubt. */
import { cached } from '../lib/json.ts';
import { SpecMistake } from './document.ts';
import type { SchemaData } from './schema-data.ts';

/** The name of the predicate of a schema. */
export const predicateName = (schema: string) => `is${schema}`;

/**
 * Returns the predicates of schemas as code, each a function of a value.
 *
 * A predicate is true only for a value that is JSON data through and through (plain objects, no `toJSON`, integers that
 * a number can hold), satisfies the schema, and has no property and no value of an enum that the schema does not know.
 * False decides nothing: it sends the value to the closer look.
 *
 * @param sent The names of the schemas of what is sent. What they leave open must be JSON data as well.
 */
export function predicates(schemas: Map<string, SchemaData>, sent: Set<string>): string {
  const helpers = new Map<string, string>();
  const whole = [...schemas].map(([name, schema]) => {
    const scalars = sent.has(name) ? sentScalars : receivedScalars;
    return [bodyOf(schema, scalars), predicateName(name)];
  });
  const functions = [...whole, ...helpers].map(([body, name]) => `function ${name}(v) {\n${body}}\n`);
  return `const O = Object.prototype;\n\n${functions.join('\n')}`;

  function bodyOf(schema: SchemaData, scalars: Scalars): string {
    const { properties, required = [], anyOf } = schema;
    if (!properties) return `  return ${test(schema, 'v', scalars)};\n`;
    const isThere = (key: string) => `${access(key)} !== undefined`;
    const tests = Object.entries(properties).map(([key, property]) => {
      const known = test(property, access(key), scalars);
      return required.includes(key) ? known : `(${access(key)} === undefined || ${known})`;
    });
    const sets = anyOf?.map((one) => (one.required ?? []).map(isThere).join(' && '));
    if (sets) tests.push(either(sets));
    const optional = Object.keys(properties).filter((key) => !required.includes(key));
    const count = [...optional.map((key) => `(${isThere(key)})`), required.length].join(' + ');
    return `  if (${notPlain}) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === ${count} &&
${tests.map((one) => `    ${one}`).join(' &&\n')}
  );
`;
  }

  function test(schema: SchemaData, value: string, scalars: Scalars): string {
    const { not, ...rest } = schema;
    const { $ref, type, anyOf, items, additionalProperties, properties } = rest;
    if ($ref !== undefined) return `${predicateName($ref)}(${value})`;
    if (anyOf && !properties) return either(anyOf.map((one) => test(one, value, scalars)));
    if (not) return `(${test(rest, value, scalars)} && !${test(not, value, scalars)})`;
    if (rest.enum) return either(rest.enum.map((one) => `${value} === ${JSON.stringify(one)}`));
    if (typeof type === 'object') return either(type.map((one) => test({ ...rest, type: one }, value, scalars)));
    if (properties) return callOf(bodyOf(schema, scalars), value);
    if (type === 'array' && items) return callOf(each('let i = 0; i < v.length; i++', notArray, items, scalars), value);
    if (type === 'object' && additionalProperties)
      return callOf(each('const i in v', notPlain, additionalProperties, scalars), value);
    const write = scalars[type ?? 'any'];
    if (!write) throw new SpecMistake(`The validators do not know the type ${type}.`);
    return write(value);
  }

  function each(loop: string, refused: string, item: SchemaData, scalars: Scalars): string {
    return `  if (${refused}) return false;\n  for (${loop}) if (!(${test(item, 'v[i]', scalars)})) return false;\n  return true;\n`;
  }

  /** The call of a function with a body, which is written once however often it is needed. */
  function callOf(body: string, value: string): string {
    return `${cached(helpers, body, () => `part${helpers.size}`)}(${value})`;
  }
}

// The order matters: after the look for `toJSON` the engine knows the shape, and the prototype costs nothing.
const notPlain = `typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O`;
const notArray = '!Array.isArray(v) || v.toJSON !== undefined';

type Scalars = Record<string, (value: string) => string>;

const receivedScalars: Scalars = {
  string: (value) => `typeof ${value} === 'string'`,
  boolean: (value) => `typeof ${value} === 'boolean'`,
  integer: (value) => `Number.isSafeInteger(${value})`,
  number: (value) => `Number.isFinite(${value})`,
  null: (value) => `${value} === null`,
  array: (value) => `Array.isArray(${value})`,
  object: (value) => `(typeof ${value} === 'object' && ${value} !== null && !Array.isArray(${value}))`,
  any: () => 'true',
};

/** What a sent value leaves open is beyond doubt only where it is empty or plainly a scalar. */
const sentScalars: Scalars = {
  ...receivedScalars,
  array: (value) => `(Array.isArray(${value}) && ${value}.length === 0)`,
  object: () => 'false',
  any: (value) => `(${value} === null || typeof ${value} === 'string' || typeof ${value} === 'boolean')`,
};

const either = (tests: string[]) => `(${tests.join(' || ')})`;

function access(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `v.${key}` : `v[${JSON.stringify(key)}]`;
}
