/** Remembers from what each step made its outputs, so that it is not done twice. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const cacheFile = '.cache/generate.json';

/** Returns the cache: what each step was last made from. One that cannot be read counts as absent. */
export function readCache(): Record<string, string> {
  try {
    const cache: unknown = JSON.parse(readFileSync(cacheFile, 'utf8'));
    return typeof cache === 'object' && cache !== null ? { ...cache } : {};
  } catch {
    return {};
  }
}

/** Writes the cache. */
export function writeCache(cache: Record<string, string>): void {
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, JSON.stringify(cache));
}

/** Returns a digest of a step's inputs as they are now, by their size and time, its code included. */
export function inputsOf({ inputs }: { inputs: string[] }): string {
  const hash = createHash('sha256');
  for (const path of inputs.reduce(withImports, new Set<string>())) {
    const { mtimeNs, size } = statSync(path, { bigint: true });
    hash.update(`${path} ${mtimeNs} ${size}\n`);
  }
  return hash.digest('hex');
}

/** Returns a digest of a step's outputs as they are now, by their bytes. */
export function outputsOf({ outputs }: { outputs: string[] }): string {
  const hash = createHash('sha256');
  for (const path of outputs) hash.update(`${path}\n`).update(existsSync(path) ? readFileSync(path) : 'absent');
  return hash.digest('hex');
}

/** Adds a file, and if it is code, all of ours that it imports. */
function withImports(files: Set<string>, path: string): Set<string> {
  // Code that writes code has imports in its texts as well.
  if (files.has(path) || !existsSync(path)) return files;
  files.add(path);
  const imports = path.endsWith('.ts') ? readFileSync(path, 'utf8').matchAll(/ from '(\.[^']+)'/g) : [];
  return [...imports].map(([, name = '']) => join(dirname(path), name)).reduce(withImports, files);
}
