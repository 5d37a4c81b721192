import { isTree, mapValues, same, type Tree, tree } from '../diff/json.ts';
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

/** Differences that are wanted, and why. */
export interface Deviation {
  reason: string;
  differences: Difference[];
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
  const explanations = deviations.flatMap(({ reason, differences }) =>
    differences.map((difference) => ({ ...difference, reason })),
  );
  const found = differences(vendor, contract);
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

function differences(vendor: Tree, contract: Tree): Difference[] {
  const [path = ''] = Object.keys(tree(contract['paths']));
  const [method = ''] = Object.keys(tree(tree(contract['paths'])[path])).filter((key) => key !== 'parameters');
  const theirs = cut(vendor, path, method);
  if (!theirs) return [{ place: `Operation: ${method.toUpperCase()} ${path}`, only: 'contract' }];
  const changes = specDiff(theirs, withoutExtensions(contract)).changes;
  return changes.filter(({ hits }) => hits !== 'people').map(difference);
}

function difference({ place, kind, property, before, after }: Change): Difference {
  if (kind !== 'modified') return { place, only: kind === 'added' ? 'contract' : 'vendor' };
  return { place, field: property ?? '', vendor: before ?? null, contract: after ?? null };
}

/** The vendor's document with the one operation alone, its path written as the contract writes it. */
function cut(vendor: Tree, path: string, method: string): Tree | undefined {
  const shape = (template: string) => template.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
  const [, item] = Object.entries(tree(vendor['paths'])).find(([template]) => shape(template) === shape(path)) ?? [];
  const { parameters, servers, [method]: operation } = tree(item);
  if (!isTree(operation)) return undefined;
  const kept = Object.entries({ parameters, servers, [method]: operation }).filter(([, value]) => value !== undefined);
  return withoutExtensions({ ...vendor, paths: { [path]: Object.fromEntries(kept) } });
}

/** `x-` fields are each side's own: the vendor's tell its generators something, the contract's its own. */
function withoutExtensions(node: Tree): Tree {
  const strip = (value: unknown, names: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => strip(item, false));
    if (!isTree(value)) return value;
    const kept = Object.entries(value).filter(([key]) => names || !key.startsWith('x-'));
    return mapValues(Object.fromEntries(kept), (child, key) => strip(child, !names && maps.has(key)));
  };
  return tree(strip(node, false));
}

const maps = new Set(['headers', 'properties', 'patternProperties', 'schemas', 'parameters', 'responses', 'paths']);
