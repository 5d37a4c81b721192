/**
 * Measures the mock against `prism mock` on the same bundle, in turns: the time from the start of the process to its
 * first answer, and the requests that one process serves a second over ten connections. Prints medians and ratios.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { quietEnvironment } from '../scripts/lib/redocly.ts';
import { requestExamples } from '../test/support/document.ts';
import { load, requestBytes } from './load.ts';

const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli');
const rounds = Number(process.argv[2] ?? 5);
const body = JSON.stringify(requestExamples.find(([name]) => name === 'two-treatments')?.[1]);
const request = requestBytes(body);

const contenders = {
  'prism mock': (port: number) => [
    prism,
    'mock',
    'generated/openapi.json',
    '--port',
    String(port),
    '--verboseLevel',
    'error',
  ],
  'ld-iteration mock': (port: number) => ['dist/cli/main.js', 'mock', '--port', String(port), '--log', 'silent'],
};
type Contender = keyof typeof contenders;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a contender and returns when its first request is answered. */
async function started(name: Contender): Promise<{ child: ChildProcess; port: number; ms: number }> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, contenders[name](port), { stdio: 'ignore', env: quietEnvironment });
  for (;;) {
    const answered = await load({ port, request, requests: 1, connections: 1 }).then(
      ({ statuses }) => statuses['200'] === 1,
      () => false,
    );
    if (answered) return { child, port, ms: performance.now() - start };
    if (child.exitCode !== null || performance.now() - start > 30_000) throw new Error(`${name} does not start.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function measure(name: Contender): Promise<{ start: number; perSecond: number }> {
  const { child, port, ms } = await started(name);
  try {
    await load({ port, request, requests: 10_000, connections: 10 });
    const { perSecond, statuses } = await load({ port, request, requests: 10_000, connections: 10 });
    if (statuses['200'] !== 10_000) throw new Error(`${name} answered ${JSON.stringify(statuses)}`);
    return { start: ms, perSecond };
  } finally {
    child.kill();
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const results: Record<Contender, { start: number; perSecond: number }[]> = {
  'prism mock': [],
  'ld-iteration mock': [],
};
for (let round = 0; round < rounds; round += 1) {
  for (const name of Object.keys(contenders) as Contender[]) results[name].push(await measure(name));
}
const of = (name: Contender, figure: 'start' | 'perSecond') => median(results[name].map((result) => result[figure]));
console.log(`Medians of ${rounds} rounds, in turns, one process, 10 connections, echo on`);
for (const name of Object.keys(contenders) as Contender[]) {
  const start = of(name, 'start').toFixed(0).padStart(6);
  console.log(
    `${name.padEnd(18)} first answer after ${start} ms ${of(name, 'perSecond').toFixed(0).padStart(8)} requests/s`,
  );
}
const startRatio = of('ld-iteration mock', 'start') / of('prism mock', 'start');
const speedRatio = of('ld-iteration mock', 'perSecond') / of('prism mock', 'perSecond');
console.log(`ratio to prism mock: start ${startRatio.toFixed(2)}, requests per second ${speedRatio.toFixed(1)}`);
