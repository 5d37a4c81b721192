/** What the commands that serve share. */
import { type Terminal, UsageError } from './terminal.ts';

/** The flags of a command that serves. */
export interface ServingFlags {
  /** A number, or `auto`. */
  port: string;
  host: string;
}

/** Where to listen. `auto` takes the next free port from 4010. */
export function listenAddress({ port, host }: ServingFlags): { port: number; auto: boolean; host: string } {
  const auto = port === 'auto';
  if (!auto && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)) {
    throw new UsageError('--port must be a whole number below 65536, or auto.');
  }
  return { port: auto ? 4010 : Number(port), auto, host };
}

/**
 * Serves until a signal ends the process.
 *
 * @param start Starts the server; what it throws is a mistake in the flags.
 * @param announce Says where it listens.
 */
export async function serve<Server extends { url: string; close(): Promise<void> }>(
  terminal: Terminal,
  start: () => Promise<Server>,
  announce: (server: Server) => void,
): Promise<void> {
  // Listen from the start: the first process of a container ignores a signal that has no listener.
  const signal = terminal.interruption();
  const interrupted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const server = await start().catch((error: Error) => {
    throw new UsageError(error.message);
  });
  announce(server);
  await interrupted;
  await server.close();
}

/** Warns if other machines can call it. */
export function warnIfPublic({ stderr }: Terminal, host: string): void {
  if (/^(127\.|localhost$|\[?::1\]?$)/.test(host)) return;
  stderr.line(`Listening on ${host || 'every address'}: anyone who can reach this machine can call it.`);
}
