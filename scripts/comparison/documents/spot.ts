/** The same spot in two documents: what each says there, and what differs in its plain fields. */
import { below, list, own, same, tree } from '../../lib/json.ts';
import type { Node, Source } from '../../lib/openapi.ts';
import type { Comparison, Details, Place, Unit } from '../comparison.ts';
import type { Schemas } from '../merged.ts';
import type { Side } from '../ratings.ts';
import { type Pair, View } from '../view.ts';
import { kindOf, plain } from './fields.ts';

/** What the comparison of two documents knows at every spot. */
export interface Documents {
  comparison: Comparison;
  /** What the base calls the security schemes that the revision calls otherwise. */
  renamed: Map<string, string>;
  /** What was met so far: the schemes that are asked for, and callbacks, which may lead back to themselves. */
  met: Set<string>;
  /** Whether there is more than one operation, so that each place has to say its own. */
  operations: Set<string>;
}

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
  values(field: string): Pair<unknown> {
    return this.both((_, node) => own(node?.value, field));
  }

  /** Looks something up in both documents. */
  both<T>(look: (source: Schemas, node: Node | undefined) => T): Pair<T> {
    const { before, after } = this.docs.comparison;
    return [look(before, this.b), look(after, this.a)];
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
    return new Spot(this.docs, nodes, this.place, this.side, field, this);
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
    const all = this.both((_, node) => Object.keys(tree(node?.value))).flat();
    const { before: source, after: newSource } = this.docs.comparison;
    for (const field of new Set(all.filter((one) => !others.includes(one)))) {
      const [before, after] = this.values(field).map((value) => (same(value, defaults[field]) ? undefined : value));
      if (same(plain(before, source), plain(after, newSource))) continue;
      this.tell(kindOf(field, before, after, rows[field]), { field, before, after });
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
    if (this.values(field).every((value) => value === undefined)) return;
    this.#unitHere.compare('', this.views(field));
  }

  get #unitHere(): Unit {
    this.#unit ??= this.docs.comparison.at(this.place, this.side);
    return this.#unit;
  }
}

/** The values of a list, and where they are. */
export function itemsOf(node: Node | undefined, field: string): Node[] {
  return list(own(node?.value, field)).map((value, index) => ({ value, at: `${node?.at}/${field}/${index}` }));
}
