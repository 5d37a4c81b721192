/** What a schema says at one place, however it is written: behind references, in `allOf`, in the words of OpenAPI 3.0. */
import { below, isTree, list, own, same, type Tree, tree } from '../../lib/json.ts';
import { bare, isWords, sharedTypes, simplified, typeOf, upgrade } from '../../lib/json-schema.ts';
import { DocumentError, type Node, type Source } from '../../lib/openapi.ts';
import type { Held } from '../comparison.ts';

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
  readonly #source: Source;
  readonly #upgraded = new WeakMap<object, Tree>();
  readonly #ids = new WeakMap<object, number>();
  readonly #views = new Map<string, View>();
  readonly #types = new Map<View, string[] | undefined>();
  readonly #nulls = new Map<View, boolean>();
  #last = 0;
  #depth = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Equal for places where the very same schemas hold. */
  key(all: Held[]): string {
    return all.map((one) => `${this.#id(this.settled(one).value)}${one.isNullable ? '?' : ''}`).join('+');
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
      else if (!isTree(value))
        throw new DocumentError('a schema must be an object or a boolean', this.#source.root, at);
      else open.push(...this.#take(view, value, at, next.isNullable).reverse());
    }
    if (this.types(view)?.length === 0 && !this.acceptsNull(view)) view.isNever = true;
    return view;
  }

  /** Whether schemas accept everything, whatever words they have for it. */
  isOpen(all: Held[]): boolean {
    const { parts, choices, isNever } = this.view(all);
    return !isNever && choices.length === 0 && parts.every(({ value }) => Object.keys(value).every(isWords));
  }

  /** Adds what one schema says, and returns the schemas that hold with it. */
  #take(view: View, schema: Tree, at: string, isNullable = false): Held[] {
    const { $ref, $dynamicRef, allOf, anyOf, oneOf, not, ...value } = this.#upgrade(schema);
    if (not === true || same(not, {})) view.isNever = true;
    else if (not !== undefined) value['not'] = not;
    if (Object.keys(value).length > 0) view.parts.push({ value, at, isNullable });
    const refs = [$ref, $dynamicRef].filter((ref) => typeof ref === 'string');
    return [
      ...refs.map((ref) => ({ ...this.#source.target(ref, at), isNullable })),
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
    const simple = simplified(
      variants.map((one) => one.value),
      keyword,
      withNull,
    );
    if (simple) view.parts.push({ value: simple, at: here, isNullable });
    else if (variants.length === 1 && withNull) return variants.map((one) => ({ ...one, isNullable: true }));
    else view.choices.push({ keyword, variants: variants.map((one) => [one]), hasNull: isNullable || withNull });
    return [];
  }

  /** The types of the values other than null; undefined for any, an empty list for none. */
  types(view: View): string[] | undefined {
    // A schema that leads back here restricts nothing more, and nobody nests choices deeper than this.
    if (this.#types.has(view) || this.#depth > 200) return this.#types.get(view);
    this.#types.set(view, undefined);
    this.#depth += 1;
    let types: string[] | undefined;
    const restrict = (more: string[]) => {
      types = types ? sharedTypes(types, more) : [...new Set(more)];
    };
    for (const { value } of view.parts) {
      if (value['type'] !== undefined) restrict([value['type']].flat().map(String));
      if (Array.isArray(value['enum'])) restrict(value['enum'].map(typeOf));
    }
    for (const { variants } of view.choices) {
      const all = variants.map((variant) => this.types(this.view(variant)));
      if (all.every((one) => one !== undefined)) restrict(all.flat());
    }
    const kept = types?.filter((type) => type !== 'null' && !(type === 'integer' && types?.includes('number')));
    this.#types.set(view, kept?.sort());
    this.#depth -= 1;
    return kept;
  }

  /** The types that schemas allow together; undefined for any. */
  typesOf(all: Held[]): string[] | undefined {
    return this.types(this.view(all));
  }

  /** Whether null is among the values. */
  acceptsNull(view: View): boolean {
    const known = this.#nulls.get(view);
    if (known !== undefined || this.#depth > 200) return known ?? true;
    this.#nulls.set(view, true);
    this.#depth += 1;
    const result =
      view.parts.every(({ value: { type, enum: values }, isNullable }) => {
        const isTyped = type === undefined || [type].flat().includes('null');
        return isNullable || (isTyped && (!Array.isArray(values) || values.includes(null)));
      }) &&
      view.choices.every((one) => one.hasNull || one.variants.some((variant) => this.acceptsNull(this.view(variant))));
    this.#nulls.set(view, result);
    this.#depth -= 1;
    return result;
  }

  /** What a reference alone leads to, over however many steps. In OpenAPI 3.0 what stands beside it is ignored. */
  settled(one: Held): Held {
    const seen = new Set<string>();
    let here: Node = one;
    for (;;) {
      const ref = own(here.value, '$ref');
      const isAlone = this.#source.isOld || Object.keys(tree(here.value)).length === 1;
      if (typeof ref !== 'string' || !isAlone) return here;
      if (seen.has(ref))
        throw new DocumentError(`${ref}: a reference that leads to itself`, this.#source.root, here.at);
      seen.add(ref);
      here = this.#source.target(ref, here.at);
    }
  }

  /** The schema that a discriminator maps a value to, a reference or a name; undefined where there is none. */
  mapped(to: string, at: string): Held | undefined {
    try {
      return this.#source.target(/[#/]/.test(to) ? to : `#/components/schemas/${to}`, at);
    } catch {
      return undefined;
    }
  }

  #id(value: unknown): string {
    if (typeof value !== 'object' || value === null) return String(value);
    let id = this.#ids.get(value);
    if (id === undefined) {
      this.#last += 1;
      id = this.#last;
      this.#ids.set(value, id);
    }
    return String(id);
  }

  #upgrade(schema: Tree): Tree {
    const known = this.#upgraded.get(schema);
    const upgraded = known ?? upgrade(schema, this.#source.isOld);
    if (!known) this.#upgraded.set(schema, upgraded);
    return upgraded;
  }
}
