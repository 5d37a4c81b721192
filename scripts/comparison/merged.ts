/** What a schema says at one place, however it is written: behind references, in `allOf`, in the words of OpenAPI 3.0. */
import { below, cached, isTree, list, same, type Tree } from '../lib/json.ts';
import { bare, sharedTypes, simplified, typeOf, upgrade } from '../lib/json-schema.ts';
import { type Node, Source } from '../lib/openapi.ts';

/** A schema that holds at a place. */
export interface SchemaNode extends Node {
  /** Null is accepted whatever the schema says. */
  isNullable?: boolean;
}

/** Variants of which a value has to match one. */
export interface Choice {
  keyword: 'anyOf' | 'oneOf';
  variants: SchemaNode[];
  hasNull: boolean;
}

/** A schema's keywords, but for its references, `allOf` and choices. */
export type Part = SchemaNode & { value: Tree };

/** All that holds at a place. */
export interface Merged {
  parts: Part[];
  choices: Choice[];
  /** The types of the values; undefined for any, an empty list for none. */
  types?: string[] | undefined;
  /** Whether no value at all is accepted. */
  isNever: boolean;
}

/** A document with its schemas, looked at where they are used. */
export class Schemas extends Source {
  readonly #upgraded = new WeakMap<object, Tree>();
  readonly #ids = new Map<unknown, number>();
  readonly #merged = new Map<string, Merged>();
  #depth = 0;

  /** Equal for places where the very same schemas hold. */
  key(all: SchemaNode[]): string {
    const id = (value: unknown) => cached(this.#ids, value, () => this.#ids.size);
    return all.map((one) => `${id(this.settled(one).value)}${one.isNullable ? '?' : ''}`).join('+');
  }

  /** All that schemas which hold together say; the document's order of them decides which words come first. */
  merged(all: SchemaNode[]): Merged {
    const key = this.key(all);
    const known = this.#merged.get(key);
    if (known) return known;
    const merged: Merged = { parts: [], choices: [], isNever: false };
    this.#merged.set(key, merged);
    const seen = new Set<unknown>();
    const open = all.toReversed();
    for (let next = open.pop(); next; next = open.pop()) {
      const { value, at } = this.settled(next);
      if (seen.has(value) || value === true) continue;
      seen.add(value);
      if (value === false) merged.isNever = true;
      else if (!isTree(value)) throw this.error('a schema must be an object or a boolean', at);
      else open.push(...this.#take(merged, value, at, next.isNullable).reverse());
    }
    this.#depth += 1;
    // Nobody nests choices deeper than this.
    if (this.#depth <= 200) merged.types = this.typesOf(merged);
    this.#depth -= 1;
    merged.isNever ||= merged.types?.length === 0;
    return merged;
  }

  /** Adds what one schema says, and returns the schemas that hold with it. */
  #take(merged: Merged, schema: Tree, at: string, isNullable = false): SchemaNode[] {
    const upgraded = cached(this.#upgraded, schema, () => upgrade(schema, this.isOld));
    const { $ref, $dynamicRef, allOf, anyOf, oneOf, not, ...value } = upgraded;
    if (not === true || same(not, {})) merged.isNever = true;
    else if (not !== undefined) value['not'] = not;
    if (Object.keys(value).length > 0) merged.parts.push({ value, at, isNullable });
    const refs = [$ref, $dynamicRef].filter((ref) => typeof ref === 'string');
    return [
      ...refs.map((ref) => ({ ...this.target(ref, at), isNullable })),
      ...list(allOf).map((one, index) => ({ value: one, at: below(at, 'allOf', index), isNullable })),
      ...this.#choose(merged, 'anyOf', anyOf, at, isNullable),
      ...this.#choose(merged, 'oneOf', oneOf, at, isNullable),
    ];
  }

  /** Adds a choice. One of a schema and null is that schema, and one of types or constants is a keyword. */
  #choose(merged: Merged, keyword: Choice['keyword'], value: unknown, at: string, isNullable: boolean): SchemaNode[] {
    if (!Array.isArray(value)) return [];
    const here = below(at, keyword);
    const all = value.map((one, index) => this.settled({ value: one, at: below(here, index) }));
    const variants = all.filter((one) => !same(bare(one.value), { type: 'null' }));
    const withNull = variants.length < all.length;
    const schemas = variants.map((one) => one.value);
    const simple = simplified(schemas, keyword, withNull);
    if (simple) merged.parts.push({ value: simple, at: here, isNullable });
    else if (variants.length === 1 && withNull) return variants.map((one) => ({ ...one, isNullable: true }));
    else merged.choices.push({ keyword, variants, hasNull: isNullable || withNull });
    return [];
  }

  /** The types that parts and choices leave. A choice that leads back to where it stands restricts nothing more. */
  typesOf({ parts, choices }: Pick<Merged, 'parts' | 'choices'>): string[] | undefined {
    const orNull = (types: string[], isNullable = false) => (isNullable ? [...types, 'null'] : types);
    const limits = parts.flatMap(({ value: { type, enum: values }, isNullable }) => [
      ...(type === undefined ? [] : [orNull([type].flat().map(String), isNullable)]),
      ...(Array.isArray(values) ? [orNull(values.map(typeOf), isNullable)] : []),
    ]);
    for (const { variants, hasNull } of choices) {
      const all = variants.map((variant) => this.merged([variant]).types);
      if (all.every((one) => one !== undefined)) limits.push(orNull(all.flat(), hasNull));
    }
    const [first, ...others] = limits;
    const types = first && others.reduce(sharedTypes, [...new Set(first)]);
    return types?.filter((type) => type !== 'integer' || !types.includes('number')).sort();
  }

  /** What a reference alone leads to, over however many steps. In OpenAPI 3.0 what stands beside it is ignored. */
  settled(one: SchemaNode): SchemaNode {
    const isAlone = (value: Tree) => this.isOld || Object.keys(value).length === 1;
    return this.steps(one, isAlone).at(-1) ?? one;
  }

  /** The schema that a discriminator maps a value to, a reference or a name; undefined where there is none. */
  mapped(to: string): SchemaNode | undefined {
    try {
      return this.target(/[#/]/.test(to) ? to : `#/components/schemas/${to}`, '');
    } catch {
      return undefined;
    }
  }
}
