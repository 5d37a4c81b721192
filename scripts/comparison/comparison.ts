/**
 * What a comparison of two documents finds: facts about units. A unit is a place outside of schemas, or two schemas under
 * a side, which are compared once however many places use them; what is inside of what says which.
 */
import type { Node } from '../lib/openapi.ts';
import { type Bump, bumps } from '../lib/versions.ts';
import { ratingOf, type Side } from './ratings.ts';

/** A schema that holds at a place. */
export interface Held extends Node {
  /** Null is accepted whatever the schema says. */
  isNullable?: boolean;
}

/** A place outside of schemas, such as the request of an operation. */
export interface Place {
  /** Such as `POST /things`, and its ID where it has one in both documents; absent outside of operations. */
  operation?: string;
  id?: string;
  /** Such as `Request`, `Response 200` or `Servers`. */
  part: string;
  /** The place in it, such as ``query parameter `limit` ``; empty for the part itself. */
  at: string;
  side?: Side;
}

/** One change, at the place of its unit. */
export interface Fact {
  /** The row of ratings.md. */
  kind: string;
  /** The way from the unit, such as `.name`, `[]` or ` (variant 2)`. */
  label: string;
  /** The keyword or field that changed, where the object itself is in both documents. */
  field?: string;
  before?: unknown;
  after?: unknown;
  /** What the sentence of the row names. */
  names?: string;
  /** About what its side never meets, as all of a foreign unit is. */
  isForeign?: boolean;
  /** Where it stands in each document, or where the nearest object around it does. */
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

/** Compares two schemas, adding what it finds to the unit. */
export type Compare = (unit: Unit, comparison: Comparison) => void;

/** Schemas are probed no deeper within each other than this: then they are taken to differ, which is the safe side. */
const deepest = 24;

/** A comparison of two documents. */
export class Comparison {
  readonly #compare: Compare;
  readonly #key: (before: Held[], after: Held[]) => string;
  readonly #places: Unit[] = [];
  readonly #units = new Map<string, Unit>();
  #depth = 0;

  /** @param key equal for schemas that are the very same */
  constructor(compare: Compare, key: (before: Held[], after: Held[]) => string) {
    this.#compare = compare;
    this.#key = key;
  }

  /** A place outside of schemas. */
  at(place: Place): Unit {
    const unit = { place, side: place.side ?? 'request', isForeign: false, ...empty(), isDone: true };
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
    for (const { facts, isForeign } of this.#walk([this.#unit(before, after, side, false)])) {
      const all = facts.map((fact) => (isForeign || fact.isForeign ? 'patch' : ratingOf(fact.kind)[side].bump));
      worst = bumps.findLast((bump) => bump === worst || all.includes(bump)) ?? worst;
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
    const key = `${side} ${isForeign} ${this.#key(before, after)}`;
    const unit = this.#units.get(key) ?? { side, isForeign, ...empty(), before, after };
    this.#units.set(key, unit);
    return unit;
  }
}

function empty(): Pick<Unit, 'before' | 'after' | 'facts' | 'inside' | 'isDone'> {
  return { before: [], after: [], facts: [], inside: [], isDone: false };
}
