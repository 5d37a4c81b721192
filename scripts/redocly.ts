import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const bin = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/** Nothing of Redocly's calls home: telemetry, update checks and announcements are off. */
export const quietEnvironment = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  REDOCLY_SUPPRESS_NOTIFICATIONS: 'true',
};

/** Runs the Redocly command line in `cwd` and returns what it printed and its exit status. */
export function redocly(args: string[], cwd: string): { status: number; stdout: string; stderr: string } {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: quietEnvironment,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { status: status ?? 1, stdout, stderr };
}

if (import.meta.main) {
  const { status, stdout, stderr } = redocly(process.argv.slice(2), process.cwd());
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status;
}
