import cluster from 'node:cluster';
import type { MockServer, MockServerOptions } from '../mock/server.ts';
import { UsageError } from './input.ts';
import { exitCodes, print, styled, type Terminal } from './output.ts';
import { addressOf, interrupted, type ServingFlags, warnOfOthers, withPrism } from './serving.ts';

/** The flags of `ld-iteration mock`. */
export interface MockFlags extends ServingFlags {
  scenario: string;
  static?: boolean;
  log: string;
  workers: string;
}

/** `ld-iteration mock`: serves the mock until it is interrupted. */
export async function mock(terminal: Terminal, flags: MockFlags): Promise<number> {
  if (!/^[1-9]\d?$/.test(flags.workers)) throw new UsageError('--workers is a whole number from 1 to 99.');
  const workers = Number(flags.workers);
  const options = optionsOf(flags);
  const server = workers > 1 ? await startWorkers(options, workers) : await start(options);
  // Heard from now on: whoever reads that it serves may interrupt it at once.
  const end = interrupted(terminal);
  if (cluster.isPrimary) announce(terminal, server, options, workers);
  await end;
  await server.close();
  return exitCodes.ok;
}

function optionsOf({ scenario, static: isStatic = false, log, ...flags }: MockFlags): MockServerOptions {
  if (log !== 'line' && log !== 'json' && log !== 'silent') throw new UsageError('--log is line, json or silent.');
  return { ...addressOf(flags), scenario, static: isStatic, log };
}

function start(options: MockServerOptions): Promise<MockServer> {
  return withPrism(async () => {
    const { startMockServer } = await import('../mock/server.ts');
    return startMockServer(options);
  });
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
  warnOfOthers(terminal, host ?? '127.0.0.1');
}
