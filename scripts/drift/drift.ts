/** Compares the contract with LaunchDarkly's document, and sorts the differences into explained, new and stale. */
import type { Change } from '../comparison/changes.ts';
import type { Place } from '../comparison/comparison.ts';
import { specDiff } from '../comparison/spec-diff.ts';
import { keysOf, same, type Tree, tree, valueAt } from '../lib/json.ts';
import { cutBoth } from './cut.ts';

/** A place where the vendor's document and the contract say different things. */
export interface Difference {
  /** The place in the contract, such as `createIteration: Request: treatments[].name`. */
  place: string;
  /** Which of the two has something there that the other does not. */
  only?: 'vendor' | 'contract';
  /** The field that both have, with what each says; null if one leaves it out. */
  field?: string;
  vendor?: unknown;
  contract?: unknown;
}

/** A description that differs in meaning on purpose, with the phrase of each side that makes the difference. */
export interface Words {
  /** A property of a schema, such as `FlagInput.ruleId`. */
  place: string;
  vendor: string;
  contract: string;
}

/** Intended differences, and why. */
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
 * Compares the contract with the vendor's whole document: extracts the contract's operations, compares them, and sorts
 * the differences by whether `deviations` explains them. An explanation applies only while both sides say exactly what
 * it quotes. Descriptions and examples are not compared.
 */
export function drift(vendor: Tree, contract: Tree, deviations: Deviation[]): Drift {
  const explanations = deviations.flatMap(({ reason, differences = [], words = [] }) => {
    const each = differences.flatMap((one) => placesOf(one.place).map((place) => ({ ...one, place })));
    return [...each, ...words.map(inWords)].map((difference) => ({ ...difference, reason }));
  });
  const worded = deviations.flatMap(({ words = [] }) => words).filter((one) => isSaid(one, vendor, contract));
  const found = [...differences(vendor, contract), ...worded.map(inWords)];
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

/** The places that one with `{one,another}` in it stands for. */
function placesOf(place: string): string[] {
  const [whole, before = '', choices = '', after = ''] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(place) ?? [];
  if (whole === undefined) return [place];
  return choices.split(',').flatMap((choice) => placesOf(before + choice + after));
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

function differences(vendor: Tree, contract: Tree): Difference[] {
  const cut = cutBoth(vendor, contract);
  const ids = new Map(cut.places.map(({ path, method, id }) => [`${method.toUpperCase()} ${path}`, id]));
  const { changes } = specDiff(cut.vendor, cut.contract);
  return [
    ...cut.missing.map(({ id }): Difference => ({ place: `${id}: Operation`, only: 'contract' })),
    ...cut.renamed.map(({ id, ...types }): Difference => ({ place: `${id}: Request`, field: 'media type', ...types })),
    ...changes.flatMap((change) =>
      change.uses.flatMap((use) =>
        differencesAt(change, use).map((one) => {
          const id = ids.get(use.operation ?? '');
          return id === undefined ? one : { ...one, place: `${id}: ${one.place}` };
        }),
      ),
    ),
  ];
}

/** What differs at one place: words and the order of things are each side's own. */
function differencesAt(change: Change, { part, at }: Place): Difference[] {
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
