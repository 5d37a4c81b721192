import { isTree, list, mapValues, same, type Tree, tree, valueAt } from '../diff/json.ts';
import { maps, normalise } from '../diff/normalise.ts';
import { type Change, specDiff } from '../diff/spec-diff.ts';

/** A place where the vendor's document and the contract say different things. */
export interface Difference {
  /** The place in the contract, such as `Request: treatments[].name`. */
  place: string;
  /** What one of the two has there and the other has not. */
  only?: 'vendor' | 'contract';
  /** The field that both have, with what each says; null where one leaves it out. */
  field?: string;
  vendor?: unknown;
  contract?: unknown;
}

/** A description that means something else on purpose, with a phrase of each side that holds the difference. */
export interface Words {
  /** A property of a schema, such as `FlagInput.ruleId`. */
  place: string;
  vendor: string;
  contract: string;
}

/** Differences that are wanted, and why. */
export interface Deviation {
  reason: string;
  differences?: Difference[];
  words?: Words[];
}

/** The differences with a reason, those without, and the reasons whose difference is gone. */
export interface Drift {
  explained: (Difference & { reason: string })[];
  new: Difference[];
  stale: (Difference & { reason: string })[];
}

/**
 * Holds the contract against the vendor's whole document: cuts the operation out of it, writes both in one way (3.0 as
 * 3.1, defaults and formats that say nothing left out) and sorts what differs by whether `deviations` explain it. An
 * explanation fits only while both sides say exactly what it says. Words and examples are each side's own.
 */
export function drift(vendor: Tree, contract: Tree, deviations: Deviation[]): Drift {
  const explanations = deviations.flatMap(({ reason, differences = [], words = [] }) =>
    [...differences, ...words.map(inWords)].map((difference) => ({ ...difference, reason })),
  );
  const structural = differences(vendor, contract);
  const worded = deviations.flatMap(({ words = [] }) => words).filter((one) => isSaid(one, vendor, contract));
  const found = structural && [...structural, ...worded.map(inWords)];
  // Where the whole operation is gone, every explanation waits for its return.
  if (found === undefined) return { explained: [], new: [{ place: 'Operation', only: 'contract' }], stale: [] };
  const reasonFor = (difference: Difference) =>
    explanations.find(({ reason: _, ...explained }) => same(explained, difference))?.reason;
  return {
    explained: found.flatMap((difference) => {
      const reason = reasonFor(difference);
      return reason === undefined ? [] : [{ ...difference, reason }];
    }),
    new: found.filter((difference) => reasonFor(difference) === undefined),
    stale: explanations.filter(
      ({ reason: _, ...explained }) => !found.some((difference) => same(explained, difference)),
    ),
  };
}

function inWords({ place, vendor, contract }: Words): Difference {
  return { place, field: 'description', vendor, contract };
}

/** Whether both sides still describe the property with the phrases of the explanation. */
function isSaid({ place, vendor: theirs, contract: ours }: Words, vendor: Tree, contract: Tree): boolean {
  const [schema = '', property = ''] = place.split('.');
  const says = (document: Tree, phrase: string) => {
    const { description } = tree(valueAt(document, `#/components/schemas/${schema}/properties/${property}`));
    return typeof description === 'string' && description.replace(/\s+/g, ' ').includes(phrase);
  };
  return says(vendor, theirs) && says(contract, ours);
}

function differences(vendor: Tree, contract: Tree): Difference[] | undefined {
  const [path = ''] = Object.keys(tree(contract['paths']));
  const [method = ''] = Object.keys(tree(tree(contract['paths'])[path])).filter((key) => key !== 'parameters');
  const [theirs, ours] = [cut(vendor, path, method), cut(contract, path, method)];
  if (!theirs || !ours) return undefined;
  const { changes } = specDiff(theirs, ours, (document) => everyUse(normalise(document)));
  return changes.filter(({ hits }) => hits !== 'people').flatMap(difference);
}

function difference({ place, kind, property, before, after, pointer }: Change): Difference[] {
  if (pointer === '#/servers') {
    const [theirs, ours] = [list(before)[0] ?? null, list(after)[0] ?? null];
    return theirs === ours ? [] : [{ place, field: 'default', vendor: theirs, contract: ours }];
  }
  if (kind === 'modified') return [{ place, field: property ?? '', vendor: before ?? null, contract: after ?? null }];
  // What has a schema and the schema itself would have one name.
  const part = pointer.endsWith('/schema') ? `${place} (schema)` : place;
  return [{ place: part, only: kind === 'added' ? 'contract' : 'vendor' }];
}

/**
 * The normalised document with each component written out wherever it is used: Redocly tells a change of a component
 * at one of its uses only, and at which one depends on the order of others. The document has one operation.
 */
function everyUse(document: Tree): Tree {
  const schemas = tree(tree(document['components'])['schemas']);
  const expand = (node: unknown, around: string[]): unknown => {
    if (Array.isArray(node)) return node.map((item) => expand(item, around));
    if (!isTree(node)) return node;
    const name = /^#\/components\/schemas\/(.+)$/.exec(String(node['$ref'] ?? ''))?.[1];
    if (name !== undefined && !around.includes(name)) return expand(schemas[name], [...around, name]);
    return mapValues(node, (child) => expand(child, around));
  };
  return { ...document, paths: expand(document['paths'], []) };
}

/** A document with the one operation alone, its path and the parameters of its path named as the contract names them. */
function cut(document: Tree, path: string, method: string): Tree | undefined {
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
  const parameters = (node: unknown) =>
    list(node)
      .map(follow)
      .map((one) =>
        one['in'] === 'path' ? { ...one, name: ours[theirs.indexOf(String(one['name']))] ?? one['name'] } : one,
      );
  const { servers: own, ...operation } = tree(item[method]);
  const shared = {
    parameters: parameters(item['parameters']),
    [method]: { ...operation, parameters: parameters(operation['parameters']) },
  };
  const servers = own ?? item['servers'] ?? document['servers'];
  const { webhooks: _, ...rest } = document;
  return withoutExtensions({ ...rest, ...(servers ? { servers } : {}), paths: { [path]: shared } });
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

/** Fields whose keys are names, those of components among them. */
const named = new Set([...maps, 'parameters', 'requestBodies', 'examples', 'pathItems', 'mapping']);
