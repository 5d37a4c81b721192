import { isTree, jsonText, list, mapValues, pointerOf, same, type Tree, tree } from './json.ts';

export const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/**
 * Prepares two normalised documents for comparison: a security scheme that only got another name keeps its old one; where
 * one document answers with a range (`4XX`) and the other with statuses of it, the range is written out; and the items
 * of lists get names, by which they are paired.
 */
export function align(base: Tree, revision: Tree): [Tree, Tree] {
  const renamed = renameTemplates(base, renameSecuritySchemes(base, revision));
  const [before, after] = choices(base, renamed).map(tree) as [Tree, Tree];
  return [withNamedItems(expandRanges(before, after)), withNamedItems(expandRanges(after, before))];
}

/**
 * Puts parameters, servers, security requirements and tags behind references that name them. Redocly pairs the items of
 * two lists by how alike their texts are; behind equal references they are paired by what they are.
 */
function withNamedItems(document: Tree): Tree {
  const items: { [name: string]: unknown } = {};
  const hold = (kind: string, all: unknown, nameOf: (item: Tree) => unknown): unknown => {
    const seen: string[] = [];
    return list(all).map((item) => {
      // Redocly takes a reference for a URI, and decodes it.
      const name = `${kind} ${nameOf(tree(item))}`.replaceAll('%', '$');
      const numbered = `${name} ${seen.filter((other) => other === name).length}`;
      seen.push(name);
      items[numbered] = item;
      return { $ref: pointerOf(['components', 'x-items', numbered]) };
    });
  };
  const lists = (node: Tree, place: string): Tree => ({
    ...node,
    ...('servers' in node ? { servers: hold(`${place} server`, node['servers'], ({ url }) => url) } : {}),
    ...('security' in node
      ? { security: hold(`${place} security`, node['security'], (one) => Object.keys(one).sort()) }
      : {}),
    ...('parameters' in node
      ? { parameters: hold(`${place} parameter`, node['parameters'], (one) => `${one['in']} ${one['name']}`) }
      : {}),
    ...(place === '' && 'tags' in node ? { tags: hold('tag', node['tags'], ({ name }) => name) } : {}),
  });
  const named = lists(
    eachOperation(document, (operation, path, method) => lists(operation, `${method} ${path}`)),
    '',
  );
  return { ...named, components: { ...tree(named['components']), 'x-items': items } };
}

function renameSecuritySchemes(base: Tree, revision: Tree): Tree {
  const before = tree(tree(base['components'])['securitySchemes']);
  const after = tree(tree(revision['components'])['securitySchemes']);
  const names = new Map<string, string>();
  for (const [name, scheme] of Object.entries(after)) {
    if (name in before) continue;
    const old = Object.keys(before).find(
      (key) => !(key in after) && same(withoutWords(before[key]), withoutWords(scheme)),
    );
    if (old !== undefined) names.set(name, old);
  }
  if (names.size === 0) return revision;
  const rename = (object: unknown) =>
    Object.fromEntries(Object.entries(tree(object)).map(([name, value]) => [names.get(name) ?? name, value]));
  return eachOperation(
    { ...revision, components: { ...tree(revision['components']), securitySchemes: rename(after) } },
    (operation) =>
      'security' in operation
        ? { ...operation, security: alternatives(list(operation['security']).map(rename)) }
        : operation,
  );
}

const withoutWords = (scheme: unknown) => ({ ...tree(scheme), description: undefined });

function expandRanges(document: Tree, other: Tree): Tree {
  return eachOperation(document, (operation, path, method) => {
    const theirs = tree(tree(tree(tree(other['paths'])[path])[method])['responses']);
    const mine = tree(operation['responses']);
    const missing = Object.keys(theirs).filter((status) => !(status in mine) && `${status[0]}XX` in mine);
    const written = Object.fromEntries(missing.map((status) => [status, mine[`${status[0]}XX`]]));
    return missing.length > 0 ? { ...operation, responses: { ...mine, ...written } } : operation;
  });
}

/** The document with each operation changed. */
export function eachOperation(document: Tree, change: (operation: Tree, path: string, method: string) => Tree): Tree {
  const paths = mapValues(document['paths'], (item, path) =>
    mapValues(item, (value, key) => (methods.has(key) ? change(tree(value), path, key) : value)),
  );
  const webhooks = mapValues(document['webhooks'], (item, name) =>
    mapValues(item, (value, key) => (methods.has(key) ? change(tree(value), `webhook ${name}`, key) : value)),
  );
  return { ...document, paths, ...('webhooks' in document ? { webhooks } : {}) };
}

/** Requirements any one of which is enough: their order says nothing, and none at all is the empty one. */
export function alternatives(security: unknown): unknown[] {
  const scoped = (requirement: unknown) => mapValues(requirement, (scopes) => [...new Set(list(scopes))].sort());
  const texts = new Set(list(security).map((requirement) => jsonText(scoped(requirement))));
  const all = [...texts].sort().map((text): unknown => JSON.parse(text));
  return same(all, [{}]) ? [] : all;
}

/** A schema that becomes a variant among others, or was one, is written as a choice of one, so that the variants pair. */
function choices(a: unknown, b: unknown): [unknown, unknown] {
  if (!isTree(a) || !isTree(b)) return [a, b];
  const [one, other] = [matching(a), matching(b)];
  if (one && other && one['x-match'] !== other['x-match']) return choices(one, other);
  for (const key of ['oneOf', 'anyOf']) {
    if (key in b && !(key in a) && list(b[key]).some((branch) => same(branch, a))) return [{ [key]: [a] }, b];
    if (key in a && !(key in b) && list(a[key]).some((branch) => same(branch, b))) return [a, { [key]: [b] }];
  }
  const pairs = Object.keys(a)
    .filter((key) => key in b)
    .map((key) => [key, choices(a[key], b[key])] as const);
  const left = Object.fromEntries(pairs.map(([key, [value]]) => [key, value]));
  const right = Object.fromEntries(pairs.map(([key, [, value]]) => [key, value]));
  return [
    { ...a, ...left },
    { ...b, ...right },
  ];
}

/** A choice under one keyword, with what it asks for beside it; undefined for what is no single choice. */
function matching({ oneOf, anyOf, ...rest }: Tree): Tree | undefined {
  if (!Array.isArray(oneOf) === !Array.isArray(anyOf)) return undefined;
  return { ...rest, anyOf: oneOf ?? anyOf, 'x-match': oneOf === undefined ? 'any' : 'exactly one' };
}

/** A path parameter is filled in by its place in the path; its name never travels. Names that change places stay. */
function renameTemplates(base: Tree, revision: Tree): Tree {
  const shape = (path: string) => path.replace(/\{[^}]*\}/g, '{}');
  const names = (path: string) => [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
  const [before, after] = [tree(base['paths']), tree(revision['paths'])];
  const paths = Object.entries(after).map(([path, item]) => {
    const old = Object.keys(before).find((one) => !(path in before || one in after) && shape(one) === shape(path));
    if (old === undefined || same(names(old).sort(), names(path).sort())) return [path, item] as const;
    const rename = (one: unknown) => {
      const { in: place, name } = tree(one);
      return place === 'path' ? { ...tree(one), name: names(old)[names(path).indexOf(String(name))] ?? name } : one;
    };
    const renamed = mapValues(item, (operation) =>
      'parameters' in tree(operation)
        ? { ...tree(operation), parameters: list(tree(operation)['parameters']).map(rename) }
        : operation,
    );
    return [old, renamed] as const;
  });
  return 'paths' in revision ? { ...revision, paths: Object.fromEntries(paths) } : revision;
}
