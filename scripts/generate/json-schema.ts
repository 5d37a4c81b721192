/** Writes the schema of an iteration to create for editors: by itself, and in the dialect that all of them know. */
import { isTree, mapValues, type Tree, tree } from '../lib/json.ts';
import { type ContractDocument, reachedFrom, schemaOf } from './document.ts';

const root = 'IterationInput';

/**
 * Returns the JSON Schema of an iteration to create, in draft-07: editors know later dialects in part. It is as open as
 * the contract, and takes a `$schema`, by which a JSON file names it.
 */
export function jsonSchema(document: ContractDocument): object {
  const names = [...reachedFrom(document, [root])].sort();
  const schemas = Object.fromEntries(names.map((name) => [name, forEditors(schemaOf(document, name))]));
  const { [root]: iteration, ...definitions } = schemas;
  const { properties, ...rest } = tree(iteration);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Written by `make generate` from spec/. Do not edit.',
    title: 'An iteration to create',
    ...rest,
    properties: { $schema: { type: 'string', description: 'For editors; it is never sent.' }, ...tree(properties) },
    definitions,
  };
}

/** Draft-07 ignores what is beside a `$ref`; editors strike through what has a `deprecationMessage`. */
function forEditors(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forEditors);
  if (!isTree(schema)) return schema;
  const { $ref, deprecated, properties, ...rest } = schema;
  const kept = Object.entries(rest).filter(([keyword]) => !/^(x-.*|examples?)$/.test(keyword));
  const own: Tree = mapValues(Object.fromEntries(kept), forEditors);
  if (properties) own['properties'] = mapValues(properties, forEditors);
  if (deprecated === true) own['deprecationMessage'] = rest['description'];
  if (typeof $ref !== 'string') return own;
  const target = { $ref: $ref.replace('#/components/schemas/', '#/definitions/') };
  return Object.keys(own).length === 0 ? target : { ...own, allOf: [target] };
}
