import { createHash } from 'node:crypto';
import { isTree, jsonText, list, mapValues, same, type Tree, tree } from './json.ts';
import { annotations, merge, modern, nullable, spelled, upgrade } from './keywords.ts';

/** Which way a schema's values travel: callers send a request, readers receive an answer. */
export type Side = 'request' | 'answer';

const maps = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const single = ['items', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'contains'].concat([
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
]);

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
      const ref = typeof raw['$ref'] === 'string' ? raw['$ref'].replace(/^#\/components\/schemas\//, '') : undefined;
      const own = ref?.replace(/[^A-Za-z0-9_.]/g, (character) => `-${character.charCodeAt(0).toString(16)}-`);
      name = `${side}.${own ?? createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
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
    const beside = modern(rest);
    return { ...beside, allOf: [{ $ref }, ...list(beside['allOf'])] };
  }

  /** Merges what `allOf` and references add to a schema into the schema itself, where that means the same. */
  function flat(raw: unknown, seen: string[] = []): Tree {
    const schema = upgraded(raw);
    if (typeof schema['$ref'] === 'string') {
      const ref = schema['$ref'];
      if (seen.includes(ref)) throw new Error(`${ref}: a reference that leads to itself`);
      return flat(resolve(ref), [...seen, ref]);
    }
    const { allOf, ...own } = nullable(schema, (part) => flat(part, seen));
    let merged = own;
    const kept: Tree[] = [];
    for (const part of list(allOf)) {
      const together = merge(merged, flat(part, seen));
      if (together) merged = together;
      else kept.push(tree(part));
    }
    kept.sort((a, b) => (jsonText(a) < jsonText(b) ? -1 : 1));
    return kept.length > 0 ? { ...merged, allOf: kept } : merged;
  }

  /** Whether a subschema accepts everything, however it is described. */
  function saysNothing(raw: unknown, seen: string[] = []): boolean {
    if (raw === true) return true;
    const { $ref, ...own } = tree(raw);
    const isSilent = isTree(raw) && Object.keys(own).every((key) => annotations.has(key) || key === 'example');
    if (!isSilent || typeof $ref !== 'string') return isSilent;
    return !seen.includes($ref) && saysNothing(resolve($ref), [...seen, $ref]);
  }

  /** The target of a discriminator's mapping, which may lead nowhere. */
  function variant(ref: string, side: Side): Tree {
    try {
      resolve(ref);
    } catch {
      return {};
    }
    return write({ $ref: ref }, side);
  }

  function plain(schema: Tree, side: Side): Tree {
    const { $defs: _, ...result }: Tree = spelled(schema);
    for (const key of maps) if (key in result) result[key] = mapValues(result[key], (part) => write(part, side));
    for (const key of lists) if (key in result) result[key] = list(result[key]).map((part) => write(part, side));
    for (const key of single) if (key in result) result[key] = write(result[key], side);
    // Redocly pairs the items of lists by their likeness; a tuple's are known by their places.
    const places = list(result['prefixItems']).map((item, index) => [`[${index}]`, item] as const);
    delete result['prefixItems'];
    if (places.length > 0) result['$defs'] = Object.fromEntries(places);
    if (isTree(result['discriminator']))
      Object.assign(
        result,
        deciding(schema, (ref) => variant(ref, side)),
      );
    for (const key of openByDefault) if (key in schema && saysNothing(schema[key])) delete result[key];
    // Redocly's rules look for the value `false`, not for a schema that accepts nothing.
    for (const key of openByDefault) if (same(result[key], { not: {} })) result[key] = false;
    return result;
  }

  /** Writes a schema as it stands at one place of the document. */
  function write(raw: unknown, side: Side): Tree {
    const schema = upgraded(raw);
    const refers = '$ref' in schema || 'allOf' in schema || hasNull(schema);
    return refers ? component(schema, side) : plain(schema, side);
  }

  return { write, components };
}

/** A discriminator and the values that decide, those that are implied too; the names of components stay out of it. */
function deciding(schema: Tree, target: (ref: string) => Tree): Tree {
  const { propertyName, mapping } = tree(schema['discriminator']);
  const mapped = mapValues(mapping, (to) => (/[#/]/.test(String(to)) ? String(to) : `#/components/schemas/${to}`));
  const refs = [...list(schema['oneOf']), ...list(schema['anyOf'])].map((branch) => String(tree(branch)['$ref'] ?? ''));
  const implied = refs.filter((ref) => ref !== '' && !Object.values(mapped).includes(ref));
  const values = [...Object.keys(mapped), ...implied.map((ref) => ref.split('/').at(-1) ?? '')];
  if (values.length === 0) return { discriminator: { propertyName } };
  const variants = [...Object.entries(mapped), ...implied.map((ref) => [ref.split('/').at(-1) ?? '', ref] as const)];
  return {
    discriminator: { propertyName },
    'x-discriminator-values': values.sort().join(', '),
    // What each value stands for, since a reader chooses by it.
    $defs: mapValues(Object.fromEntries(variants), (ref) => target(String(ref))),
  };
}

/** Whether a schema is one of two, and the other is null. */
function hasNull(schema: Tree): boolean {
  return ['anyOf', 'oneOf'].some((key) => {
    const branches = list(schema[key]);
    return branches.length === 2 && branches.some((one) => same(one, { type: 'null' }));
  });
}
