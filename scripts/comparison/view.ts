/** What a schema says at one place, however it is written: behind references, in `allOf`, in the words of OpenAPI 3.0. */
import { below, cached, isTree, list, same, type Tree } from '../lib/json.ts';
import { bare, isWords, sharedTypes, simplified, typeOf, upgrade } from '../lib/json-schema.ts';
import type { Node, Source } from '../lib/openapi.ts';

/** A schema that holds at a place. */
export interface Held extends Node {
  /** Null is accepted whatever the schema says. */
  isNullable?: boolean;
}

/** Variants of which a value has to match one: each a list of schemas that hold together. */
export interface Choice {
  keyword: 'anyOf' | 'oneOf';
  variants: Held[][];
  hasNull: boolean;
}

/** All that holds at a place. */
export interface View {
  /** The keywords of each schema, but for its references, `allOf` and choices. */
  parts: (Held & { value: Tree })[];
  choices: Choice[];
  /** Whether no value at all is accepted. */
  isNever: boolean;
}

/** The schemas of one document, looked at where they are used. */
export class Schemas {
  readonly source: Source;
  readonly #upgraded = new WeakMap<object, Tree>();
  readonly #ids = new Map<unknown, number>();
  readonly #views = new Map<string, View>();
  readonly #types = new Map<View, string[] | undefined>();
  #depth = 0;

  constructor(source: Source) {
    this.source = source;
  }

  /** Equal for places where the very same schemas hold. */
  key(all: Held[]): string {
    const id = (value: unknown) => cached(this.#ids, value, () => this.#ids.size);
    return all.map((one) => `${id(this.settled(one).value)}${one.isNullable ? '?' : ''}`).join('+');
  }

  /** All that schemas which hold together say; the document's order of them decides which words come first. */
  view(all: Held[]): View {
    const key = this.key(all);
    const known = this.#views.get(key);
    if (known) return known;
    const view: View = { parts: [], choices: [], isNever: false };
    this.#views.set(key, view);
    const seen = new Set<unknown>();
    const open = all.toReversed();
    for (let next = open.pop(); next; next = open.pop()) {
      const { value, at } = this.settled(next);
      if (seen.has(value) || value === true) continue;
      seen.add(value);
      if (value === false) view.isNever = true;
      else if (!isTree(value)) throw this.source.error('a schema must be an object or a boolean', at);
      else open.push(...this.#take(view, value, at, next.isNullable).reverse());
    }
    if (this.typesAndNull(view)?.length === 0) view.isNever = true;
    return view;
  }

  /** Whether schemas accept everything, whatever words they have for it. */
  isOpen(all: Held[]): boolean {
    const { parts, choices, isNever } = this.view(all);
    return !isNever && choices.length === 0 && parts.every(({ value }) => Object.keys(value).every(isWords));
  }

  /** Adds what one schema says, and returns the schemas that hold with it. */
  #take(view: View, schema: Tree, at: string, isNullable = false): Held[] {
    const upgraded = cached(this.#upgraded, schema, () => upgrade(schema, this.source.isOld));
    const { $ref, $dynamicRef, allOf, anyOf, oneOf, not, ...value } = upgraded;
    if (not === true || same(not, {})) view.isNever = true;
    else if (not !== undefined) value['not'] = not;
    if (Object.keys(value).length > 0) view.parts.push({ value, at, isNullable });
    const refs = [$ref, $dynamicRef].filter((ref) => typeof ref === 'string');
    return [
      ...refs.map((ref) => ({ ...this.source.target(ref, at), isNullable })),
      ...list(allOf).map((one, index) => ({ value: one, at: below(at, 'allOf', index), isNullable })),
      ...this.#choose(view, 'anyOf', anyOf, at, isNullable),
      ...this.#choose(view, 'oneOf', oneOf, at, isNullable),
    ];
  }

  /** Adds a choice. One of a schema and null is that schema, and one of types or constants is a keyword. */
  #choose(view: View, keyword: Choice['keyword'], value: unknown, at: string, isNullable: boolean): Held[] {
    if (!Array.isArray(value)) return [];
    const here = below(at, keyword);
    const all = value.map((one, index) => this.settled({ value: one, at: below(here, index) }));
    const variants = all.filter((one) => !same(bare(one.value), { type: 'null' }));
    const withNull = variants.length < all.length;
    const schemas = variants.map((one) => one.value);
    const simple = simplified(schemas, keyword, withNull);
    if (simple) view.parts.push({ value: simple, at: here, isNullable });
    else if (variants.length === 1 && withNull) return variants.map((one) => ({ ...one, isNullable: true }));
    else view.choices.push({ keyword, variants: variants.map((one) => [one]), hasNull: isNullable || withNull });
    return [];
  }

  /** The types of the values other than null; undefined for any, an empty list for none. */
  types(view: View): string[] | undefined {
    return this.typesAndNull(view)?.filter((type) => type !== 'null');
  }

  /** The types of the values; undefined for any, an empty list for none. */
  typesAndNull(view: View): string[] | undefined {
    // A schema that leads back here restricts nothing more, and nobody nests choices deeper than this.
    if (this.#types.has(view) || this.#depth > 200) return this.#types.get(view);
    this.#types.set(view, undefined);
    this.#depth += 1;
    const orNull = (types: string[], isNullable = false) => (isNullable ? [...types, 'null'] : types);
    const limits = view.parts.flatMap(({ value: { type, enum: values }, isNullable }) => [
      ...(type === undefined ? [] : [orNull([type].flat().map(String), isNullable)]),
      ...(Array.isArray(values) ? [orNull(values.map(typeOf), isNullable)] : []),
    ]);
    for (const { variants, hasNull } of view.choices) {
      const all = variants.map((variant) => this.typesAndNull(this.view(variant)));
      if (all.every((one) => one !== undefined)) limits.push(orNull(all.flat(), hasNull));
    }
    const [first, ...others] = limits;
    const types = first && others.reduce(sharedTypes, [...new Set(first)]);
    const kept = types?.filter((type) => type !== 'integer' || !types.includes('number')).sort();
    this.#types.set(view, kept);
    this.#depth -= 1;
    return kept;
  }

  /** What a reference alone leads to, over however many steps. In OpenAPI 3.0 what stands beside it is ignored. */
  settled(one: Held): Held {
    const isAlone = (value: Tree) => this.source.isOld || Object.keys(value).length === 1;
    return this.source.steps(one, isAlone).at(-1) ?? one;
  }

  /** The schema that a discriminator maps a value to, a reference or a name; undefined where there is none. */
  mapped(to: string, at: string): Held | undefined {
    try {
      return this.source.target(/[#/]/.test(to) ? to : `#/components/schemas/${to}`, at);
    } catch {
      return undefined;
    }
  }
}
