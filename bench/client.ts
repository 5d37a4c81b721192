/**
 * Measures the client against bare `fetch` with JSON: CPU per call on a stubbed `fetch`, calls per second on loopback, the
 * bytes of its bundle and the time of its import. Peers take turns in each round; prints medians, their spread and ratios.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIteration200TwoTreatments, createIterationRequestTwoTreatments } from '../generated/examples.js';
import { sizeOf } from './size.ts';

const rounds = Number(process.argv[2] ?? 9);
const body = createIterationRequestTwoTreatments;
const responseText = JSON.stringify(createIteration200TwoTreatments);
const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(responseText)) };

if (process.argv[2] === 'serve') serve();
else await measure();

/** A server that does as little as it can, in a process of its own. */
function serve(): void {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, headers).end(responseText));
  });
  server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
}

async function measure(): Promise<void> {
  const server = spawn(process.execPath, [import.meta.filename, 'serve'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(server.stdout, 'data')) as [Buffer];
  try {
    const stub = async () => new Response(responseText, { headers });
    console.log(`Node ${process.version}, medians of ${rounds} rounds, one after the other (smallest to largest)\n`);
    await cpuTable('CPU per call, stubbed fetch', await peersOf(stub, 'https://app.launchdarkly.com'));
    await speedTable(
      'Calls per second on loopback, 32 in flight',
      await peersOf(fetch, `http://127.0.0.1:${String(port).trim()}`),
    );
  } finally {
    server.kill();
  }
  await costTable();
}

type Peers = Record<string, () => Promise<unknown>>;

/** The same work by each peer: a body written as JSON, a response parsed. */
async function peersOf(send: typeof fetch, baseUrl: string): Promise<Peers> {
  const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
  const url = `${baseUrl}/api/v2/projects/p/environments/e/experiments/x/iterations`;
  const options = { accessToken: 'api-token', baseUrl, fetch: send };
  const bare = (await importBuilt('client/index.js')).createIterationClient(options);
  const validating = (await importBuilt('index.js')).createIterationClient(options);
  const init = { method: 'POST', headers: { authorization: 'api-token', 'content-type': 'application/json' } };
  return {
    'bare fetch': async () => (await send(url, { ...init, body: JSON.stringify(body) })).json(),
    './client': () => bare.createIteration(path, body),
    '. (validating)': () => validating.createIteration(path, body),
  };
}

async function importBuilt(file: string): Promise<typeof import('../src/index.ts')> {
  return import(new URL(`../dist/${file}`, import.meta.url).href);
}

async function cpuTable(title: string, peers: Peers): Promise<void> {
  const calls = 3_000;
  const results = await inTurns(peers, async (call) => {
    const start = process.cpuUsage();
    for (let count = 0; count < calls; count += 1) await call();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / calls;
  });
  print(title, 'µs', results);
}

async function speedTable(title: string, peers: Peers): Promise<void> {
  const calls = 4_000;
  const results = await inTurns(peers, async (call) => {
    const start = performance.now();
    let left = calls;
    const worker = async () => {
      for (; left > 0; left -= 1) await call();
    };
    await Promise.all(Array.from({ length: 32 }, worker));
    return calls / ((performance.now() - start) / 1000);
  });
  print(title, '/s', results);
}

async function inTurns(peers: Peers, run: (call: Peers[string]) => Promise<number>): Promise<Record<string, number[]>> {
  const results: Record<string, number[]> = {};
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, call] of Object.entries(peers)) {
      const figure = await run(call);
      // The first round warms up.
      if (round >= 0) results[name] = [...(results[name] ?? []), figure];
    }
  }
  return results;
}

async function costTable(): Promise<void> {
  console.log('Bundled for a browser, minified and gzipped');
  for (const [name, file] of [
    ['./client', 'src/client/index.ts'],
    ['.', 'src/index.ts'],
  ] as const) {
    console.log(`  ${name.padEnd(16)} ${((await sizeOf(file)) / 1000).toFixed(1).padStart(9)} kB`);
  }
  const importTime = (code: string) => async () => {
    const timed = `const start = performance.now(); ${code} console.log(performance.now() - start);`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', timed], { encoding: 'utf8' });
    return Number(stdout);
  };
  const importOf = (file: string) =>
    importTime(`await import(${JSON.stringify(new URL(`../dist/${file}`, import.meta.url).href)});`);
  const peers = {
    // What the first import of a process costs, whatever it is, and fetch itself, which Node loads lazily.
    'an empty module': importTime(`await import('data:text/javascript,'); void fetch;`),
    './client': importOf('client/index.js'),
    '. (validating)': importOf('index.js'),
  };
  print('Import in Node', 'ms', await inTurns(peers, (run) => run() as Promise<number>));
}

function print(title: string, unit: string, results: Record<string, number[]>): void {
  console.log(title);
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const [baseline = 1] = Object.values(results).map(median);
  for (const [name, values] of Object.entries(results)) {
    const spread = `(${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`;
    const figure = median(values);
    const ratio = `${(figure / baseline).toFixed(2)} of the first`;
    console.log(
      `  ${name.padEnd(16)} ${figure.toFixed(1).padStart(9)} ${unit.padEnd(3)} ${spread.padEnd(22)} ${ratio}`,
    );
  }
  console.log();
}
