import { cpSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const leftOut = new Set(['node_modules', 'dist', '.git', '.cache', 'coverage']);

/**
 * Copies the project at the working directory into a new folder, where it can be broken and run. The copy shares the
 * installed packages: run npm scripts there, never a target of make, whose `npm ci` would empty them through the link.
 * The caller removes it.
 */
export function scratchCopy(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'scratch-'));
  for (const name of readdirSync('.')) {
    if (!leftOut.has(name)) cpSync(name, join(folder, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}
