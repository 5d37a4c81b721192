/** Reduces the schemas of the document to the few keywords that the validators know, and refuses all others. */
import { isDeepStrictEqual } from 'node:util';
import { type ContractDocument, type Json, SpecMistake } from './document.ts';

/** A schema in the keywords that the validators know, each with its meaning in JSON Schema. */
export interface SchemaData {
  /** The name of another schema, which is more than a scalar. It stands alone. */
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  'x-open-enum'?: true;
  properties?: Record<string, SchemaData>;
  required?: string[];
  additionalProperties?: SchemaData;
  items?: SchemaData;
  /** Beside `properties`: sets of them, one of which must be there. Alone: alternatives. */
  anyOf?: SchemaData[];
}

/** What the validators need not know. */
const annotations = 'title description default deprecated example examples externalDocs format'.split(' ');
const keywords = 'type enum const properties required additionalProperties items allOf anyOf'.split(' ');

/**
 * Returns named schemas and all that they lead to, by name, each after those that it refers to. What the members of
 * `allOf` say of a value is in one schema.
 *
 * @throws Error with the place, when a schema says what the validators do not know.
 */
export function schemaData(document: ContractDocument, roots: string[]): Map<string, SchemaData> {
  const done = new Map<string, SchemaData>();
  const begun = new Set<string>();
  for (const root of roots) named(root);
  return done;

  function named(name: string): SchemaData {
    const known = done.get(name);
    if (known) return known;
    if (begun.has(name)) throw new SpecMistake(`${name} contains itself, which the validators do not know.`);
    begun.add(name);
    const data = reduced(document.components.schemas[name] ?? {}, name);
    done.set(name, data);
    return data;
  }

  function reduced(schema: Json, place: string): SchemaData {
    if ('$ref' in schema) return referred(schema, place);
    const strange = Object.keys(schema).find(
      (key) => !annotations.includes(key) && !keywords.includes(key) && !key.startsWith('x-'),
    );
    if (strange) throw new SpecMistake(`${place} has ${strange}, which the validators do not know.`);
    const members = ((schema['allOf'] ?? []) as Json[]).map((member) => {
      const data = reduced(member, place);
      return data.$ref === undefined ? data : named(data.$ref);
    });
    return checked(
      members.reduce((one, other) => merged(one, other, place), ownOf(schema, place)),
      place,
    );
  }

  function referred(schema: Json, place: string): SchemaData {
    const strange = Object.keys(schema).find((key) => key !== '$ref' && !annotations.includes(key));
    if (strange) throw new SpecMistake(`${place} has ${strange} beside $ref, which the validators do not know.`);
    const name = String(schema['$ref']).split('/').at(-1) ?? '';
    const data = named(name);
    return data.properties || data.additionalProperties || data.anyOf ? { $ref: name } : data;
  }

  function ownOf(schema: Json, place: string): SchemaData {
    const { type, properties, required, items, additionalProperties: values, anyOf } = schema;
    const known = 'const' in schema ? [schema['const']] : schema['enum'];
    if (values === false) throw new SpecMistake(`${place} is closed, but bodies are open.`);
    return {
      ...(type !== undefined && { type: type as string }),
      ...(known !== undefined && { enum: known as unknown[] }),
      ...(known !== undefined && schema['x-open-enum'] === true && { 'x-open-enum': true }),
      ...(properties !== undefined && { properties: each(properties as Json, place) }),
      ...(required !== undefined && { required: required as string[] }),
      ...(hasRules(items) && { items: reduced(items, `${place}[]`) }),
      ...(hasRules(values) && { additionalProperties: reduced(values, `${place}.*`) }),
      ...(anyOf !== undefined && { anyOf: (anyOf as Json[]).map((one) => reduced(one, place)) }),
    };
  }

  function each(properties: Json, place: string): Record<string, SchemaData> {
    return Object.fromEntries(
      Object.entries(properties).map(([key, schema]) => [key, reduced(schema as Json, `${place}.${key}`)]),
    );
  }
}

/** `true` and `{}` allow everything. */
function hasRules(schema: unknown): schema is Json {
  return typeof schema === 'object' && schema !== null && Object.keys(schema).some((key) => !annotations.includes(key));
}

/** What two schemas say of one value. Where both say something, they must say the same. */
function merged(one: SchemaData, other: SchemaData, place: string): SchemaData {
  const common = Object.keys(one).filter((key) => key in other && key !== 'required');
  for (const key of common as (keyof SchemaData)[]) {
    if (key !== 'properties' && !isDeepStrictEqual(one[key], other[key]))
      throw new SpecMistake(`${place} has two different ${key}.`);
  }
  for (const key of Object.keys(one.properties ?? {}).filter((name) => name in (other.properties ?? {}))) {
    if (!isDeepStrictEqual(one.properties?.[key], other.properties?.[key]))
      throw new SpecMistake(`${place} describes ${key} in two ways.`);
  }
  return {
    ...one,
    ...other,
    ...((one.properties || other.properties) && { properties: { ...one.properties, ...other.properties } }),
    ...((one.required || other.required) && {
      required: [...new Set([...(one.required ?? []), ...(other.required ?? [])])],
    }),
  };
}

/** A schema whose alternatives, where it has properties of its own, say no more than which of them are required. */
function checked(data: SchemaData, place: string): SchemaData {
  const { properties, required, anyOf, type } = data;
  if (!properties) return data;
  if (type !== 'object') throw new SpecMistake(`${place} has properties, but its type is not object.`);
  const missing = required?.find((key) => !Object.hasOwn(properties, key));
  if (missing) throw new SpecMistake(`${place} requires ${missing}, but does not describe it.`);
  if (!anyOf) return data;
  for (const alternative of anyOf) merged(data, { properties: {}, ...alternative, anyOf }, place);
  return { ...data, anyOf: anyOf.map(({ required: names = [] }) => ({ required: names })) };
}
