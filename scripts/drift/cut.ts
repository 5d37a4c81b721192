/** Extracts the operations of the contract from two documents, so that only those are compared. */
import { isTree, list, own, same, type Tree, tree } from '../lib/json.ts';
import { Source } from '../lib/openapi.ts';

/** A place where the vendor's document and the contract say different things. */
export interface Difference {
  /** The place in the contract, such as `createIteration: Request: treatments[].name`; of a description `FlagInput.ruleId`. */
  place: string;
  /** Which of the two has something there that the other does not. */
  only?: 'vendor' | 'contract';
  /** The field that both have, with what each says; null if one leaves it out. Of a description, a phrase of each. */
  field?: string;
  vendor?: unknown;
  contract?: unknown;
}

/** The operations that both documents have, as each of them says it. */
export interface Cut {
  vendor: Tree;
  contract: Tree;
  /** The contract's IDs of the operations, by what the comparison calls them: `POST /things`. */
  ids: Map<string | undefined, string>;
  /** What differs and is in neither document. */
  differences: Difference[];
}

/** An operation with the parameters and servers of its path and document. */
interface Operation {
  path: string;
  method: string;
  operation: Tree;
}

/** Extracts the operations of the contract from both documents. */
export function cutBoth(vendor: Tree, contract: Tree): Cut {
  const [theirs, ours] = [new Source(withoutOpenEnums(vendor)), new Source(withoutOpenEnums(contract))];
  const cut: { vendor: Operation[]; contract: Operation[] } = { vendor: [], contract: [] };
  const differences: Difference[] = [];
  const ids: Cut['ids'] = new Map();
  for (const [path, item] of Object.entries(tree(contract['paths']))) {
    for (const method of Object.keys(tree(item))) {
      const [their, our] = [operationAt(theirs, path, method), operationAt(ours, path, method)];
      const id = String(our?.operation['operationId']);
      if (our && !their) differences.push({ place: `${id}: Operation`, only: 'contract' });
      if (!our || !their) continue;
      const { operation, renamed } = withMediaTypesOf(their.operation, our.operation);
      for (const types of renamed) differences.push({ place: `${id}: Request`, field: 'media type', ...types });
      ids.set(`${method.toUpperCase()} ${their.path}`, id);
      cut.vendor.push(their);
      cut.contract.push({ ...our, operation });
    }
  }
  return { vendor: documentOf(theirs, cut.vendor), contract: documentOf(ours, cut.contract), ids, differences };
}

/** Extensions are each side's own. The comparison takes them for words, except for this one. */
function withoutOpenEnums(document: Tree): Tree {
  return JSON.parse(JSON.stringify(document), (key, value) => (key === 'x-open-enum' ? undefined : value));
}

/** What distinguishes a path: neither the names of its parameters nor a slash at the end. */
function shapeOf(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
}

/** The operation at a path, or else at another one of its shape. */
function operationAt(source: Source, like: string, method: string): Operation | undefined {
  const follow = (value: unknown) => source.follow({ value, at: '#/paths' }).value;
  const all = tree(source.root['paths']);
  const paths = [like, ...Object.keys(all).filter((path) => shapeOf(path) === shapeOf(like))];
  return paths.flatMap((path) => {
    const item = tree(follow(own(all, path)));
    const { [method]: operation } = item;
    if (!isTree(operation)) return [];
    const parameters = [...list(item['parameters']), ...list(operation['parameters'])];
    // Where no servers are listed, OpenAPI takes the one that the document comes from.
    const servers = operation['servers'] ?? item['servers'] ?? source.root['servers'] ?? [{ url: '/' }];
    const requestBody = follow(operation['requestBody']);
    return [{ path: path.replace(/\/$/, ''), method, operation: { ...operation, parameters, servers, requestBody } }];
  })[0];
}

/** The contract's operation with the media types of the vendor's request where they differ only by their parameters. */
function withMediaTypesOf(vendor: Tree, contract: Tree) {
  const essence = (type: string) => type.replace(/\s*;.*/s, '').toLowerCase();
  const content = ({ requestBody }: Tree) => tree(own(requestBody, 'content'));
  const theirs = Object.keys(content(vendor));
  const renamed: { vendor: string; contract: string }[] = [];
  const entries = Object.entries(content(contract)).map(([type, media]) => {
    const alike = theirs.includes(type) ? type : theirs.find((one) => essence(one) === essence(type));
    if (alike !== undefined && alike !== type) renamed.push({ vendor: alike, contract: type });
    return [alike ?? type, media];
  });
  const { requestBody } = contract;
  const aligned = isTree(requestBody) && { ...requestBody, content: Object.fromEntries(entries) };
  return { operation: { ...contract, requestBody: aligned || undefined }, renamed };
}

/** A document with only these operations. Servers of the first become those of the document. */
function documentOf({ root }: Source, operations: Operation[]): Tree {
  const servers = operations[0]?.operation['servers'];
  const paths: { [path: string]: Tree } = {};
  for (const { path, method, operation } of operations) {
    const { servers: its, ...rest } = operation;
    paths[path] = { ...paths[path], [method]: same(its, servers) ? rest : operation };
  }
  return { ...root, webhooks: undefined, servers, paths };
}
