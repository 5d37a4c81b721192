/**
 * Measures the mock against `prism mock` on the same bundle, one after the other: the time from the start of the process to its
 * first response, and the requests that one process serves a second over ten connections, all equal and all different.
 * Then it attacks the mock, and says how much memory it takes afterwards. Prints medians and ratios.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { quietEnvironment } from '../scripts/lib/redocly.ts';
import { requestExamples } from '../test/support/document.ts';
import { load, requestBytes } from './load.ts';

const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli');
const rounds = Number(process.argv[2] ?? 5);
const requests = 10_000;
const example = requestExamples.find(([name]) => name === 'two-treatments')?.[1] as object;
const equal = () => same;
const same = requestBytes(JSON.stringify(example));
const different = (index: number) =>
  requestBytes(JSON.stringify({ ...example, hypothesis: `Number ${String(index).padStart(9, '0')}` }));

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
const names = Object.keys(contenders) as Contender[];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a contender and returns when it has responded for the first time. */
async function started(name: Contender): Promise<{ child: ChildProcess; port: number; ms: number }> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, contenders[name](port), { stdio: 'ignore', env: quietEnvironment });
  for (;;) {
    const responded = await load({ port, request: equal, requests: 1, connections: 1 }).then(
      ({ statuses }) => statuses['200'] === 1,
      () => false,
    );
    if (responded) return { child, port, ms: performance.now() - start };
    if (child.exitCode !== null || performance.now() - start > 30_000) throw new Error(`${name} does not start.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill();
  await new Promise((resolve) => child.once('exit', resolve));
}

interface Figures {
  start: number;
  equal: number;
  different: number;
}

async function measure(name: Contender): Promise<Figures> {
  const { child, port, ms } = await started(name);
  const perSecond = async (request: (index: number) => string) => {
    const result = await load({ port, request, requests, connections: 10 });
    if (result.statuses['200'] !== requests) throw new Error(`${name} responded ${JSON.stringify(result.statuses)}`);
    return result.perSecond;
  };
  try {
    await perSecond(equal);
    return { start: ms, equal: await perSecond(equal), different: await perSecond(different) };
  } finally {
    await stop(child);
  }
}

/** Sends the mock what once ended or blocked it, and returns the memory that it takes then, in megabytes. */
async function memoryAfterAttack(): Promise<{ before: number; after: number; slowest: number }> {
  const { child, port } = await started('ld-iteration mock');
  const resident = () =>
    Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1_024;
  const base = { hypothesis: 'h', primarySingleMetricKey: 'm', treatments: [], flags: {}, metrics: [] };
  const bodies = [
    ...Array.from({ length: 99 }, (_, index) => ({ ...base, hypothesis: `h${index}`, metrics: Array(16_000).fill(1) })),
    { ...base, flags: Object.fromEntries(Array.from({ length: 16_000 }, (_, index) => [`flag-number-${index}`, {}])) },
    { ...base, flags: { ['k'.repeat(8_000)]: 5 } },
    {
      ...base,
      flags: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${'旗'.repeat(130)}${index}`, 5])),
    },
  ];
  let slowest = 0;
  try {
    const before = resident();
    for (const body of bodies) {
      const start = performance.now();
      const request = () => requestBytes(JSON.stringify(body));
      await load({ port, request, requests: 1, connections: 1 });
      slowest = Math.max(slowest, performance.now() - start);
    }
    return { before, after: resident(), slowest };
  } finally {
    await stop(child);
  }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const results: Record<Contender, Figures[]> = { 'prism mock': [], 'ld-iteration mock': [] };
for (let round = 0; round < rounds; round += 1) {
  for (const name of names) results[name].push(await measure(name));
}
const of = (name: Contender, figure: keyof Figures) => median(results[name].map((result) => result[figure]));
console.log(`Medians of ${rounds} rounds, one after the other, one process, 10 connections; the mock echoes`);
console.log('                    first response   equal requests   different requests');
for (const name of names) {
  const [start, ...perSecond] = (['start', 'equal', 'different'] as const).map((figure) => of(name, figure).toFixed(0));
  console.log(
    `${name.padEnd(18)} ${`${start} ms`.padStart(15)} ${perSecond.map((one) => `${one}/s`.padStart(17)).join('')}`,
  );
}
const ratio = (figure: keyof Figures) => of('ld-iteration mock', figure) / of('prism mock', figure);
console.log(
  `ratio              ${ratio('start').toFixed(2).padStart(15)} ${ratio('equal').toFixed(1).padStart(16)} ${ratio('different').toFixed(1).padStart(16)}`,
);
if (process.platform === 'linux') {
  const { before, after, slowest } = await memoryAfterAttack();
  console.log(
    `after the attack: ${after.toFixed(0)} MB of memory, ${before.toFixed(0)} MB before; slowest response ${slowest.toFixed(0)} ms`,
  );
}
