/** The mocks that are measured, each a process on a port. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { home } from './peers.ts';
import { baseline as compiled, pathOf, writeValidators } from './validators.ts';

/** The baseline of all comparisons. */
export const baseline = 'prism mock';
const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli');
const servers = resolve(home, 'mock-servers.mjs');
const own = (name: string) => (port: number) => [servers, name, String(port), pathOf(compiled)];

/** The arguments of Node for each mock, by a port; and whether it refuses a request that breaks the contract. */
export const mocks: Record<string, { run: (port: number) => string[]; validates: boolean }> = {
  [baseline]: {
    run: (port) => [prism, 'mock', 'generated/openapi.json', '--port', String(port), '--verboseLevel', 'error'],
    validates: true,
  },
  'ld-iteration mock': {
    run: (port) => ['dist/cli/main.js', 'mock', '--port', String(port), '--log', 'silent'],
    validates: true,
  },
  '@scalar/mock-server': { run: own('scalar'), validates: true },
  'MSW, a handler by hand': { run: own('msw'), validates: false },
  'node:http, ajv standalone': { run: own('limit'), validates: true },
};

/** Compiles the servers to where the peers are found, so that none pays for TypeScript or for another's imports. */
export async function prepareMocks(): Promise<void> {
  writeValidators();
  const entryPoints = ['bench/mock-servers.ts'];
  await build({ entryPoints, outfile: servers, bundle: true, format: 'esm', platform: 'node', packages: 'external' });
}
