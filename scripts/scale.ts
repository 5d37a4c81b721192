/** Puts nginx before two mocks, proves that both give the same answers, and says what the second one adds. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { createIteration } from '../generated/operations.js';
import { scenarios } from '../src/mock/scenarios.ts';
import { requestExamples } from '../test/support/document.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '4000' },
    connections: { type: 'string', default: '20' },
  },
});
const load = { requests: Number(values.requests), connections: Number(values.connections) };
const path = createIteration.path.replace(/\{\w+\}/g, 'key');
// Debian keeps nginx where the PATH of other users does not look.
const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` };
const children: ChildProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), 'scale-'));
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

if (spawnSync('nginx', ['-v'], { env }).error) {
  console.error('nginx is not installed; on Debian: apt-get install nginx-light');
  process.exit(2);
}
const [first, second] = [await startMock('first'), await startMock('second')];
const beforeOne = await startNginx('one', [first.port, first.port]);
const beforeBoth = await startNginx('both', [first.port, second.port]);
await compare([first.port, second.port, beforeBoth, beforeBoth, beforeBoth, beforeBoth]);
for (const { port } of [first, second]) await throughput(port, Math.min(1_000, load.requests));

const bare = await measure(first.port);
const one = await measure(beforeOne);
const both = await measure(beforeBoth);
const processors = availableParallelism();
console.log(`${load.requests} requests at ${load.connections} connections, ${processors} processors`);
console.log(`one process             ${line(bare)}`);
console.log(`one behind nginx        ${line(one)}`);
console.log(`two behind nginx        ${line(both)}`);
console.log(`two behind nginx, to one process ${ratio(both, bare)}, to one behind nginx ${ratio(both, one)}`);
if (processors < 4) console.log('The processes, nginx and the load share the processors: with four, each has its own.');
if ([bare, one].some(({ shares }) => shares[1] !== 0) || both.shares.some((share) => share === 0)) {
  throw new Error('The requests did not go where they should.');
}
await Promise.all(children.map((child) => stop(child)));

interface Measured {
  perSecond: number;
  /** How many requests each mock served. */
  shares: number[];
}

async function measure(port: number): Promise<Measured> {
  const before = [first.served(), second.served()];
  const perSecond = await throughput(port, load.requests);
  return { perSecond, shares: [first.served(), second.served()].map((served, index) => served - (before[index] ?? 0)) };
}

function line({ perSecond, shares }: Measured): string {
  return `${perSecond.toFixed(0)} requests/s, shared ${shares.join(' : ')}`;
}

function ratio(of: Measured, to: Measured): string {
  return (of.perSecond / to.perSecond).toFixed(2);
}

/** Starts a mock as it is deployed, with its log in a file, which tells how many requests it has served. */
async function startMock(name: string): Promise<{ port: number; served: () => number }> {
  const log = join(folder, `${name}.log`);
  const command = ['src/cli/main.ts', 'mock', '--port', '0', '--log', 'json'];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', openSync(log, 'w')] });
  children.push(child);
  const gone = once(child, 'exit').then(() => Promise.reject(new Error(readFileSync(log, 'utf8'))));
  const [line] = await Promise.race([once(child.stdout as NodeJS.EventEmitter, 'data'), gone]);
  gone.catch(() => {});
  const port = Number(/:(\d+)\s*$/.exec(String(line))?.[1]);
  return { port, served: () => readFileSync(log, 'utf8').split('\n{').length - 1 };
}

/** Starts nginx with the configuration that is deployed, but for its ports. */
async function startNginx(name: string, ports: number[]): Promise<number> {
  const prefix = join(folder, name);
  mkdirSync(prefix);
  const port = await freePort();
  const real: Record<string, number | undefined> = { 4010: port, 4011: ports[0], 4012: ports[1] };
  const configuration = readFileSync('deploy/nginx.conf', 'utf8');
  writeFileSync(
    join(prefix, 'nginx.conf'),
    configuration.replace(/(127\.0\.0\.1:)(\d+)/g, (_all, host, asDeployed) => `${host}${real[asDeployed]}`),
  );
  // One process, which belongs to whoever starts it, so that it can be stopped and can write to the folder.
  const flags = ['-p', prefix, '-c', 'nginx.conf', '-e', 'error.log', '-g', 'daemon off; master_process off;'];
  const child = spawn('nginx', flags, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(child);
  for (const deadline = Date.now() + 10_000; ; await delay(20)) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}.`);
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.ok) return port;
    if (Date.now() > deadline) throw new Error('nginx does not answer.');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

type Sent = Required<Pick<RequestInit, 'headers' | 'body'>>;

/** Sends a request and gives what must be equal in every answer to it: time is in the other headers. */
async function send(port: number, { headers, body }: Sent): Promise<object> {
  const all = { authorization: 'api-key', 'content-type': 'application/json', ...headers };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: all, body });
  const [type, violations] = ['content-type', 'sl-violations'].map((name) => answer.headers.get(name));
  return { status: answer.status, type, violations, body: await answer.text() };
}

/** Sends every kind of request to every port, and throws when two answers to one request differ. */
async function compare(ports: number[]): Promise<void> {
  const bodies = requestExamples.map(([, example]) => JSON.stringify(example));
  // A scenario that goes in turns counts in each process by itself.
  const steady = Object.entries(scenarios).filter(([, { turns }]) => turns.length === 1 && !turns[0]?.delayMs);
  const requests: Sent[] = [
    ...bodies.map((body) => ({ body, headers: {} })),
    ...steady.map(([name]) => ({ body: bodies[0] ?? '', headers: { prefer: `example=${name}` } })),
    ...['{}', '{"hypothesis": ', '[]', ''].map((body) => ({ body, headers: {} })),
    { body: bodies[0] ?? '', headers: { authorization: '' } },
  ];
  for (const request of requests) {
    const [first, ...others] = await Promise.all(ports.map((port) => send(port, request)));
    if (!others.every((other) => isDeepStrictEqual(other, first))) {
      throw new Error(`Two processes differ: ${JSON.stringify([request, first, ...others])}`);
    }
  }
  console.log(`${requests.length} kinds of request: the same answer from each process, and from both behind nginx`);
}

/** Sends valid requests, each connection one after the other, and returns how many were answered in a second. */
async function throughput(port: number, requests: number): Promise<number> {
  const body = JSON.stringify(requestExamples[0]?.[1]);
  const head = ['host: x', 'authorization: api-key', 'content-type: application/json'].join('\r\n');
  const message = `POST ${path} HTTP/1.1\r\n${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  let left = requests;
  const start = performance.now();
  const connection = async () => {
    while (left > 0) await converse(port, () => (left-- > 0 ? message : undefined));
  };
  await Promise.all(Array.from({ length: load.connections }, connection));
  return requests / ((performance.now() - start) / 1_000);
}

/**
 * Sends messages over one connection until there is none left or the server ends it, as nginx does after 1,000. It
 * reads as little of an answer as it can, since it shares the processors with what is measured.
 */
function converse(port: number, next: () => string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer = '';
    let isAnswered = true;
    const socket = connect(port, '127.0.0.1').setEncoding('latin1').on('error', reject);
    const send = () => {
      const message = next();
      isAnswered = message === undefined;
      if (message === undefined) socket.end();
      else socket.write(message);
    };
    socket.on('close', () => (isAnswered ? resolve() : reject(new Error('The connection broke.'))));
    socket.on('data', (chunk) => {
      answer += chunk;
      const end = answer.indexOf('\r\n\r\n') + 4;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1]);
      if (end < 4 || answer.length < end + length) return;
      if (!answer.startsWith('HTTP/1.1 200 ')) socket.destroy(new Error(`Answered ${answer.slice(0, 12)}.`));
      const isLast = /\r\nconnection: close\r\n/i.test(answer);
      answer = '';
      isAnswered = true;
      if (!isLast) send();
    });
    send();
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  await Promise.race([gone, delay(5_000).then(() => child.kill('SIGKILL'))]);
}
