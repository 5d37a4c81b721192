/** Compares choices (`oneOf`, `anyOf`) variant by variant, and a schema without a choice as a choice of one. */
import { cached, tree } from '../../lib/json.ts';
import { isWords, sharedTypes } from '../../lib/json-schema.ts';
import type { Choice, Held, Schemas, View } from '../view.ts';
import { entries, type Here, values } from './lookup.ts';
import { componentOf, pair, type Variant, variantsOf } from './pairing.ts';

/**
 * Compares the choices of a place.
 *
 * @returns whether that compares all that holds there
 */
export function compareChoices(here: Here): boolean {
  const leftOver = new Set<string>();
  const isAll = compareEach(here, leftOver);
  compareDiscriminators(here, leftOver);
  return isAll;
}

/** @param leftOver takes in where the variants stand that one side alone has */
function compareEach(here: Here, leftOver: Set<string>): boolean {
  const { b, a } = here;
  const count = Math.max(b.choices.length, a.choices.length);
  if (count === 0) return false;
  const [was, is] = [b.choices[0], a.choices[0]];
  if (count === 1 && !(was && is)) return compareWithNone(here, leftOver);
  if (count === 1 && was && is && isMoved(here, was, is)) {
    compareVariants(here, alternatives(b), alternatives(a), leftOver);
    return true;
  }
  for (let index = 0; index < count; index += 1) {
    const [one, other] = [b.choices[index], a.choices[index]];
    if (one && other) comparePair(here, one, other, leftOver);
    else tellChoice(here, other ?? one, other ? 'added' : 'removed');
  }
  return false;
}

function tellChoice(here: Here, choice: Choice | undefined, change: 'added' | 'removed'): void {
  here.tell(`choice ${change}`, { label: ` (${choice?.keyword})`, names: String(choice?.variants.length) });
}

/** What a schema with a choice may be: each variant with all that holds beside the choice. */
function alternatives({ parts, choices }: View): Held[][] {
  const { variants = [], hasNull = false } = choices[0] ?? {};
  return variants.map((all) => [
    ...parts.map(beside),
    ...all.map((one) => (hasNull ? { ...one, isNullable: true } : one)),
  ]);
}

/** A part without its words and marks, which are compared where the choice stands. */
function beside(part: View['parts'][number]): Held {
  const limits = () => Object.entries(part.value).filter(([key]) => !isWords(key) && !marks.has(key));
  return { ...part, value: cached(withoutMarks, part.value, () => Object.fromEntries(limits())) };
}

const withoutMarks = new WeakMap<object, object>();
const marks = new Set(['default', 'deprecated', 'readOnly', 'writeOnly', 'discriminator']);

/** The names of the properties of each variant. */
const namesIn = (schemas: Schemas, choice: Choice | undefined) =>
  choice?.variants.flatMap((all) => [...entries(schemas.view(all), 'properties').keys()]) ?? [];

/** One of the sides has a choice: it added variants to the schema, took them away, or asks for more than the schema did. */
function compareWithNone(here: Here, leftOver: Set<string>): boolean {
  const { b, a, unit, comparison } = here;
  const isAdded = a.choices.length > 0;
  const [view, schemas] = isAdded ? [a, comparison.after] : [b, comparison.before];
  const names = entries(view, 'properties');
  // Variants of what the schema has anyway ask for more of it; others are schemas of their own.
  if (names.size > 0 && namesIn(schemas, view.choices[0]).every((name) => names.has(name))) {
    tellChoice(here, view.choices[0], isAdded ? 'added' : 'removed');
    return false;
  }
  const all = alternatives(view);
  compareVariants(here, isAdded ? [unit.before] : all, isAdded ? all : [unit.after], leftOver);
  return true;
}

/** Whether properties moved between the variants and what holds beside them, so that only both together can be compared. */
function isMoved({ b, a, comparison }: Here, was: Choice, is: Choice): boolean {
  const [mine, theirs] = [entries(b, 'properties'), entries(a, 'properties')];
  const [left, right] = [namesIn(comparison.before, was), namesIn(comparison.after, is)];
  const moved = (from: Map<string, unknown>, to: Map<string, unknown>, variants: string[]) =>
    [...from.keys()].some((name) => !to.has(name) && variants.includes(name));
  return moved(mine, theirs, right) || moved(theirs, mine, left);
}

function comparePair(here: Here, was: Choice, is: Choice, leftOver: Set<string>): void {
  // Whether null is accepted is told of the whole.
  const variants = (choice: Choice) => choice.variants.map((all) => all.map((one) => ({ ...one, isNullable: true })));
  const pairs = compareVariants(here, variants(was), variants(is), leftOver);
  if (was.keyword === is.keyword || was.variants.length < 2 || is.variants.length < 2) return;
  const types = pairs.map(([one]) => one.types);
  const mayOverlap = types.some((one, index) =>
    types.slice(index + 1).some((other) => !one || !other || sharedTypes(one, other).length > 0),
  );
  if (mayOverlap) here.tell(`only one ${is.keyword === 'oneOf' ? 'set' : 'unset'}`, { field: is.keyword });
}

/** Compares variants, and returns those that belong together. */
function compareVariants(here: Here, was: Held[][], is: Held[][], leftOver: Set<string>): [Variant, Variant][] {
  const { comparison, unit } = here;
  const { pairs, lost, gained } = pair(variantsOf(comparison.before, was), variantsOf(comparison.after, is));
  const isOnly = was.length === 1 && is.length === 1;
  for (const [x, y] of pairs) comparison.schemas(unit, isOnly ? '' : ` (${y.words})`, x.all, y.all);
  const isCovered = (one: Variant, others: Held[][], fits: (all: Held[]) => boolean) =>
    one.all.length > 0 && others.length <= 64 && others.some(fits);
  for (const one of lost) {
    const isSo = isCovered(one, is, (all) => comparison.probe(one.all, all, 'request') !== 'major');
    here.tell(`variant ${isSo ? 'covered' : 'removed'}`, { names: one.words, base: one.all.at(-1)?.at ?? '' });
  }
  for (const one of gained) {
    const isSo = isCovered(one, was, (all) => comparison.probe(all, one.all, 'response') !== 'major');
    here.tell(`variant ${isSo ? 'split' : 'added'}`, { names: one.words, revision: one.all.at(-1)?.at ?? '' });
  }
  for (const { own } of [...lost, ...gained]) leftOver.add(own.at);
  return pairs;
}

/** What decides between the variants, and the values by which it does, those that are implied too. */
function compareDiscriminators(here: Here, leftOver: Set<string>): void {
  const { b, a, comparison } = here;
  const [was, is] = [b, a].map((view) => values(view, 'discriminator').map(tree)[0]);
  const [before, after] = [was, is].map((one) => one?.['propertyName']);
  const field = 'discriminator';
  if (!was || !is) {
    if (was || is) here.tell(`${field} ${is ? 'added' : 'removed'}`, { field, before, after });
    return;
  }
  if (before !== after) here.tell(`${field} changed`, { field, before, after });
  const [mine, theirs] = [targets(b, was, comparison.before), targets(a, is, comparison.after)];
  const told = (from: typeof mine, to: typeof mine, kind: string) => {
    // A value that goes with its variant is told with it.
    const values = [...from].filter(([value, target]) => !to.has(value) && !leftOver.has(target?.at ?? ''));
    const names = values.map(([value]) => `\`${value}\``).join(', ');
    if (names) here.tell(`${field} value ${kind}`, { field, names });
  };
  told(mine, theirs, 'removed');
  told(theirs, mine, 'added');
  for (const [value, target] of mine) {
    const other = theirs.get(value);
    if (target && other && target.at !== other.at) here.inside(` (${String(before)} \`${value}\`)`, [target], [other]);
  }
}

/** What each value of a discriminator stands for. */
function targets({ choices }: View, { mapping }: Record<string, unknown>, schemas: Schemas) {
  const all = new Map<string, Held | undefined>();
  for (const [value, to] of Object.entries(tree(mapping))) all.set(value, schemas.mapped(String(to), ''));
  const mapped = new Set([...all.values()].map((target) => target?.at));
  for (const one of choices.flatMap((choice) => choice.variants.flat())) {
    const target = schemas.settled(one);
    const name = componentOf(target);
    if (name !== undefined && !mapped.has(target.at)) all.set(name, target);
  }
  return all;
}
