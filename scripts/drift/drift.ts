import type { Change, Use } from '../diff/changes.ts';
import { specDiff } from '../diff/spec-diff.ts';
import { isTree, keysOf, list, mapValues, same, type Tree, tree, valueAt } from '../lib/json.ts';

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
  return specDiff(theirs, ours).changes.flatMap((change) => change.uses.flatMap((use) => differencesAt(change, use)));
}

/** What differs at one place: words and the order of things are each side's own. */
function differencesAt(change: Change, { part, at }: Use): Difference[] {
  const { rating, kind, property, before, after, basePointer, pointer } = change;
  if (/^words|^server order/.test(rating)) return [];
  const requirement = rating.startsWith('security') ? Object.keys(tree(before ?? after)).join(' and ') : '';
  const place = [part, at.replaceAll('`', '') || requirement].filter(Boolean).join(': ');
  if (kind === 'modified')
    return [{ place, field: property ?? rating, vendor: before ?? null, contract: after ?? null }];
  if (kind === 'renamed') {
    const named = (where: string) => place.replace(/[^. ]*$/, keysOf(where).at(-1) ?? '');
    return [
      { place: named(basePointer), only: 'vendor' },
      { place: named(pointer), only: 'contract' },
    ];
  }
  const only = kind === 'added' ? 'contract' : 'vendor';
  const isRequired = rating.startsWith('required');
  const required = {
    place,
    field: 'required',
    vendor: only === 'vendor' || null,
    contract: only === 'contract' || null,
  };
  return [{ place, only }, ...(isRequired ? [required] : [])];
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

/** Fields whose keys are names, so that one which begins with `x-` is no extension. */
const named = new Set(
  ['headers', 'properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas', 'securitySchemes'].concat(
    ['links', 'callbacks', 'variables', 'encoding', 'content', 'responses', 'paths', 'webhooks', 'scopes'],
    ['dependentRequired', 'mapping', 'examples', 'parameters', 'requestBodies', 'pathItems'],
  ),
);
