/** The same spot in two documents: what each says there, and what differs in its plain fields. */
import { below, list, own, same, tree } from '../../lib/json.ts';
import type { Node, Source } from '../../lib/openapi.ts';
import type { Comparison, Fact, Held, Place, Unit } from '../comparison.ts';
import { ratings } from '../ratings.ts';
import type { Schemas } from '../schemas/view.ts';

/** Two documents that are compared. */
export interface Documents {
  before: Source;
  after: Source;
  schemas: { before: Schemas; after: Schemas };
  comparison: Comparison;
  /** What the base calls the security schemes that the revision calls otherwise. */
  renamed: Map<string, string>;
  /** What was met so far: the schemes that are asked for, and callbacks, which may lead back to themselves. */
  met: Set<string>;
  /** Whether there is more than one operation, so that each place has to say its own. */
  operations: Set<string>;
}

/** The row of the table for a field, without its last word; other fields are words, or unknown. */
const rows: { [field: string]: string } = {
  ...{ deprecated: 'deprecated', operationId: 'operationId', allowReserved: 'allowance', allowEmptyValue: 'allowance' },
  ...{ style: 'serialization', explode: 'serialization', in: 'scheme', scheme: 'scheme', type: 'scheme' },
  ...{ openIdConnectUrl: 'scheme', tokenUrl: 'address', authorizationUrl: 'address', refreshUrl: 'address' },
  ...{
    deviceAuthorizationUrl: 'address',
    oauth2MetadataUrl: 'address',
    encoding: 'encoding',
    default: 'variable default',
  },
  ...{ prefixEncoding: 'encoding', itemEncoding: 'encoding', required: 'requirement' },
};

/** Fields that people read, and maybe a mock; nobody sends or receives them. */
const words = new Set(
  ['summary', 'description', 'externalDocs', 'tags', 'example', 'examples', 'links', 'title', 'termsOfService'].concat([
    'contact',
    'license',
    'bearerFormat',
    'name',
    'kind',
    'parent',
    'jsonSchemaDialect',
    '$self',
    'info',
  ]),
);

/** A spot that at least one of the documents has. */
export class Spot {
  readonly docs: Documents;
  readonly b: Node | undefined;
  readonly a: Node | undefined;
  /** Its name in the map that holds it. */
  readonly key: string;
  readonly place: Place;
  readonly #around: Spot | undefined;
  #unit: Unit | undefined;

  constructor(docs: Documents, b: Node | undefined, a: Node | undefined, place: Place, key = '', around?: Spot) {
    [this.docs, this.b, this.a, this.place, this.key, this.#around] = [docs, b, a, place, key, around];
  }

  /** Whether both documents have it; one alone has it added or removed. */
  get isInBoth(): boolean {
    return this.b !== undefined && this.a !== undefined;
  }

  /** What each document says in a field. */
  values(field: string): [unknown, unknown] {
    return [own(this.b?.value, field), own(this.a?.value, field)];
  }

  /** The spot at another place, in words. */
  at(place: Partial<Place>): Spot {
    return new Spot(this.docs, this.b, this.a, { ...this.place, ...place }, this.key, this.#around);
  }

  /** The spot within its place. */
  within(text: string): Spot {
    return this.at({ at: `${this.place.at} ${text}`.trim() });
  }

  /** A field of it, the reference that it may be followed. */
  child(field: string): Spot {
    const [b, a] = this.values(field);
    const node = (source: Source, value: unknown, at = '') =>
      value === undefined ? undefined : source.follow({ value, at: below(at, field) });
    const { before, after } = this.docs;
    return new Spot(this.docs, node(before, b, this.b?.at), node(after, a, this.a?.at), this.place, field, this);
  }

  /** The entries of a map by their keys, written in one way. */
  entries(keyOf = (key: string) => key): Spot[] {
    const read = (source: Source, map: Node | undefined) =>
      new Map(
        Object.entries(tree(map?.value)).map(
          ([key, value]) => [keyOf(key), source.follow({ value, at: below(map?.at ?? '', key) })] as const,
        ),
      );
    return this.pairs(read(this.docs.before, this.b), read(this.docs.after, this.a));
  }

  /** The spots of what is known by its name, wherever it stands in each document. */
  pairs(was: Map<string, Node>, is: Map<string, Node>): Spot[] {
    const names = [...new Set([...was.keys(), ...is.keys()])];
    return names.map((name) => new Spot(this.docs, was.get(name), is.get(name), this.place, name, this));
  }

  /** The spot with something else where one of the documents has nothing. */
  orElse(value: unknown, { at }: { at: string } = { at: '#' }): Spot {
    const other = { value, at };
    return new Spot(this.docs, this.b ?? other, this.a ?? other, this.place, this.key, this.#around);
  }

  /** Adds a fact about it. */
  tell(kind: string, { field, ...fact }: Partial<Fact> = {}): void {
    this.#unit ??= this.docs.comparison.at(this.place);
    const where = (node: Node | undefined, around: Node | undefined) =>
      field !== undefined && own(node?.value, field) !== undefined
        ? below(node?.at ?? '', field)
        : (node ?? around)?.at;
    const places = { base: where(this.b, this.#around?.b) ?? '#', revision: where(this.a, this.#around?.a) ?? '#' };
    const [before, after] = field === undefined ? [this.b?.value, this.a?.value] : this.values(field);
    const names = this.key === '' ? {} : { names: `\`${this.key}\`` };
    this.#unit.facts.push({
      ...{ kind, label: '', before, after },
      ...names,
      ...places,
      ...(field ? { field } : {}),
      ...fact,
    });
  }

  /** Adds a fact where one of the documents alone has it, and says whether that is so. */
  isAlone(row: string, fact: Partial<Fact> = {}): boolean {
    if (!this.isInBoth) this.tell(`${row} ${this.b ? 'removed' : 'added'}`, fact);
    return !this.isInBoth;
  }

  /**
   * Compares plain fields.
   *
   * @param others those that somebody else compares
   * @param defaults what holds where a field is left out
   * @param own the rows of fields that mean another thing here
   */
  fields(others: string[] = [], defaults: Record<string, unknown> = {}, own: { [field: string]: string } = {}): void {
    const all = [this.b, this.a].flatMap((node) => Object.keys(tree(node?.value)));
    for (const field of new Set(all)) {
      if (others.includes(field)) continue;
      const [before, after] = this.values(field).map((value) => (same(value, defaults[field]) ? undefined : value));
      if (same(this.#plain(before, 'before'), this.#plain(after, 'after'))) continue;
      const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
      const row = own[field] ?? rows[field] ?? (words.has(field) || field.startsWith('x-') ? 'words' : 'unknown');
      const kinds = [change, after === true ? 'set' : 'unset', 'changed'].map((one) => `${row} ${one}`);
      this.tell(kinds.find((kind) => ratings.has(kind)) ?? `${row} ${change}`, { field, before, after });
    }
  }

  /** The schemas in a field; without one, a value may be anything. */
  held(field = 'schema'): [Held[], Held[]] {
    const read = (node: Node | undefined) => {
      const value = own(node?.value, field);
      return value === undefined
        ? [{ value: true, at: node?.at ?? '' }]
        : [{ value, at: below(node?.at ?? '', field) }];
    };
    return [read(this.b), read(this.a)];
  }

  /** Compares the schemas in a field. */
  schema(field = 'schema'): void {
    this.#unit ??= this.docs.comparison.at(this.place);
    if (this.values(field).some((value) => value !== undefined))
      this.docs.comparison.schemas(this.#unit, '', ...this.held(field));
  }

  /** A value without what nobody reads: its line breaks, the order of a list of names, references to what it holds. */
  #plain(value: unknown, side: 'before' | 'after'): unknown {
    if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
    if (Array.isArray(value))
      return list(value)
        .map((one) => JSON.stringify(one))
        .sort();
    const entries = Object.entries(tree(value)).map(([key, one]) => [
      key,
      this.docs[side].follow({ value: one, at: '' }).value,
    ]);
    return typeof value === 'object' && value !== null ? Object.fromEntries(entries) : value;
  }
}
