/** Remembers from what each step made its outputs, so that it is not done twice. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Step } from './steps.ts';

const file = '.cache/generate.json';

/** Returns the cache: what each step was last made from. One that cannot be read counts as absent. */
export function readCache(): Record<string, string> {
  try {
    const cache: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof cache === 'object' && cache !== null ? { ...cache } : {};
  } catch {
    return {};
  }
}

/** Writes the cache. */
export function writeCache(cache: Record<string, string>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(cache));
}

/** Returns a digest of a step's inputs as they are now, by their size and time, its code included. */
export function inputsOf({ inputs }: Step): string {
  const hash = createHash('sha256');
  for (const path of new Set(inputs.flatMap(withImports))) {
    const { mtimeNs, size } = statSync(path, { bigint: true });
    hash.update(`${path} ${mtimeNs} ${size}\n`);
  }
  return hash.digest('hex');
}

/** Returns a digest of a step's outputs as they are now, by their bytes. */
export function outputsOf({ outputs }: Step): string {
  const hash = createHash('sha256');
  for (const path of outputs) hash.update(`${path}\n`).update(existsSync(path) ? readFileSync(path) : 'absent');
  return hash.digest('hex');
}

/** A file, and if it is code, all of ours that it imports. */
function withImports(path: string): string[] {
  if (!path.endsWith('.ts')) return [path];
  const imports = readFileSync(path, 'utf8').matchAll(/ from '(\.[^']+)'/g);
  const files = [...imports].map(([, name = '']) => join(dirname(path), name));
  // Code that writes code has imports in its texts as well.
  return [path, ...files.filter((file) => existsSync(file)).flatMap(withImports)];
}
