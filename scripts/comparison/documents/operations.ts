/** Compares the operations of two documents, those of callbacks and webhooks included. */
import { own, tree } from '../../lib/json.ts';
import type { Node, Source } from '../../lib/openapi.ts';
import { compareBody, compareParameters, compareResponses, type Rename } from './messages.ts';
import type { Spot } from './spot.ts';
import { compareSecurity, compareServersOf } from './surroundings.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Compares all that can be called, and all that calls back. */
export function compareOperations(root: Spot): void {
  const paths = root.child('paths');
  const [was, is] = paths.both((_, node) => Object.keys(tree(node?.value)));
  // A parameter of a path is filled in by its place; its name never travels.
  const shape = (path: string) => path.replace(/\{[^}]*\}/g, '{}');
  const old = new Map(was.filter((path) => !is.includes(path)).map((path) => [shape(path), path]));
  const oldOf = (path: string) => (was.includes(path) ? path : (old.get(shape(path)) ?? path));
  const names = new Map(is.map((path) => [oldOf(path), path]));
  for (const item of paths.entries(oldOf).filter(({ key }) => key.startsWith('/'))) {
    const path = names.get(item.key) ?? item.key;
    compareItem(item, item.key, false, renaming(item, path));
  }
  for (const item of root.child('webhooks').entries()) compareItem(item, `webhook ${item.key}`, true);
}

/** What the base calls the parameters of a path that the revision calls otherwise. Names that change places stay. */
function renaming(item: Spot, path: string): Rename {
  const namesOf = (one: string) => [...one.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
  const [old, names] = [namesOf(item.key), namesOf(path)];
  if (item.key === path || old.toSorted().join() !== names.toSorted().join())
    return (name) => old[names.indexOf(name)] ?? name;
  const here = item.at({ operation: path, part: 'Path' });
  here.add('path names swapped', { field: 'path', before: item.key, after: path });
  return (name) => name;
}

function operationsOf(source: Source, item: Node | undefined): Map<string, Node | undefined> {
  const more = source.child(item, 'additionalOperations');
  const named = methods.filter((method) => own(item?.value, method) !== undefined);
  return new Map([
    ...named.map((method) => [method.toUpperCase(), source.child(item, method)] as const),
    ...Object.keys(tree(more?.value)).map((method) => [method, source.child(more, method)] as const),
  ]);
}

/**
 * Compares a path with its operations.
 *
 * @param isReceived whether the API sends their requests
 * @param rename what the base calls a parameter of the path
 */
function compareItem(item: Spot, name: string, isReceived: boolean, rename = (one: string) => one): void {
  for (const operation of item.pairs(item.both(operationsOf))) {
    const [id, newId] = operation.values('operationId');
    const named = typeof id === 'string' && id === newId ? { id } : {};
    const here = operation.at({ operation: `${operation.key} ${name}`, part: 'Operation', ...named });
    here.docs.operations.add(here.place.operation ?? '');
    if (!here.isAlone('operation')) compareOperation(item, here, isReceived, rename);
  }
  const others = [...methods, 'parameters', 'servers', 'additionalOperations', '$ref'];
  if (item.isInBoth) item.at({ operation: name, part: 'Path' }).fields(others);
}

function compareOperation(item: Spot, operation: Spot, isReceived: boolean, rename: Rename): void {
  const others = ['parameters', 'requestBody', 'responses', 'callbacks', 'security', 'servers'];
  operation.fields(others, { deprecated: false });
  const [sent, received] = isReceived ? (['response', 'request'] as const) : (['request', 'response'] as const);
  const request = operation.at({ part: 'Request', side: sent });
  compareParameters(item, request, rename);
  compareBody(request.child('requestBody'));
  compareResponses(operation.at({ side: received }).child('responses'));
  compareSecurity(operation.at({ part: 'Authentication', side: sent }));
  compareServersOf(operation.at({ part: 'Servers' }), item);
  for (const callback of operation.child('callbacks').entries()) {
    const here = callback.at({ part: `Callback ${callback.key}` });
    const way = `${here.b?.at} ${here.a?.at}`;
    if (here.isAlone('callback') || here.docs.met.has(way)) continue;
    here.docs.met.add(way);
    const name = `${operation.place.operation}, callback ${callback.key}`;
    for (const one of callback.entries().filter(({ key }) => !key.startsWith('x-')))
      compareItem(one, `${name} ${one.key}`, !isReceived);
  }
}
