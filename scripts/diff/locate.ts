import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { keysOf } from './json.ts';
import type { Change } from './spec-diff.ts';

/** A line of a file, counted from one. */
export interface Location {
  file: string;
  line: number;
}

interface Cursor {
  file: string;
  node: unknown;
  offset: number;
}

/**
 * Finds the lines of a document, in however many files it is written, that pointers into its normalised form are about.
 * Where a pointer leads to what the document no longer has, or has behind `allOf`, the nearest line around it is given.
 */
export function locator(root: string): (change: Pick<Change, 'pointer' | 'property' | 'parameter'>) => Location {
  const files = new Map<string, { document: Document; lines: LineCounter }>();
  const open = (file: string) => {
    let opened = files.get(file);
    if (!opened) {
      const lines = new LineCounter();
      opened = {
        document: parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, logLevel: 'error', merge: true }),
        lines,
      };
      files.set(file, opened);
    }
    return opened;
  };

  /** Follows `$ref`s, into other files too. */
  function settle(cursor: Cursor): Cursor {
    const node = isAlias(cursor.node) ? cursor.node.resolve(open(cursor.file).document) : cursor.node;
    const ref = isMap(node) ? node.get('$ref') : undefined;
    if (typeof ref !== 'string' || (isMap(node) && node.items.length > 1)) return { ...cursor, node };
    return target(cursor.file, ref) ?? { ...cursor, node };
  }

  function target(from: string, ref: string): Cursor | undefined {
    const [path = '', fragment = ''] = ref.split('#');
    const file = path === '' ? from : join(dirname(from), path);
    let cursor: Cursor = { file, node: open(file).document.contents, offset: 0 };
    for (const key of keysOf(fragment)) {
      const next = child(settle(cursor), key);
      if (!next) return undefined;
      cursor = next;
    }
    return settle(cursor);
  }

  function child({ file, node }: Cursor, key: string): Cursor | undefined {
    if (isSeq(node)) {
      const item = node.items[Number(key)] as Node | undefined;
      return item ? { file, node: item, offset: item.range?.[0] ?? 0 } : undefined;
    }
    if (!isMap(node)) return undefined;
    const pair = node.items.find((item) => nameOf(item) === key) ?? node.items.find((item) => sameName(item, key));
    if (!pair) return undefined;
    const at = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    return { file, node: pair.value, offset: at };
  }

  /** The child, and those that the parts of `allOf` and the branches of a choice have. */
  function* inParts(cursor: Cursor, key: string, depth = 0): Generator<Cursor> {
    const here = settle(cursor);
    const found = child(here, key);
    if (found) yield found;
    if (depth > 8 || !isMap(here.node)) return;
    const ref = here.node.get('$ref');
    const behind = typeof ref === 'string' ? target(here.file, ref) : undefined;
    const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => {
      const all = isMap(here.node) ? here.node.get(name) : undefined;
      return isSeq(all) ? all.items.map((node) => ({ ...here, node })) : [];
    });
    for (const part of behind ? [behind, ...parts] : parts) yield* inParts(part, key, depth + 1);
  }

  const start = (): Cursor => ({ file: root, node: open(root).document.contents, offset: 0 });
  /** Goes as far as the document has the keys. */
  const walk = (from: Cursor, [key, ...others]: string[]): { cursor: Cursor; missing: number } => {
    if (key === undefined) return { cursor: from, missing: 0 };
    let best = { cursor: from, missing: others.length + 1 };
    for (const next of inParts(from, key)) {
      const found = walk(next, others);
      if (found.missing < best.missing) best = found;
      if (best.missing === 0) break;
    }
    return best;
  };

  /** A parameter of an operation or of its path; normalised parameters stand in an order of their own. */
  function parameter(operation: string[], name: string): Cursor | undefined {
    for (const keys of [operation, operation.slice(0, -1)]) {
      const { cursor, missing } = walk(start(), [...keys, 'parameters']);
      if (missing > 0 || !isSeq(cursor.node)) continue;
      const index = cursor.node.items.findIndex((item) => {
        const { node } = settle({ ...cursor, node: item });
        return isMap(node) && `${node.get('in')} ${node.get('name')}`.toLowerCase() === name.toLowerCase();
      });
      if (index >= 0) return child(cursor, String(index));
    }
    return undefined;
  }

  return ({ pointer, property, parameter: name }) => {
    const pointed = keysOf(pointer);
    const keys = property === undefined || property === 'key' ? pointed : [...pointed, property];
    const own = name === undefined ? undefined : parameter(keys.slice(0, 3), name);
    let { cursor } = own ? walk(own, keys.slice(5)) : walk(start(), keys);
    // What an operation takes over from the document stands there.
    if (keys[3] === 'security' && walk(start(), keys.slice(0, 4)).missing > 0)
      ({ cursor } = walk(start(), ['security']));
    return { file: cursor.file, line: open(cursor.file).lines.linePos(cursor.offset).line };
  };
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** Names that mean the same: headers in any case, media types with their parameters. */
function sameName(pair: Pair, key: string): boolean {
  return nameOf(pair).toLowerCase().split(';')[0] === key.toLowerCase();
}
