/** Compares the contract with LaunchDarkly's document, and sorts the differences into explained, new and stale. */
import type { Change } from '../comparison/changes.ts';
import type { Place } from '../comparison/comparison.ts';
import { specDiff } from '../comparison/spec-diff.ts';
import { jsonText, keysOf, type Tree, tree, valueAt } from '../lib/json.ts';
import { type Cut, cutBoth, type Difference } from './cut.ts';

/** Intended differences, and why. */
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
 * Compares the contract with the vendor's whole document: extracts the contract's operations, compares them, and sorts
 * the differences by whether `deviations` explains them. An explanation applies only while both sides say exactly what
 * it quotes. Descriptions and examples are not compared.
 */
export function drift(vendor: Tree, contract: Tree, deviations: Deviation[]): Drift {
  const explanations = new Map<string, Difference & { reason: string }>();
  for (const { reason, differences } of deviations)
    for (const one of differences)
      for (const place of placesOf(one.place)) explanations.set(jsonText({ ...one, place }), { ...one, place, reason });
  const found = differencesOf(vendor, contract);
  const worded = [...explanations.values()].filter((one) => isSaid(one, vendor, contract));
  const texts = new Set(found.map(jsonText));
  return {
    explained: [...found.flatMap((one) => explanations.get(jsonText(one)) ?? []), ...worded],
    new: found.filter((one) => !explanations.has(jsonText(one))),
    stale: [...explanations].flatMap(([text, one]) => (texts.has(text) || worded.includes(one) ? [] : [one])),
  };
}

/** The places that one with `{one,another}` in it stands for. */
function placesOf(place: string): string[] {
  const [whole, before = '', choices = '', after = ''] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(place) ?? [];
  if (whole === undefined) return [place];
  return choices.split(',').flatMap((choice) => placesOf(before + choice + after));
}

/** Whether both sides still describe a property of a schema with the phrases of the explanation. */
function isSaid({ place, field, vendor: theirs, contract: ours }: Difference, vendor: Tree, contract: Tree): boolean {
  const [schema = '', property = ''] = place.split('.');
  const says = (document: Tree, phrase: unknown) => {
    const { description } = tree(valueAt(document, `#/components/schemas/${schema}/properties/${property}`));
    return typeof description === 'string' && description.replace(/\s+/g, ' ').includes(String(phrase));
  };
  return field === 'description' && says(vendor, theirs) && says(contract, ours);
}

function differencesOf(vendor: Tree, contract: Tree): Difference[] {
  const cut = cutBoth(vendor, contract);
  const { changes } = specDiff(cut.vendor, cut.contract);
  const found = changes.flatMap((change) => change.uses.flatMap((use) => differencesAt(change, use, cut.ids)));
  return [...cut.differences, ...found];
}

/** What differs at one place: words and the order of things are each side's own. */
function differencesAt(change: Change, { operation, part, at }: Place, ids: Cut['ids']): Difference[] {
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
