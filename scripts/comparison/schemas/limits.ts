/** Compares the keywords that limit a value by themselves: its type, its values, its size and its form. */
import { jsonText, same, without } from '../../lib/json.ts';
import { sharedTypes, typeOf } from '../../lib/json-schema.ts';
import { code } from '../../lib/text.ts';
import type { Unit } from '../comparison.ts';
import type { View } from '../view.ts';

/** Whether some limit of a keyword asks for no less than another one. */
type Implies = (all: unknown[], one: unknown) => boolean;

/** Whether it is one of them. */
export const isIn: Implies = (all, one) => all.includes(one);
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

/** The type of the values that a keyword limits; undefined for any. */
export const typeLimitedBy = (keyword: string) =>
  /^(exclusiveM|m)..imum$/.test(keyword) ? 'number' : limits[keyword]?.type;

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
export function compareTypes(unit: Unit): boolean {
  const { before, after } = unit;
  // Where the types differ by the variants of both sides alone, these are reported; null is reported here.
  const [old, now] = [before.merged.types, after.merged.types];
  const haveVariants = before.merged.choices.length > 0 && after.merged.choices.length > 0;
  const beside = ({ schemas, merged }: View) =>
    schemas.typesOf({ ...merged, choices: [] })?.filter((one) => one !== 'null');
  const others = haveVariants && same(beside(before), beside(after)) ? after.types : undefined;
  const was = others ? [...others, ...(old?.includes('null') === false ? [] : ['null'])].sort() : old;
  const way = wayOf(was, now, (all, one) => all.includes(one) || (one === 'integer' && all.includes('number')));
  if (way === undefined) return false;
  const shown = (all: string[] | undefined) => (all?.length === 1 ? all[0] : all);
  unit.add(`type ${way}`, { field: 'type', before: shown(was), after: shown(now) });
  const isOther = was !== undefined && now !== undefined && sharedTypes(was, now).length === 0;
  return isOther || before.isOpen || after.isOpen;
}

/** Compares all other limits, those for types that the value cannot have left out. */
export function compareLimits(unit: Unit): void {
  const [was, is] = unit.both((view) => view.types);
  const types = was && is ? sharedTypes(was, is) : (was ?? is);
  compareEnums(unit, types);
  compareFormats(unit);
  const isMeant = (type: string) => !types || sharedTypes(types, [type]).length > 0;
  for (const bound of isMeant('number') ? ['minimum', 'maximum'] : [])
    compareBounds(unit, bound, same(types, ['integer']));
  for (const [field, { type, none, implies }] of Object.entries(limits)) {
    if (!isMeant(type)) continue;
    const [before, after] = unit.values(field);
    const all = [before, after].map((one) => (one.length === 0 && none !== undefined ? [none] : one));
    // More limits leave less.
    const way = wayOf(all[1], all[0], implies);
    const kind = field === 'contentEncoding' ? 'serialization changed' : `limit ${way}`;
    if (way) unit.add(kind, { field, before: before[0], after: after[0] });
  }
}

/** Compares a bound of a number, which it may reach or not. More than 0 is at least 1, for an integer. */
function compareBounds(unit: Unit, keyword: string, isInteger: boolean): void {
  const [sign, exclusive] = keyword === 'minimum' ? [1, 'exclusiveMinimum'] : [-1, 'exclusiveMaximum'];
  /** The strictest bound, as one from below. */
  const bound = (view: View) => {
    const valuesOf = (field: string) => view.values(field).map((value) => sign * Number(value));
    const reached = valuesOf(keyword).map((value) => ({ value: isInteger ? Math.ceil(value) : value, field: keyword }));
    const open = valuesOf(exclusive).map((value) =>
      isInteger ? { value: Math.floor(value) + 1, field: keyword } : { value, field: exclusive },
    );
    return [...open, ...reached].sort((x, y) => y.value - x.value)[0];
  };
  const [was, is] = unit.both(bound);
  if (same(was, is)) return;
  const isTighter = !was || (is && (is.value > was.value || (is.value === was.value && is.field === exclusive)));
  const field = is?.field ?? (unit.before.values(exclusive).length > 0 ? exclusive : keyword);
  const [before, after] = [was, is].map((one) => one && sign * one.value);
  unit.add(`limit ${isTighter ? 'narrower' : 'wider'}`, { field, before, after });
}

/** The listed values other than null, of the types that both sides have; undefined where nothing is listed. */
function listed(view: View, types: string[] | undefined): unknown[] | undefined {
  const [first, ...others] = view.values('enum').filter(Array.isArray) as unknown[][];
  const has = (all: unknown[], value: unknown) => all.some((one) => same(one, value));
  const isMeant = (value: unknown) => value !== null && (!types || sharedTypes(types, [typeOf(value)]).length > 0);
  const kept = first?.filter((value) => isMeant(value) && others.every((all) => has(all, value)));
  const isWhole = same(types, ['boolean']) && kept?.includes(true) && kept.includes(false);
  return isWhole ? undefined : kept?.sort((x, y) => (jsonText(x) < jsonText(y) ? -1 : 1));
}

function compareEnums(unit: Unit, types: string[] | undefined): void {
  const [was, is] = unit.both((view) => listed(view, types));
  const [wasOpen, isOpen] = unit.both((view) => view.values('x-open-enum').includes(true));
  if (was && is && wasOpen !== isOpen)
    unit.add(isOpen ? 'enum opened' : 'enum closed', { field: 'x-open-enum', before: wasOpen, after: isOpen });
  const way = wayOf(was?.map(jsonText), is?.map(jsonText), isIn);
  if (way === undefined) return;
  // Whoever reads an open enum expects more than what is listed.
  const isExpected = wasOpen && unit.side === 'response' && way !== 'narrower';
  const kind = `${isExpected ? 'open ' : ''}enum ${!was ? 'added' : !is ? 'removed' : isExpected ? 'wider' : way}`;
  const shown = (one: unknown) => code(typeof one === 'string' ? one : JSON.stringify(one));
  const [lost, gained] = [without(was, is), without(is, was)].map((all) => all.map(shown).join(', '));
  const names = [lost && `no longer allows ${lost}`, gained && `now also allows ${gained}`].filter((one) => one);
  unit.add(kind, { field: 'enum', before: was, after: is, names: names.join(' and ') });
}

/** Numeric formats by those that take in all of their values. */
const wider: { [format: string]: string } = { int32: 'int64', float: 'double' };

/** Compares formats. One that repeats the type says nothing. */
function compareFormats(unit: Unit): void {
  const formats = (view: View) => view.values('format').filter((format) => !view.types?.includes(String(format)));
  const [was, is] = unit.both(formats);
  const way = wayOf(is, was, (all, one) => all.some((other) => other === one || wider[String(other)] === one));
  const isHidden = [...was, ...is].every((format) => format === 'password');
  const kind = isHidden ? 'format hidden' : `limit ${way}`;
  if (way) unit.add(kind, { field: 'format', before: was[0], after: is[0] });
}
