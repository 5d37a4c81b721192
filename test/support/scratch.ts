import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, matchesGlob, resolve } from 'node:path';

/**
 * What .gitignore leaves out, and git's own folder. Other tests write some of it meanwhile, such as pages of the docs,
 * and a file that goes while it is copied would be missed.
 */
const leftOut = ['.git', ...readFileSync('.gitignore', 'utf8').split('\n')]
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.replace(/\/$/, ''));
const isLeftOut = (path: string) =>
  leftOut.some((pattern) => (pattern.includes('/') ? path === pattern : matchesGlob(basename(path), pattern)));

/**
 * Copies the project at the working directory into a new folder, where it can be broken and run. The copy shares the
 * installed packages: run npm scripts there, never a target of make, whose `npm ci` would empty them through the link.
 * The caller removes it.
 */
export function scratchCopy(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'scratch-'));
  for (const name of readdirSync('.')) {
    if (!isLeftOut(name)) cpSync(name, join(folder, name), { recursive: true, filter: (path) => !isLeftOut(path) });
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}
