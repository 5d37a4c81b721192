/** Extracts the operations of the contract from two documents, so that only those are compared. */
import { isTree, list, mapValues, same, type Tree, tree, valueAt } from '../lib/json.ts';

/** An operation of the contract, and where it is. */
export interface Place {
  id: string;
  path: string;
  method: string;
}

/** A request whose media type differs between the documents only in its parameters. */
export interface RenamedMediaType {
  id: string;
  vendor: string;
  contract: string;
}

/** The operations of both documents, in the names of the contract. */
export interface Cut {
  vendor: Tree;
  contract: Tree;
  places: Place[];
  /** Those that the vendor's document does not have. */
  missing: Place[];
  renamed: RenamedMediaType[];
}

/** Extracts the operations of the contract from both documents. */
export function cutBoth(vendor: Tree, contract: Tree): Cut {
  const places = Object.entries(tree(contract['paths'])).flatMap(([path, item]) =>
    Object.entries(tree(item)).flatMap(([method, operation]) =>
      isTree(operation) ? [{ id: String(operation['operationId']), path, method }] : [],
    ),
  );
  const [theirs, ours] = [vendor, contract].map((document) => places.map((place) => operationAt(document, place)));
  const isHad = (_: unknown, index: number) => theirs?.[index] !== undefined;
  const had = places.filter(isHad);
  const pairs = had.map((place) => {
    const [base, revision] = [theirs, ours].map((all) => all?.[places.indexOf(place)]) as [Tree, Tree];
    return { ...withMediaTypesOf(base, revision), id: place.id, base };
  });
  return {
    vendor: documentOf(
      vendor,
      had,
      pairs.map(({ base }) => base),
    ),
    contract: documentOf(
      contract,
      had,
      pairs.map(({ operation }) => operation),
    ),
    places,
    missing: places.filter((place) => !had.includes(place)),
    renamed: pairs.flatMap(({ id, renamed }) => renamed.map((one) => ({ id, ...one }))),
  };
}

/** An operation with the parameters and servers of its path, its path's parameters named as the contract names them. */
function operationAt(document: Tree, { path, method }: Place): Tree | undefined {
  const follow = (node: unknown): Tree => {
    const { $ref, ...rest } = tree(node);
    return typeof $ref === 'string' ? { ...tree(valueAt(document, $ref)), ...rest } : rest;
  };
  const shape = (template: string) => template.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
  const alike = Object.entries(tree(document['paths'])).filter(([template]) => shape(template) === shape(path));
  const found = alike
    .map(([template, item]) => [template, follow(item)] as const)
    .filter(([, item]) => isTree(item[method]));
  const [template, item] = found.find(([one]) => one === path) ?? found[0] ?? [];
  if (template === undefined || item === undefined) return undefined;

  const namesOf = (text: string) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  const [theirs, ours] = [namesOf(template), namesOf(path)];
  const operation = tree(item[method]);
  const parameters = [...list(item['parameters']), ...list(operation['parameters'])].map(follow);
  return {
    ...operation,
    parameters: parameters.map((one) =>
      one['in'] === 'path' ? { ...one, name: ours[theirs.indexOf(String(one['name']))] ?? one['name'] } : one,
    ),
    ...(isTree(operation['requestBody']) ? { requestBody: follow(operation['requestBody']) } : {}),
    servers: operation['servers'] ?? item['servers'] ?? document['servers'],
  };
}

/** The contract's operation with each media type of its request that only differs by its parameters as the vendor has it. */
function withMediaTypesOf(vendor: Tree, contract: Tree) {
  const content = (operation: Tree) => tree(tree(operation['requestBody'])['content']);
  const essence = (type: string) => (type.split(';')[0] ?? '').trim().toLowerCase();
  const theirs = Object.keys(content(vendor));
  const renamed: { vendor: string; contract: string }[] = [];
  const entries = Object.entries(content(contract)).map(([type, media]) => {
    const alike = theirs.find((one) => essence(one) === essence(type));
    if (alike === undefined || theirs.includes(type)) return [type, media] as const;
    renamed.push({ vendor: alike, contract: type });
    return [alike, media] as const;
  });
  if (renamed.length === 0) return { operation: contract, renamed };
  const requestBody = { ...tree(contract['requestBody']), content: Object.fromEntries(entries) };
  return { operation: { ...contract, requestBody }, renamed };
}

/** A document with only these operations. Servers that all of them share become those of the document. */
function documentOf({ webhooks: _, servers: _own, ...rest }: Tree, places: Place[], operations: Tree[]): Tree {
  const [{ servers } = { servers: undefined }] = operations;
  const isShared = operations.every((one) => same(one['servers'], servers));
  const paths: { [path: string]: Tree } = {};
  for (const [index, { path, method }] of places.entries()) {
    const { servers: its, ...operation } = operations[index] ?? {};
    paths[path] = { ...paths[path], [method]: isShared || !its ? operation : { ...operation, servers: its } };
  }
  return withoutExtensions({ ...rest, ...(isShared && servers ? { servers } : {}), paths });
}

/** `x-` fields are each side's own: the vendor's tell its generators something, the contract's its own. */
function withoutExtensions(node: Tree): Tree {
  const strip = (value: unknown, names: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => strip(item, false));
    if (!isTree(value)) return value;
    const kept = Object.entries(value).filter(([key]) => names || !key.startsWith('x-'));
    return mapValues(Object.fromEntries(kept), (child, key) =>
      key === 'security' && !names ? child : strip(child, !names && named.has(key)),
    );
  };
  return tree(strip(node, false));
}

/** Fields whose keys are names, so that one which begins with `x-` is no extension. */
const named = new Set(
  ['headers', 'properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas', 'securitySchemes'].concat(
    ['links', 'callbacks', 'variables', 'encoding', 'content', 'responses', 'paths', 'webhooks', 'scopes'],
    ['dependentRequired', 'mapping', 'examples', 'parameters', 'requestBodies', 'pathItems'],
  ),
);
