import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';

/** One deliberate change of a YAML file: the value at a path set, or removed where `set` is absent. */
export interface Edit {
  /** The file, relative to the folder of the root document. Created when `at` is absent. */
  file: string;
  /** Keys and indexes down to the value. */
  at?: (string | number)[];
  set?: unknown;
  /** The key at the path gets this name, its value kept. */
  rename?: string;
}

/** Applies an edit. Throws when it would change nothing: an edit that misses its place proves nothing. */
export function applyEdit(folder: string, edit: Edit): void {
  const path = join(folder, edit.file);
  if (edit.at === undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, String(edit.set));
    return;
  }
  const before = readFileSync(path, 'utf8');
  const document = parseDocument(before);
  if (edit.rename !== undefined) {
    const value = document.getIn(edit.at, true);
    document.deleteIn(edit.at);
    document.setIn([...edit.at.slice(0, -1), edit.rename], value);
  } else if (edit.set === undefined) {
    if (!document.deleteIn(edit.at)) throw new Error(`${edit.file}: nothing at ${edit.at.join('/')}`);
  } else {
    document.setIn(edit.at, document.createNode(edit.set));
  }
  const after = document.toString({ lineWidth: 0 });
  if (JSON.stringify(parseDocument(before)) === JSON.stringify(document)) {
    throw new Error(`${edit.file}: the edit at ${edit.at.join('/')} changes nothing`);
  }
  writeFileSync(path, after);
}
