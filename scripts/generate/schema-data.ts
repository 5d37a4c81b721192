/** Reduces the schemas of the document to the few keywords that the validators know, and refuses all others. */
import type { Schema } from '../../generated/validators.js';
import { list, mapValues, own, same, type Tree, tree } from '../lib/json.ts';
import { type ContractDocument, SpecMistake, schemaNameOf, schemaOf } from './document.ts';

/** A schema as the validators have it, but with its references by name. */
export interface SchemaData extends Schema {
  /** The name of another schema, which is more than a scalar. It stands alone. */
  $ref?: string;
  properties?: Record<string, SchemaData>;
  additionalProperties?: SchemaData;
  items?: SchemaData;
  anyOf?: SchemaData[];
}

/** What the validators need not know. */
const annotations = 'title description default deprecated example examples externalDocs discriminator'.split(' ');

/**
 * Returns named schemas and all that they lead to, by name, each after those that it refers to. What the members of
 * `allOf` say of a value is in one schema.
 *
 * @throws SpecMistake with the place, when a schema says what the validators do not know.
 */
export function schemaData(document: ContractDocument, roots: string[]): Map<string, SchemaData> {
  const result = new Map<string, SchemaData>();
  const known = new Map<string, SchemaData | undefined>();
  /** What each keyword says of a value, in the order in which it is written. */
  const keywords: Record<string, (value: unknown, place: string) => SchemaData> = {
    $ref: (ref, place) => named(schemaNameOf(ref) ?? refuse(place, `the reference ${ref}`)),
    type: (type) => ({ type: type as string }),
    enum: (values) => ({ enum: list(values) }),
    const: (value) => ({ enum: [value] }),
    'x-open-enum': (isOpen) => (isOpen === true ? { 'x-open-enum': true } : {}),
    properties: (properties, place) => ({
      properties: mapValues(properties, (property, key) => schemaAt(property, `${place}.${key}`)),
    }),
    required: (names) => ({ required: list(names) as string[] }),
    items: (items, place) => (rulesOf(items).length > 0 ? { items: schemaAt(items, `${place}[]`) } : {}),
    additionalProperties: (values, place) => {
      if (values === false) throw new SpecMistake(`${place} is closed, but bodies are open.`);
      return rulesOf(values).length > 0 ? { additionalProperties: schemaAt(values, `${place}.*`) } : {};
    },
    anyOf: alternativesAt,
    oneOf: alternativesAt,
    not: (schema, place) =>
      same(Object.keys(tree(schema)), ['enum'])
        ? { not: { enum: list(own(schema, 'enum')) } }
        : refuse(place, 'a not of more than an enum'),
    // Of the formats, only this one asks for nothing that the type does not.
    format: (format, place) => (format === 'int64' ? {} : refuse(place, `the format ${format}`)),
    allOf: (schemas, place) =>
      list(schemas).reduce<SchemaData>((whole, one) => merged(whole, reduced(tree(one), place), place), {}),
  };
  for (const name of roots) {
    checkAlternatives(named(name), name);
    result.set(name, named(name));
  }
  return result;

  function named(name: string): SchemaData {
    if (!known.has(name)) {
      known.set(name, undefined);
      known.set(name, reduced(schemaOf(document, name), name));
    }
    const data = known.get(name);
    if (!data) throw new SpecMistake(`${name} contains itself, which the validators do not know.`);
    return data;
  }

  /** All that a schema says of a value. */
  function reduced(schema: Tree, place: string): SchemaData {
    const rules = rulesOf(schema);
    const beside = rules.find((key) => key !== '$ref');
    const unknown = rules.find((key) => !Object.hasOwn(keywords, key) && !key.startsWith('x-'));
    if ('$ref' in schema && beside) refuse(place, `${beside} beside $ref`);
    if (unknown) refuse(place, unknown);
    if ('oneOf' in schema && 'properties' in schema) refuse(place, 'oneOf beside properties');
    let whole: SchemaData = {};
    for (const [keyword, read] of Object.entries(keywords))
      if (keyword in schema) whole = merged(whole, read(schema[keyword], place), place);
    const { type, properties, required, anyOf } = whole;
    if (properties && type !== 'object') throw new SpecMistake(`${place} has properties, but its type is not object.`);
    const missing = required?.find((key) => !Object.hasOwn(properties ?? {}, key));
    if (missing !== undefined) throw new SpecMistake(`${place} requires ${missing}, but does not describe it.`);
    if (!anyOf || !properties) return whole;
    for (const alternative of anyOf) merged(whole, { ...alternative, anyOf }, place);
    return { ...whole, anyOf: anyOf.map((one) => ({ required: one.required ?? [] })) };
  }

  /** The schema of the value at a place: a reference, where it refers to more than a scalar. */
  function schemaAt(schema: unknown, place: string): SchemaData {
    const name = schemaNameOf(own(schema, '$ref'));
    const data = reduced(tree(schema), place);
    checkAlternatives(data, name ?? place);
    if (name === undefined || !(data.properties || data.additionalProperties || data.anyOf)) return data;
    result.set(name, data);
    return { $ref: name };
  }

  /**
   * Checks that alternatives of one type differ in the values of one required property: else nobody could say which of
   * them a value is meant to be.
   */
  function checkAlternatives(data: SchemaData, place: string): void {
    if (!data.anyOf || data.properties) return;
    const all = data.anyOf.map((one) => (one.$ref === undefined ? one : named(one.$ref)));
    for (const alike of Map.groupBy(all, (one) => String(one.type)).values()) {
      if (alike.length > 1 && !alike[0]?.required?.some((key) => isApart(alike, key)))
        throw new SpecMistake(`${place} has alternatives that no required property discriminates.`);
    }
  }

  /** Alternatives, those of an alternative among them. */
  function alternativesAt(schemas: unknown, place: string): SchemaData {
    const all = list(schemas).flatMap((schema) => {
      const { properties, anyOf } = reduced(tree(schema), place);
      return anyOf && !properties ? anyOf : [schemaAt(schema, place)];
    });
    return { anyOf: all };
  }
}

function refuse(place: string, what: string): never {
  throw new SpecMistake(`${place} has ${what}, which the validators do not know.`);
}

/** The keywords of a schema that say something of a value; `true` and `{}` have none. */
function rulesOf(schema: unknown): string[] {
  return Object.keys(tree(schema)).filter((key) => !annotations.includes(key));
}

/** What two schemas say of one value. Where both say something, they must say the same. */
function merged(one: SchemaData, other: SchemaData, place: string): SchemaData {
  const { properties = {}, required = [], ...others } = one;
  const whole = { ...others, ...other };
  if (one.properties) whole.properties = { ...properties, ...other.properties };
  if (one.required) whole.required = [...new Set([...required, ...(other.required ?? [])])];
  const changed = (before: object, after: object = {}) =>
    Object.keys(before).find((key) => !same(own(before, key), own(after, key)));
  const [keyword, property] = [changed(others, whole), changed(properties, whole.properties)];
  if (keyword) throw new SpecMistake(`${place} has two different ${keyword}.`);
  if (property) throw new SpecMistake(`${place} describes ${property} in two ways.`);
  return whole;
}

/** Whether no value of a property is one of two alternatives: each lists its own, but for one that takes all the others. */
function isApart(alternatives: SchemaData[], key: string): boolean {
  const values = alternatives.map((one) => (one.required?.includes(key) ? one.properties?.[key] : undefined));
  const known = values.flatMap((value) => value?.enum ?? []);
  const open = values.filter((value) => !value?.enum);
  const areOthers = open.every((rest) => known.every((value) => rest?.not?.enum.includes(value)));
  return open.length < 2 && areOthers && new Set(known).size === known.length;
}
