/** Measures mocks: the time to the first response, requests a second over ten connections, and memory under load and attack. */
import { existsSync } from 'node:fs';
import { examples } from '../../generated/examples.js';
import { validateIterationRep } from '../../src/contract/validate.ts';
import { load, requestBytes } from '../load.ts';
import type { Figure } from '../main.ts';
import { inTurns, percentile, processorTime, residentMB, type Sample, type Settings } from '../measure.ts';
import { baseline, mocks, prepareMocks, startMock, stopMock } from '../mocks.ts';
import { type Table, tabulate } from '../table.ts';

const example = examples.createIteration.request['two-treatments'].value;
const same = requestBytes(JSON.stringify(example));
const equal = () => same;
const different = (index: number) =>
  requestBytes(JSON.stringify({ ...example, hypothesis: `Number ${String(index).padStart(9, '0')}` }));
const own = 'ld-iteration mock';

async function measure({ quick, rounds }: Settings): Promise<Table[]> {
  await prepareMocks();
  const requests = quick ? 300 : 3_000;
  const samples = await inTurns(
    peersOf((name) => speed(name, requests)),
    quick ? 1 : rounds,
    quick ? 0 : 1,
  );
  const seconds = quick ? 1 : 30;
  const memory = await inTurns(
    peersOf((name) => memoryOf(name, seconds)),
    1,
    0,
  );
  const attacks = quick ? 3 : 20;
  const attacked = { [own]: [await memoryUnderAttack(attacks)] };
  return [speedTable(samples), memoryTable(memory, seconds), attackTable(attacked, attacks)];
}

const peersOf = (run: (name: string) => Promise<Sample>) =>
  Object.fromEntries(Object.keys(mocks).map((name) => [name, () => run(name)]));

function speedTable(samples: Record<string, Sample[]>): Table {
  const lax = Object.entries(mocks).flatMap(([name, { validates }]) => (validates ? [] : name));
  return tabulate({
    title: 'Mocks, ten connections',
    baseline,
    columns: [
      { name: 'equal', unit: '/s', digits: 0 },
      { name: 'different', unit: '/s', digits: 0 },
      { name: 'CPU', unit: 'µs a request', digits: 0 },
      { name: 'p99', unit: 'ms' },
      { name: 'first response', unit: 'ms', digits: 0 },
    ],
    samples,
    targets: [
      { row: own, column: 'equal', of: 'ratio', atLeast: 12 },
      { row: own, column: 'different', of: 'ratio', atLeast: 6 },
      { row: own, column: 'first response', of: 'ratio', atMost: 0.15 },
    ],
    notes: [
      `All respond 200 to the request, with an iteration; all but ${lax.join(' and ')} refuse one that breaks the contract.`,
      'The mock of this package echoes what was sent; the others respond with an example.',
      'CPU and p99 are of the different requests. MSW stands behind node:http, since it has no server of its own.',
    ],
  });
}

function memoryTable(samples: Record<string, Sample[]>, seconds: number): Table {
  return tabulate({
    title: `Memory after ${seconds} s of load`,
    baseline,
    columns: [
      { name: 'after', unit: 'MB', digits: 0 },
      { name: 'before', unit: 'MB', digits: 0 },
    ],
    samples,
    notes: [
      existsSync('/proc/self/status') ? 'Resident, of the process; one round.' : 'Read from /proc, which is not here.',
    ],
  });
}

function attackTable(samples: Record<string, Sample[]>, attacks: number): Table {
  return tabulate({
    title: `Memory after an attack, and after ${attacks}`,
    baseline: own,
    columns: [
      { name: 'once', unit: 'MB', digits: 0 },
      { name: 'repeated', unit: 'MB', digits: 0 },
    ],
    samples,
    targets: [{ row: own, column: 'once', of: 'median', atMost: 150 }],
    notes: [
      'Resident, of this package only. An attack is 42 bodies of 32 kB with 16,000 mistakes each, one of 16,000 flags, two with',
      'long keys, and one of 11 MB, where at most 10 MB are accepted.',
    ],
  });
}

async function speed(name: string, requests: number): Promise<Sample> {
  const { child, port, ms } = await startMock(name);
  const run = async (request: (index: number) => string, count: number) => {
    const result = await load({ port, request, requests: count, connections: 10 });
    if (result.statuses['200'] !== count) throw new Error(`${name} responded ${JSON.stringify(result.statuses)}`);
    return result;
  };
  try {
    await run(equal, Math.ceil(requests / 5));
    const equals = (await run(equal, requests)).perSecond;
    const before = processorTime(child);
    const { perSecond, times } = await run(different, requests);
    const CPU = ((processorTime(child) - before) * 1000) / requests;
    return { equal: equals, different: perSecond, CPU, p99: percentile(times, 0.99), 'first response': ms };
  } finally {
    await stopMock(child);
  }
}

async function memoryOf(name: string, seconds: number): Promise<Sample> {
  const { child, port } = await startMock(name);
  try {
    await assertSameWork(name, port);
    const before = residentMB(child);
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) await load({ port, request: different, requests: 200, connections: 10 });
    return { before, after: residentMB(child) };
  } finally {
    await stopMock(child);
  }
}

/** Bodies that a mock must reject, and forget; those of another round are different. */
function hostileBodies(round: number): unknown[] {
  const many = Array.from({ length: 16_000 }, (_, index) => index);
  const long = (length: number, character: string) => [`${round}${character.repeat(length)}`, {}];
  return [
    ...many.slice(0, 42).map((index) => ({ ...example, metrics: many.map(() => (round + index) % 10) })),
    { flags: Object.fromEntries(many.map((index) => [`${round}-${index}`, {}])) },
    { ...example, flags: Object.fromEntries([long(8_000, 'k')]) },
    { ...example, flags: Object.fromEntries(many.slice(0, 10).map((index) => long(130 + index, '\u65d7'))) },
    { ...example, hypothesis: 'x'.repeat(11_000_000) },
  ];
}

async function memoryUnderAttack(rounds: number): Promise<Sample> {
  const { child, port } = await startMock(own);
  const after: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const body of hostileBodies(round)) {
        const outcome = await post(port, body).then(statusOf, () => 413);
        if (outcome < 400 || outcome >= 500) throw new Error(`${own} responded ${outcome}.`);
      }
      after.push(residentMB(child));
    }
    await assertSameWork(own, port);
    return { once: after[0] ?? Number.NaN, repeated: after.at(-1) ?? Number.NaN };
  } finally {
    await stopMock(child);
  }
}

const statusOf = async (response: Response) => {
  await response.arrayBuffer();
  return response.status;
};

function post(port: number, body: unknown): Promise<Response> {
  const url = `http://127.0.0.1:${port}/api/v2/projects/p/environments/e/experiments/x/iterations`;
  const headers = { authorization: 'api-token', 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** @throws Error when the mock responds with something else than an iteration, or to a wrong request unlike it says. */
async function assertSameWork(name: string, port: number): Promise<void> {
  const { issues } = validateIterationRep(await (await post(port, example)).json());
  if (issues) throw new Error(`${name} responds with no iteration: ${JSON.stringify(issues[0])}`);
  const wrong = await post(port, { ...example, hypothesis: 7 });
  const expected = mocks[name]?.validates ? wrong.status >= 400 && wrong.status < 500 : wrong.status === 200;
  if (!expected) throw new Error(`${name} responds ${wrong.status} to a wrong request.`);
}

export const figure: Figure = {
  title: 'Mocks',
  packages: ['@stoplight/prism-cli', '@scalar/mock-server', '@hono/node-server', 'msw', 'ajv'],
  measure,
};
