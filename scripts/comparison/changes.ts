/** Turns facts into changes: each reported once, rated and described, with every place that it affects. */
import { cached } from '../lib/json.ts';
import { typeText } from '../lib/json-schema.ts';
import { code } from '../lib/text.ts';
import { type Bump, bumps } from '../lib/versions.ts';
import type { Fact, Place, Unit } from './comparison.ts';
import { ratingOf, type Side } from './ratings.ts';

/** One change of a contract. */
export interface Change {
  bump: Bump;
  /** What it affects; `docs` are read only by people and by mocks. */
  affects: 'requests' | 'responses' | 'docs';
  kind: 'added' | 'removed' | 'modified' | 'renamed';
  /** The change in words, beginning with the first place that it affects. */
  words: string;
  /** Why it is breaking, if it is. */
  consequence?: string | undefined;
  /** Every place that it affects; if `isCut`, there are more. */
  uses: Place[];
  isCut?: boolean | undefined;
  /** Where it is in the revision, as a JSON Pointer; if it is gone, the nearest object around it. */
  pointer: string;
  /** Where it was in the base. */
  basePointer: string;
  /** The row of ratings.md. */
  rating: string;
  /** The field that changed, where the object itself is in both documents. */
  property?: string;
  before?: unknown;
  after?: unknown;
}

/** A fact with the ways to its unit. */
type Found = { fact: Fact; ways: Way[] };

/** A way from a place outside of schemas to a unit. */
type Way = { unit: Unit; from?: Way; label: string };

/** The most places per change, and the most paths in all, that are followed: references may branch endlessly. */
const most = { uses: 500, ways: 200_000 };

/**
 * Returns the changes, the worst first.
 *
 * @param units all that was compared, in the order of the documents
 * @param haveMany whether there is more than one operation, so that each place has to say its own
 */
export function changesOf(units: Unit[], haveMany: boolean): Change[] {
  const ways = waysTo(units);
  const found = units.flatMap((unit) => unit.facts.map((fact) => ({ fact, ways: ways.get(unit) ?? [] })));
  const groups = Map.groupBy(found, ({ fact: { bump, side, kind, base, revision, field, names } }) =>
    [affectedBy(bump, side), bump, kind, base, revision, field, names].join(' '),
  );
  const changes = [...groups.values()].map((same) => describe(same, haveMany));
  return changes.sort((a, b) => bumps.indexOf(b.bump) - bumps.indexOf(a.bump));
}

/** A rating that a side never notices is about docs. */
const affectedBy = (bump: Bump, side: Side) => (bump === 'patch' ? 'docs' : (`${side}s` as const));

/** The ways to each unit that has facts, breadth first, so that the shortest come first. */
function waysTo(units: Unit[]): Map<Unit, Way[]> {
  const around = new Map<Unit, Unit[]>();
  for (const unit of units) for (const one of unit.inside) cached(around, one.unit, () => []).push(unit);
  const needed = new Set(units.filter(({ facts }) => facts.length > 0));
  for (const unit of needed) for (const outer of around.get(unit) ?? []) needed.add(outer);
  const ways = new Map<Unit, Way[]>();
  const open: Way[] = units.filter((unit) => unit.place && needed.has(unit)).map((unit) => ({ unit, label: '' }));
  for (const way of open) {
    const known = cached(ways, way.unit, () => []);
    if (known.length >= most.uses) continue;
    known.push(way);
    for (const { unit, label } of way.unit.inside)
      if (needed.has(unit) && open.length < most.ways && !leadsThrough(way, unit))
        open.push({ unit, from: way, label });
  }
  return ways;
}

function leadsThrough(way: Way | undefined, unit: Unit): boolean {
  for (let here = way; here; here = here.from) if (here.unit === unit) return true;
  return false;
}

function useOf(way: Way, label: string): Place {
  let [path, here] = [label, way];
  for (; here.from; here = here.from) path = here.label + path;
  const place = here.unit.place ?? { part: '', at: '' };
  const notes = [...path.matchAll(/ \(([^)]*)\)/g)].map(([, note]) => note).join(', ');
  const [name = '', ...others] = path.replace(/ \([^)]*\)/g, '').split(/(?= )/);
  const words = [place.at, name && code(name.replace(/^\./, '')), others.join('').trim(), notes && `(${notes})`];
  return { ...place, at: words.filter(Boolean).join(' ') };
}

/** What the last word of a row makes of its thing. */
const kinds: { [ending: string]: Change['kind'] } = {
  ...{ added: 'added', split: 'added', removed: 'removed', eased: 'removed', covered: 'removed', renamed: 'renamed' },
};

function describe(same: Found[], haveMany: boolean): Change {
  const [{ fact }] = same as [Found];
  const { kind, bump, side, field, before, after, names = '' } = fact;
  const all = same.flatMap(({ fact: { label }, ways }) => ways.map((way) => useOf(way, label)));
  const uses = [...new Map(all.map((use) => [placeText(use, true), use])).values()];
  const { reads, [side]: rating } = ratingOf(kind);
  const show = kind.startsWith('type ') ? typeText : shown;
  const filled: { [name: string]: string } = { before: show(before), after: show(after), names, field: field ?? '' };
  const sentence = reads.replace(/\{(\w+)\}/g, (_, name) => filled[name] ?? '');
  return {
    ...{ bump, affects: affectedBy(bump, side) },
    kind: (field === undefined && kinds[kind.split(' ').at(-1) ?? '']) || 'modified',
    words: `${placeText(uses[0], haveMany)}${uses[0]?.at === '' && sentence.startsWith('`') ? ':' : ''} ${sentence}`,
    consequence: bump === 'major' ? rating.because : undefined,
    ...{ uses, pointer: fact.revision, basePointer: fact.base, rating: kind },
    ...(field === undefined ? {} : { property: field }),
    ...{ before, after },
    isCut: same.some(({ ways }) => ways.length >= most.uses) || undefined,
  };
}

/** A place in words. */
export function placeText({ operation, id, part, at }: Place = { part: '', at: '' }, withOperation = false): string {
  const whole = withOperation && operation ? `${id ?? operation}, ${part.toLowerCase()}` : part;
  return at === '' ? whole : `${whole}: ${at}`;
}

/** A value as code, cut where it is long. */
function shown(value: unknown): string {
  if (value === undefined) return 'left out';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return code(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
