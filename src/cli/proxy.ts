/** `ld-iteration proxy`. */
import type { ProxyReport } from '../proxy/server.ts';
import type { CommandDefinition } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { type Output, styled } from './output.ts';
import { listenAddress, type ServingFlags, serve, warnIfPublic } from './serving.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `ld-iteration proxy`. */
export interface ProxyFlags extends ServingFlags {
  upstream: string;
  errors?: boolean;
  json?: boolean;
}

/**
 * `ld-iteration proxy`: forwards requests to an upstream and prints what breaks the contract, until a signal ends it.
 *
 * @returns The exit code: 1 if any response of the contract's operations broke the contract, or could not be checked.
 */
export async function proxy(terminal: Terminal, flags: ProxyFlags): Promise<number> {
  const { stdout, stderr } = terminal;
  const counts: Counts = { requests: 0, checked: 0, unchecked: 0, brokenResponses: 0, brokenRequests: 0, notes: 0 };
  const onReport = (report: ProxyReport) => {
    count(counts, report);
    if (flags.json) stdout.line(asJson(report));
    else printReport(stdout, report);
  };
  const { upstream, errors = false, host } = flags;
  const address = listenAddress(flags);
  const start = async () => {
    const { startProxyServer } = await import('../proxy/server.ts');
    return startProxyServer({ ...address, upstream, errors, onReport });
  };
  await serve(terminal, start, ({ url }) => {
    stderr.line(`Forwarding requests from ${url} to ${upstream}. Press Ctrl-C to stop.`);
    warnIfPublic(terminal, host);
  });
  (flags.json ? stderr : stdout).line(totals(counts));
  return counts.brokenResponses + counts.unchecked > 0 ? exitCodes.notApplied : exitCodes.ok;
}

type Counts = Record<'requests' | 'checked' | 'unchecked' | 'brokenResponses' | 'brokenRequests' | 'notes', number>;

function count(counts: Counts, { issues, response }: ProxyReport): void {
  const breaks = (part: 'request' | 'response') => issues.some(({ where, breaking }) => breaking && where === part);
  counts.requests += 1;
  counts.checked += Number(response === 'checked');
  counts.unchecked += Number(response === 'unchecked');
  counts.brokenResponses += Number(breaks('response'));
  counts.brokenRequests += Number(breaks('request'));
  counts.notes += issues.filter(({ breaking }) => !breaking).length;
}

function totals({ requests, checked, unchecked, brokenResponses, brokenRequests, notes }: Counts): string {
  const plural = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const broken = `${plural(brokenResponses, 'response')} and ${plural(brokenRequests, 'request')} broke the contract`;
  const checks = `${plural(checked, 'response')} checked, ${unchecked} could not be checked`;
  return `${plural(requests, 'request')}, ${checks}: ${broken}, ${plural(notes, 'note')}`;
}

function asJson(report: ProxyReport): string {
  return JSON.stringify({ ...report, ms: Math.round(report.ms * 10) / 10 });
}

function printReport(stdout: Output, { method, path, status, ms, response, issues }: ProxyReport): void {
  const unchecked = response === 'unchecked' ? [' ', styled('red', 'unchecked')] : [];
  stdout.line(`${method} ${path} ${status} ${ms.toFixed(1)} ms`, ...unchecked);
  for (const { where, pointer, rule, message, breaking } of issues) {
    const label = styled(breaking ? 'red' : 'dim', breaking ? 'error' : 'note');
    stdout.line('  ', label, ` ${where}${pointer} ${rule}: ${message}`);
  }
}

export const proxyCommand: CommandDefinition = {
  name: 'proxy',
  summary: 'forward requests to an upstream and report what breaks the contract',
  exitCodes: [exitCodes.ok, exitCodes.notApplied, exitCodes.usage, exitCodes.internal],
  configure: (command) =>
    void command
      .requiredOption('--upstream <URL>', 'where the requests go')
      .option('--port <number>', 'the port, 0 for a free one, or auto for the next free one from 4010', '4010')
      .option('--host <address>', 'the address to listen on', '127.0.0.1')
      .option('--errors', 'send 502 in place of a response that breaks the contract')
      .option('--json', 'print each report as JSON'),
  help: `
Example:
  npx launchdarkly-iteration-contract proxy --upstream https://app.launchdarkly.com --port 4011

The access token is that of each request; it passes through and is never shown.`,
  run: (terminal, command) => proxy(terminal, command.opts()),
};
