/** What a comparison of two documents finds: facts about places, and about schemas, however many places use them. */
import { cached } from '../lib/json.ts';
import { type Bump, largest } from '../lib/versions.ts';
import type { Schemas } from './merged.ts';
import { ratingOf, type Side } from './ratings.ts';
import { type Pair, View } from './view.ts';

/** A place that a change affects. */
export interface Place {
  /** Such as `POST /things`, and its ID where it has one in both documents; absent outside of operations. */
  operation?: string;
  id?: string;
  /** Such as `Request`, `Response 200` or `Servers`. */
  part: string;
  /** The place in it, such as ``query parameter `limit` ``; empty for the part itself. */
  at: string;
}

/** The details of a change, beside its kind. */
export interface Details {
  /** The way from the unit, such as `.name`, `[]` or ` (variant 2)`. */
  label?: string;
  /** The keyword or field that changed, where the object itself is in both documents. */
  field?: string;
  before?: unknown;
  after?: unknown;
  /** What the sentence of the row names. */
  names?: string;
  /** About what its side never meets, as all of a foreign unit is. */
  isForeign?: boolean;
  /** Where it stands in each document, or where the nearest object around it does. */
  base?: string | undefined;
  revision?: string | undefined;
}

/** One change, at the place of its unit; its kind is the row of ratings.md. */
export type Fact = Details & { kind: string; label: string; base: string; revision: string; bump: Bump; side: Side };

/** Two schemas under a side, compared once however many places use them; or a place, whose facts somebody else finds. */
export class Unit {
  readonly comparison: Comparison;
  readonly before: View;
  readonly after: View;
  readonly side: Side;
  /** Part of what its side never meets: read-only in requests, write-only in responses. */
  readonly isForeign: boolean;
  readonly place: Place | undefined;
  readonly facts: Fact[] = [];
  /** What is compared below it, with the way there. */
  readonly inside: { unit: Unit; label: string }[] = [];
  /** Whether its schemas were compared; a place has none. */
  isDone: boolean;

  constructor(comparison: Comparison, [before, after]: Pair<View>, side: Side, isForeign = false, place?: Place) {
    [this.comparison, this.before, this.after] = [comparison, before, after];
    [this.side, this.isForeign, this.place, this.isDone] = [side, isForeign, place, place !== undefined];
  }

  /** Looks something up in both documents. */
  both<T>(look: (view: View) => T): Pair<T> {
    return [look(this.before), look(this.after)];
  }

  /** The values of a keyword in each document. */
  values(keyword: string): Pair<unknown[]> {
    return this.both((view) => view.values(keyword));
  }

  /** Adds a fact. Of what its side never meets, only people and mocks read. */
  add(kind: string, details: Details = {}): void {
    const { side } = this;
    const where = (view: View) => view.whereIs(details.field ?? '') ?? view.at ?? '';
    const { base = where(this.before), revision = where(this.after) } = details;
    const bump = this.isForeign || details.isForeign ? 'patch' : ratingOf(kind)[side].bump;
    this.facts.push({ label: '', ...details, kind, base, revision, bump, side });
  }

  /** Compares schemas below this place. Where one document says nothing, anything goes. */
  compare(label: string, [before, after]: Pair<View>, isForeign = this.isForeign): void {
    if (before.all.length + after.all.length === 0) return;
    const [was, is] = this.both((view) => view.with([{ value: true, at: view.at ?? '' }]));
    const views: Pair<View> = [before.or(was), after.or(is)];
    this.inside.push({ unit: this.comparison.unit(views, this.side, isForeign), label });
  }
}

/** A comparison of two documents. */
export class Comparison {
  readonly before: Schemas;
  readonly after: Schemas;
  /** What the base calls the security schemes that the revision calls otherwise. */
  readonly renamed = new Map<string, string>();
  /** What was met so far: the schemes that are asked for, and callbacks, which may lead back to themselves. */
  readonly met = new Set<string>();
  /** The operations: where there is more than one, each place has to say its own. */
  readonly operations = new Set<string>();
  readonly #compare: (unit: Unit) => void;
  readonly #places: Unit[] = [];
  readonly #units = new Map<string, Unit>();
  #depth = 0;

  /** @param compare compares two schemas, adding what it finds to the unit */
  constructor(before: Schemas, after: Schemas, compare: (unit: Unit) => void) {
    [this.before, this.after, this.#compare] = [before, after, compare];
  }

  /** A place outside of schemas. */
  at(place: Place, side: Side): Unit {
    const unit = new Unit(this, [new View(this.before, []), new View(this.after, [])], side, false, place);
    this.#places.push(unit);
    return unit;
  }

  /** Two schemas under a side. */
  unit(views: Pair<View>, side: Side, isForeign = false): Unit {
    const key = `${side} ${isForeign} ${this.before.key(views[0].all)} > ${this.after.key(views[1].all)}`;
    return cached(this.#units, key, () => new Unit(this, views, side, isForeign));
  }

  /** Compares all that was added, and returns it in the order of the documents. */
  finish(): Unit[] {
    return [...this.#walk(this.#places)];
  }

  /** The worst that two schemas would be rated with, though they stand at no place: to find what belongs together. */
  probe(views: Pair<View>, side: Side): Bump {
    // Schemas that are probed deep within each other are taken to differ, which is the safe side.
    if (this.#depth >= 24) return 'major';
    this.#depth += 1;
    let worst: Bump = 'none';
    for (const unit of this.#walk([this.unit(views, side)])) {
      worst = largest([worst, ...unit.facts.map(({ bump }) => bump)]);
      if (worst === 'major') break;
    }
    this.#depth -= 1;
    return worst;
  }

  /** Whether nothing but words differs between two schemas. */
  isSame(views: Pair<View>, side: Side): boolean {
    return ['none', 'patch'].includes(this.probe(views, side));
  }

  /** Compares units and all inside of them. A stack and no recursion, for schemas refer to each other in long rings. */
  *#walk(units: Unit[]): Generator<Unit> {
    const seen = new Set<Unit>();
    const open = units.toReversed();
    for (let unit = open.pop(); unit; unit = open.pop()) {
      if (seen.has(unit)) continue;
      seen.add(unit);
      if (!unit.isDone) {
        unit.isDone = true;
        this.#compare(unit);
      }
      yield unit;
      open.push(...unit.inside.map((one) => one.unit).reverse());
    }
  }
}
