/** Reads OpenAPI documents, and follows the references in them. */
import { parseDocument } from 'yaml';
import { below, decoded, isTree, list, own, type Tree, tree, valueAt } from './json.ts';

/** A value of a document and the JSON Pointer to it. */
export interface Node {
  value: unknown;
  at: string;
}

/** A document that cannot be read, with the location of the problem. */
export class DocumentError extends Error {
  readonly root: Tree;
  readonly at: string;
  constructor(message: string, root: Tree, at: string) {
    super(message);
    [this.root, this.at] = [root, at];
  }
}

/**
 * Reads an OpenAPI document from its text, JSON or YAML.
 *
 * @param name what the document is called in an error
 * @throws Error with the line and the reason when the text is neither, or no OpenAPI document of a version known here
 */
export function readDocument(text: string, name: string): Tree {
  const source = text.replace(/^\uFEFF/, '');
  const document = parsed(source, name);
  const line = lineAt(source, Math.max(0, source.search(/["']?(openapi|swagger)["']?\s*:/)));
  const refuse = (why: string) => new Error(`${name}:${line}: ${why}`);
  if (!isTree(document)) throw refuse('not an OpenAPI 3 document: it is not an object');
  const { openapi, swagger } = document;
  if (swagger !== undefined) throw refuse('not an OpenAPI 3 document but Swagger 2.0; convert it first');
  if (typeof openapi === 'number')
    throw refuse(`not an OpenAPI 3 document: openapi is the number ${openapi}; quote it, as in openapi: '3.1.0'`);
  if (typeof openapi !== 'string') throw refuse('not an OpenAPI 3 document: it has no text under openapi');
  if (!/^3\.[0-2](\.|$)/.test(openapi)) throw refuse(`OpenAPI ${openapi} is not supported; 3.0, 3.1 and 3.2 are`);
  return document;
}

/** The line of an offset, counted from one. */
const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

function parsed(source: string, name: string): unknown {
  if (source.trimStart().startsWith('{')) {
    try {
      return JSON.parse(source);
    } catch {
      // YAML takes in JSON, and its parser says the line.
    }
  }
  const document = parseDocument(source, { merge: true, prettyErrors: false, logLevel: 'error' });
  const [error] = document.errors;
  if (!error) return document.toJS();
  throw new Error(`${name}:${lineAt(source, error.pos[0])}: neither JSON nor YAML: ${error.message}`);
}

/** One side of a comparison: a document, with its references followed. */
export class Source {
  readonly root: Tree;
  /** Whether its schemas are those of OpenAPI 3.0. */
  readonly isOld: boolean;
  #anchored: Node[] | undefined;

  constructor(root: Tree) {
    this.root = root;
    this.isOld = String(root['openapi']).startsWith('3.0');
  }

  /** A problem of the document, and where it is. */
  error(message: string, at: string): DocumentError {
    return new DocumentError(message, this.root, at);
  }

  /** The value behind the reference that a value is; any other value itself. Fields beside a reference replace those behind it. */
  follow(node: Node): Node {
    const steps = this.steps(node);
    const end = steps.pop() ?? node;
    if (steps.every(({ value }) => Object.keys(tree(value)).length === 1)) return end;
    const { $ref: _, ...beside } = Object.assign({}, ...steps.reverse().map(({ value }) => value));
    return { value: { ...tree(end.value), ...beside }, at: end.at };
  }

  /** What a key has, the reference that it may be followed; undefined where it has nothing. */
  child(node: Node | undefined, key: string): Node | undefined {
    const value = own(node?.value, key);
    return node && value !== undefined ? this.follow({ value, at: below(node.at, key) }) : undefined;
  }

  /** A value, and what it refers to, step by step: as far as each reference is one to follow. */
  steps(node: Node, isFollowed = (_holder: Tree) => true): Node[] {
    const steps = [node];
    const seen = new Set<string>();
    for (let here = node; ; steps.push(here)) {
      const ref = own(here.value, '$ref');
      if (typeof ref !== 'string' || !isFollowed(tree(here.value))) return steps;
      if (seen.has(ref)) throw this.error(`${ref}: a reference that leads to itself`, here.at);
      seen.add(ref);
      here = this.target(ref, here.at);
    }
  }

  /**
   * What a reference leads to.
   *
   * @param from the pointer to the reference
   * @throws DocumentError where it leads nowhere, or out of the document
   */
  target(ref: string, from: string): Node {
    const pointer = decoded(ref);
    const refuse = (why: string) => this.error(`${ref}: ${why}`, below(from, '$ref'));
    if (/^#(\/|$)/.test(pointer)) {
      const value = valueAt(this.root, ref);
      if (value === undefined) throw refuse('a reference that leads nowhere');
      return { value, at: pointer };
    }
    if (!pointer.startsWith('#')) throw refuse('a reference out of the document; bundle it into one file');
    this.#anchored ??= anchored(this.root);
    const [only, ...others] = this.#anchored.filter(({ value }) => anchorsOf(value).includes(pointer.slice(1)));
    if (only && others.length === 0) return only;
    // A dynamic anchor that stands once is as good as one that never moves; of several, the way there would choose.
    throw refuse(only ? `${others.length + 1} schemas have this anchor, which is not compared` : 'no schema has it');
  }
}

const anchorsOf = (schema: unknown) => [own(schema, '$anchor'), own(schema, '$dynamicAnchor')];

/** The schemas of a document that have an anchor. */
function anchored(root: Tree): Node[] {
  const nodes: Node[] = [{ value: root, at: '#' }];
  // The list grows while it is walked.
  for (const { value, at } of nodes)
    for (const [key, child] of Object.entries(isTree(value) ? value : list(value)))
      nodes.push({ value: child, at: below(at, key) });
  return nodes.filter(({ value }) => anchorsOf(value).some((name) => typeof name === 'string'));
}
