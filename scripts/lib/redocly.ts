/** Runs the Redocly command line that is installed here, quietly. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const bin = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/** Redocly makes no network calls: telemetry, update checks and announcements are off. */
export const quietEnvironment = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  REDOCLY_SUPPRESS_NOTIFICATIONS: 'true',
};

/** What a run printed, and its exit status. */
export interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs Redocly in `cwd`. */
export async function redocly(args: string[], cwd = process.cwd()): Promise<Run> {
  const options = { cwd, env: quietEnvironment, maxBuffer: 256 * 1024 * 1024 };
  const run = promisify(execFile)(process.execPath, [bin, ...args], options);
  run.child.stdin?.end();
  const failed = (error: { code?: unknown } & Omit<Run, 'status'>) => {
    if (typeof error.code !== 'number') throw error;
    return { status: error.code, stdout: error.stdout, stderr: error.stderr };
  };
  return run.then((printed) => ({ status: 0, ...printed }), failed);
}
