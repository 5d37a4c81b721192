/** `ld-iteration mock`. */
import { Option } from 'commander';
import type { MockReport, MockSeed, MockServer, MockServerOptions } from '../mock/server.ts';
import type { CommandDefinition } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { readOnly } from './input.ts';
import { styled } from './output.ts';
import { listenAddress, type ServingFlags, serve, warnIfPublic } from './serving.ts';
import { InputError } from './source.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** The flags of `ld-iteration mock`. */
export interface MockFlags extends ServingFlags {
  scenario: string;
  static?: boolean;
  stateful?: boolean;
  existingDraft?: 'replace' | 'refuse';
  seed?: string;
  log: string;
}

/** `ld-iteration mock`: serves the mock until a signal ends it, and prints how many requests it received. */
export async function mock(terminal: Terminal, flags: MockFlags): Promise<number> {
  const { stdout, stderr } = terminal;
  const { log, host, scenario, static: isStatic = false } = flags;
  if (log !== 'line' && log !== 'json' && log !== 'silent') throw new UsageError('--log must be line, json or silent.');
  const address = listenAddress(flags);
  const stateful = await readStateful(terminal, flags);
  let count = 0;
  const onReport = (report: MockReport) => {
    count += 1;
    if (log !== 'silent') stderr.line(log === 'json' ? asJson(report) : asLine(report));
  };
  const start = async (): Promise<MockServer> => {
    const { startMockServer } = await import('../mock/server.ts');
    // For an unknown name, the error lists the known ones.
    const options = { ...address, scenario, static: isStatic, stateful, onReport } as MockServerOptions;
    return startMockServer(options);
  };
  await serve(terminal, start, ({ url }) => {
    stdout.line('The experiments API, mocked: ', styled('bold', url));
    stderr.line(`Scenario ${scenario}. GET ${url}/ lists all scenarios. Press Ctrl-C to stop.`);
    if (stateful) stderr.line(`It remembers experiments. POST ${url}/__reset starts over.`);
    warnIfPublic(terminal, host);
  });
  stderr.line(`${count} request${count === 1 ? '' : 's'}`);
  return exitCodes.ok;
}

/** Reads the options of a stateful mock. */
async function readStateful(terminal: Terminal, flags: MockFlags): Promise<MockServerOptions['stateful']> {
  const { stateful = false, existingDraft, seed: file } = flags;
  if (!stateful && (existingDraft !== undefined || file !== undefined)) {
    throw new UsageError('--existing-draft and --seed need a stateful mock: pass --stateful too.');
  }
  return stateful && { existingDraft, seed: file === undefined ? undefined : await readSeedFile(terminal, file) };
}

/** Reads the seed from a file, so that an error names the line and column. */
async function readSeedFile(terminal: Terminal, file: string): Promise<MockSeed> {
  const { readSeed, SeedError } = await import('../mock/life/seed.ts');
  const input = await readOnly(file, terminal, 'seed');
  try {
    readSeed(input.value as MockSeed);
    return input.value as MockSeed;
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    throw new InputError(input.file, input.locate(error.path), error.message.replace(/\.$/, ''));
  }
}

function asJson(report: MockReport): string {
  return JSON.stringify({ ...report, ms: Math.round(report.ms * 10) / 10 });
}

function asLine({ method, path, status, ms, scenario, problem, note }: MockReport): string {
  return [method, path, status, `${ms.toFixed(1)} ms`, scenario, problem, note && `note: ${note}`]
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
      .option('--scenario <name>', 'how to respond to requests that choose no response', 'echo')
      .option('--static', "respond with the contract's example instead of an echo")
      .option('--stateful', 'remember the iterations of each experiment')
      .addOption(
        new Option('--existing-draft <rule>', 'what to do if a draft already exists').choices(['replace', 'refuse']),
      )
      .option('--seed <file>', 'YAML or JSON with the experiments to begin with')
      .option('--log <style>', 'line, json or silent', 'line'),
  help: `
Examples:
  npx launchdarkly-iteration-contract mock --port auto --scenario rate-limited-once
  npx launchdarkly-iteration-contract mock --stateful --seed experiments.yaml

It accepts any access token. A stateful mock changes an experiment by the rules that LaunchDarkly documents
and, where it documents none, by rules observed in practice, which the log points out. What LaunchDarkly does
if a draft already exists is not known: here it is replaced. A seed has what Get experiment returns:
  experiments:
    - projectKey: my-project
      experiment: { key: checkout-button, environmentKey: production }
  flagsOff:
    - { projectKey: my-project, environmentKey: production, flagKey: button }`,
  run: (terminal, command) => mock(terminal, command.opts()),
};
