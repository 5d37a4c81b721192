/**
 * What a comparison of two documents finds: facts about units. A unit is a place outside of schemas, or two schemas under
 * a side, which are compared once however many places use them; what is inside of what says which.
 */
import { cached } from '../lib/json.ts';
import { type Bump, largest } from '../lib/versions.ts';
import { ratingOf, type Side } from './ratings.ts';
import type { Held, Schemas } from './view.ts';

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

/** What is said of a change, beside its kind. */
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

/** One change, at the place of its unit. */
export interface Fact extends Details {
  /** The row of ratings.md. */
  kind: string;
  label: string;
  base: string;
  revision: string;
}

/** Two schemas, each a list of schemas that hold together, or a place, whose facts are found by somebody else. */
export interface Unit {
  place?: Place;
  before: Held[];
  after: Held[];
  side: Side;
  /** Part of what its side never meets: read-only in requests, write-only in responses. */
  isForeign: boolean;
  facts: Fact[];
  /** What is compared below it, with the way there. */
  inside: { unit: Unit; label: string }[];
  isDone: boolean;
}

/** Schemas are probed no deeper within each other than this: then they are taken to differ, which is the safe side. */
const deepest = 24;

/** A comparison of two documents. */
export class Comparison {
  readonly before: Schemas;
  readonly after: Schemas;
  readonly #compare: (unit: Unit, comparison: Comparison) => void;
  readonly #places: Unit[] = [];
  readonly #units = new Map<string, Unit>();
  #depth = 0;

  /** @param compare compares two schemas, adding what it finds to the unit */
  constructor(before: Schemas, after: Schemas, compare: (unit: Unit, comparison: Comparison) => void) {
    [this.before, this.after, this.#compare] = [before, after, compare];
  }

  /** A place outside of schemas. */
  at(place: Place, side: Side): Unit {
    const unit = { ...unitOf(side, false), place, isDone: true };
    this.#places.push(unit);
    return unit;
  }

  /** Compares two schemas at a place; an empty list accepts everything. */
  schemas(from: Unit, label: string, before: Held[], after: Held[], isForeign = from.isForeign): void {
    from.inside.push({ unit: this.#unit(before, after, from.side, isForeign), label });
  }

  /** Compares all that was added, and returns it in the order of the documents. */
  finish(): Unit[] {
    return [...this.#walk(this.#places)];
  }

  /** The worst that two schemas would be rated with, though they stand at no place: to find what belongs together. */
  probe(before: Held[], after: Held[], side: Side): Bump {
    if (this.#depth >= deepest) return 'major';
    this.#depth += 1;
    let worst: Bump = 'none';
    for (const unit of this.#walk([this.#unit(before, after, side, false)])) {
      worst = largest([worst, ...unit.facts.map((fact) => bumpOf(unit, fact))]);
      if (worst === 'major') break;
    }
    this.#depth -= 1;
    return worst;
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
        this.#compare(unit, this);
      }
      yield unit;
      open.push(...unit.inside.map((one) => one.unit).reverse());
    }
  }

  #unit(before: Held[], after: Held[], side: Side, isForeign: boolean): Unit {
    const key = `${side} ${isForeign} ${this.before.key(before)} > ${this.after.key(after)}`;
    return cached(this.#units, key, () => ({ ...unitOf(side, isForeign), before, after }));
  }
}

function unitOf(side: Side, isForeign: boolean): Unit {
  return { side, isForeign, before: [], after: [], facts: [], inside: [], isDone: false };
}

/** What a fact requires. Of what its side never meets, only people and mocks read. */
export function bumpOf(unit: Unit, { kind, isForeign }: Fact): Bump {
  return unit.isForeign || isForeign ? 'patch' : ratingOf(kind)[unit.side].bump;
}
