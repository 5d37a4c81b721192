/** Turns the nodes of one YAML document into JSON data, and rejects what JSON cannot represent. */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { ReadError, shorten, type ValueBuilder } from './value-builder.ts';

const core = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));
const timestamp = /^\d{4}-(\d\d-\d\d|\d\d?-\d\d?([Tt]|[ \t]+)\d\d?:\d\d:\d\d(\.\d*)?[ \t]*(Z|[-+]\d\d?(:\d\d)?)?)$/;
const dateMessage = 'is a date to other YAML parsers: put it in quotes';

/** Turns the nodes of one document into a value. */
export class YamlConverter {
  readonly #builder: ValueBuilder;
  readonly #anchors = new Map<string, Node>();
  /** What each alias refers to: its anchor may be redefined later. */
  readonly #targets = new Map<Alias, Node>();
  readonly #open = new Set<Node>();
  /** How many aliases are being followed. */
  #following = 0;

  constructor(builder: ValueBuilder) {
    this.#builder = builder;
  }

  /** @param place Where a missing node would be: an empty value. */
  convert(node: Node | null | undefined, place = 0): unknown {
    if (!node) return this.#builder.constant(null, place);
    const offset = node.range?.[0] ?? place;
    if (isAlias(node)) return this.#follow(node, offset);
    refuseTag(node, offset);
    this.#define(node);
    if (isScalar(node)) return this.#convertScalar(node, offset);
    this.#open.add(node);
    const value = isMap(node)
      ? this.#builder.container({}, offset, (target) => this.#convertMap(node, target))
      : this.#builder.container([], offset, (target) => this.#convertItems(isSeq(node) ? node.items : [], target));
    this.#open.delete(node);
    return value;
  }

  #define(node: Node): void {
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined && this.#following === 0) this.#anchors.set(anchor, node);
  }

  #follow(alias: Alias, offset: number): unknown {
    const name = `&${shorten(alias.source)}`;
    const target = this.#targets.get(alias) ?? this.#anchors.get(alias.source);
    if (!target) throw new ReadError(`is an alias of ${name}, which is not defined before it`, offset);
    if (this.#open.has(target)) throw new ReadError(`is an alias of ${name}, which it is a part of`, offset);
    this.#targets.set(alias, target);
    this.#following += 1;
    const value = this.convert(target);
    this.#following -= 1;
    return value;
  }

  #convertScalar({ value, source = '', type }: Scalar, offset: number): unknown {
    if (typeof value === 'number') return this.#builder.number(value, source, offset);
    if (typeof value === 'boolean' || value === null) return this.#builder.constant(value, offset);
    if (type === 'PLAIN' && timestamp.test(source)) throw new ReadError(dateMessage, offset);
    return this.#builder.text(String(value), offset);
  }

  #convertItems(items: readonly unknown[], target: unknown[]): void {
    for (const item of items as Node[]) this.#builder.item(target, this.convert(item), item?.range?.[0] ?? 0);
  }

  #convertMap({ items }: YAMLMap, target: object): void {
    for (const { key, value } of items as Pair<Scalar, Node | null>[]) {
      const keyOffset = key.range?.[0] ?? 0;
      refuseTag(key, keyOffset);
      const name = this.#builder.text(String(key.value), keyOffset);
      const isPlain = key.type === 'PLAIN';
      if (isPlain && name === '<<') {
        throw new ReadError('is a merge key, which YAML 1.2 does not have: write the properties out', keyOffset);
      }
      if (isPlain && timestamp.test(name)) throw new ReadError(dateMessage, keyOffset);
      this.#define(key);
      this.#builder.property(target, name, keyOffset, this.convert(value, keyOffset), value?.range?.[0] ?? keyOffset);
    }
  }
}

function refuseTag(node: Node, offset: number): void {
  const tag = 'tag' in node ? node.tag : undefined;
  // Collections have the tag of their kind, even if it is not written.
  if (tag === undefined || tag === '!' || core.has(tag)) return;
  throw new ReadError(`has the tag ${shorten(tag)}, which JSON cannot carry: remove it`, offset);
}
