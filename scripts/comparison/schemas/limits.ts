/** Compares the keywords that limit a value by themselves: its type, its values, its size and its form. */
import { jsonText, same, without } from '../../lib/json.ts';
import { sharedTypes, typeOf } from '../../lib/json-schema.ts';
import { code } from '../../lib/text.ts';
import type { View } from '../view.ts';
import { type Here, values } from './lookup.ts';

/** Whether some limit of a keyword asks for no less than another one. */
type Implies = (all: unknown[], one: unknown) => boolean;

const isIn: Implies = (all, one) => all.includes(one);
const isAtLeast: Implies = (all, one) => all.some((other) => Number(other) >= Number(one));
const isAtMost: Implies = (all, one) => all.some((other) => Number(other) <= Number(one));
const isMultiple: Implies = (all, one) => {
  const times = all.map((other) => Number(other) / Number(one));
  return times.some((number) => Math.round(number) !== 0 && Math.abs(number - Math.round(number)) < 1e-9);
};

/** The limits, by the type of the values that they are about; what is as good as a limit left out; and what implies what. */
const limits: { [keyword: string]: { type: string; none?: unknown; implies: Implies } } = {
  minLength: { type: 'string', none: 0, implies: isAtLeast },
  maxLength: { type: 'string', none: Number.POSITIVE_INFINITY, implies: isAtMost },
  pattern: { type: 'string', implies: isIn },
  contentEncoding: { type: 'string', implies: isIn },
  contentMediaType: { type: 'string', implies: isIn },
  multipleOf: { type: 'number', implies: isMultiple },
  minItems: { type: 'array', none: 0, implies: isAtLeast },
  maxItems: { type: 'array', none: Number.POSITIVE_INFINITY, implies: isAtMost },
  uniqueItems: { type: 'array', none: false, implies: isAtLeast },
  minContains: { type: 'array', none: 1, implies: isAtLeast },
  maxContains: { type: 'array', none: Number.POSITIVE_INFINITY, implies: isAtMost },
  minProperties: { type: 'object', none: 0, implies: isAtLeast },
  maxProperties: { type: 'object', none: Number.POSITIVE_INFINITY, implies: isAtMost },
};

/** All of them. */
export const limited = [...Object.keys(limits), 'minimum', 'maximum'];

/** Which way a set of values went, undefined standing for all of them. */
export function wayOf(was: unknown[] | undefined, is: unknown[] | undefined, has: Implies) {
  const isLost = is !== undefined && !was?.every((one) => has(is, one));
  const isGained = was !== undefined && !is?.every((one) => has(was, one));
  return isLost ? (isGained ? 'other' : 'narrower') : isGained ? 'wider' : undefined;
}

/**
 * Compares the types.
 *
 * @returns whether that says it all: no value of before is one of after, or one of the two said nothing else
 */
export function compareTypes(here: Here): boolean {
  const { b, a, unit } = here;
  const { before, after } = here.comparison;
  // Where the types differ by the variants of both sides alone, these tell of it; null is told here.
  const [old, now] = [before.typesAndNull(b), after.typesAndNull(a)];
  const base = (schemas: typeof before, { parts }: View) => schemas.types({ parts, choices: [], isNever: false });
  const haveVariants = b.choices.length > 0 && a.choices.length > 0 && same(base(before, b), base(after, a));
  const others = haveVariants ? after.types(a) : undefined;
  const was = others ? [...others, ...(old?.includes('null') === false ? [] : ['null'])].sort() : old;
  const way = wayOf(was, now, (all, one) => all.includes(one) || (one === 'integer' && all.includes('number')));
  if (way === undefined) return false;
  const shown = (all: string[] | undefined) => (all?.length === 1 ? all[0] : all);
  here.tell(`type ${way}`, { field: 'type', before: shown(was), after: shown(now) });
  const isOther = was !== undefined && now !== undefined && sharedTypes(was, now).length === 0;
  return isOther || before.isOpen(unit.before) || after.isOpen(unit.after);
}

/** Compares all other limits, those for types that the value cannot have left out. */
export function compareLimits(here: Here): void {
  const [was, is] = [here.comparison.before.types(here.b), here.comparison.after.types(here.a)];
  const types = was && is ? sharedTypes(was, is) : (was ?? is);
  compareEnums(here, types);
  compareFormats(here);
  const isMeant = (type: string) => !types || sharedTypes(types, [type]).length > 0;
  for (const bound of isMeant('number') ? ['minimum', 'maximum'] : [])
    compareBounds(here, bound, same(types, ['integer']));
  for (const [field, { type, none, implies }] of Object.entries(limits)) {
    if (!isMeant(type)) continue;
    const [before, after] = [values(here.b, field), values(here.a, field)];
    const all = [before, after].map((one) => (one.length === 0 && none !== undefined ? [none] : one));
    // More limits leave less.
    const way = wayOf(all[1], all[0], implies);
    const kind = field === 'contentEncoding' ? 'serialization changed' : `limit ${way}`;
    if (way) here.tell(kind, { field, before: before[0], after: after[0] });
  }
}

/** Compares a bound of a number, which it may reach or not. More than 0 is at least 1, for an integer. */
function compareBounds(here: Here, keyword: string, isInteger: boolean): void {
  const sign = keyword === 'minimum' ? 1 : -1;
  const exclusive = keyword === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  /** The bound as one from below, and a step more where it is not reached. */
  const bound = (view: View): [number, number] | undefined => {
    const reached = values(view, keyword).map((value) => [sign * Number(value), 0] as const);
    const open = values(view, exclusive).map((value) => [sign * Number(value), 1] as const);
    const whole = ([value, step]: readonly [number, number]): [number, number] =>
      isInteger ? [step === 1 ? Math.floor(value) + 1 : Math.ceil(value), 0] : [value, step];
    return [...reached, ...open].map(whole).sort(([x, i], [y, j]) => y - x || j - i)[0];
  };
  const [was, is] = [bound(here.b), bound(here.a)];
  if (same(was, is)) return;
  const isTighter = !was || (is !== undefined && (is[0] > was[0] || (is[0] === was[0] && is[1] > was[1])));
  const field = (is ? is[1] === 1 : values(here.b, exclusive).length > 0) ? exclusive : keyword;
  const [before, after] = [was, is].map((one) => one && sign * one[0]);
  here.tell(`limit ${isTighter ? 'narrower' : 'wider'}`, { field, before, after });
}

/** The listed values other than null, of the types that both sides have; undefined where nothing is listed. */
function listed(view: View, types: string[] | undefined): unknown[] | undefined {
  const [first, ...others] = values(view, 'enum').filter(Array.isArray) as unknown[][];
  const has = (all: unknown[], value: unknown) => all.some((one) => same(one, value));
  const isMeant = (value: unknown) => value !== null && (!types || sharedTypes(types, [typeOf(value)]).length > 0);
  const kept = first?.filter((value) => isMeant(value) && others.every((all) => has(all, value)));
  const isWhole = same(types, ['boolean']) && kept?.includes(true) && kept.includes(false);
  return isWhole ? undefined : kept?.sort((x, y) => (jsonText(x) < jsonText(y) ? -1 : 1));
}

function compareEnums(here: Here, types: string[] | undefined): void {
  const [was, is] = [listed(here.b, types), listed(here.a, types)];
  const [wasOpen, isOpen] = [here.b, here.a].map((view) => values(view, 'x-open-enum').includes(true));
  if (was && is && wasOpen !== isOpen)
    here.tell(isOpen ? 'enum opened' : 'enum closed', { field: 'x-open-enum', before: wasOpen, after: isOpen });
  const way = wayOf(was?.map(jsonText), is?.map(jsonText), isIn);
  if (way === undefined) return;
  // Whoever reads an open enum expects more than what is listed.
  const isExpected = wasOpen && here.unit.side === 'response' && way !== 'narrower';
  const kind = `${isExpected ? 'open ' : ''}enum ${!was ? 'added' : !is ? 'removed' : isExpected ? 'wider' : way}`;
  const shown = (one: unknown) => code(typeof one === 'string' ? one : JSON.stringify(one));
  const [lost, gained] = [without(was, is), without(is, was)].map((all) => all.map(shown).join(', '));
  const names = [lost && `no longer allows ${lost}`, gained && `now also allows ${gained}`]
    .filter(Boolean)
    .join(' and ');
  here.tell(kind, { field: 'enum', before: was, after: is, names });
}

/** Numeric formats by those that take in all of their values. */
const wider: { [format: string]: string } = { int32: 'int64', float: 'double' };

/** Compares formats. One that repeats the type says nothing. */
function compareFormats(here: Here): void {
  const { before, after } = here.comparison;
  const formats = (view: View, schemas: typeof before) =>
    values(view, 'format').filter((format) => !schemas.types(view)?.includes(String(format)));
  const [was, is] = [formats(here.b, before), formats(here.a, after)];
  const way = wayOf(is, was, (all, one) => all.some((other) => other === one || wider[String(other)] === one));
  const isHidden = [...was, ...is].every((format) => format === 'password');
  const kind = isHidden ? 'format hidden' : `limit ${way}`;
  if (way) here.tell(kind, { field: 'format', before: was[0], after: is[0] });
}
