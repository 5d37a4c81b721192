import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A compiler or a runtime of the matrix. */
export interface Tool {
  name: string;
  /** Its package in test/matrix/package.json, and its file there; `*` stands for the platform. */
  file: string;
}

const manifest = 'test/matrix';
const folder = '.cache/matrix';
const { packages }: { packages: Record<string, { version: string }> } = JSON.parse(
  readFileSync(join(manifest, 'package-lock.json'), 'utf8'),
);
const versionOf = (name: string) => packages[`node_modules/${name}`]?.version ?? 'of no version';

/** The compilers: the oldest that is supported, and the newest of each major version. */
export const compilers: readonly Tool[] = ['5.4', '5.9', '6', '7'].map((line) => ({
  name: `TypeScript ${versionOf(`typescript-${line}`)}`,
  file: `typescript-${line}/bin/tsc`,
}));

/** Node from the oldest that `engines` allows. */
export const nodes: readonly Tool[] = ['20.19', '22', '24', '26'].map((line) => ({
  name: `Node ${versionOf(`node-${line}-linux-x64`)}`,
  file: `node-${line}-*/bin/node`,
}));

/** Bun, from the package of the platform, which needs no install script. */
export const bun: Tool = { name: `Bun ${versionOf('bun')}`, file: '@oven/bun-*/bin/bun' };

/** Deno, from the package of the platform too. */
export const deno: Tool = { name: `Deno ${versionOf('deno')}`, file: '@deno/*/deno' };

/**
 * Installs what a manifest with a lock of its own names into a folder, and runs no script of it. Does nothing while that of
 * the present manifest is installed.
 *
 * @throws Error when npm fails.
 */
export function install(from: string, into: string): void {
  const names = ['package.json', 'package-lock.json'];
  const text = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
  const isFresh = names.every((name) => text(join(into, name)) === text(join(from, name)));
  // npm writes this file last.
  if (isFresh && existsSync(join(into, 'node_modules/.package-lock.json'))) return;
  console.error(`Installing what ${from} names into ${into} (once, up to 1 GB) ...`);
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  for (const name of names) copyFileSync(join(from, name), join(into, name));
  execFileSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: into, stdio: 'inherit' });
}

/** Installs the compilers and runtimes. */
export const installTools = (): void => install(manifest, folder);

/**
 * Where a tool is.
 *
 * @throws Error when it is not installed, such as a runtime that npm does not have for this platform.
 */
export function pathOf({ name, file }: Tool): string {
  const [path] = globSync(file, { cwd: join(folder, 'node_modules') });
  if (path) return resolve(folder, 'node_modules', path);
  const platform = `${process.platform}-${process.arch}`;
  throw new Error(`${name} is not in ${folder} (${file}): ${manifest}/package.json must have it for ${platform}.`);
}
