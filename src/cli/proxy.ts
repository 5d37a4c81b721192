import type { ProxyReport } from '../proxy/server.ts';
import type { CommandDefinition } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { type Output, styled } from './output.ts';
import { addressOf, interrupted, type ServingFlags, warnOfOthers, withPrism } from './serving.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `ld-iteration proxy`. */
export interface ProxyFlags extends ServingFlags {
  upstream: string;
  errors?: boolean;
  json?: boolean;
}

/**
 * `ld-iteration proxy`: passes requests on to an upstream and prints what breaks the contract, until it is interrupted.
 *
 * @returns The exit code: 1 if any answer broke the contract.
 */
export async function proxy(terminal: Terminal, flags: ProxyFlags): Promise<number> {
  const { stdout, stderr } = terminal;
  const counts = { requests: 0, brokenAnswers: 0, brokenRequests: 0, notes: 0 };
  const onReport = (report: ProxyReport) => {
    count(counts, report);
    if (flags.json) stdout.line(asJson(report));
    else printReport(stdout, report);
  };
  const { upstream, errors = false } = flags;
  const address = addressOf(flags);
  const server = await withPrism(async () => {
    const { startProxyServer } = await import('../proxy/server.ts');
    return startProxyServer({ ...address, upstream, errors, onReport });
  });
  // Heard from now on: whoever reads that it serves may interrupt it at once.
  const end = interrupted(terminal);
  stderr.line(`Passing requests from ${server.url} on to ${flags.upstream}. Ctrl-C stops.`);
  warnOfOthers(terminal, flags.host);
  await end;
  await server.close();
  (flags.json ? stderr : stdout).line(totals(counts));
  return counts.brokenAnswers > 0 ? exitCodes.notApplied : exitCodes.ok;
}

type Counts = Record<'requests' | 'brokenAnswers' | 'brokenRequests' | 'notes', number>;

function count(counts: Counts, { findings }: ProxyReport): void {
  const breaks = (part: 'request' | 'answer') => findings.some(({ where, breaking }) => breaking && where === part);
  counts.requests += 1;
  counts.brokenAnswers += Number(breaks('answer'));
  counts.brokenRequests += Number(breaks('request'));
  counts.notes += findings.filter(({ breaking }) => !breaking).length;
}

function totals({ requests, brokenAnswers, brokenRequests, notes }: Counts): string {
  const plural = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const broken = `${plural(brokenAnswers, 'answer')} and ${plural(brokenRequests, 'request')} broke the contract`;
  return `${plural(requests, 'request')}: ${broken}, ${plural(notes, 'note')}`;
}

function asJson(report: ProxyReport): string {
  return JSON.stringify({ ...report, ms: Math.round(report.ms * 10) / 10 });
}

function printReport(stdout: Output, { method, path, status, ms, findings }: ProxyReport): void {
  stdout.line(`${method} ${path} ${status} ${ms.toFixed(1)} ms`);
  for (const { where, pointer, rule, message, breaking } of findings) {
    const label = styled(breaking ? 'red' : 'dim', breaking ? 'error' : 'note');
    stdout.line('  ', label, ` ${where}${pointer} ${rule}: ${message}`);
  }
}

export const proxyCommand: CommandDefinition = {
  name: 'proxy',
  summary: 'pass requests on to an upstream and report what breaks the contract',
  exitCodes: [exitCodes.ok, exitCodes.notApplied, exitCodes.usage, exitCodes.internal],
  configure: (command) =>
    void command
      .requiredOption('--upstream <URL>', 'where the requests go')
      .option('--port <number>', 'the port, 0 for a free one, or auto for the next free one from 4010', '4010')
      .option('--host <address>', 'the address to listen on', '127.0.0.1')
      .option('--errors', 'answer 502 in place of an answer that breaks the contract')
      .option('--json', 'print each report as JSON'),
  help: `
Example:
  npx launchdarkly-iteration-contract proxy --upstream https://app.launchdarkly.com --port 4011

The access token is that of each request; it passes through and is never shown.`,
  run: (terminal, command) => proxy(terminal, command.opts()),
};
