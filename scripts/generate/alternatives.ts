/** Alternatives of a schema: what an object may require, or what a value may be. */
import { SpecMistake } from './document.ts';
import { partsOf, type SchemaData } from './schema.ts';

/**
 * Returns a schema whose alternatives, where it has properties itself, are lists of what they require.
 *
 * @param check Throws when an alternative describes a property in another way than the schema.
 */
export function withSets(data: SchemaData, check: (alternative: SchemaData) => void): SchemaData {
  const { properties, anyOf } = data;
  if (!anyOf || !properties) return data;
  for (const alternative of anyOf) check({ properties: {}, ...alternative, anyOf });
  return { ...data, anyOf: anyOf.map(({ required = [] }) => ({ required })) };
}

/**
 * Checks that alternatives of one type differ in the values of one required property: else nobody could say which of
 * them a value is meant to be.
 */
export function checkAlternatives(data: SchemaData, place: string, named: (name: string) => SchemaData): void {
  for (const part of partsOf(data)) checkAlternatives(part, place, named);
  if (!data.anyOf || data.properties) return;
  const all = data.anyOf.map((one) => (one.$ref === undefined ? one : named(one.$ref)));
  for (const alike of Object.values(Object.groupBy(all, (one) => String(one.type)))) {
    if (alike && alike.length > 1 && !(alike[0]?.required ?? []).some((key) => isApart(alike, key))) {
      throw new SpecMistake(`${place} has alternatives that no required property discriminates.`);
    }
  }
}

/** Whether no value of a property is one of two alternatives: each lists its own, but for one that takes all the others. */
function isApart(alternatives: SchemaData[], key: string): boolean {
  const values = alternatives.map((one) => (one.required?.includes(key) ? one.properties?.[key] : undefined));
  const known = values.flatMap((value) => value?.enum ?? []);
  const [rest, ...others] = values.filter((value) => !value?.enum);
  const isRest = values.every((value) => value?.enum) || known.every((value) => rest?.not?.enum.includes(value));
  return others.length === 0 && isRest && new Set(known).size === known.length;
}
