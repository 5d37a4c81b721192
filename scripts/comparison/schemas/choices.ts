/** Compares choices (`oneOf`, `anyOf`) variant by variant, and a schema without a choice as a choice of one. */
import { tree } from '../../lib/json.ts';
import { isWords, sharedTypes } from '../../lib/json-schema.ts';
import type { Held } from '../comparison.ts';
import { entries, type Here, values } from './lookup.ts';
import { pair, type Variant, variantsOf } from './pairing.ts';
import type { Choice, View } from './view.ts';

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
  const { b, a, tell } = here;
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
    else if (other) tell({ kind: 'choice added', label: ` (${other.keyword})`, names: String(other.variants.length) });
    else if (one) tell({ kind: 'choice removed', label: ` (${one.keyword})`, names: String(one.variants.length) });
  }
  return false;
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
  let limits = withoutMarks.get(part.value);
  if (!limits) {
    limits = Object.fromEntries(Object.entries(part.value).filter(([key]) => !isWords(key) && !marks.has(key)));
    withoutMarks.set(part.value, limits);
  }
  return { ...part, value: limits };
}

const withoutMarks = new WeakMap<object, object>();
const marks = new Set(['default', 'deprecated', 'readOnly', 'writeOnly', 'discriminator']);

/** One of the sides has a choice: it added variants to the schema, took them away, or asks for more than the schema did. */
function compareWithNone(here: Here, leftOver: Set<string>): boolean {
  const { b, a, unit, before, after, tell } = here;
  const isAdded = a.choices.length > 0;
  const [view, schemas] = isAdded ? [a, after] : [b, before];
  const [choice] = view.choices;
  const names = entries(view, 'properties');
  const own = choice?.variants.map((all) => [...entries(schemas.view(all), 'properties').keys()]) ?? [];
  // Variants of what the schema has anyway ask for more of it; others are schemas of their own.
  if (choice && names.size > 0 && own.every((all) => all.every((name) => names.has(name)))) {
    tell({ kind: `choice ${isAdded ? 'added' : 'removed'}`, label: ` (${choice.keyword})`, names: String(own.length) });
    return false;
  }
  const all = alternatives(view);
  if (isAdded) compareVariants(here, [unit.before], all, leftOver);
  else compareVariants(here, all, [unit.after], leftOver);
  return true;
}

/** Whether properties moved between the variants and what holds beside them, so that only both together can be compared. */
function isMoved({ b, a, before, after }: Here, was: Choice, is: Choice): boolean {
  const [mine, theirs] = [entries(b, 'properties'), entries(a, 'properties')];
  const inVariants = (schemas: typeof before, { variants }: Choice) =>
    new Set(variants.flatMap((all) => [...entries(schemas.view(all), 'properties').keys()]));
  const [left, right] = [inVariants(before, was), inVariants(after, is)];
  const moved = (from: Map<string, unknown>, to: Map<string, unknown>, variants: Set<string>) =>
    [...from.keys()].some((name) => !to.has(name) && variants.has(name));
  return moved(mine, theirs, right) || moved(theirs, mine, left);
}

function comparePair(here: Here, was: Choice, is: Choice, leftOver: Set<string>): void {
  // Whether null is accepted is told of the whole.
  const variants = (choice: Choice) => choice.variants.map((all) => all.map((one) => ({ ...one, isNullable: true })));
  const { pairs } = compareVariants(here, variants(was), variants(is), leftOver);
  if (was.keyword === is.keyword || was.variants.length < 2 || is.variants.length < 2) return;
  const types = pairs.map(([{ types }]) => types);
  const mayOverlap = types.some((one, index) =>
    types.slice(index + 1).some((other) => !one || !other || sharedTypes(one, other).length > 0),
  );
  if (mayOverlap) here.tell({ kind: `only one ${is.keyword === 'oneOf' ? 'set' : 'unset'}`, field: is.keyword });
}

function compareVariants(here: Here, was: Held[][], is: Held[][], leftOver: Set<string>): ReturnType<typeof pair> {
  const { before, after, comparison, tell, unit } = here;
  const found = pair(variantsOf(before, was), variantsOf(after, is));
  const isOnly = was.length === 1 && is.length === 1;
  for (const [x, y] of found.pairs) comparison.schemas(unit, isOnly ? '' : ` (${y.words})`, x.all, y.all);
  const covered = (one: Variant, others: Held[][], fits: (all: Held[]) => boolean) =>
    one.all.length > 0 && others.length <= 64 && others.some(fits);
  for (const one of found.lost) {
    const isCovered = covered(one, is, (all) => comparison.probe(one.all, all, 'request') !== 'major');
    tell({ kind: isCovered ? 'variant covered' : 'variant removed', names: one.words, ...place('base', one) });
  }
  for (const one of found.gained) {
    const isCovered = covered(one, was, (all) => comparison.probe(all, one.all, 'response') !== 'major');
    tell({ kind: isCovered ? 'variant split' : 'variant added', names: one.words, ...place('revision', one) });
  }
  for (const { all } of found.lost) leftOver.add(before.settled(all.at(-1) ?? nothing).at);
  for (const { all } of found.gained) leftOver.add(after.settled(all.at(-1) ?? nothing).at);
  return found;
}

const nothing = { value: {}, at: '' };
const place = (side: 'base' | 'revision', { all }: Variant) => ({ [side]: all.at(-1)?.at ?? '' });

/** What decides between the variants, and the values by which it does, those that are implied too. */
function compareDiscriminators(here: Here, leftOver: Set<string>): void {
  const { b, a, tell, inside, before, after } = here;
  const [was, is] = [b, a].map((view) => values(view, 'discriminator').map(tree)[0]);
  if (!was && !is) return;
  const [name, newName] = [was, is].map((one) => one?.['propertyName']);
  const field = 'discriminator';
  if (!was || !is) tell({ kind: `${field} ${is ? 'added' : 'removed'}`, field, before: name, after: newName });
  if (!was || !is) return;
  if (name !== newName) tell({ kind: `${field} changed`, field, before: name, after: newName });
  const [mine, theirs] = [targets(b, was, before), targets(a, is, after)];
  const told = (from: typeof mine, to: typeof mine, kind: string) => {
    // A value that goes with its variant is told with it.
    const values = [...from]
      .filter(([value, target]) => !to.has(value) && !leftOver.has(target?.at ?? ''))
      .map(([value]) => value);
    if (values.length > 0)
      tell({ kind: `${field} value ${kind}`, field, names: values.map((one) => `\`${one}\``).join(', ') });
  };
  told(mine, theirs, 'removed');
  told(theirs, mine, 'added');
  for (const [value, target] of mine) {
    const other = theirs.get(value);
    if (target && other && target.at !== other.at) inside(` (${String(name)} \`${value}\`)`, [target], [other]);
  }
}

/** What each value of a discriminator stands for. */
function targets({ choices }: View, { mapping }: Record<string, unknown>, schemas: Here['before']) {
  const all = new Map<string, Held | undefined>();
  const variants = choices.flatMap((choice) => choice.variants.flat()).map((one) => schemas.settled(one));
  for (const [value, to] of Object.entries(tree(mapping))) all.set(value, schemas.mapped(String(to), ''));
  const mapped = new Set([...all.values()].map((target) => target?.at));
  for (const target of variants) {
    const name = /^#\/components\/schemas\/([^/]+)$/.exec(target.at)?.[1];
    if (name !== undefined && !mapped.has(target.at)) all.set(name, target);
  }
  return all;
}
