/** Writes the schema of an iteration to create for editors: by itself, and in the dialect that all of them know. */
import type { ContractDocument, Json } from './document.ts';

const root = 'IterationInput';

/**
 * Returns the JSON Schema of an iteration to create, in draft-07: editors know later dialects in part. It is as open as
 * the contract, and takes a `$schema`, by which a JSON file names it.
 */
export function jsonSchema(contract: ContractDocument): string {
  const { schemas } = contract.components;
  const definitions = Object.fromEntries(
    [...reachable(root, schemas)].sort().map((name) => [name, forEditors(schemas[name] ?? {})]),
  );
  const { [root]: iteration, ...others } = definitions;
  const { properties, ...rest } = iteration ?? {};
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Written by `make generate` from spec/. Do not edit.',
    title: 'An iteration to create',
    ...rest,
    properties: { $schema: { type: 'string', description: 'For editors; it is never sent.' }, ...Object(properties) },
    definitions: others,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The names of a schema and of all that it refers to. */
function reachable(name: string, schemas: Record<string, Json>, names = new Set<string>()): Set<string> {
  if (names.has(name)) return names;
  names.add(name);
  for (const [, next = ''] of JSON.stringify(schemas[name]).matchAll(/"#\/components\/schemas\/([\w.-]+)"/g)) {
    reachable(next, schemas, names);
  }
  return names;
}

/** Draft-07 ignores what is beside a `$ref`; editors strike through what has a `deprecationMessage`. */
function forEditors({ $ref, deprecated, properties, ...rest }: Json): Json {
  const own: Json = {};
  for (const [keyword, value] of Object.entries(rest)) {
    if (!/^(x-.*|examples?)$/.test(keyword)) own[keyword] = withSchemas(value);
  }
  if (properties) own['properties'] = mapValues(properties as Record<string, Json>, forEditors);
  if (deprecated === true) own['deprecationMessage'] = rest['description'];
  if (typeof $ref !== 'string') return own;
  const target = { $ref: $ref.replace('#/components/schemas/', '#/definitions/') };
  return Object.keys(own).length === 0 ? target : { ...own, allOf: [target] };
}

/** The schemas in the value of a keyword: it is one, has a list of them, or has none. */
function withSchemas(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSchemas);
  return typeof value === 'object' && value !== null ? forEditors(value as Json) : value;
}

function mapValues<T, Result>(map: Record<string, T>, change: (value: T) => Result): Record<string, Result> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
