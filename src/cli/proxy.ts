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
 * `ld-iteration proxy`: passes requests on to an upstream and prints what breaks the contract, until it is interrupted.
 *
 * @returns The exit code: 1 if any answer broke the contract.
 */
export async function proxy(terminal: Terminal, flags: ProxyFlags): Promise<number> {
  const { stdout, stderr } = terminal;
  const counts = { requests: 0, brokenAnswers: 0, brokenRequests: 0, notes: 0 };
  const onReport = (report: ProxyReport) => {
    count(counts, report);
    print(stdout, flags.json ? asJson(report) : asLines(terminal, report));
  };
  const { upstream, errors = false } = flags;
  const address = listenAddress(flags);
  const start = async () => {
    const { startProxyServer } = await import('../proxy/server.ts');
    return startProxyServer({ ...address, upstream, errors, onReport });
  };
  await serve(terminal, start, ({ url }) => {
    print(stderr, `Passing requests from ${url} on to ${flags.upstream}. Ctrl-C stops.`);
    warnIfPublic(terminal, flags.host);
  });
  print(flags.json ? stderr : stdout, totals(counts));
  return counts.brokenAnswers > 0 ? exitCodes.notCreated : exitCodes.ok;
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
  return legible(JSON.stringify({ ...report, ms: Math.round(report.ms * 10) / 10 }));
}

function asLines(terminal: Terminal, { method, path, status, ms, findings }: ProxyReport): string {
  const details = findings.map(({ where, pointer, rule, message, breaking }) => {
    const label = styled(terminal, terminal.stdout, breaking ? 'red' : 'dim', breaking ? 'error' : 'note');
    return `  ${label} ${legible(`${where}${pointer} ${rule}: ${message}`)}`;
  });
  return [legible(`${method} ${path} ${status} ${ms.toFixed(1)} ms`), ...details].join('\n');
}
