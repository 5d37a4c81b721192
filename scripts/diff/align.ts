import { list, mapValues, pointerOf, same, type Tree, tree } from './json.ts';

export const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/**
 * Prepares two normalised documents for comparison: a security scheme that only got another name keeps its old one; where
 * one document answers with a range (`4XX`) and the other with statuses of it, the range is written out; and the items
 * of lists get names, by which they are paired.
 */
export function align(base: Tree, revision: Tree): [Tree, Tree] {
  const renamed = renameSecuritySchemes(base, revision);
  return [withNamedItems(expandRanges(base, renamed)), withNamedItems(expandRanges(renamed, base))];
}

/**
 * Puts parameters, servers, security requirements and tags behind references that name them. Redocly pairs the items of
 * two lists by how alike their texts are; behind equal references they are paired by what they are.
 */
function withNamedItems(document: Tree): Tree {
  const items: { [name: string]: unknown } = {};
  const hold = (kind: string, all: unknown, nameOf: (item: Tree) => unknown): unknown =>
    list(all).map((item) => {
      const name = `${kind} ${nameOf(tree(item))}`;
      items[name] = item;
      return { $ref: pointerOf(['components', 'x-items', name]) };
    });
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
  return { ...document, paths };
}

/** Requirements any one of which is enough; their order says nothing. */
export function alternatives(security: unknown): unknown[] {
  return list(security)
    .map((requirement) => mapValues(requirement, (scopes) => [...list(scopes)].sort()))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
