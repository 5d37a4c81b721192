/** Builds the programs for other runtimes, and runs them there. */

import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** A runtime of JavaScript. */
export interface Runtime {
  name: string;
  command: string;
  /** What comes before the file of the program. */
  args: readonly string[];
  /** What makes it accept any certificate. */
  trusting: { args?: readonly string[]; env?: Record<string, string> };
}

/** The Node that this runs in. */
export const thisNode: Runtime = {
  name: `Node ${process.versions.node}`,
  command: process.execPath,
  args: [],
  trusting: { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
};

/** The programs, in a folder of their own. */
export interface Programs {
  /** The module of the client, whose timers are those of `globalThis.faultsTime`. */
  client: string;
  random: string;
  connect: string;
  /** test/package/consumer/resend.ts. */
  resend: string;
}

/** Builds the programs, does some work with them, and removes them. */
export async function withPrograms<T>(work: (programs: Programs) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'faults-'));
  try {
    return await work(await buildPrograms(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Builds the programs in a folder. */
export async function buildPrograms(folder: string): Promise<Programs> {
  const common = { bundle: true, format: 'esm', platform: 'node', target: 'es2023', logLevel: 'error' } as const;
  const out = (name: string) => join(folder, `${name}.mjs`);
  await build({
    ...common,
    entryPoints: ['src/index.ts'],
    outfile: out('client'),
    define: {
      setTimeout: 'faultsTime.setTimeout',
      clearTimeout: 'faultsTime.clearTimeout',
      'performance.now': 'faultsTime.now',
    },
  });
  for (const name of ['random', 'connect']) {
    const entry = join(import.meta.dirname, `${name}-program.ts`);
    await build({ ...common, entryPoints: [entry], outfile: out(name) });
  }
  await build({
    ...common,
    entryPoints: ['test/package/consumer/resend.ts'],
    outfile: out('resend'),
    alias: {
      'launchdarkly-iteration-contract': './src/index.ts',
      'launchdarkly-iteration-contract/experiment': './src/experiment.ts',
    },
  });
  return {
    client: pathToFileURL(out('client')).href,
    random: out('random'),
    connect: out('connect'),
    resend: out('resend'),
  };
}

/** Longer than any program takes, in seconds, on any machine: what is cut off then is not judged. */
const tooLong = 1_800;

/**
 * Runs a program in a runtime, and returns what it prints as JSON once it has ended by itself.
 *
 * @throws Error with what it printed, when it fails or prints something else.
 */
export async function runProgram<T>(
  runtime: Runtime,
  program: string,
  variables: Readonly<Record<string, string>>,
  trusting = false,
): Promise<T> {
  const { args = [], env = {} } = trusting ? runtime.trusting : {};
  const child = spawn(runtime.command, [...runtime.args, ...args, program], {
    env: { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', ...env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: tooLong * 1000,
  });
  const end = new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? code)).on('error', resolve);
  });
  const [printed, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  try {
    if ((await end) !== 0) throw new Error(`${await end}`);
    return JSON.parse(printed);
  } catch (error) {
    const all = `${printed.slice(0, 1_000)}\n${complaints.slice(0, 4_000)}`;
    throw new Error(`${runtime.name} ended with ${error instanceof Error ? error.message : error}:\n${all}`);
  }
}
