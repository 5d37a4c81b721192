/** `ld-iteration mock`. */
import type { MockReport, MockServer, MockServerOptions } from '../mock/server.ts';
import type { CommandDefinition } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { styled } from './output.ts';
import { listenAddress, type ServingFlags, serve, warnIfPublic } from './serving.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** The flags of `ld-iteration mock`. */
export interface MockFlags extends ServingFlags {
  scenario: string;
  static?: boolean;
  log: string;
}

/** `ld-iteration mock`: serves the mock until it is told to stop, and prints how many requests it had. */
export async function mock(terminal: Terminal, flags: MockFlags): Promise<number> {
  const { stdout, stderr } = terminal;
  const { log, host, scenario, static: isStatic = false } = flags;
  if (log !== 'line' && log !== 'json' && log !== 'silent') throw new UsageError('--log is line, json or silent.');
  const address = listenAddress(flags);
  let count = 0;
  const onReport = (report: MockReport) => {
    count += 1;
    if (log !== 'silent') stderr.line(log === 'json' ? asJson(report) : asLine(report));
  };
  const start = async (): Promise<MockServer> => {
    const { startMockServer } = await import('../mock/server.ts');
    // An unknown name is refused with those there are.
    const options = { ...address, scenario, static: isStatic, onReport } as MockServerOptions;
    return startMockServer(options);
  };
  await serve(terminal, start, ({ url }) => {
    stdout.line('The experiments API, mocked: ', styled('bold', url));
    stderr.line(`Scenario ${scenario}. GET ${url}/ lists them all. Ctrl-C stops.`);
    warnIfPublic(terminal, host);
  });
  stderr.line(`${count} request${count === 1 ? '' : 's'}`);
  return exitCodes.ok;
}

function asJson(report: MockReport): string {
  return JSON.stringify({ ...report, ms: Math.round(report.ms * 10) / 10 });
}

function asLine({ method, path, status, ms, scenario, problem }: MockReport): string {
  return [method, path, status, `${ms.toFixed(1)} ms`, scenario, problem]
    .filter((part) => part !== undefined)
    .join('  ');
}

export const mockCommand: CommandDefinition = {
  name: 'mock',
  summary: 'serve a mock of the operations',
  exitCodes: [exitCodes.ok, exitCodes.usage, exitCodes.internal],
  configure: (command) =>
    void command
      .option('--port <number>', 'the port, 0 for a free one, or auto for the next free one from 4010', '4010')
      .option('--host <address>', 'the address to listen on', '127.0.0.1')
      .option('--scenario <name>', 'how to respond to requests that ask for nothing', 'echo')
      .option('--static', "respond with the contract's example instead of an echo")
      .option('--log <style>', 'line, json or silent', 'line'),
  help: `
Example:
  npx launchdarkly-iteration-contract mock --port auto --scenario rate-limited-once

It takes any access token.`,
  run: (terminal, command) => mock(terminal, command.opts()),
};
