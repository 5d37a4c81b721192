/** What the commands share: how they fail, the programs that they run, and the files that they read and write. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempDisposableSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a command. An error is printed, without its stack, and ends the process with an exit code. */
export async function runCommand(exitCode: number, run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = exitCode;
  }
}

/** Runs a program in the working directory and returns its output. If it fails, throws all of its output. */
export function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${error?.message ?? `${stdout}${stderr}`.trim()}`);
  return stdout;
}

/** Runs git as `run` does. */
export const git = (...args: string[]) => run('git', ...args);

/** The text of a file; undefined where there is none. */
export function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Makes a folder that goes with the scope of the `using` that holds it. */
export function temporaryFolder(): { path: string } & Disposable {
  return mkdtempDisposableSync(join(realpathSync(tmpdir()), 'contract-'));
}
