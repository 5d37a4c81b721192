import fc, { type Arbitrary } from 'fast-check';
import { resolve, type Schema, withMembers } from './document.ts';

/**
 * Draws values that a schema allows, with every keyword that the bodies of the contract use. Objects get unknown
 * properties too, since they are open. Throws on a keyword that it does not know, so that none is passed over.
 */
export function valuesOf(reference: Schema): Arbitrary<unknown> {
  const schema = withMembers(resolve(reference));
  const unknown = Object.keys(schema).filter((keyword) => !understood.has(keyword));
  if (unknown.length > 0) throw new Error(`Cannot draw values for the keywords ${unknown.join(', ')}`);
  const { type, anyOf, oneOf, enum: values } = schema;
  if (anyOf || oneOf) return fc.oneof(...[...(anyOf ?? []), ...(oneOf ?? [])].map(valuesOf));
  if ('const' in schema) return fc.constant(schema.const);
  if (values) return fc.constantFrom(...values);
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => valuesOf({ ...schema, type: one })));
  return type === undefined ? fc.jsonValue({ maxDepth: 2 }) : valuesOfType(type, schema);
}

function valuesOfType(type: string, schema: Schema): Arbitrary<unknown> {
  const { items = {}, allOf = [], not } = schema;
  if (type === 'null') return fc.constant(null);
  if (type === 'string') return text.filter((drawn) => !not?.enum?.includes(drawn));
  if (type === 'integer') return fc.maxSafeInteger();
  if (type === 'boolean') return fc.boolean();
  if (type === 'array') return fc.array(valuesOf(items), { maxLength: 3 });
  if (type !== 'object') throw new Error(`Cannot draw values of the type ${type}`);
  const parts = [objectOf(schema), ...allOf.map(valuesOf)] as Arbitrary<object>[];
  // Not Object.assign: it would take a drawn `__proto__` for the prototype.
  return fc.tuple(...parts).map((drawn) => Object.fromEntries(drawn.flatMap(Object.entries)));
}

const text = fc.string({ unit: 'grapheme' });

const understood = new Set(
  (
    'type properties required additionalProperties items allOf anyOf oneOf not const enum format discriminator ' +
    'default deprecated description title x-open-enum x-readers-only'
  ).split(' '),
);

function objectOf({ properties, required = [], additionalProperties }: Schema): Arbitrary<object> {
  if (!properties) return fc.dictionary(text, valuesOf(additionalProperties ?? {}), { maxKeys: 3 });
  const named = Object.entries(properties).map(([key, property]) => [key, valuesOf(property)]);
  const record = fc.record(Object.fromEntries(named), { requiredKeys: required as never[] });
  const strange = fc.string({ minLength: 1 }).filter((key) => !(key in properties));
  const others = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, fc.dictionary(strange, fc.jsonValue()));
  return fc.tuple(record, others).map(([known, unknown]) => ({ ...unknown, ...known }));
}
