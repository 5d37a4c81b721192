/** `ld-iteration mock`. */

import type { MockReport, MockServer, MockServerOptions } from '../mock/server.ts';
import { UsageError } from './input.ts';
import { exitCodes, legible, print, styled, type Terminal } from './output.ts';
import { listenAddress, type ServingFlags, serve, warnIfPublic } from './serving.ts';

/** The flags of `ld-iteration mock`. */
export interface MockFlags extends ServingFlags {
  scenario: string;
  static?: boolean;
  log: string;
}

/** `ld-iteration mock`: serves the mock until it is told to stop, and prints how many requests it had. */
export async function mock(terminal: Terminal, flags: MockFlags): Promise<number> {
  const { log, host, scenario, static: isStatic = false } = flags;
  if (log !== 'line' && log !== 'json' && log !== 'silent') throw new UsageError('--log is line, json or silent.');
  const address = listenAddress(flags);
  let count = 0;
  const onReport = (report: MockReport) => {
    count += 1;
    if (log !== 'silent') print(terminal.stderr, legible(log === 'json' ? asJson(report) : asLine(report)));
  };
  const start = async (): Promise<MockServer> => {
    const { startMockServer } = await import('../mock/server.ts');
    // An unknown name is refused with those there are.
    const options = { ...address, scenario, static: isStatic, onReport } as MockServerOptions;
    return startMockServer(options);
  };
  await serve(terminal, start, ({ url }) => {
    print(terminal.stdout, `Create iteration, mocked: ${styled(terminal, terminal.stdout, 'bold', url)}`);
    print(terminal.stderr, `Scenario ${scenario}. GET ${url}/ lists them all. Ctrl-C stops.`);
    warnIfPublic(terminal, host);
  });
  print(terminal.stderr, `${count} request${count === 1 ? '' : 's'}`);
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
