/** Turns facts into changes: each reported once, rated and described, with every place that it affects. */
import { code } from '../lib/text.ts';
import { type Bump, bumps } from '../lib/versions.ts';
import type { Fact, Unit } from './comparison.ts';
import { ratingOf } from './ratings.ts';

/** A place that a change affects. */
export interface Use {
  /** Such as `POST /things`, and its ID where it has one in both documents; absent outside of operations. */
  operation?: string;
  id?: string;
  /** Such as `Request` or `Response 200`. */
  part: string;
  /** The place in it, such as `` `treatments[].name` ``; empty for the part itself. */
  at: string;
}

/** One change of a contract. */
export interface Change {
  bump: Bump;
  /** What it affects; `docs` are read only by people and by mocks. */
  affects: 'requests' | 'responses' | 'docs';
  kind: 'added' | 'removed' | 'modified' | 'renamed';
  /** The change in words, beginning with the first place that it affects. */
  words: string;
  /** Why it is breaking, if it is. */
  consequence?: string;
  /** Every place that it affects; if `isCut`, there are more. */
  uses: Use[];
  isCut?: true;
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

/** A way from a place outside of schemas to a unit. */
interface Way {
  unit: Unit;
  from?: Way;
  label: string;
}

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
  const changes = new Map<string, { unit: Unit; fact: Fact; uses: Map<string, Use>; isCut: boolean }>();
  for (const unit of units) {
    const all = ways.get(unit) ?? [];
    for (const fact of unit.facts) {
      const { affects, bump } = rated(unit, fact);
      const key = [affects, bump, fact.kind, fact.base, fact.revision, fact.field, fact.names].join(' ');
      const change = changes.get(key) ?? { unit, fact, uses: new Map(), isCut: false };
      changes.set(key, change);
      change.isCut ||= all.length >= most.uses;
      for (const use of all.map((way) => useOf(way, fact.label))) change.uses.set(placeText(use, true), use);
    }
  }
  const told = [...changes.values()].map(({ unit, fact, uses, isCut }) =>
    tell(unit, fact, [...uses.values()], isCut, haveMany),
  );
  return told.sort((a, b) => bumps.indexOf(b.bump) - bumps.indexOf(a.bump));
}

/** The ways to each unit that has facts, breadth first, so that the shortest come first. */
function waysTo(units: Unit[]): Map<Unit, Way[]> {
  const around = new Map<Unit, Unit[]>();
  for (const unit of units)
    for (const { unit: inner } of unit.inside) around.set(inner, [...(around.get(inner) ?? []), unit]);
  const needed = new Set(units.filter(({ facts }) => facts.length > 0));
  for (const unit of needed) for (const outer of around.get(unit) ?? []) needed.add(outer);
  const ways = new Map<Unit, Way[]>();
  const open: Way[] = units.filter((unit) => unit.place && needed.has(unit)).map((unit) => ({ unit, label: '' }));
  for (const way of open) {
    const known = ways.get(way.unit) ?? [];
    if (known.length >= most.uses) continue;
    known.push(way);
    ways.set(way.unit, known);
    for (const { unit, label } of way.unit.inside)
      if (needed.has(unit) && open.length < most.ways && !leadsThrough(way, unit))
        open.push({ unit, from: way, label });
  }
  return ways;
}

function leadsThrough(way: Way, unit: Unit): boolean {
  for (let here: Way | undefined = way; here; here = here.from) if (here.unit === unit) return true;
  return false;
}

/** The rating of a fact. A fact that never affects its side counts as docs. */
function rated(unit: Unit, { kind, isForeign }: Fact): Pick<Change, 'bump' | 'affects'> & { because: string } {
  const { bump, because } = ratingOf(kind)[unit.side];
  if (bump === 'patch' || unit.isForeign || isForeign) return { bump: 'patch', affects: 'docs', because };
  return { bump, affects: unit.side === 'request' ? 'requests' : 'responses', because };
}

function useOf(way: Way, label: string): Use {
  let [path, here] = [label, way];
  for (; here.from; here = here.from) path = here.label + path;
  const { operation, id, part = '', at = '' } = here.unit.place ?? {};
  const notes = [...(here.label + path).matchAll(/ \(([^)]*)\)/g)].map(([, note]) => note);
  const [name = '', ...others] = path.replace(/ \([^)]*\)/g, '').split(/(?= )/);
  const words = [
    at,
    name && code(name.replace(/^\./, '')),
    others.join('').trim(),
    notes.length > 0 && `(${notes.join(', ')})`,
  ];
  return { ...(operation ? { operation } : {}), ...(id ? { id } : {}), part, at: words.filter(Boolean).join(' ') };
}

/** What the last word of a row makes of its thing. */
const kinds: { [ending: string]: Change['kind'] } = {
  ...{ added: 'added', split: 'added', removed: 'removed', eased: 'removed', covered: 'removed', renamed: 'renamed' },
};

function tell(unit: Unit, fact: Fact, uses: Use[], isCut: boolean, haveMany: boolean): Change {
  const { bump, affects, because } = rated(unit, fact);
  const { kind, field, before, after, names = '' } = fact;
  const show = kind.startsWith('type ') ? typeText : shown;
  const filled: { [name: string]: string } = { before: show(before), after: show(after), names, field: field ?? '' };
  const reads = ratingOf(kind).reads.replace(/\{(\w+)\}/g, (_, name) => filled[name] ?? '');
  return {
    ...{ bump, affects, kind: (field === undefined && kinds[kind.split(' ').at(-1) ?? '']) || 'modified' },
    words: `${placeText(uses[0], haveMany)}${uses[0]?.at === '' && reads.startsWith('`') ? ':' : ''} ${reads}`,
    ...(bump === 'major' ? { consequence: because } : {}),
    ...{ uses, ...(isCut ? { isCut } : {}), pointer: fact.revision, basePointer: fact.base, rating: kind },
    ...(field === undefined ? {} : { property: field }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** A place in words. */
export function placeText({ operation, id, part, at }: Use = { part: '', at: '' }, withOperation = false): string {
  const whole = withOperation && operation ? `${id ?? operation}, ${part.toLowerCase()}` : part;
  return at === '' ? whole : `${whole}: ${at}`;
}

function typeText(type: unknown): string {
  const article = (one: unknown) => (one === 'null' ? 'null' : `${/^[aio]/.test(String(one)) ? 'an' : 'a'} ${one}`);
  return type === undefined ? 'anything' : [type].flat().map(article).join(' or ');
}

/** A value as code, cut where it is long. */
function shown(value: unknown): string {
  if (value === undefined) return 'left out';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return code(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
