/** Measures clients: the processor's time of a call on a stubbed fetch, and calls on a server of this machine. */

import { assertSameWork, baseline, type Call, clients, responseHeaders, responseText, type Sent } from '../clients.ts';
import type { Figure } from '../main.ts';
import { costOf, inTurns, percentile, type Sample, type Settings } from '../measure.ts';
import { startServer } from '../server.ts';
import { type Table, type Target, tabulate } from '../table.ts';

const rivals = ['openapi-fetch', 'launchdarkly-api-typescript'];

async function measure({ quick, rounds }: Settings): Promise<Table[]> {
  const stubbed = await onStub(quick ? 1_000 : 3_000, rounds);
  const { baseUrl, child, sent } = await startServer();
  try {
    const all = await clients(baseUrl, fetch);
    await assertSameWork(all, sent);
    const calls = quick ? 320 : 3_200;
    return [stubbed, await onServer(all, calls, 1, rounds), await onServer(all, calls, 32, rounds)];
  } finally {
    child.kill();
  }
}

async function onStub(calls: number, rounds: number): Promise<Table> {
  let sent: Promise<Sent> | undefined;
  let record = true;
  const stub: typeof fetch = async (input, init) => {
    if (record) sent = sentBy(new Request(input, init));
    return new Response(responseText, { headers: responseHeaders });
  };
  const original = globalThis.fetch;
  globalThis.fetch = stub;
  try {
    const all = await clients('https://launchdarkly.invalid', stub);
    await assertSameWork(all, async () => sent ?? Promise.reject(new Error('Nothing was sent.')));
    record = false;
    const run = (call: Call) => async () => {
      const { wall, cpu } = await costOf(async () => {
        for (let count = 0; count < calls; count += 1) await call();
      });
      return { CPU: (cpu * 1000) / calls, time: (wall * 1000) / calls };
    };
    return tabulate({
      title: 'A call on a stubbed fetch',
      baseline,
      columns: [
        { name: 'CPU', unit: 'µs' },
        { name: 'time', unit: 'µs' },
      ],
      samples: await inTurns(mapped(all, run), rounds, 2),
      targets: [
        ...rivals.map((to): Target => ({ row: './client', column: 'CPU', of: 'ratio', to, atMost: 1 })),
        { row: './client', column: 'CPU', of: 'ratio', atMost: 1.6 },
        { row: '. (validates)', column: 'CPU', of: 'ratio', atMost: 1.8 },
      ],
      notes: ['The vendor’s client runs on its fetch adapter here, since its own transport takes no stub.'],
    });
  } finally {
    globalThis.fetch = original;
  }
}

async function sentBy(request: Request): Promise<Sent> {
  const { method, url, headers } = request;
  return {
    method,
    path: new URL(url).pathname,
    authorization: headers.get('authorization'),
    body: await request.json(),
  };
}

async function onServer(all: Record<string, Call>, calls: number, inFlight: number, rounds: number): Promise<Table> {
  const run = (call: Call) => () => loadWith(call, calls, inFlight);
  const bare: Target = { row: './client', column: 'calls', of: 'ratio', atLeast: 0.85 };
  const others = rivals.map((to): Target => ({ row: './client', column: 'calls', of: 'ratio', to, atLeast: 1 }));
  return tabulate({
    title: `Calls on a server of this machine, ${inFlight} in flight`,
    baseline,
    columns: [
      { name: 'calls', unit: '/s', digits: 0 },
      { name: 'CPU', unit: 'µs' },
      { name: 'p99', unit: 'ms', digits: 2 },
    ],
    samples: await inTurns(mapped(all, run), rounds),
    targets: inFlight > 1 ? [bare, ...others] : others,
    notes: ['The server is a process of its own; CPU is of the client’s.'],
  });
}

async function loadWith(call: Call, calls: number, inFlight: number): Promise<Sample> {
  const times: number[] = [];
  let left = calls;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      await call();
      times.push(performance.now() - start);
    }
  };
  const { wall, cpu } = await costOf(() => Promise.all(Array.from({ length: inFlight }, worker)));
  return { calls: calls / (wall / 1000), CPU: (cpu * 1000) / calls, p99: percentile(times, 0.99) };
}

const mapped = (all: Record<string, Call>, run: (call: Call) => () => Promise<Sample>) =>
  Object.fromEntries(Object.entries(all).map(([name, call]) => [name, run(call)]));

export const figure: Figure = {
  title: 'Clients',
  packages: ['openapi-fetch', 'launchdarkly-api-typescript', 'axios', '@redocly/cli', '@hey-api/openapi-ts', 'orval'],
  measure,
};
