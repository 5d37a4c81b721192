/** Reduces the schemas of the document to the few keywords that the validators know, and refuses all others. */
import { isDeepStrictEqual } from 'node:util';
import { checkAlternatives, withSets } from './alternatives.ts';
import { type ContractDocument, type Json, SpecMistake } from './document.ts';
import { partsOf, type SchemaData } from './schema.ts';

/** What the validators need not know. */
const annotations = 'title description default deprecated example examples externalDocs discriminator'.split(' ');
const keywords = 'type format enum const not properties required additionalProperties items allOf anyOf oneOf'.split(
  ' ',
);

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
  const reached = new Set(roots);
  for (const name of reached) for (const inner of referencesOf(named(name))) reached.add(inner);
  for (const name of reached) checkAlternatives(named(name), name, named);
  return new Map([...done].filter(([name]) => reached.has(name)));

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
    const whole = members.reduce((one, other) => merged(one, other, place), ownOf(schema, place));
    return withSets(checked(whole, place), (one) => merged(whole, one, place));
  }

  function referred(schema: Json, place: string): SchemaData {
    const strange = Object.keys(schema).find((key) => key !== '$ref' && !annotations.includes(key));
    if (strange) throw new SpecMistake(`${place} has ${strange} beside $ref, which the validators do not know.`);
    const name = String(schema['$ref']).split('/').at(-1) ?? '';
    const data = named(name);
    return data.properties || data.additionalProperties || data.anyOf ? { $ref: name } : data;
  }

  function ownOf(schema: Json, place: string): SchemaData {
    const { type, format, not, properties, required, items, additionalProperties: values, anyOf, oneOf } = schema;
    const known = 'const' in schema ? [schema['const']] : schema['enum'];
    if (values === false) throw new SpecMistake(`${place} is closed, but bodies are open.`);
    // Of the formats, only this one asks for nothing that the type does not.
    if (![undefined, 'int64'].includes(format as string))
      throw new SpecMistake(`${place} has the format ${format}, which the validators do not know.`);
    if (oneOf && properties)
      throw new SpecMistake(`${place} has oneOf beside properties, which the validators do not know.`);
    return {
      ...(type !== undefined && { type: type as string }),
      ...(known !== undefined && { enum: known as unknown[] }),
      ...(known !== undefined && schema['x-open-enum'] === true && { 'x-open-enum': true }),
      ...(properties !== undefined && { properties: each(properties as Json, place) }),
      ...(required !== undefined && { required: required as string[] }),
      ...(hasRules(items) && { items: reduced(items, `${place}[]`) }),
      ...(hasRules(values) && { additionalProperties: reduced(values, `${place}.*`) }),
      ...((anyOf ?? oneOf) !== undefined && { anyOf: alternatives((anyOf ?? oneOf) as Json[], place) }),
      ...(not !== undefined && { not: excluded(not, place) }),
    };
  }

  /** Alternatives, those of an alternative among them. */
  function alternatives(schemas: Json[], place: string): SchemaData[] {
    return schemas.flatMap((schema) => {
      const data = reduced(schema, place);
      const { properties, anyOf } = data.$ref === undefined ? data : named(data.$ref);
      return anyOf && !properties ? anyOf : [data];
    });
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

function excluded(not: unknown, place: string): { enum: unknown[] } {
  const values = (not as Json)['enum'];
  if (!Array.isArray(values) || Object.keys(not as Json).length > 1) {
    throw new SpecMistake(`${place} has a not of more than an enum, which the validators do not know.`);
  }
  return { enum: values };
}

function checked(data: SchemaData, place: string): SchemaData {
  const { properties, required, type } = data;
  if (properties && type !== 'object') throw new SpecMistake(`${place} has properties, but its type is not object.`);
  const missing = required?.find((key) => !Object.hasOwn(properties ?? {}, key));
  if (missing !== undefined) throw new SpecMistake(`${place} requires ${missing}, but does not describe it.`);
  return data;
}

function referencesOf(data: SchemaData): string[] {
  return data.$ref === undefined ? partsOf(data).flatMap(referencesOf) : [data.$ref];
}
