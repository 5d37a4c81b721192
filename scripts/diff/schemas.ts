import { createHash } from 'node:crypto';
import { isTree, list, mapValues, same, type Tree, tree } from './json.ts';

/** Which way a schema's values travel: callers send a request, readers receive an answer. */
export type Side = 'request' | 'answer';

const annotations = new Set(['title', 'description', 'deprecated', 'examples', '$comment', 'default', 'externalDocs']);
const maps = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const single = ['items', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'contains'].concat([
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
]);

/** What a keyword says when it is left out (JSON Schema 2020-12); spelling it out says nothing. */
const silent: Tree = {
  ...{ required: [], minLength: 0, minItems: 0, minProperties: 0, uniqueItems: false, properties: {}, $defs: {} },
  ...{ readOnly: false, writeOnly: false, deprecated: false, nullable: false, patternProperties: {}, allOf: [] },
};
/** The subschemas that say nothing when they accept everything. */
const openByDefault = ['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'items', 'propertyNames'];

/**
 * Writes the schemas of one document in one way each. References stay references, to components made here: one for
 * each side that reaches the schema, since the same change may break callers and not readers.
 *
 * @param resolve the value behind a local `$ref`
 * @param old whether the document is OpenAPI 3.0, whose schemas say null, exclusive bounds and examples in their own way
 */
export function schemaWriter(resolve: (ref: string) => unknown, old: boolean) {
  const components: { [name: string]: Tree } = {};
  const names = new Map<string, string>();

  /** A component for a schema that refers to others, written once however often it is used. */
  function component(raw: Tree, side: Side): Tree {
    const key = `${side} ${JSON.stringify(raw)}`;
    let name = names.get(key);
    if (name === undefined) {
      // Equal names pair the branches of a choice, so what stands behind them has to be the same thing.
      const ref = typeof raw['$ref'] === 'string' ? raw['$ref'].split('/').at(-1) : undefined;
      name = `${side}.${ref?.replace(/[^\w.-]/g, '-') ?? createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
      names.set(key, name);
      components[name] = {};
      components[name] = plain(flat(raw), side);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** The schema as JSON Schema 2020-12 writes it, one level deep. */
  function upgraded(raw: unknown): Tree {
    if (raw === false) return { not: {} };
    const { $ref, ...rest } = tree(raw);
    if ($ref === undefined) return old ? upgrade(rest) : modern(rest);
    if (old || Object.keys(rest).length === 0) return { $ref };
    return { ...modern(rest), allOf: [{ $ref }, ...list(rest['allOf'])] };
  }

  /** Merges what `allOf` and references add to a schema into the schema itself, where that means the same. */
  function flat(raw: unknown, seen: string[] = []): Tree {
    const schema = upgraded(raw);
    if (typeof schema['$ref'] === 'string') {
      const ref = schema['$ref'];
      return seen.includes(ref) ? schema : flat(resolve(ref), [...seen, ref]);
    }
    const { allOf, ...own } = nullable(schema, (part) => flat(part, seen));
    let merged = own;
    const kept: Tree[] = [];
    for (const part of list(allOf)) {
      const together = merge(merged, flat(part, seen));
      if (together) merged = together;
      else kept.push(tree(part));
    }
    return kept.length > 0 ? { ...merged, allOf: kept } : merged;
  }

  function plain(schema: Tree, side: Side): Tree {
    const result = spelled(schema);
    for (const key of maps) if (key in result) result[key] = mapValues(result[key], (part) => write(part, side));
    for (const key of lists) if (key in result) result[key] = list(result[key]).map((part) => write(part, side));
    for (const key of single) if (key in result) result[key] = write(result[key], side);
    if (isTree(result['discriminator'])) Object.assign(result, deciding(schema));
    for (const key of openByDefault)
      if (isTree(result[key]) && Object.keys(result[key]).length === 0) delete result[key];
    // Redocly's rules look for the value `false`, not for a schema that accepts nothing.
    for (const key of openByDefault) if (same(result[key], { not: {} })) result[key] = false;
    return result;
  }

  /** Writes a schema as it stands at one place of the document. */
  function write(raw: unknown, side: Side): Tree {
    const schema = upgraded(raw);
    const refers = '$ref' in schema || 'allOf' in schema || nullable(schema, tree) !== schema;
    return refers ? component(schema, side) : plain(schema, side);
  }

  return { write, components };
}

/** A discriminator and the values that decide, those that are implied too; the names of components stay out of it. */
function deciding(schema: Tree): Tree {
  const { propertyName, mapping } = tree(schema['discriminator']);
  const mapped = tree(mapping);
  const refs = [...list(schema['oneOf']), ...list(schema['anyOf'])].map((branch) => String(tree(branch)['$ref'] ?? ''));
  const implied = refs.filter((ref) => ref !== '' && !Object.values(mapped).includes(ref));
  const values = [...Object.keys(mapped), ...implied.map((ref) => ref.split('/').at(-1) ?? '')];
  return { discriminator: { propertyName }, 'x-discriminator-values': values.sort().join(', ') };
}

/** OpenAPI 3.0's own keywords as JSON Schema 2020-12 says them. */
function upgrade({ nullable: isNullable, exclusiveMinimum, exclusiveMaximum, ...rest }: Tree): Tree {
  const result = modern(rest);
  for (const [exclusive, bound, value] of [
    ['exclusiveMinimum', 'minimum', exclusiveMinimum],
    ['exclusiveMaximum', 'maximum', exclusiveMaximum],
  ] as const) {
    if (value !== true) continue;
    result[exclusive] = result[bound];
    delete result[bound];
  }
  if (isNullable !== true) return result;
  if (typeof result['type'] !== 'string') return { anyOf: [result, { type: 'null' }] };
  result['type'] = [result['type'], 'null'];
  if (Array.isArray(result['enum']) && !result['enum'].includes(null)) result['enum'] = [...result['enum'], null];
  return result;
}

/** `example`, `const` and a choice of one in their general forms. */
function modern({ example, const: constant, ...rest }: Tree): Tree {
  const result = { ...rest };
  for (const key of ['anyOf', 'oneOf']) {
    if (list(result[key]).length !== 1) continue;
    result['allOf'] = [...list(result['allOf']), ...list(result[key])];
    delete result[key];
  }
  if (example !== undefined) result['examples'] ??= [example];
  if (constant !== undefined) result['enum'] ??= [constant];
  return result;
}

/** `anyOf` or `oneOf` of one schema and null becomes the schema, with null among its types. */
function nullable(schema: Tree, flat: (part: unknown) => Tree): Tree {
  const key = ['anyOf', 'oneOf'].find((name) => list(schema[name]).length === 2);
  if (key === undefined) return schema;
  const { [key]: branches, ...own } = schema;
  const other = list(branches).filter((branch) => !same(branch, { type: 'null' }));
  if (other.length !== 1) return schema;
  const branch = flat(other[0]);
  const type = [branch['type'] ?? []].flat();
  if (type.length === 0 && other[0] !== branch) return schema;
  const withNull: Tree = { ...branch, type: [...new Set([...type, 'null'])] };
  if (Array.isArray(branch['enum'])) withNull['enum'] = [...new Set([...branch['enum'], null])];
  return merge(own, withNull) ?? schema;
}

/** Spelled-out defaults left out; types, `required` and `enum` in one order; text without its line breaks. */
function spelled(schema: Tree): Tree {
  const kept = Object.entries(schema).filter(([key, value]) => !(key in silent && same(value, silent[key])));
  const result: Tree = Object.fromEntries(kept);
  if ('type' in result) result['type'] = types(result['type']);
  if (result['type'] === 'integer') inclusive(result);
  // A format that repeats the type says nothing.
  if ('format' in result && [result['type']].flat().includes(result['format'])) delete result['format'];
  for (const key of ['required', 'enum'])
    if (Array.isArray(result[key])) {
      result[key] = [...new Set(result[key])].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    }
  // Redocly compares no values that are lists or objects.
  if (typeof result['default'] === 'object') result['default'] = JSON.stringify(result['default']);
  for (const key of ['enum', 'examples']) if (Array.isArray(result[key])) result[key] = result[key].map(asText);
  for (const key of ['title', 'description']) if (key in result) result[key] = unwrapped(result[key]);
  return result;
}

function asText(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

function types(type: unknown): unknown {
  const all = [...new Set([type].flat())].sort();
  const kept = all.filter((name) => !(name === 'integer' && all.includes('number')));
  return kept.length === 1 ? kept[0] : kept;
}

/** Bounds of an integer as inclusive ones: more than 0 is at least 1. */
function inclusive(schema: Tree): void {
  const { exclusiveMinimum: above, exclusiveMaximum: below, minimum, maximum } = schema;
  if (Number.isInteger(above)) {
    schema['minimum'] = Math.max(Number(above) + 1, Number(minimum ?? Number.NEGATIVE_INFINITY));
    delete schema['exclusiveMinimum'];
  }
  if (Number.isInteger(below)) {
    schema['maximum'] = Math.min(Number(below) - 1, Number(maximum ?? Number.POSITIVE_INFINITY));
    delete schema['exclusiveMaximum'];
  }
}

/** The text on one line: a line break in a source file is none for a reader. */
export function unwrapped(text: unknown): unknown {
  return typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Two schemas that both hold, as one; undefined where one schema cannot say it. */
function merge(a: Tree, b: Tree): Tree | undefined {
  if ('$ref' in b || !opensFor(a, b) || !opensFor(b, a)) return undefined;
  const merged: Tree = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const mine = merged[key];
    if (mine === undefined) merged[key] = value;
    else if (key === 'required') merged[key] = [...new Set([...list(mine), ...list(value)])];
    else if (key === 'properties') merged[key] = { ...tree(mine), ...mapValues(value, both(tree(mine))) };
    else if (key === 'allOf') merged[key] = [...list(mine), ...list(value)];
    else if ((key === 'description' || key === 'title') && !same(mine, value)) keepText(merged, value);
    else if (!same(mine, value) && !annotations.has(key) && !key.startsWith('x-')) return undefined;
  }
  return merged;
}

const both = (mine: Tree) => (part: unknown, name: string) =>
  name in mine && !same(mine[name], part) ? { allOf: [mine[name], part] } : part;

/** A text that another one hides on the page; kept, so that its change is still seen. */
function keepText(schema: Tree, text: unknown): void {
  schema['x-further-text'] = [...list(schema['x-further-text']), unwrapped(text)];
}

/** Whether `a`, if it is closed, names every property of `b`, so that merging them leaves its meaning. */
function opensFor(a: Tree, b: Tree): boolean {
  const closed = ['additionalProperties', 'unevaluatedProperties', 'patternProperties'].some(
    (key) => key in a && a[key] !== true && !same(a[key], {}) && !same(a[key], b[key]),
  );
  return !closed || Object.keys(tree(b['properties'])).every((name) => name in tree(a['properties']));
}
