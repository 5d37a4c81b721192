/** Runs the Redocly command line that is installed here, quietly. */
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

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

/** Runs Redocly in `cwd` and waits for it. */
export function redocly(args: string[], cwd: string): Run {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: quietEnvironment,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error) throw error;
  return { status: status ?? 1, stdout, stderr };
}

/** Runs Redocly in `cwd` without blocking. */
export async function startRedocly(args: string[], cwd: string): Promise<Run> {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: quietEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const read = async (stream: NodeJS.ReadableStream) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  };
  const ended = new Promise<number>((resolve, reject) =>
    child.on('error', reject).on('close', (code) => resolve(code ?? 1)),
  );
  const [stdout, stderr, status] = await Promise.all([read(child.stdout), read(child.stderr), ended]);
  return { status, stdout, stderr };
}
