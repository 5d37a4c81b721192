import cluster from 'node:cluster';
import type { MockServer, MockServerOptions } from '../mock/server.ts';
import type { CommandDefinition } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { styled } from './output.ts';
import { addressOf, interrupted, type ServingFlags, warnOfOthers, withPrism } from './serving.ts';
import { type Terminal, UsageError } from './terminal.ts';

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
  stdout.line('Create iteration, mocked: ', styled('bold', url));
  const processes = workers > 1 ? `, ${workers} workers` : '';
  stderr.line(`Scenario ${scenario}${processes}. GET ${url}/ lists them all. Ctrl-C stops.`);
  warnOfOthers(terminal, host ?? '127.0.0.1');
}

export const mockCommand: CommandDefinition = {
  name: 'mock',
  summary: 'serve a mock of the operation',
  exitCodes: [exitCodes.ok, exitCodes.usage, exitCodes.internal],
  configure: (command) =>
    void command
      .option('--port <number>', 'the port, 0 for a free one, or auto for the next free one from 4010', '4010')
      .option('--host <address>', 'the address to listen on', '127.0.0.1')
      .option('--scenario <name>', 'how to answer requests that ask for nothing', 'echo')
      .option('--static', "answer with the contract's example instead of an echo")
      .option('--log <style>', 'line, json or silent', 'line')
      .option('--workers <number>', 'processes to serve from', '1'),
  help: `
Example:
  npx launchdarkly-iteration-contract mock --port auto --scenario rate-limited-once

It takes any access token.`,
  run: (terminal, command) => mock(terminal, command.opts()),
};
