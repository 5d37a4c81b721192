/** `ld-iteration proxy`. */

import type { ProxyReport } from '../proxy/server.ts';
import { exitCodes, legible, print, styled, type Terminal } from './output.ts';
import { listenAddress, type ServingFlags, serve, warnIfPublic } from './serving.ts';

/** The flags of `ld-iteration proxy`. */
export interface ProxyFlags extends ServingFlags {
  upstream: string;
  errors?: boolean;
  json?: boolean;
}

/**
 * `ld-iteration proxy`: passes requests on to an upstream and prints what breaks the contract, until it is told to stop.
 *
 * @returns The exit code: 1 if any response of the contract's operations broke the contract, or could not be checked.
 */
export async function proxy(terminal: Terminal, flags: ProxyFlags): Promise<number> {
  const { stdout, stderr } = terminal;
  const counts: Counts = { requests: 0, checked: 0, unchecked: 0, brokenResponses: 0, brokenRequests: 0, notes: 0 };
  const onReport = (report: ProxyReport) => {
    count(counts, report);
    print(stdout, flags.json ? asJson(report) : asLines(terminal, report));
  };
  const { upstream, errors = false, host } = flags;
  const address = listenAddress(flags);
  const start = async () => {
    const { startProxyServer } = await import('../proxy/server.ts');
    return startProxyServer({ ...address, upstream, errors, onReport });
  };
  await serve(terminal, start, ({ url }) => {
    print(stderr, `Passing requests from ${url} on to ${upstream}. Ctrl-C stops.`);
    warnIfPublic(terminal, host);
  });
  print(flags.json ? stderr : stdout, totals(counts));
  return counts.brokenResponses + counts.unchecked > 0 ? exitCodes.notCreated : exitCodes.ok;
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
  return legible(JSON.stringify({ ...report, ms: Math.round(report.ms * 10) / 10 }));
}

function asLines(terminal: Terminal, { method, path, status, ms, response, issues }: ProxyReport): string {
  const details = issues.map(({ where, pointer, rule, message, breaking }) => {
    const label = styled(terminal, terminal.stdout, breaking ? 'red' : 'dim', breaking ? 'error' : 'note');
    return `  ${label} ${legible(`${where}${pointer} ${rule}: ${message}`)}`;
  });
  const unchecked = response === 'unchecked' ? ` ${styled(terminal, terminal.stdout, 'red', 'unchecked')}` : '';
  return [legible(`${method} ${path} ${status} ${ms.toFixed(1)} ms`) + unchecked, ...details].join('\n');
}
