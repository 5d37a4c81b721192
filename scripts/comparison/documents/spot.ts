/** The same spot in two documents: what each says there, and what differs in its plain fields. */
import { below, isTree, list, mapValues, own, same, tree } from '../../lib/json.ts';
import type { Node, Source } from '../../lib/openapi.ts';
import type { Comparison, Details, Place, Unit } from '../comparison.ts';
import type { Schemas } from '../merged.ts';
import { ratings, type Side } from '../ratings.ts';
import { type Pair, View } from '../view.ts';

/** The fields of each row of the table, by its name without the last word; all others are words, or unknown. */
const fieldsOf: { [row: string]: string } = {
  ...{ deprecated: 'deprecated', operationId: 'operationId', allowance: 'allowReserved allowEmptyValue' },
  ...{ serialization: 'style explode', encoding: 'encoding prefixEncoding itemEncoding', requirement: 'required' },
  ...{ scheme: 'in scheme type openIdConnectUrl', 'variable default': 'default' },
  address: 'tokenUrl authorizationUrl refreshUrl deviceAuthorizationUrl oauth2MetadataUrl',
  // What people read, and maybe a mock; nobody sends or receives it.
  words:
    'summary description externalDocs tags example examples links title termsOfService contact license bearerFormat name kind parent jsonSchemaDialect $self info',
};
const rowOf = new Map(
  Object.entries(fieldsOf).flatMap(([row, fields]) => fields.split(' ').map((field) => [field, row] as const)),
);

/** A spot that at least one of the documents has. */
export class Spot {
  readonly docs: Comparison;
  readonly b: Node | undefined;
  readonly a: Node | undefined;
  readonly place: Place;
  readonly side: Side;
  /** Its name in the map that holds it. */
  readonly key: string;
  readonly #around: Spot | undefined;
  #unit: Unit | undefined;

  constructor(docs: Comparison, [b, a]: (Node | undefined)[], place: Place, side: Side, key = '', around?: Spot) {
    [this.docs, this.b, this.a, this.place, this.side, this.key, this.#around] = [docs, b, a, place, side, key, around];
  }

  /** Whether both documents have it; one alone has it added or removed. */
  get isInBoth(): boolean {
    return this.b !== undefined && this.a !== undefined;
  }

  /** What each document says in a field. */
  values(field: string): Pair<unknown> {
    return this.both((_, node) => own(node?.value, field));
  }

  /** Looks something up in both documents. */
  both<T>(look: (source: Schemas, node: Node | undefined) => T): Pair<T> {
    return [look(this.docs.before, this.b), look(this.docs.after, this.a)];
  }

  /** The spot at another place, in words. */
  at({ side = this.side, ...place }: Partial<Place> & { side?: Side }): Spot {
    return new Spot(this.docs, [this.b, this.a], { ...this.place, ...place }, side, this.key, this.#around);
  }

  /** The spot within its place. */
  within(text: string): Spot {
    return this.at({ at: `${this.place.at} ${text}`.trim() });
  }

  /** A field of it, the reference that it may be followed. */
  child(field: string): Spot {
    const nodes = this.both((source, node) => source.child(node, field));
    return this.with(nodes, field, this);
  }

  /** The entries of a map by their keys, written in one way. */
  entries(keyOf = (key: string) => key): Spot[] {
    const read = (source: Source, map: Node | undefined) =>
      new Map(Object.keys(tree(map?.value)).map((key) => [keyOf(key), source.child(map, key)] as const));
    return this.pairs(this.both(read));
  }

  /** The spots of what is known by its name, wherever it stands in each document. */
  pairs([was, is]: Pair<Map<string, Node | undefined>>): Spot[] {
    const names = [...new Set([...was.keys(), ...is.keys()])];
    return names.map((name) => this.with([was.get(name), is.get(name)], name, this));
  }

  /** The spot of something else at the same place. */
  with(nodes: (Node | undefined)[], key = this.key, around = this.#around): Spot {
    return new Spot(this.docs, nodes, this.place, this.side, key, around);
  }

  /** The spot with something else where one of the documents has nothing. */
  orElse(other: Node): Spot {
    return this.with([this.b ?? other, this.a ?? other]);
  }

  /** Adds a fact about it. */
  add(kind: string, details: Details = {}): void {
    const { field = '' } = details;
    const where = (node?: Node, around?: Node) =>
      own(node?.value, field) === undefined ? ((node ?? around)?.at ?? '#') : below(node?.at ?? '', field);
    const [before, after] = field ? this.values(field) : [this.b?.value, this.a?.value];
    const [base, revision] = [where(this.b, this.#around?.b), where(this.a, this.#around?.a)];
    const names = this.key && `\`${this.key}\``;
    this.#unitHere.add(kind, { before, after, names, ...details, base, revision });
  }

  /** Adds a fact where one of the documents alone has it, and says whether that is so. */
  isAlone(row: string, details: Details = {}): boolean {
    if (!this.isInBoth) this.add(`${row} ${this.b ? 'removed' : 'added'}`, details);
    return !this.isInBoth;
  }

  /**
   * Compares plain fields.
   *
   * @param others those that somebody else compares
   * @param defaults what holds where a field is left out
   * @param rows the rows of fields that mean another thing here
   */
  fields(others: string[] = [], defaults: Record<string, unknown> = {}, rows: { [field: string]: string } = {}): void {
    const all = this.both((_, node) => Object.keys(tree(node?.value))).flat();
    for (const field of new Set(all.filter((one) => !others.includes(one)))) {
      const [before, after] = this.values(field).map((value) => (same(value, defaults[field]) ? undefined : value));
      if (same(plain(before, this.docs.before), plain(after, this.docs.after))) continue;
      const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
      const row = rows[field] ?? rowOf.get(field) ?? (field.startsWith('x-') ? 'words' : 'unknown');
      const kinds = [change, after === true ? 'set' : 'unset', 'changed'].map((one) => `${row} ${one}`);
      this.add(kinds.find((kind) => ratings.has(kind)) ?? `${row} ${change}`, { field, before, after });
    }
  }

  /** The schemas in a field; without one, a value may be anything. */
  views(field = 'schema'): Pair<View> {
    return this.both((source, { value, at } = { value: undefined, at: '' }) => {
      const schema = own(value, field);
      return new View(source, [schema === undefined ? { value: true, at } : { value: schema, at: below(at, field) }]);
    });
  }

  /** Compares the schemas in a field. */
  schema(field = 'schema'): void {
    this.#unitHere.compare('', this.views(field));
  }

  get #unitHere(): Unit {
    this.#unit ??= this.docs.at(this.place, this.side);
    return this.#unit;
  }
}

/** The values of a list, and where they are. */
export function itemsOf(node: Node | undefined, field: string): Node[] {
  return list(own(node?.value, field)).map((value, index) => ({ value, at: `${node?.at}/${field}/${index}` }));
}

/** A value without what nobody reads: its line breaks, the order of a list of names, references to what it holds. */
function plain(value: unknown, source: Source): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(one)).sort();
  return isTree(value) ? mapValues(value, (one) => source.follow({ value: one, at: '' }).value) : value;
}
