/** The mocks that are measured, each a process on a port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { examples } from '../generated/examples.js';
import { quietEnvironment } from '../scripts/lib/redocly.ts';
import { freePort } from '../test/support/free-port.ts';
import { load, requestBytes } from './load.ts';
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

/** A mock that serves. */
export interface RunningMock {
  child: ChildProcess;
  port: number;
  /** From the start of the process to its first response, in milliseconds. */
  ms: number;
}

const firstRequest = requestBytes(JSON.stringify(examples.createIteration.request['two-treatments'].value));

/**
 * Starts a mock, and resolves once it has responded.
 *
 * @throws Error when it ends before, or does not respond within a minute.
 */
export async function startMock(name: string): Promise<RunningMock> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, mocks[name]?.run(port) ?? [], { stdio: 'ignore', env: quietEnvironment });
  for (;;) {
    const responded = await load({ port, request: () => firstRequest, requests: 1, connections: 1 }).then(
      ({ statuses }) => statuses['200'] === 1,
      () => false,
    );
    if (responded) return { child, port, ms: performance.now() - start };
    if (child.exitCode !== null || performance.now() - start > 60_000) throw new Error(`${name} does not start.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Ends the process of a mock. */
export async function stopMock(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill();
  await new Promise((resolve) => child.once('exit', resolve));
}
