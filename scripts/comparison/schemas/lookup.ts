/** Looks things up in what holds at a place: the values of a keyword, the schemas of a property or an item. */
import { below, cached, own, tree } from '../../lib/json.ts';
import type { Comparison, Details, Unit } from '../comparison.ts';
import type { Held, View } from '../view.ts';

/** What holds at one place in both documents. */
export class Here {
  readonly unit: Unit;
  readonly comparison: Comparison;
  /** What each document says here. */
  readonly b: View;
  readonly a: View;

  constructor(unit: Unit, comparison: Comparison) {
    const { before, after } = comparison;
    [this.unit, this.comparison] = [unit, comparison];
    [this.b, this.a] = [before.view(unit.before), after.view(unit.after)];
  }

  /** Adds a fact. */
  tell(kind: string, details: Details = {}): void {
    const { before, after, facts } = this.unit;
    const where = (at: string | undefined, view: View, all: Held[]) =>
      at ?? whereIs(view, details.field ?? '') ?? all[0]?.at ?? '';
    const base = where(details.base, this.b, before);
    facts.push({ label: '', ...details, kind, base, revision: where(details.revision, this.a, after) });
  }

  /** Compares schemas below this place. Where nothing is said, anything goes. */
  inside(label: string, before: Held[], after: Held[], isForeign = this.unit.isForeign): void {
    if (before.length + after.length === 0) return;
    const anything = (around: Held[]) => around.slice(0, 1).map(({ at }) => ({ value: true, at }));
    const was = firstSome(before, anything(this.unit.before));
    const is = firstSome(after, anything(this.unit.after));
    this.comparison.schemas(this.unit, label, was, is, isForeign);
  }

  /** Whether nothing but words differs. */
  isSame(before: Held[], after: Held[]): boolean {
    return ['none', 'patch'].includes(this.comparison.probe(before, after, this.unit.side));
  }
}

/** The values of a keyword, of all parts that have it. */
export function values({ parts }: View, keyword: string): unknown[] {
  return parts.flatMap(({ value }) => (value[keyword] === undefined ? [] : [value[keyword]]));
}

/** Where a keyword stands, in the first part that has it. */
function whereIs({ parts }: View, keyword: string): string | undefined {
  const part = parts.find(({ value }) => value[keyword] !== undefined);
  return part && below(part.at, keyword);
}

/** The schemas under a keyword, of all parts that have it. */
export function schemasUnder({ parts }: View, keyword: string): Held[] {
  return parts.flatMap((part) => under(part, keyword));
}

/** The schema that a part has under some keys; none where it has nothing there. */
function under({ value, at }: View['parts'][number], ...keys: (string | number)[]): Held[] {
  const next = (from: unknown, key: string | number) => (Array.isArray(from) ? from[Number(key)] : own(from, `${key}`));
  const found = keys.reduce<unknown>(next, value);
  return found === undefined ? [] : [{ value: found, at: below(at, ...keys) }];
}

const firstSome = (...lists: Held[][]) => lists.find((all) => all.length > 0) ?? [];

/** The entries of a map of schemas, each with all that hold for it. */
export function entries({ parts }: View, keyword: string): Map<string, Held[]> {
  const all = new Map<string, Held[]>();
  for (const part of parts)
    for (const key of Object.keys(tree(part.value[keyword])))
      cached(all, key, () => []).push(...under(part, keyword, key));
  return all;
}

/** The schemas that hold for the property of a name: those for other names, where none is declared for it. */
export function property(view: View, name: string): Held[] {
  const found = view.parts.flatMap((part) => {
    const patterns = Object.keys(tree(part.value['patternProperties'])).filter((pattern) => matches(pattern, name));
    const matching = patterns.flatMap((pattern) => under(part, 'patternProperties', pattern));
    return firstSome([...under(part, 'properties', name), ...matching], under(part, 'additionalProperties'));
  });
  return firstSome(found, schemasUnder(view, 'unevaluatedProperties'));
}

/** The schemas that hold for properties that nobody names; none where anything goes. */
export function otherProperties(view: View): Held[] {
  return firstSome(schemasUnder(view, 'additionalProperties'), schemasUnder(view, 'unevaluatedProperties'));
}

/** The schemas that hold for the item at a place of a list; without a place, for those after all that have one. */
export function item(view: View, index = Number.POSITIVE_INFINITY): Held[] {
  const found = view.parts.flatMap((part) => firstSome(under(part, 'prefixItems', index), under(part, 'items')));
  return firstSome(found, schemasUnder(view, 'unevaluatedItems'));
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}
