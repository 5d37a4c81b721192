import { isTree, jsonText, list, mapValues, same, type Tree, tree } from './json.ts';

/** What a keyword says when it is left out (JSON Schema 2020-12); spelling it out says nothing. */
const silent: Tree = {
  ...{ required: [], minLength: 0, minItems: 0, minProperties: 0, uniqueItems: false, properties: {}, $defs: {} },
  ...{
    minContains: 1,
    'x-open-enum': false,
    readOnly: false,
    writeOnly: false,
    deprecated: false,
    nullable: false,
    patternProperties: {},
    allOf: [],
  },
};

/** Keywords that say something about a value, and restrict none. */
export const annotations = new Set([
  'title',
  'description',
  'deprecated',
  'examples',
  '$comment',
  'default',
  'externalDocs',
]);

/** OpenAPI 3.0's own keywords as JSON Schema 2020-12 says them. */
export function upgrade({ nullable: isNullable, exclusiveMinimum, exclusiveMaximum, ...rest }: Tree): Tree {
  const result = modern(rest);
  for (const [exclusive, bound, value] of [
    ['exclusiveMinimum', 'minimum', exclusiveMinimum],
    ['exclusiveMaximum', 'maximum', exclusiveMaximum],
  ] as const) {
    if (value !== true) continue;
    result[exclusive] = result[bound];
    delete result[bound];
  }
  // What OpenAPI 3.1 has keywords for was a format before.
  if (result['format'] === 'byte') Object.assign(result, { format: undefined, contentEncoding: 'base64' });
  if (result['format'] === 'binary')
    Object.assign(result, { format: undefined, contentMediaType: 'application/octet-stream' });
  if (result['format'] === undefined) delete result['format'];
  if (isNullable !== true) return result;
  if (typeof result['type'] !== 'string') {
    const choice = ['oneOf', 'anyOf'].find((key) => key in result);
    if (choice) return { ...result, [choice]: [...list(result[choice]), { type: 'null' }] };
    return 'allOf' in result ? { anyOf: [result, { type: 'null' }] } : result;
  }
  result['type'] = [result['type'], 'null'];
  if (Array.isArray(result['enum']) && !result['enum'].includes(null)) result['enum'] = [...result['enum'], null];
  return result;
}

/** `example`, `const` and a choice of one in their general forms. */
export function modern({ example, const: constant, ...rest }: Tree): Tree {
  const result = { ...rest };
  for (const key of ['anyOf', 'oneOf']) {
    if (list(result[key]).length !== 1) continue;
    result['allOf'] = [...list(result['allOf']), ...list(result[key])];
    delete result[key];
  }
  for (const key of ['anyOf', 'oneOf']) {
    const branches = list(result[key]).map(tree);
    const only = (name: string) =>
      branches.length > 1 && branches.every((one) => Object.keys(one).every((field) => field === name) && name in one);
    const name =
      only('type') && !('type' in result) ? 'type' : ['const', 'enum'].find((one) => only(one) && !('enum' in result));
    if (name === undefined) continue;
    const all = branches.flatMap((one) => one[name]);
    if (key === 'oneOf' && (new Set(all).size < all.length || (all.includes('number') && all.includes('integer'))))
      continue;
    result[name === 'type' ? 'type' : 'enum'] = all;
    delete result[key];
  }
  if (example !== undefined) result['examples'] ??= [example];
  if (constant !== undefined) result['enum'] ??= [constant];
  return result;
}

/** `anyOf` or `oneOf` of one schema and null becomes the schema, with null among its types. */
export function nullable(schema: Tree, flat: (part: unknown) => Tree): Tree {
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
export function spelled(schema: Tree): Tree {
  const kept = Object.entries(schema).filter(([key, value]) => !(key in silent && same(value, silent[key])));
  const result: Tree = Object.fromEntries(kept);
  if (Array.isArray(result['enum']) && !('type' in result)) result['type'] = result['enum'].map(typeOf);
  if ('type' in result) result['type'] = types(result['type']);
  if (result['type'] === 'boolean' && list(result['enum']).includes(true) && list(result['enum']).includes(false))
    delete result['enum'];
  if ('type' in result && [result['type']].flat().every((one) => one === 'integer' || one === 'null'))
    inclusive(result);
  // A format that repeats the type says nothing.
  if ('format' in result && [result['type']].flat().includes(result['format'])) delete result['format'];
  if (isTree(result['dependentRequired']))
    result['dependentRequired'] = mapValues(result['dependentRequired'], (names) => [...list(names)].sort());
  for (const key of ['required', 'enum'])
    if (Array.isArray(result[key])) {
      result[key] = [...new Set(result[key])].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    }
  // Redocly compares no values that are lists or objects.
  if (typeof result['default'] === 'object') result['default'] = jsonText(result['default']);
  for (const key of ['enum', 'examples']) if (Array.isArray(result[key])) result[key] = result[key].map(asText);
  for (const key of ['title', 'description']) if (key in result) result[key] = unwrapped(result[key]);
  return result;
}

function asText(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? jsonText(value) : value;
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

const least = (a: unknown, b: unknown) => Math.min(Number(a), Number(b));
const most = (a: unknown, b: unknown) => Math.max(Number(a), Number(b));

/** The types that are of both; an integer is a number. */
function shared(a: unknown, b: unknown): unknown[] {
  const [mine, theirs] = [[a].flat(), [b].flat()];
  const within = (one: unknown, all: unknown[]) => all.includes(one) || (one === 'integer' && all.includes('number'));
  return [...new Set([...mine.filter((one) => within(one, theirs)), ...theirs.filter((one) => within(one, mine))])];
}

/** What two values of a keyword say together, where one value can say it. */
const narrower: { [keyword: string]: (a: unknown, b: unknown) => number } = {
  ...{ minimum: most, exclusiveMinimum: most, minLength: most, minItems: most, minProperties: most },
  ...{ maximum: least, exclusiveMaximum: least, maxLength: least, maxItems: least, maxProperties: least },
};

/** Two schemas that both hold, as one; undefined where one schema cannot say it. */
export function merge(a: Tree, b: Tree): Tree | undefined {
  if ('$ref' in b || !opensFor(a, b) || !opensFor(b, a)) return undefined;
  const merged: Tree = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const mine = merged[key];
    if (mine === undefined) merged[key] = value;
    else if (key === 'required') merged[key] = [...new Set([...list(mine), ...list(value)])];
    else if (key in narrower) merged[key] = narrower[key]?.(mine, value);
    else if (key === 'type' && shared(mine, value).length > 0) merged[key] = shared(mine, value);
    else if (key === 'properties') merged[key] = { ...tree(mine), ...mapValues(value, both(tree(mine))) };
    else if (key === 'allOf') merged[key] = [...list(mine), ...list(value)];
    else if ((key === 'description' || key === 'title') && !same(mine, value)) keepText(merged, value);
    else if (!same(mine, value) && !annotations.has(key) && !key.startsWith('x-')) return undefined;
  }
  return merged;
}

const both = (mine: Tree) => (part: unknown, name: string) =>
  Object.hasOwn(mine, name) && !same(mine[name], part) ? { allOf: [mine[name], part] } : part;

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

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
