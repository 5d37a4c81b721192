/** Compares the contract with LaunchDarkly's document, and sorts the differences into explained, new and stale. */
import type { Change, Use } from '../comparison/changes.ts';
import { specDiff } from '../comparison/spec-diff.ts';
import { jsonText, keysOf, type Tree, tree, valueAt } from '../lib/json.ts';
import { type Cut, cutBoth } from './cut.ts';

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
  const explanations = new Map(
    deviations.flatMap(({ reason, differences = [], words = [] }) => {
      const each = differences.flatMap((one) => placesOf(one.place).map((place) => ({ ...one, place })));
      return [...each, ...words.map(inWords)].map((one) => [jsonText(one), { ...one, reason }] as const);
    }),
  );
  const worded = deviations.flatMap(({ words = [] }) => words).filter((one) => isSaid(one, vendor, contract));
  const found = [...differences(vendor, contract), ...worded.map(inWords)];
  const texts = new Set(found.map(jsonText));
  return {
    explained: found.flatMap((one) => explanations.get(jsonText(one)) ?? []),
    new: found.filter((one) => !explanations.has(jsonText(one))),
    stale: [...explanations].flatMap(([text, one]) => (texts.has(text) ? [] : [one])),
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
  const { changes } = specDiff(cut.vendor, cut.contract);
  const found = changes.flatMap((change) => change.uses.flatMap((use) => differencesAt(change, use, cut.ids)));
  return [...cut.differences, ...found];
}

/** What differs at one place: words and the order of things are each side's own. */
function differencesAt(change: Change, { operation, part, at }: Use, ids: Cut['ids']): Difference[] {
  const { rating, kind, property, before, after, basePointer, pointer } = change;
  if (/^words|^server order/.test(rating)) return [];
  const requirement = rating.startsWith('security') ? Object.keys(tree(before ?? after)).join(' and ') : '';
  const place = [ids.get(operation), part, at.replaceAll('`', '') || requirement].filter(Boolean).join(': ');
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
  const required = { place, field: 'required', vendor: null, contract: null, [only]: true };
  return [{ place, only }, ...(rating.startsWith('required') ? [required] : [])];
}
