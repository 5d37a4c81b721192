/** Finds the lines of a document, in however many files it is written, that JSON Pointers into it are about. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findNodeAtLocation, type Node as JsonNode, parseTree } from 'jsonc-parser';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { cached, isTree, keysOf, list, type Tree, tree, valueAt } from './json.ts';

/** A line of a file, counted from one. */
export interface Location {
  file: string;
  line: number;
}

/** Finds the line of a pointer, or of the nearest thing around it that the document has. */
export type Locate = (pointer: string) => Location;

/**
 * Finds lines in the files of a document, JSON or YAML.
 *
 * @param bundle the document as one piece, into which the pointers lead, where it is written in several files
 */
export function locatorOf(root: string, bundle: Tree = {}): Locate {
  const text = readFileSync(root, 'utf8');
  return text.trimStart().startsWith('{') ? jsonLocator(root, text) : yamlLocator(root, bundle);
}

/** Large JSON is read by a faster parser. */
function jsonLocator(file: string, text: string): Locate {
  const tree = parseTree(text);
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  const find = (keys: string[]): JsonNode | undefined =>
    keys.reduce<JsonNode | undefined>(
      (node, key) => node && findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key]),
      tree,
    );
  return (pointer) => {
    const [node] = around(pointer).flatMap((one) => find(keysOf(one)) ?? []);
    const { offset = 0 } = (node?.parent?.type === 'property' ? node.parent : node) ?? {};
    return { file, line: lines.linePos(offset).line };
  };
}

/** A pointer and those around it, the nearest first. */
function around(pointer: string): string[] {
  const keys = pointer.split('/');
  return keys.map((_, index) => keys.slice(0, keys.length - index).join('/'));
}

/** A value in a file. */
interface Cursor {
  file: string;
  node: unknown;
  offset: number;
}

function yamlLocator(root: string, bundle: Tree): Locate {
  const files = new Map<string, { document: Document; lines: LineCounter }>();
  const open = (file: string) =>
    cached(files, file, () => {
      const lines = new LineCounter();
      const options = { lineCounter: lines, logLevel: 'error', merge: true } as const;
      return { document: parseDocument(readFileSync(file, 'utf8'), options), lines };
    });
  const start = (file: string): Cursor => ({ file, node: open(file).document.contents, offset: 0 });

  /** Follows references that stand alone, into other files too. */
  function settled(cursor: Cursor): Cursor {
    const node = isAlias(cursor.node) ? cursor.node.resolve(open(cursor.file).document) : cursor.node;
    const ref = isMap(node) && node.items.length === 1 ? node.get('$ref') : undefined;
    if (typeof ref !== 'string') return { ...cursor, node };
    const [path = '', fragment = ''] = ref.split('#');
    let here: Cursor | undefined = start(path === '' ? cursor.file : join(dirname(cursor.file), path));
    for (const key of keysOf(fragment)) here = here && child(settled(here), key);
    return here ? settled(here) : cursor;
  }

  function child({ file, node }: Cursor, key: string): Cursor | undefined {
    const pair = isMap(node)
      ? node.items.find((one) => String(isScalar(one.key) ? one.key.value : one.key) === key)
      : undefined;
    const value = isSeq(node) ? node.items[Number(key)] : pair?.value;
    const named = (pair?.key ?? value) as { range?: number[] } | undefined;
    return value === undefined ? undefined : { file, node: value, offset: named?.range?.[0] ?? 0 };
  }

  /** Where the components of the bundle are written: both are walked side by side. */
  const components = new Map<string, Cursor>();
  const waiting: [unknown, Cursor][] = [[bundle, start(root)]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, cursor] = [next[0], settled(next[1])];
    const ref = tree(value)['$ref'];
    if (typeof ref === 'string' && !components.has(ref)) {
      components.set(ref, cursor);
      waiting.push([valueAt(bundle, ref), cursor]);
    }
    for (const [key, one] of Object.entries(isTree(value) ? value : list(value))) {
      const inner = child(cursor, key);
      if (inner) waiting.push([one, inner]);
    }
  }

  return (pointer) => {
    const component = around(pointer).find((one) => components.has(one)) ?? '#';
    let cursor = components.get(component) ?? start(root);
    for (const key of keysOf(pointer.slice(component.length))) {
      const next = child(settled(cursor), key);
      if (!next) break;
      cursor = next;
    }
    return { file: cursor.file, line: open(cursor.file).lines.linePos(cursor.offset).line };
  };
}
