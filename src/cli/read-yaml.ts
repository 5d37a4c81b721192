/** Reads the part of YAML 1.2 that JSON can carry, with the place of each part, and refuses the rest. */
import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Read } from './read-json.ts';
import { ReadError, shorten, type ValueBuilder } from './value-builder.ts';

/** More documents than these are refused. */
const maxDocuments = 1000;

const core = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));
const timestamp = /^\d{4}-(\d\d-\d\d|\d\d?-\d\d?([Tt]|[ \t]+)\d\d?:\d\d:\d\d(\.\d*)?[ \t]*(Z|[-+]\d\d?(:\d\d)?)?)$/;
// What YAML does not allow in a text, unless it is escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/**
 * Reads the documents of a text, one after the other.
 *
 * @throws ReadError at the first place that is not YAML, or that JSON cannot carry.
 */
export function* readYaml(text: string, builderFor: () => ValueBuilder): Generator<Read> {
  const control = unprintable.exec(text);
  if (control) throw new ReadError('is a control character, which YAML text must escape', control.index);
  let count = 0;
  for (const document of documentsOf(text)) {
    count += 1;
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw new ReadError(reasonOf(problem), problem.pos[0]);
    const { contents } = document as Document.Parsed;
    const offset = contents?.range[0] ?? 0;
    if (count > maxDocuments) throw new ReadError(`is more than ${maxDocuments} documents in one file`, offset);
    if (isNothing(contents)) throw new ReadError('is an empty document: write an iteration, or remove it', offset);
    yield { value: new Converter(builderFor()).convert(contents), offset };
  }
}

function reasonOf({ code, message }: { code: string; message: string }): string {
  if (code === 'RESOURCE_EXHAUSTION') return 'is nested too deeply';
  if (code === 'TAG_RESOLVE_FAILED') return `has a tag that JSON cannot carry (${message}): remove it`;
  if (code === 'NON_STRING_KEY') return 'is a key that JSON cannot carry: write one line of text, without a tag';
  return `is not YAML: ${message}`;
}

/** Stops at the first problem of the parser: after it, each further character may be one more. */
function* documentsOf(text: string): Generator<Document.Parsed> {
  const composer = new Composer({
    schema: 'core',
    resolveKnownTags: false,
    // A key is what is written: `010` and `null` would become other keys.
    stringKeys: true,
    // Its own check takes time with the square of the number of keys.
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error') throw new ReadError(`is not YAML: ${token.message}`, token.offset);
    if (token.type === 'directive' && !/^%YAML\s+1\.2\s*$/.test(token.source)) {
      throw new ReadError('is a directive that is not read: remove it', token.offset);
    }
    yield* composer.next(token);
  }
  yield* composer.end(false, text.length);
}

function isNothing(contents: Node | null): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === '');
}

/** Turns the nodes of one document into a value. */
class Converter {
  readonly #builder: ValueBuilder;
  readonly #anchors = new Map<string, Node>();
  /** What each alias stands for: an anchor may be defined anew after it. */
  readonly #targets = new Map<Alias, Node>();
  readonly #open = new Set<Node>();
  /** How many aliases are being followed. */
  #following = 0;

  constructor(builder: ValueBuilder) {
    this.#builder = builder;
  }

  convert(node: Node | null | undefined): unknown {
    const offset = node?.range?.[0] ?? 0;
    if (isAlias(node)) return this.#follow(node, offset);
    refuseTag(node, offset);
    this.#define(node);
    if (isScalar(node)) return this.#convertScalar(node, offset);
    this.#open.add(node as Node);
    const value = isMap(node)
      ? this.#builder.container({}, offset, (target) => this.#convertMap(node, target))
      : this.#builder.container([], offset, (target) => this.#convertItems(isSeq(node) ? node.items : [], target));
    this.#open.delete(node as Node);
    return value;
  }

  #define(node: Node | null | undefined): void {
    const anchor = node && 'anchor' in node ? node.anchor : undefined;
    if (node && anchor !== undefined && this.#following === 0) this.#anchors.set(anchor, node);
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
      this.#builder.property(target, name, keyOffset, this.convert(value), value?.range?.[0] ?? keyOffset);
    }
  }
}

const dateMessage = 'is a date to other readers of YAML: write it in quotes';

function refuseTag(node: Node | null | undefined, offset: number): void {
  const tag = node && 'tag' in node ? node.tag : undefined;
  // Collections have the tag of their kind, written or not.
  if (tag === undefined || tag === '!' || core.has(tag)) return;
  throw new ReadError(`has the tag ${shorten(tag)}, which JSON cannot carry: remove it`, offset);
}
