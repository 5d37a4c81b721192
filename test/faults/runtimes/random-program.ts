/** The calls of a random run, in whatever runtime this is: prints how each ended, and what was left behind. */

import { inspect } from 'node:util';
import type { IterationClient, IterationClientOptions } from '../../../src/index.ts';
import { Clock } from '../clock.ts';
import { randomOf } from '../prng.ts';
import { canary, trace } from '../token.ts';
import type { Ended, Ending, RandomJob, RandomReport } from './job.ts';
import { countListeners } from './listeners.ts';
import { breakClient } from './sabotage.ts';

const job: RandomJob = JSON.parse(process.env['FAULTS_JOB'] ?? '');
const clock = new Clock();
Object.assign(globalThis, {
  faultsTime: {
    setTimeout: (task: () => void, ms: number) => clock.start(task, ms),
    clearTimeout: (timer: { stop?(): void } | undefined) => timer?.stop?.(),
    now: () => clock.now(),
  },
});
const { createIterationClient, IterationError }: typeof import('../../../src/index.ts') = await import(job.client);

const iteration = { hypothesis: '', metrics: [{ key: 'm' }], primarySingleMetricKey: 'm', treatments: [], flags: {} };
const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
const template = '/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations';
const usual = { attemptTimeoutMs: 600, totalTimeoutMs: 3_000, throttle: false };
const graceMs = 1_000;

type Make = (id: string, signal: AbortSignal) => Promise<Ending>;

const leaks: string[] = [];
const shared = new AbortController();
const listeners = countListeners(shared.signal);
for (const event of ['unhandledRejection', 'warning'] as const) {
  process.on(event, (what: unknown) => leaks.push(`${event}: ${what instanceof Error ? what.message : what}`));
}

/** A client of the server, or of none. */
function clientOf(options: Partial<IterationClientOptions> & { strict?: boolean } = {}): IterationClient {
  const own = { ...usual, accessToken: canary, baseUrl: job.url, deprecationNotice: false, ...options };
  return breakClient(createIterationClient(own), job.sabotage, { clock, signal: shared.signal });
}

function withMiddleware(client: IterationClient): IterationClient {
  client.raw.use({ onRequest: ({ request }) => request, onResponse: async ({ response }) => response.clone() });
  return client;
}

const named =
  (client: IterationClient): Make =>
  async (id, signal) => {
    await client.createIteration(path, { ...iteration, hypothesis: id }, { signal });
    return 'success';
  };

const raw =
  (client: IterationClient): Make =>
  async (id, signal) => {
    const body = { ...iteration, hypothesis: id };
    const { data } = await client.raw.POST(template, { params: { path }, body, signal });
    return data?._id === undefined ? 'responded' : 'success';
  };

/** The ways to call, each with the name that its calls begin with, and how often it is taken. */
const ways: [number, string, Make][] = [
  [30, 'named', named(clientOf())],
  [15, 'strict', named(clientOf({ strict: true, accessToken: async () => canary }))],
  [15, 'throttled', named(clientOf({ throttle: true }))],
  [12, 'with middleware', named(withMiddleware(clientOf()))],
  [12, 'raw', raw(clientOf())],
  [12, 'raw with middleware', raw(withMiddleware(clientOf()))],
  [4, 'refused', named(clientOf({ baseUrl: job.refusingUrl }))],
];

function wayOf(chance: number): [string, Make] {
  let left = chance * ways.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, name, make] of ways) {
    left -= weight;
    if (left < 0) return [name, make];
  }
  throw new Error('The chances do not add up.');
}

async function oneCall(index: number): Promise<Ended> {
  const random = randomOf(job.seed, `call ${index}`);
  const [name, make] = wayOf(random());
  const id = `${name} ${index}`;
  const own = new AbortController();
  const abort = random() < 0.06 ? setTimeout(() => own.abort(), random() * 700) : undefined;
  const call = make(id, abort ? own.signal : shared.signal).then(
    (ending) => ({ ending, attempts: undefined }),
    (thrown: unknown) => endOf(thrown),
  );
  const hang = { ending: 'hang' as const, attempts: undefined };
  const end = await Promise.race([call, clock.wait(usual.totalTimeoutMs + graceMs).then(() => hang)]);
  clearTimeout(abort);
  return { id, ...end };
}

function endOf(thrown: unknown): Omit<Ended, 'id'> {
  const deep = { depth: 10, showHidden: true, maxStringLength: null, maxArrayLength: null };
  const shown = [inspect(thrown, deep), JSON.stringify(thrown), thrown instanceof Error && thrown.stack].join('\n');
  if (shown.includes(trace)) leaks.push('an error shows the access token');
  if (!(thrown instanceof IterationError)) return { ending: 'strange', attempts: undefined };
  return { ending: thrown.outcome, attempts: thrown.attempts };
}

const ended: Ended[] = [];
const indexes = Array.from({ length: job.calls }, (_, index) => index).values();
const worker = async () => {
  for (const index of indexes) ended.push(await oneCall(index));
};
await Promise.all(Array.from({ length: job.atOnce }, worker));
// The last timers are stopped a little after the last call has ended.
await clock.wait(50);
if (clock.timers.size > 0) leaks.push(`${clock.timers.size} timers`);
if (listeners() > 0) leaks.push(`${listeners()} listeners`);
clock.end();
const report: RandomReport = { ended, leaks: [...new Set(leaks)] };
console.log(JSON.stringify(report));
