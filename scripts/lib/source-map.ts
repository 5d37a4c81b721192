/** Finds the lines of a document, in however many files it is written, that JSON Pointers into it are about. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getAstNodeByPointer, Source } from '@redocly/openapi-core';
import { LineCounter, parse } from 'yaml';
import { safeLoad } from 'yaml-ast-parser';
import { below, cached, isTree, keysOf, list, own, type Tree, valueAt } from './json.ts';

/** A line of a file, counted from one. */
export interface Location {
  file: string;
  line: number;
}

/** Finds the line of a pointer, or of the nearest thing around it that the document has. */
export type Locate = (pointer: string) => Location;

/** Finds lines in a document of one file, JSON or YAML. */
export function locatorOf(file: string): Locate {
  const text = readFileSync(file, 'utf8');
  const source = new Source(file, text);
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return (pointer) => {
    // Redocly parses the text once, and takes the pointer for a part of a URI, which it decodes.
    const root = source.getAst(safeLoad) as Parameters<typeof getAstNodeByPointer>[0];
    const node = getAstNodeByPointer(root, pointer.replaceAll('%', '%25'), true);
    return { file, line: lines.linePos(node?.startPosition ?? 0).line };
  };
}

/** A value in a file. */
interface Place {
  file: string;
  pointer: string;
}

/**
 * Finds lines in a document of several files.
 *
 * @param bundle the document as one piece, into which the pointers lead
 */
export function bundleLocatorOf(root: string, bundle: Tree): Locate {
  const files = new Map<string, { value: unknown; locate: Locate }>();
  const open = (file: string) =>
    cached(files, file, () => ({ value: parse(readFileSync(file, 'utf8'), { merge: true }), locate: locatorOf(file) }));
  const read = ({ file, pointer }: Place) => valueAt(open(file).value, pointer);

  /** What a place has under a key, or what it refers to has: in another file, too. */
  function child(place: Place, key: string): Place {
    const value = read(place);
    const ref = own(value, '$ref');
    if (typeof ref === 'string' && own(value, key) === undefined) return child(target(place, ref), key);
    return { ...place, pointer: below(place.pointer, key) };
  }

  function target(place: Place, ref: string): Place {
    const [path, fragment = ''] = ref.split('#');
    const file = path ? join(dirname(place.file), path) : place.file;
    return keysOf(fragment).reduce(child, { file, pointer: '#' });
  }

  /** Where the components of the bundle are written: both are walked side by side. */
  const components = new Map<string, Place>();
  function walk(value: unknown, place: Place): void {
    const written = read(place);
    if (written === undefined) return;
    const [ref, outer] = [own(value, '$ref'), own(written, '$ref')];
    if (typeof ref === 'string' && typeof outer === 'string' && !components.has(ref)) {
      components.set(ref, target(place, outer));
      walk(valueAt(bundle, ref), target(place, outer));
    }
    for (const [key, one] of Object.entries(isTree(value) ? value : list(value))) walk(one, child(place, key));
  }
  const start = { file: root, pointer: '#' };
  walk(bundle, start);

  function placeOf(pointer: string): Place {
    const last = pointer.lastIndexOf('/');
    if (last < 0) return start;
    const [key = ''] = keysOf(pointer.slice(last));
    return components.get(pointer) ?? child(placeOf(pointer.slice(0, last)), key);
  }
  return (pointer) => {
    const place = placeOf(pointer);
    return open(place.file).locate(place.pointer);
  };
}
