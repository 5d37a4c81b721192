/** Compares the keywords that limit a value by themselves: its type, its values, its size and its form. */
import { jsonText, same } from '../../lib/json.ts';
import { sharedTypes, typeOf } from '../../lib/json-schema.ts';
import { type Here, values } from './lookup.ts';
import type { Schemas, View } from './view.ts';

/** Bounds of sizes, with what holds where they are left out. Numbers have bounds of their own, below. */
const lowest: { [keyword: string]: number } = { minLength: 0, minItems: 0, minProperties: 0, minContains: 1 };
const highest = ['maxLength', 'maxItems', 'maxProperties', 'maxContains'];

/** The keywords that say something about values of a type alone. */
const keywordsOf: { [type: string]: string[] } = {
  string: ['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType'],
  number: ['minimum', 'maximum', 'multipleOf'],
  array: ['minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains'],
  object: ['minProperties', 'maxProperties'],
};

/** All of them. */
export const limited = Object.values(keywordsOf).flat();

/** Which way a set of values went, undefined standing for all of them. */
function wayOf<T>(was: T[] | undefined, is: T[] | undefined, has: (all: T[], one: T) => boolean) {
  const isLost = is !== undefined && !was?.every((one) => has(is, one));
  const isGained = was !== undefined && !is?.every((one) => has(was, one));
  return isLost ? (isGained ? 'other' : 'narrower') : isGained ? 'wider' : undefined;
}

/** Which way limits went that hold together: more of them leave less. `implies` says that one of some asks for no less. */
function wayOfLimits(was: unknown[], is: unknown[], implies = (all: unknown[], one: unknown) => all.includes(one)) {
  return wayOf(is, was, implies);
}

/**
 * Compares the types.
 *
 * @returns whether that says it all: no value of before is one of after, or one of the two said nothing else
 */
export function compareTypes({ b, a, before, after, unit, tell }: Here): boolean {
  // Where the types differ by the variants of both sides alone, these tell of it; null is told here.
  const base = (schemas: Schemas, { parts }: View) => schemas.types({ parts, choices: [], isNever: false });
  const haveVariants = b.choices.length > 0 && a.choices.length > 0 && same(base(before, b), base(after, a));
  const types = (schemas: Schemas, view: View, all = schemas.types(view)) =>
    all && [...all, ...(schemas.acceptsNull(view) ? ['null'] : [])].sort();
  const is = types(after, a);
  const was = types(before, b, haveVariants ? after.types(a) : undefined);
  const has = (all: string[], one: string) => all.includes(one) || (one === 'integer' && all.includes('number'));
  const way = wayOf(was, is, has);
  if (way === undefined) return false;
  const shown = (all: string[] | undefined) => (all?.length === 1 ? all[0] : all);
  tell({ kind: `type ${way}`, field: 'type', before: shown(was), after: shown(is) });
  const isOther = was !== undefined && is !== undefined && sharedTypes(was, is).length === 0;
  return isOther || before.isOpen(unit.before) || after.isOpen(unit.after);
}

/** Compares all other limits, those for types that the value cannot have left out. */
export function compareLimits(here: Here): void {
  const [was, is] = [here.before.types(here.b), here.after.types(here.a)];
  const types = was && is ? sharedTypes(was, is) : (was ?? is);
  compareEnums(here, types);
  compareFormats(here);
  for (const [type, keywords] of Object.entries(keywordsOf)) {
    if (types && sharedTypes(types, [type]).length === 0) continue;
    for (const keyword of keywords) {
      if (keyword === 'minimum' || keyword === 'maximum') compareBounds(here, keyword, same(types, ['integer']));
      else compareLimit(here, keyword);
    }
  }
}

function compareLimit({ b, a, tell }: Here, keyword: string): void {
  const [was, is] = [values(b, keyword), values(a, keyword)];
  const way = sizeWay(keyword, was, is) ?? wayOfLimits(was, is, keyword === 'multipleOf' ? isMultiple : undefined);
  const kind = keyword === 'contentEncoding' ? 'serialization changed' : `limit ${way}`;
  if (way && way !== 'same') tell({ kind, field: keyword, before: was[0], after: is[0] });
}

/** Which way a size went; undefined for what is none. */
function sizeWay(keyword: string, was: unknown[], is: unknown[]) {
  const least = lowest[keyword];
  if (least === undefined && !highest.includes(keyword))
    return was.concat(is).every((one) => one === false) ? 'same' : undefined;
  const end = (all: unknown[]) =>
    least === undefined
      ? Math.min(Number.POSITIVE_INFINITY, ...all.map(Number))
      : Math.max(...(all.length > 0 ? all.map(Number) : [least]));
  const [low, high] = [end(was), end(is)];
  return low === high ? 'same' : high > low === (least !== undefined) ? 'narrower' : 'wider';
}

/** Whether some number is a multiple of one, so that it asks for no less. */
function isMultiple(all: unknown[], one: unknown): boolean {
  const times = all.map((other) => Number(other) / Number(one));
  return times.some((number) => Math.round(number) !== 0 && Math.abs(number - Math.round(number)) < 1e-9);
}

/** Compares a bound of a number, which it may reach or not. More than 0 is at least 1, for an integer. */
function compareBounds({ b, a, tell }: Here, keyword: 'minimum' | 'maximum', isInteger: boolean): void {
  const sign = keyword === 'minimum' ? 1 : -1;
  const exclusive = keyword === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  /** The bound as one from below, and a step more where it is not reached. */
  const bound = (view: View) => {
    const reached = values(view, keyword).map((value) => [sign * Number(value), 0] as const);
    const open = values(view, exclusive).map((value) => [sign * Number(value), 1] as const);
    const whole = ([value, step]: readonly [number, number]) =>
      isInteger ? ([step === 1 ? Math.floor(value) + 1 : Math.ceil(value), 0] as const) : ([value, step] as const);
    return [...reached, ...open].map(whole).sort(([x, i], [y, j]) => y - x || j - i)[0];
  };
  const [was, is] = [bound(b), bound(a)];
  if (same(was, is)) return;
  const isTighter = !was || (is !== undefined && (is[0] > was[0] || (is[0] === was[0] && is[1] > was[1])));
  const field = (is ? is[1] === 1 : values(b, exclusive).length > 0) ? exclusive : keyword;
  tell({
    kind: `limit ${isTighter ? 'narrower' : 'wider'}`,
    field,
    before: was && sign * was[0],
    after: is && sign * is[0],
  });
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

function compareEnums({ b, a, unit, tell }: Here, types: string[] | undefined): void {
  const [was, is] = [listed(b, types), listed(a, types)];
  const [wasOpen, isOpen] = [b, a].map((view) => values(view, 'x-open-enum').includes(true));
  if (was && is && wasOpen !== isOpen)
    tell({ kind: isOpen ? 'enum opened' : 'enum closed', field: 'x-open-enum', before: wasOpen, after: isOpen });
  const without = (all: unknown[] = [], others: unknown[] = []) =>
    all.filter((one) => !others.some((other) => same(one, other)));
  const [lost, gained] = [without(was, is), without(is, was)];
  const way = wayOf(was?.map(jsonText), is?.map(jsonText), (all, one) => all.includes(one));
  if (way === undefined) return;
  // Whoever reads an open enum expects more than what is listed.
  const isExpected = wasOpen && unit.side === 'response' && way !== 'narrower';
  const kind = `${isExpected ? 'open ' : ''}enum ${!was ? 'added' : !is ? 'removed' : isExpected ? 'wider' : way}`;
  const shown = (all: unknown[]) =>
    all.map((one) => `\`${typeof one === 'string' ? one : JSON.stringify(one)}\``).join(', ');
  const names = [
    lost.length > 0 && `no longer allows ${shown(lost)}`,
    gained.length > 0 && `now also allows ${shown(gained)}`,
  ];
  tell({ kind, field: 'enum', before: was, after: is, names: names.filter(Boolean).join(' and ') });
}

/** Numeric formats, the smaller ones first: every value of one is a value of the next. */
const widths = [
  ['int32', 'int64'],
  ['float', 'double'],
];

/** Compares formats. One that repeats the type says nothing. */
function compareFormats({ b, a, before, after, tell }: Here): void {
  const formats = (view: View, schemas: Schemas) =>
    values(view, 'format').filter((format) => !schemas.types(view)?.includes(String(format)));
  const [was, is] = [formats(b, before), formats(a, after)];
  const isWithin = (all: unknown[], one: unknown) =>
    all.includes(one) || widths.some(([small, large]) => one === large && all.includes(small));
  const way = wayOfLimits(was, is, isWithin);
  const isHidden = [...was, ...is].every((format) => format === 'password');
  if (way) tell({ kind: isHidden ? 'format hidden' : `limit ${way}`, field: 'format', before: was[0], after: is[0] });
}
