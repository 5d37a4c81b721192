/** Looks things up in what holds at a place: the values of a keyword, the schemas of a property or an item. */
import { below, own, tree } from '../lib/json.ts';
import { isWords } from '../lib/json-schema.ts';
import type { Merged, Part, SchemaNode, Schemas } from './merged.ts';

/** What there is in each of the two documents. */
export type Pair<T> = [before: T, after: T];

/** The schemas that hold together at a place of one document. */
export class View {
  readonly schemas: Schemas;
  readonly all: SchemaNode[];
  #merged: Merged | undefined;

  constructor(schemas: Schemas, all: SchemaNode[]) {
    [this.schemas, this.all] = [schemas, all];
  }

  /** What they say, looked at where it is needed. */
  get merged(): Merged {
    this.#merged ??= this.schemas.merged(this.all);
    return this.#merged;
  }

  /** Whether everything is accepted, whatever words there are for it. */
  get isOpen(): boolean {
    const { parts, choices, isNever } = this.merged;
    return !isNever && choices.length === 0 && parts.every(({ value }) => Object.keys(value).every(isWords));
  }

  /** The types of the values other than null; undefined for any, an empty list for none. */
  get types(): string[] | undefined {
    return this.merged.types?.filter((type) => type !== 'null');
  }

  /** Where the first of them stands. */
  get at(): string | undefined {
    return this.all[0]?.at;
  }

  /** Other schemas of the same document. */
  with(all: SchemaNode[]): View {
    return new View(this.schemas, all);
  }

  /** The values of a keyword, of all parts that have it. */
  values(keyword: string): unknown[] {
    return this.merged.parts.flatMap(({ value }) => (value[keyword] === undefined ? [] : [value[keyword]]));
  }

  /** Where a keyword stands, in the first part that has it. */
  whereIs(keyword: string): string | undefined {
    const part = this.merged.parts.find(({ value }) => value[keyword] !== undefined);
    return part && below(part.at, keyword);
  }

  /** The keys of the maps under a keyword. */
  names(keyword: string): Set<string> {
    return new Set(this.values(keyword).flatMap((map) => Object.keys(tree(map))));
  }

  /** The schemas under a keyword, or under a key of it, of all parts that have it. */
  under(...keys: string[]): View {
    return this.with(this.merged.parts.flatMap((part) => under(part, ...keys)));
  }

  /** The same, or something else where it is nothing. */
  or(other: View): View {
    return this.all.length > 0 ? this : other;
  }

  /** The schemas that hold for the property of a name: those for other names, where none is declared for it. */
  property(name: string): View {
    const found = this.merged.parts.flatMap((part) => {
      const patterns = Object.keys(tree(part.value['patternProperties'])).filter((pattern) => matches(pattern, name));
      const matching = patterns.flatMap((pattern) => under(part, 'patternProperties', pattern));
      return firstSome([...under(part, 'properties', name), ...matching], under(part, 'additionalProperties'));
    });
    return this.with(found).or(this.under('unevaluatedProperties'));
  }

  /** The schemas that hold for properties that nobody names; none where anything goes. */
  get others(): View {
    return this.under('additionalProperties').or(this.under('unevaluatedProperties'));
  }

  /** The schemas that hold for the item at a place of a list; without a place, for those after all that have one. */
  item(index = Number.POSITIVE_INFINITY): View {
    const of = (part: Part) => firstSome(under(part, 'prefixItems', index), under(part, 'items'));
    const found = this.merged.parts.flatMap(of);
    return this.with(found).or(this.under('unevaluatedItems'));
  }
}

/** The schema that a part has under some keys; none where it has nothing there. */
function under({ value, at }: Part, ...keys: (string | number)[]): SchemaNode[] {
  const next = (from: unknown, key: string | number) => (Array.isArray(from) ? from[Number(key)] : own(from, `${key}`));
  const found = keys.reduce<unknown>(next, value);
  return found === undefined ? [] : [{ value: found, at: below(at, ...keys) }];
}

const firstSome = (...lists: SchemaNode[][]) => lists.find((all) => all.length > 0) ?? [];

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}
