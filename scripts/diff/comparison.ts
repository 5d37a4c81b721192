/**
 * What a comparison of two documents finds, in the order in which it finds it: facts about places that two documents
 * share. A schema is compared once for each side, however many places use it; the links say which.
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
  /** Such as `POST /things`; absent outside of operations. */
  operation?: string;
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
  /** The way from the place of the unit, such as `.name`, `[]` or `(variant 2)`. */
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

/** Two schemas, compared under a side; or a place, whose facts are found by somebody else. */
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

/** A comparison of two documents. */
export class Comparison {
  readonly roots: Unit[] = [];
  readonly units = new Map<string, Unit>();
  readonly #compare: Compare;
  readonly #key: (before: Held[], after: Held[]) => string;
  #depth = 0;

  /**
   * @param compare compares the schemas of one unit
   * @param key equal for schemas that are the very same
   */
  constructor(compare: Compare, key: (before: Held[], after: Held[]) => string) {
    this.#compare = compare;
    this.#key = key;
  }

  /** A place outside of schemas. */
  at(place: Place): Unit {
    const side = place.side ?? 'request';
    const unit = { place, before: [], after: [], side, isForeign: false, facts: [], inside: [], isDone: true };
    this.roots.push(unit);
    return unit;
  }

  /** Compares two schemas (lists of schemas that hold together; an empty one accepts everything) at a place. */
  schemas(from: Unit, label: string, before: Held[], after: Held[], isForeign = from.isForeign): void {
    const unit = this.#unit(before, after, from.side, isForeign);
    from.inside.push({ unit, label });
  }

  /** Compares all that was added, and returns it in the order of the documents. A queue and no recursion, for schemas refer to each other in long rings. */
  finish(): Set<Unit> {
    const seen = new Set<Unit>();
    const open = this.roots.toReversed();
    for (let unit = open.pop(); unit; unit = open.pop()) {
      if (seen.has(unit)) continue;
      seen.add(unit);
      this.#run(unit);
      open.push(...unit.inside.map((one) => one.unit).reverse());
    }
    return seen;
  }

  /** The worst that two schemas would be rated with, though they stand at no place: to find what belongs together. */
  probe(before: Held[], after: Held[], side: Side): Bump {
    // Schemas that are nested deeper than this are taken to differ, which is the safe side.
    if (this.#depth > 24) return 'major';
    this.#depth += 1;
    let worst = 0;
    const seen = new Set<Unit>();
    const open = [this.#unit(before, after, side, false)];
    for (let unit = open.pop(); unit && worst < bumps.length - 1; unit = open.pop()) {
      if (seen.has(unit)) continue;
      seen.add(unit);
      this.#run(unit);
      for (const { kind, isForeign } of unit.facts)
        worst = Math.max(worst, unit.isForeign || isForeign ? 1 : bumps.indexOf(ratingOf(kind)[side].bump));
      open.push(...unit.inside.map((one) => one.unit));
    }
    this.#depth -= 1;
    return bumps[worst] ?? 'major';
  }

  #unit(before: Held[], after: Held[], side: Side, isForeign: boolean): Unit {
    const key = `${side} ${isForeign} ${this.#key(before, after)}`;
    let unit = this.units.get(key);
    if (!unit) {
      unit = { before, after, side, isForeign, facts: [], inside: [], isDone: false };
      this.units.set(key, unit);
    }
    return unit;
  }

  #run(unit: Unit): void {
    if (unit.isDone) return;
    unit.isDone = true;
    this.#compare(unit, this);
  }
}
