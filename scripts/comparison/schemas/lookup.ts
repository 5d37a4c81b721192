/** Looks things up in what holds at a place: the values of a keyword, the schemas of a property or an item. */
import { below, cached, list, own, tree } from '../../lib/json.ts';
import type { Comparison, Details, Unit } from '../comparison.ts';
import type { Held, View } from './view.ts';

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
    const orAnything = (all: Held[], around: Held[]) =>
      all.length > 0 ? all : around.slice(0, 1).map(({ at }) => ({ value: true, at }));
    const [was, is] = [orAnything(before, this.unit.before), orAnything(after, this.unit.after)];
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

function under({ value, at }: View['parts'][number], keyword: string): Held[] {
  return value[keyword] === undefined ? [] : [{ value: value[keyword], at: below(at, keyword) }];
}

/** The entries of a map of schemas, each with all that hold for it. */
export function entries({ parts }: View, keyword: string): Map<string, Held[]> {
  const all = new Map<string, Held[]>();
  for (const { value, at } of parts)
    for (const [key, one] of Object.entries(tree(value[keyword])))
      cached(all, key, () => []).push({ value: one, at: below(at, keyword, key) });
  return all;
}

/** The schemas that hold for the property of a name: those for other names, where none is declared for it. */
export function property(view: View, name: string): Held[] {
  const found = view.parts.flatMap((part) => {
    const { value, at } = part;
    const declared = own(value['properties'], name);
    const all: Held[] = declared === undefined ? [] : [{ value: declared, at: below(at, 'properties', name) }];
    for (const [pattern, one] of Object.entries(tree(value['patternProperties'])))
      if (matches(pattern, name)) all.push({ value: one, at: below(at, 'patternProperties', pattern) });
    return all.length > 0 ? all : under(part, 'additionalProperties');
  });
  return found.length > 0 ? found : schemasUnder(view, 'unevaluatedProperties');
}

/** The schemas that hold for properties that nobody names; none where anything goes. */
export function otherProperties(view: View): Held[] {
  const found = schemasUnder(view, 'additionalProperties');
  return found.length > 0 ? found : schemasUnder(view, 'unevaluatedProperties');
}

/** The schemas that hold for the item at a place of a list; without a place, for those after all that have one. */
export function item(view: View, index = Number.POSITIVE_INFINITY): Held[] {
  const found = view.parts.flatMap((part) => {
    const one = list(part.value['prefixItems'])[index];
    return one === undefined ? under(part, 'items') : [{ value: one, at: below(part.at, 'prefixItems', index) }];
  });
  return found.length > 0 ? found : schemasUnder(view, 'unevaluatedItems');
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}
