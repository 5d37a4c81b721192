import cluster from 'node:cluster';
import type { MockServer, MockServerOptions } from '../mock/server.ts';
import { UsageError } from './input.ts';
import { exitCodes, print, styled, type Terminal } from './output.ts';

/** The flags of `ld-iteration mock`. */
export interface MockFlags {
  port: string;
  host: string;
  scenario: string;
  static?: boolean;
  log: string;
  workers: string;
}

/** `ld-iteration mock`: serves the mock until it is interrupted. */
export async function mock(terminal: Terminal, flags: MockFlags): Promise<number> {
  const workers = wholeNumber('--workers', flags.workers);
  const options = optionsOf(flags);
  const server = workers > 1 ? await startWorkers(options, workers) : await start(options);
  if (cluster.isPrimary) announce(terminal, server, options, workers);
  const signal = terminal.interruption();
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.close();
  return exitCodes.ok;
}

function optionsOf({ port, host, scenario, static: isStatic = false, log }: MockFlags): MockServerOptions {
  if (log !== 'line' && log !== 'json' && log !== 'silent') throw new UsageError('--log is line, json or silent.');
  const auto = port === 'auto';
  return { port: auto ? 4010 : wholeNumber('--port', port), auto, host, scenario, static: isStatic, log };
}

function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`${flag} is a whole number${flag === '--port' ? ' or auto' : ''}.`);
}

async function start(options: MockServerOptions): Promise<MockServer> {
  try {
    // Loaded here, for Prism is an optional peer of the package: the other commands do without.
    const { startMockServer } = await import('../mock/server.ts');
    return await startMockServer(options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const needsPrism = code === 'ERR_MODULE_NOT_FOUND' && message.includes('@stoplight');
    throw new UsageError(
      needsPrism ? 'The mock needs Prism: npm install @stoplight/prism-core @stoplight/prism-http' : message,
    );
  }
}

/** Serves from several processes on one port; each has counts of its own for the scenarios that go in turns. */
async function startWorkers(options: MockServerOptions, workers: number): Promise<MockServer> {
  if (!cluster.isPrimary) return start({ ...options, auto: false });
  const ready = Array.from({ length: workers }, () => {
    const worker = cluster.fork();
    return new Promise<number>((resolve, reject) => {
      worker.once('listening', ({ port }) => resolve(port));
      worker.once('exit', () => reject(new UsageError(`The workers could not listen on port ${options.port}.`)));
    });
  });
  const [port = 0] = await Promise.all(ready);
  return {
    url: `http://${options.host}:${port}`,
    port,
    close: () => new Promise((resolve) => cluster.disconnect(resolve)),
  };
}

function announce(terminal: Terminal, { url }: MockServer, { host, scenario }: MockServerOptions, workers: number) {
  const { stdout, stderr } = terminal;
  print(stdout, `Create iteration, mocked: ${styled(terminal, stdout, 'bold', url)}`);
  print(
    stderr,
    `Scenario ${scenario}${workers > 1 ? `, ${workers} workers` : ''}. GET ${url}/ lists them all. Ctrl-C stops.`,
  );
  if (!/^(127\.|localhost$|::1$)/.test(host ?? '')) {
    print(stderr, `Listening on ${host}: whoever reaches this machine can call the mock.`);
  }
}
