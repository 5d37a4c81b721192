import { type Terminal, UsageError } from './terminal.ts';

/** The flags of a command that serves. */
export interface ServingFlags {
  /** A number, or `auto`. */
  port: string;
  host: string;
}

/** Where to listen. `auto` takes the next free port from 4010. */
export function addressOf({ port, host }: ServingFlags): { port: number; auto: boolean; host: string } {
  const auto = port === 'auto';
  if (!auto && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)) {
    throw new UsageError('--port is a whole number or auto.');
  }
  return { port: auto ? 4010 : Number(port), auto, host };
}

/**
 * Starts what needs Prism, an optional peer of the package: the other commands do without.
 *
 * @param load Imports and starts it.
 */
export async function withPrism<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const needsPrism = code === 'ERR_MODULE_NOT_FOUND' && message.includes('@stoplight');
    const install = 'This needs Prism: npm install @stoplight/prism-core @stoplight/prism-http';
    throw new UsageError(needsPrism ? install : message);
  }
}

/** Says so where not only this machine can call. */
export function warnOfOthers({ stderr }: Terminal, host: string): void {
  if (/^(127\.|localhost$|::1$)/.test(host)) return;
  stderr.line(`Listening on ${host}: whoever reaches this machine can call.`);
}

/** Resolves when the user interrupts the command. */
export function interrupted(terminal: Terminal): Promise<void> {
  const signal = terminal.interruption();
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
