/** Finds the lines of a document, in however many files it is written, that JSON Pointers into it are about. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { below, isTree, keysOf, list, type Tree, tree, valueAt } from './json.ts';

/** A line of a file, counted from one. */
export interface Location {
  file: string;
  line: number;
}

/** Finds the line of a pointer, or of the nearest thing around it that the document has. */
export type Locate = (pointer: string) => Location;

/** Finds lines in a document of one file, JSON or YAML. The pointers must be known before, for large JSON is read once. */
export function locatorOf(file: string, pointers: Iterable<string>): Locate {
  const text = readFileSync(file, 'utf8');
  if (!text.trimStart().startsWith('{')) return bundleLocator(file, {});
  const lines = linesOf(text, new Set([...pointers].flatMap((pointer) => around(pointer))));
  return (pointer) => ({ file, line: around(pointer).flatMap((one) => lines.get(one) ?? [])[0] ?? 1 });
}

/** A pointer and those around it, the nearest first. */
function around(pointer: string): string[] {
  const keys = pointer.split('/');
  return keys.map((_, index) => keys.slice(0, keys.length - index).join('/'));
}

/** The lines of some pointers of a JSON text. */
function linesOf(text: string, wanted: Set<string>): Map<string, number> {
  const lines = new Map([['#', 1]]);
  const open: { at: string; index: number; key: string }[] = [{ at: '', index: -1, key: '' }];
  let line = 1;
  let string = '';
  const enter = () => {
    const holder = open.at(-1);
    const at = !holder || open.length === 1 ? '#' : below(holder.at, holder.index < 0 ? holder.key : holder.index);
    if (wanted.has(at) && !lines.has(at)) lines.set(at, line);
    return at;
  };
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:\n]|[^\s"{}[\],:]+/g)) {
    const holder = open.at(-1);
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') open.push({ at: enter(), index: token === '[' ? 0 : -1, key: '' });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && holder && holder.index >= 0) holder.index += 1;
    else if (token === ':' && holder) {
      holder.key = JSON.parse(string);
      enter();
    } else {
      string = token;
      if (holder && holder.index >= 0) enter();
    }
  }
  return lines;
}

/** A value in a file. */
interface Cursor {
  file: string;
  node: unknown;
  offset: number;
}

/**
 * Finds lines in the files of a document whose references lead to other files.
 *
 * @param bundle the document as one piece, into which the pointers lead
 */
export function bundleLocator(root: string, bundle: Tree): Locate {
  const files = new Map<string, { document: Document; lines: LineCounter }>();
  const open = (file: string) => {
    const lines = new LineCounter();
    const opened = files.get(file) ?? {
      document: parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, logLevel: 'error', merge: true }),
      lines,
    };
    files.set(file, opened);
    return opened;
  };
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
    const range = isSeq(node)
      ? (value as { range?: number[] } | undefined)?.range
      : (pair?.key as { range?: number[] } | undefined)?.range;
    return value === undefined ? undefined : { file, node: value, offset: range?.[0] ?? 0 };
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
