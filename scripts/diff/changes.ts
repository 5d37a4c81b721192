/** Makes changes of facts: each told once, rated, in words, with all the places that it is met at. */
import { type Bump, bumps } from '../lib/versions.ts';
import type { Fact, Place, Unit } from './comparison.ts';
import { ratingOf } from './ratings.ts';

/** A place at which a change is met. */
export interface Use {
  /** Such as `POST /things`; absent outside of operations. */
  operation?: string;
  /** Such as `Request` or `Response 200`. */
  part: string;
  /** The place in it, such as `` `treatments[].name` ``; empty for the part itself. */
  at: string;
}

/** One change of a contract. */
export interface Change {
  bump: Bump;
  /** What it is met by; `docs` are read by people, and by mocks. */
  affects: 'requests' | 'responses' | 'docs';
  kind: 'added' | 'removed' | 'modified' | 'renamed';
  /** The first place at which it is met, such as `Request: treatments[].name`. */
  place: string;
  /** The change in words, the first place first. */
  words: string;
  /** Why it is breaking; only where it is. */
  consequence?: string;
  /** Every place at which it is met, the first one included. */
  uses: Use[];
  /** Set where there are more places than are listed. */
  isCut?: true;
  /** Where it stands in the revision, as a JSON Pointer; where it is gone, the nearest object around it. */
  pointer: string;
  /** Where it stood in the base. */
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

/** More places than these are counted as one. A ring of references has no end of them. */
const mostUses = 500;
const mostWays = 200_000;

/**
 * Returns the changes, the worst first.
 *
 * @param units all that was compared, in the order of the documents
 * @param haveMany whether there is more than one operation, so that each place has to say its own
 */
export function changesOf(units: Iterable<Unit>, haveMany: boolean): Change[] {
  const all = [...units];
  const ways = waysTo(all);
  const changes = new Map<string, { fact: Fact; rated: Rated; uses: Map<string, Use>; isCut: boolean }>();
  for (const unit of all) {
    const all = ways.get(unit) ?? [];
    for (const fact of unit.facts) {
      const rated = rate(unit, fact);
      const key = [rated.affects, rated.bump, fact.kind, fact.base, fact.revision, fact.field, fact.names].join(' ');
      const change = changes.get(key) ?? { fact, rated, uses: new Map(), isCut: false };
      changes.set(key, change);
      change.isCut ||= all.length >= mostUses;
      for (const way of all) {
        const use = useOf(way, fact.label);
        change.uses.set(`${use.operation} ${use.part} ${use.at}`, use);
      }
    }
  }
  const told = [...changes.values()].map(({ fact, rated, uses, isCut }) =>
    tell(fact, rated, [...uses.values()], isCut, haveMany),
  );
  return told.sort((a, b) => bumps.indexOf(b.bump) - bumps.indexOf(a.bump));
}

/** The ways to each unit that has facts, breadth first, so that the shortest come first. */
function waysTo(units: Unit[]): Map<Unit, Way[]> {
  const needed = new Set(units.filter(({ facts }) => facts.length > 0));
  const around = new Map<Unit, Unit[]>();
  for (const unit of units)
    for (const { unit: inner } of unit.inside) around.set(inner, [...(around.get(inner) ?? []), unit]);
  for (const unit of needed) for (const outer of around.get(unit) ?? []) needed.add(outer);
  const ways = new Map<Unit, Way[]>();
  const open: Way[] = units.filter((unit) => unit.place && needed.has(unit)).map((unit) => ({ unit, label: '' }));
  for (let index = 0; index < open.length && index < mostWays; index += 1) {
    const way = open[index] as Way;
    const known = ways.get(way.unit) ?? [];
    if (known.length >= mostUses) continue;
    known.push(way);
    ways.set(way.unit, known);
    for (const { unit, label } of way.unit.inside)
      if (needed.has(unit) && !leadsThrough(way, unit)) open.push({ unit, from: way, label });
  }
  return ways;
}

function leadsThrough(way: Way, unit: Unit): boolean {
  for (let here: Way | undefined = way; here; here = here.from) if (here.unit === unit) return true;
  return false;
}

interface Rated {
  bump: Bump;
  affects: Change['affects'];
  because: string;
}

/** The rating of a fact. What its side never meets, people read. */
function rate(unit: Unit, { kind, isForeign }: Fact): Rated {
  const { bump, because } = ratingOf(kind)[unit.side];
  if (bump === 'patch' || unit.isForeign || isForeign) return { bump: 'patch', affects: 'docs', because };
  return { bump, affects: unit.side === 'request' ? 'requests' : 'responses', because };
}

function useOf(way: Way, label: string): Use {
  let path = label;
  const notes: string[] = [];
  let place: Place = { part: '', at: '' };
  for (let here: Way | undefined = way; here; here = here.from) {
    path = here.label + path;
    place = here.unit.place ?? place;
  }
  const said = path.replace(/ \(([^)]*)\)/g, (_, note) => {
    notes.push(note);
    return '';
  });
  const [code = '', ...rest] = said.split(/(?= )/);
  const parts = [
    place.at,
    code && `\`${code.replace(/^\./, '')}\``,
    rest.join('').trim(),
    notes.length > 0 && `(${notes.join(', ')})`,
  ];
  return {
    ...(place.operation === undefined ? {} : { operation: place.operation }),
    part: place.part,
    at: parts.filter(Boolean).join(' '),
  };
}

/** The words for a change, its first place first. */
function tell(fact: Fact, { bump, affects, because }: Rated, uses: Use[], isCut: boolean, haveMany: boolean): Change {
  const [first = { part: '', at: '' }] = uses;
  const [, ending = ''] = /(added|split|removed|eased|covered|renamed)$/.exec(fact.kind) ?? [];
  const kind =
    ({ added: 'added', split: 'added', renamed: 'renamed' } as const)[ending] ?? (ending ? 'removed' : 'modified');
  return {
    ...{ bump, affects, kind: fact.field === undefined ? kind : 'modified' },
    place: placeText(first).replaceAll('`', ''),
    words: `${placeText(first, haveMany)} ${reads(fact)}`,
    ...(bump === 'major' ? { consequence: because } : {}),
    ...{ uses, ...(isCut ? { isCut } : {}), pointer: fact.revision, basePointer: fact.base, rating: fact.kind },
    ...(fact.field === undefined ? {} : { property: fact.field }),
    ...(fact.before === undefined ? {} : { before: fact.before }),
    ...(fact.after === undefined ? {} : { after: fact.after }),
  };
}

/** A place in words, with its operation where there is more than one. */
export function placeText({ operation, part, at }: Use, withOperation = false): string {
  const whole = withOperation && operation ? `${operation}, ${part.toLowerCase()}` : part;
  return at === '' ? whole : `${whole}: ${at}`;
}

function reads({ kind, field, before, after, names = '' }: Fact): string {
  const show = kind.startsWith('type ') ? typeText : shown;
  const filled: { [name: string]: string } = { before: show(before), after: show(after), names, field: field ?? '' };
  return ratingOf(kind).reads.replace(/\{(\w+)\}/g, (_, name) => filled[name] ?? '');
}

function typeText(type: unknown): string {
  if (type === undefined) return 'anything';
  return [type]
    .flat()
    .map((one) => (one === 'null' ? 'null' : `${/^[aio]/.test(String(one)) ? 'an' : 'a'} ${one}`))
    .join(' or ');
}

/** A value as code; a text that would end the code, or the line, cannot. */
export function shown(value: unknown): string {
  if (value === undefined) return 'left out';
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[`\s]+/g, ' ');
  return `\`${text.length > 80 ? `${text.slice(0, 77)}...` : text}\``;
}
