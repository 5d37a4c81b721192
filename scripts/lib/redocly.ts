/** Runs the Redocly command line that is installed here, quietly. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const bin = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/** Redocly makes no network calls: telemetry, update checks and announcements are off. */
export const quietEnvironment = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  REDOCLY_SUPPRESS_NOTIFICATIONS: 'true',
};

/** Runs Redocly without input. Returns what it printed, and its exit status. */
export async function redocly(args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [bin, ...args], { env: quietEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await once(child, 'close');
  const [stdout, stderr] = await printed;
  // A run that is killed has no status.
  return { status: status ?? 1, stdout, stderr };
}
