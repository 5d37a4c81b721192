/** Compares the keywords that limit a value by themselves: its type, its values, its size and its form. */
import { jsonText, same } from '../../lib/json.ts';
import { sharedTypes, typeOf } from '../../lib/json-schema.ts';
import { type Here, values } from './lookup.ts';
import type { Schemas, View } from './view.ts';

type Way = 'narrower' | 'wider' | 'other';

/** The keywords that say something about values of a type alone. */
const keywordsOf: { [type: string]: string[] } = {
  string: ['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType'],
  number: ['minimum', 'maximum', 'multipleOf'],
  array: ['minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains'],
  object: ['minProperties', 'maxProperties'],
};

/** All of them. */
export const limited = Object.values(keywordsOf).flat();

/** Bounds, with what holds where they are left out. */
const lowest: { [keyword: string]: number } = { minLength: 0, minItems: 0, minProperties: 0, minContains: 1 };
const highest = ['maxLength', 'maxItems', 'maxProperties', 'maxContains'];

/**
 * Compares the types.
 *
 * @returns whether that says it all: no value of before is one of after, or one of the two said nothing else
 */
export function compareTypes({ b, a, before, after, unit, tell }: Here): boolean {
  // Where the types differ by the variants of both sides alone, these tell of it; null is told here.
  const base = (schemas: Schemas, { parts }: View) => schemas.types({ parts, choices: [], isNever: false });
  const haveVariants = b.choices.length > 0 && a.choices.length > 0 && same(base(before, b), base(after, a));
  const types = haveVariants ? after.types(a) : undefined;
  const [was, is] = [allTypes(before, b, types), allTypes(after, a, types)];
  const way = setWay(was, is, (types, one) => types.includes(one) || (one === 'integer' && types.includes('number')));
  if (way === undefined) return false;
  tell({ kind: `type ${way}`, field: 'type', before: oneOrAll(was), after: oneOrAll(is) });
  const isOther = was !== undefined && is !== undefined && sharedTypes(was, is).length === 0;
  return isOther || before.isOpen(unit.before) || after.isOpen(unit.after);
}

/** The types, null among them; undefined for any. */
function allTypes(schemas: Schemas, view: View, types = schemas.types(view)): string[] | undefined {
  return types && [...types, ...(schemas.acceptsNull(view) ? ['null'] : [])].sort();
}

const oneOrAll = (types: string[] | undefined) => (types?.length === 1 ? types[0] : types);

/** Which way a set of values went, undefined standing for all of them. */
function setWay<T>(was: T[] | undefined, is: T[] | undefined, has: (all: T[], one: T) => boolean): Way | undefined {
  const isLost = is !== undefined && (was === undefined || !was.every((one) => has(is, one)));
  const isGained = was !== undefined && (is === undefined || !is.every((one) => has(was, one)));
  if (isLost) return isGained ? 'other' : 'narrower';
  return isGained ? 'wider' : undefined;
}

/** Compares all other limits, those for types that the value cannot have left out. */
export function compareLimits(here: Here): void {
  const { b, a, before, after } = here;
  const [was, is] = [before.types(b), after.types(a)];
  const types = was && is ? sharedTypes(was, is) : (was ?? is);
  const isInteger = types?.every((type) => type === 'integer') ?? false;
  compareEnums(here, types);
  for (const [type, keywords] of Object.entries(keywordsOf)) {
    if (types && sharedTypes(types, [type]).length === 0) continue;
    for (const keyword of keywords) {
      if (keyword === 'minimum' || keyword === 'maximum') compareBounds(here, keyword, isInteger);
      else compareLimit(here, keyword);
    }
  }
  compareFormats(here);
}

function compareLimit({ b, a, tell }: Here, keyword: string): void {
  const [was, is] = [values(b, keyword), values(a, keyword)];
  const [before, after] = [was[0], is[0]];
  const fact = { field: keyword, before, after };
  const limits = (all: unknown[]) => all.filter((one) => typeof one === 'number');
  if (keyword in lowest || highest.includes(keyword)) {
    const isLowest = keyword in lowest;
    const end = (all: unknown[]) =>
      isLowest ? Math.max(lowest[keyword] ?? 0, ...limits(all)) : Math.min(Number.POSITIVE_INFINITY, ...limits(all));
    // `minContains: 0` is lower than the default.
    const [low, high] = keyword === 'minContains' ? [Number(before ?? 1), Number(after ?? 1)] : [end(was), end(is)];
    if (low !== high) tell({ kind: `limit ${high > low === isLowest ? 'narrower' : 'wider'}`, ...fact });
    return;
  }
  if (keyword === 'contentEncoding') {
    if (before !== after) tell({ kind: 'serialization changed', ...fact });
    return;
  }
  const said = (all: unknown[]) => all.filter((one) => one !== false);
  const way = setWay(said(is), said(was), keyword === 'multipleOf' ? isMultiple : (all, one) => all.includes(one));
  if (way) tell({ kind: `limit ${way}`, ...fact });
}

/** Whether a number is a multiple of a multiple that is asked for, and so asks for no less. */
function isMultiple(all: unknown[], one: unknown): boolean {
  return all.some((other) => {
    const times = Number(other) / Number(one);
    return Math.abs(times - Math.round(times)) < 1e-9 && Math.round(times) !== 0;
  });
}

/** A bound of a number, which it may reach or not. */
function compareBounds({ b, a, tell }: Here, keyword: 'minimum' | 'maximum', isInteger: boolean): void {
  const sign = keyword === 'minimum' ? 1 : -1;
  const exclusive = keyword === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const bound = (view: View) => {
    const reached = values(view, keyword).map((value) => [Number(value), 0] as const);
    const open = values(view, exclusive).map((value) => [Number(value), 1] as const);
    // More than 0 is at least 1, for an integer.
    const whole = (value: number) => (isInteger ? sign * Math.ceil(sign * value) : value);
    const all = [...reached, ...open].map(([value, step]) =>
      isInteger && step === 1 && Number.isInteger(value)
        ? ([value + sign, 0] as const)
        : ([whole(value), step] as const),
    );
    return all.sort(([x, i], [y, j]) => sign * (y - x) || j - i)[0];
  };
  const [was, is] = [bound(b), bound(a)];
  if (same(was, is)) return;
  const isTighter = !was || (is !== undefined && (sign * (is[0] - was[0]) > 0 || (is[0] === was[0] && is[1] > was[1])));
  const field = is ? (is[1] === 1 ? exclusive : keyword) : values(b, exclusive).length > 0 ? exclusive : keyword;
  tell({ kind: `limit ${isTighter ? 'narrower' : 'wider'}`, field, before: was?.[0], after: is?.[0] });
}

/** The listed values other than null, of the types that both sides have; undefined where nothing is listed. */
function listed(view: View, types: string[] | undefined): unknown[] | undefined {
  const [first, ...others] = values(view, 'enum').filter(Array.isArray) as unknown[][];
  const all = first?.filter((value) => others.every((other) => other.some((one) => same(one, value))));
  const kept = all?.filter((value) => value !== null && (!types || sharedTypes(types, [typeOf(value)]).length > 0));
  const isWhole = same(types, ['boolean']) && kept?.includes(true) && kept.includes(false);
  return isWhole ? undefined : kept;
}

function compareEnums({ b, a, unit, tell }: Here, types: string[] | undefined): void {
  const [was, is] = [listed(b, types), listed(a, types)];
  const [wasOpen, isOpen] = [b, a].map((view) => values(view, 'x-open-enum').includes(true));
  if (was && is && wasOpen !== isOpen) {
    const kind = isOpen ? 'enum opened' : 'enum closed';
    tell({ kind, field: 'x-open-enum', before: wasOpen, after: isOpen });
  }
  const texts = (all: unknown[] | undefined) => all?.map(jsonText);
  const way = setWay(texts(was), texts(is), (all, one) => all.includes(one));
  if (way === undefined) return;
  const fact = { field: 'enum', before: sorted(was), after: sorted(is) };
  // Whoever reads an open enum expects more than what is listed.
  const open = wasOpen && unit.side === 'response' ? 'open ' : '';
  if (!was) return tell({ kind: 'enum added', ...fact });
  if (!is) return tell({ kind: `${open}enum removed`, ...fact });
  const lost = was.filter((value) => !is.some((one) => same(one, value)));
  const gained = is.filter((value) => !was.some((one) => same(one, value)));
  const names = [
    lost.length > 0 && `no longer allows ${shown(lost)}`,
    gained.length > 0 && `now also allows ${shown(gained)}`,
  ];
  const kind = gained.length > 0 && open ? 'open enum wider' : `enum ${way}`;
  tell({ kind, ...fact, names: names.filter(Boolean).join(' and ') });
}

const sorted = (all: unknown[] | undefined) => all?.toSorted((x, y) => (jsonText(x) < jsonText(y) ? -1 : 1));
const shown = (all: unknown[]) =>
  all.map((value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``).join(', ');

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
  const within = (all: unknown[], one: unknown) =>
    all.includes(one) || widths.some(([small, large]) => one === large && all.includes(small));
  const way = setWay(is, was, within);
  if (way === undefined) return;
  const isHidden = [...was, ...is].every((format) => format === 'password');
  tell({ kind: isHidden ? 'format hidden' : `limit ${way}`, field: 'format', before: was[0], after: is[0] });
}
