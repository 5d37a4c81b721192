/** Compares choices (`oneOf`, `anyOf`) variant by variant, and a schema without a choice as a choice of one. */
import { cached, tree } from '../../lib/json.ts';
import { isWords, sharedTypes } from '../../lib/json-schema.ts';
import type { Unit } from '../comparison.ts';
import type { Choice, Part } from '../merged.ts';
import type { View } from '../view.ts';
import { componentAt, pair, type Variant, variantsOf } from './pairing.ts';

/**
 * Compares the choices of a place.
 *
 * @returns whether that compares all that holds there
 */
export function compareChoices(unit: Unit): boolean {
  const [was, is] = unit.both((view) => view.merged.choices);
  const count = Math.max(was.length, is.length);
  if (count === 1 && isWhole(unit)) {
    compareVariants(unit, ...unit.both(alternatives));
    return true;
  }
  for (let index = 0; index < count; index += 1) {
    const [one, other] = [was[index], is[index]];
    const { keyword, variants } = other ?? one ?? { keyword: '', variants: [] };
    const details = { label: ` (${keyword})`, names: String(variants.length) };
    if (one && other) comparePair(unit, one, other);
    else unit.add(`choice ${other ? 'added' : 'removed'}`, details);
  }
  return false;
}

/** What a schema may be: each variant of its choice with all that holds beside it, or itself where it has none. */
function alternatives(view: View): View[] {
  const { parts, choices } = view.merged;
  const [choice] = choices;
  if (!choice) return [view];
  return choice.variants.map((one) => view.with([...parts.map(beside), { ...one, isNullable: choice.hasNull }]));
}

/** A part without its words and marks, which are compared where the choice stands. */
function beside(part: Part): Part {
  const limits = () => Object.entries(part.value).filter(([key]) => !isWords(key) && !marks.has(key));
  return { ...part, value: cached(withoutMarks, part.value, () => Object.fromEntries(limits())) };
}

const withoutMarks = new WeakMap<object, Part['value']>();
const marks = new Set(['default', 'deprecated', 'readOnly', 'writeOnly', 'discriminator']);

/** The names of the properties beside the first choice, and of those in its variants. */
function namesIn(view: View): { beside: Set<string>; within: Set<string> } {
  const variants = view.merged.choices[0]?.variants ?? [];
  const within = variants.flatMap((one) => [...view.with([one]).names('properties')]);
  return { beside: view.names('properties'), within: new Set(within) };
}

/** Whether a choice of one side or both can only be compared together with what holds beside it. */
function isWhole(unit: Unit): boolean {
  const [was, is] = unit.both(namesIn);
  // Properties moved between the variants and what holds beside them.
  const moved = ({ beside: from }: typeof was, { beside, within }: typeof was) =>
    [...from].some((name) => !beside.has(name) && within.has(name));
  if (unit.before.merged.choices.length === unit.after.merged.choices.length) return moved(was, is) || moved(is, was);
  // Variants of what the schema has anyway ask for more of it; others are schemas of their own.
  const { beside, within } = unit.after.merged.choices.length > 0 ? is : was;
  return beside.size === 0 || [...within].some((name) => !beside.has(name));
}

function comparePair(unit: Unit, was: Choice, is: Choice): void {
  // Whether null is accepted is compared for the whole.
  const variants = (view: View, choice: Choice) =>
    choice.variants.map((one) => view.with([{ ...one, isNullable: true }]));
  const pairs = compareVariants(unit, variants(unit.before, was), variants(unit.after, is));
  if (was.keyword === is.keyword || was.variants.length < 2 || is.variants.length < 2) return;
  const types = pairs.map(([one]) => one.view.types);
  const mayOverlap = types.some((one, index) =>
    types.slice(index + 1).some((other) => !one || !other || sharedTypes(one, other).length > 0),
  );
  if (mayOverlap) unit.add(`only one ${is.keyword === 'oneOf' ? 'set' : 'unset'}`, { field: is.keyword });
}

/** Compares variants, and returns those that belong together. */
function compareVariants(unit: Unit, was: View[], is: View[]): [Variant, Variant][] {
  const { comparison } = unit;
  const { pairs, lost, gained } = pair(variantsOf(was), variantsOf(is));
  const isOnly = was.length === 1 && is.length === 1;
  for (const [x, y] of pairs) unit.compare(isOnly ? '' : ` (${y.words})`, [x.view, y.view]);
  for (const { view, words } of lost) {
    const isCovered = is.length <= 64 && is.some((one) => comparison.probe([view, one], 'request') !== 'major');
    unit.add(`variant ${isCovered ? 'covered' : 'removed'}`, { names: words, base: view.all.at(-1)?.at });
  }
  for (const { view, words } of gained) {
    const isSplit = was.length <= 64 && was.some((one) => comparison.probe([one, view], 'response') !== 'major');
    unit.add(`variant ${isSplit ? 'split' : 'added'}`, { names: words, revision: view.all.at(-1)?.at });
  }
  return pairs;
}

/** Compares what decides between the variants, and the values by which it does, those that are implied too. */
export function compareDiscriminators(unit: Unit): void {
  const [was, is] = unit.both((view) => view.values('discriminator').map(tree)[0]);
  const [before, after] = [was, is].map((one) => one?.['propertyName']);
  const field = 'discriminator';
  const change = !was ? 'added' : !is ? 'removed' : 'changed';
  if (!was !== !is || before !== after) unit.add(`${field} ${change}`, { field, before, after });
  if (!was || !is) return;
  const [mine, theirs] = unit.both(targets);
  const variants = unit.facts.filter(({ kind }) => kind.startsWith('variant '));
  const addValues = (from: typeof mine, to: typeof mine, kind: string) => {
    // A value that goes with its variant is reported with it.
    const isReported = (at = '') => variants.some(({ base, revision }) => at === base || at === revision);
    const values = [...from].filter(([value, target]) => !to.has(value) && !isReported(target?.at));
    const names = values.map(([value]) => `\`${value}\``).join(', ');
    if (names) unit.add(`${field} value ${kind}`, { field, names });
  };
  addValues(mine, theirs, 'removed');
  addValues(theirs, mine, 'added');
  for (const [value, target] of mine) {
    const other = theirs.get(value);
    if (target && other && target.at !== other.at)
      unit.compare(` (${String(before)} \`${value}\`)`, [unit.before.with([target]), unit.after.with([other])]);
  }
}

/** What each value of a discriminator stands for. */
function targets(view: View) {
  const { schemas, merged } = view;
  const { mapping } = tree(view.values('discriminator')[0]);
  const all = new Map(Object.entries(tree(mapping)).map(([value, to]) => [value, schemas.mapped(String(to))]));
  const mapped = new Set([...all.values()].map((target) => target?.at));
  for (const one of merged.choices.flatMap(({ variants }) => variants)) {
    const name = componentAt(one.at);
    if (name !== undefined && !mapped.has(one.at)) all.set(name, one);
  }
  return all;
}
