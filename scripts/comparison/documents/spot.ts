/** The same spot in two documents: what each says there, and what differs in its plain fields. */
import { below, isTree, mapValues, own, same, tree } from '../../lib/json.ts';
import type { Node, Source } from '../../lib/openapi.ts';
import type { Comparison, Details, Place, Unit } from '../comparison.ts';
import { ratings, type Side } from '../ratings.ts';
import type { Held } from '../view.ts';

/** What the comparison of two documents knows at every spot. */
export interface Documents {
  before: Source;
  after: Source;
  comparison: Comparison;
  /** What the base calls the security schemes that the revision calls otherwise. */
  renamed: Map<string, string>;
  /** What was met so far: the schemes that are asked for, and callbacks, which may lead back to themselves. */
  met: Set<string>;
  /** Whether there is more than one operation, so that each place has to say its own. */
  operations: Set<string>;
}

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
  readonly docs: Documents;
  readonly b: Node | undefined;
  readonly a: Node | undefined;
  readonly place: Place;
  readonly side: Side;
  /** Its name in the map that holds it. */
  readonly key: string;
  readonly #around: Spot | undefined;
  #unit: Unit | undefined;

  constructor(docs: Documents, [b, a]: (Node | undefined)[], place: Place, side: Side, key = '', around?: Spot) {
    [this.docs, this.b, this.a, this.place, this.side, this.key, this.#around] = [docs, b, a, place, side, key, around];
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
  at({ side = this.side, ...place }: Partial<Place> & { side?: Side }): Spot {
    return new Spot(this.docs, [this.b, this.a], { ...this.place, ...place }, side, this.key, this.#around);
  }

  /** The spot within its place. */
  within(text: string): Spot {
    return this.at({ at: `${this.place.at} ${text}`.trim() });
  }

  /** A field of it, the reference that it may be followed. */
  child(field: string): Spot {
    const { before, after } = this.docs;
    const nodes = [before.child(this.b, field), after.child(this.a, field)];
    return new Spot(this.docs, nodes, this.place, this.side, field, this);
  }

  /** The entries of a map by their keys, written in one way. */
  entries(keyOf = (key: string) => key): Spot[] {
    const read = (source: Source, map: Node | undefined) =>
      new Map(Object.keys(tree(map?.value)).map((key) => [keyOf(key), source.child(map, key)] as const));
    return this.pairs(read(this.docs.before, this.b), read(this.docs.after, this.a));
  }

  /** The spots of what is known by its name, wherever it stands in each document. */
  pairs(was: Map<string, Node | undefined>, is: Map<string, Node | undefined>): Spot[] {
    const names = [...new Set([...was.keys(), ...is.keys()])];
    return names.map((name) => new Spot(this.docs, [was.get(name), is.get(name)], this.place, this.side, name, this));
  }

  /** The spot with something else where one of the documents has nothing. */
  orElse(value: unknown, { at }: { at: string } = { at: '#' }): Spot {
    const other = { value, at };
    return new Spot(this.docs, [this.b ?? other, this.a ?? other], this.place, this.side, this.key, this.#around);
  }

  /** Adds a fact about it. */
  tell(kind: string, details: Details = {}): void {
    const { field } = details;
    const where = (node: Node | undefined, around: Node | undefined) =>
      node && field !== undefined && own(node.value, field) !== undefined
        ? below(node.at, field)
        : ((node ?? around)?.at ?? '#');
    const [before, after] = field === undefined ? [this.b?.value, this.a?.value] : this.values(field);
    const base = details.base ?? where(this.b, this.#around?.b);
    const revision = details.revision ?? where(this.a, this.#around?.a);
    const names = this.key && `\`${this.key}\``;
    this.#unitHere.facts.push({ label: '', before, after, names, ...details, kind, base, revision });
  }

  /** Adds a fact where one of the documents alone has it, and says whether that is so. */
  isAlone(row: string, details: Details = {}): boolean {
    if (!this.isInBoth) this.tell(`${row} ${this.b ? 'removed' : 'added'}`, details);
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
    const all = [this.b, this.a].flatMap((node) => Object.keys(tree(node?.value)));
    for (const field of new Set(all.filter((one) => !others.includes(one)))) {
      const [before, after] = this.values(field).map((value) => (same(value, defaults[field]) ? undefined : value));
      if (same(plain(before, this.docs.before), plain(after, this.docs.after))) continue;
      const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
      const row = rows[field] ?? rowOf.get(field) ?? (field.startsWith('x-') ? 'words' : 'unknown');
      const kinds = [change, after === true ? 'set' : 'unset', 'changed'].map((one) => `${row} ${one}`);
      this.tell(kinds.find((kind) => ratings.has(kind)) ?? `${row} ${change}`, { field, before, after });
    }
  }

  /** The schemas in a field; without one, a value may be anything. */
  held(field = 'schema'): [Held[], Held[]] {
    const read = ({ value, at }: Node = { value: undefined, at: '' }) => {
      const schema = own(value, field);
      return [schema === undefined ? { value: true, at } : { value: schema, at: below(at, field) }];
    };
    return [read(this.b), read(this.a)];
  }

  /** Compares the schemas in a field. */
  schema(field = 'schema'): void {
    if (this.values(field).every((value) => value === undefined)) return;
    this.docs.comparison.schemas(this.#unitHere, '', ...this.held(field));
  }

  get #unitHere(): Unit {
    this.#unit ??= this.docs.comparison.at(this.place, this.side);
    return this.#unit;
  }
}

/** A value without what nobody reads: its line breaks, the order of a list of names, references to what it holds. */
function plain(value: unknown, source: Source): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(one)).sort();
  return isTree(value) ? mapValues(value, (one) => source.follow({ value: one, at: '' }).value) : value;
}
