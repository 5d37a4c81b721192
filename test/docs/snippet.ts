/** Runs a file of docs/snippets against the sources of the package, and lists what the snippets are. */
import { mkdirSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { entries } from '../../bench/size.ts';

/** The files, by name. */
export const snippetFiles = readdirSync('docs/snippets').sort();

/** Each entry of the package by the name that users import, and its source. */
export const alias = Object.fromEntries(
  Object.entries(entries).map(([name, file]) => [`launchdarkly-iteration-contract${name.slice(1)}`, resolve(file)]),
);

/**
 * Imports a snippet, or code that is written as one.
 *
 * @param code Of a file that is none; by default that of the snippet.
 */
export async function runSnippet<T>(name: string, code?: string): Promise<T> {
  // Within the project, where what a snippet imports beside the package is found.
  mkdirSync('.cache/snippets', { recursive: true });
  const outfile = resolve('.cache/snippets', `${name}-${Math.random()}.mjs`);
  const input =
    code === undefined
      ? { entryPoints: [`docs/snippets/${name}`] }
      : { stdin: { contents: code, resolveDir: process.cwd(), loader: 'ts' as const } };
  await build({
    ...input,
    alias,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['msw', 'msw/*', 'vitest', 'playwright-core', '@opentelemetry/api'],
  });
  return import(pathToFileURL(outfile).href);
}
