import { getEventListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { createIterationClient, type IterationClient, IterationError } from '../../src/index.ts';
import { iterationOf, path } from './fault.ts';
import { mixedBehaviour } from './mix.ts';
import { refusingUrl } from './network.ts';
import { randomOf } from './prng.ts';
import { grace, shown } from './run.ts';
import { type Counts, FaultServer } from './server.ts';
import { withTimers } from './timers.ts';
import { canary, trace } from './token.ts';

type Ending = 'success' | 'not_created' | 'created' | 'unknown' | 'not an IterationError';

/** What came of many calls against a server that treats each request at random. */
export interface RandomRun {
  seed: number;
  calls: number;
  /** How the calls ended. */
  endings: Record<Ending, number>;
  /** Calls for which more than one iteration was created. */
  duplicates: number;
  /** Calls that say not_created although the server created. */
  falseNotCreated: number;
  /** Calls that succeed or say created although the server did not. */
  falseCreated: number;
  /** Calls that ended later than they promise. */
  hangs: number;
  /** Timers and listeners that were left behind, and errors that show the access token. */
  leaks: number;
}

interface Call {
  id: string;
  ending: Ending;
  took: number;
  leaks: number;
}

const options = {
  accessToken: canary,
  attemptTimeoutMs: 120,
  totalTimeoutMs: 1_500,
  // The gate lets one call go at a time as long as it does not know the limit; here they are to collide.
  keepToRateLimit: false,
};

/** Makes many calls, so many at once, and compares what the client says with what the server did. */
export async function runAtRandom({
  calls = 2_000,
  atOnce = 50,
  seed = Date.now() % 1_000_000,
} = {}): Promise<RandomRun> {
  const server = await FaultServer.start({ behaviour: mixedBehaviour(seed) });
  const cleanUps: (() => unknown)[] = [() => server.close()];
  const refusing = createIterationClient({
    ...options,
    baseUrl: await refusingUrl((cleanUp) => cleanUps.push(cleanUp)),
  });
  const listened = createIterationClient({ ...options, baseUrl: server.url });
  const shared = new AbortController();
  const ended: Call[] = [];
  const ids = Array.from({ length: calls }, (_, index) => `call ${index}`).values();
  const worker = async () => {
    for (const id of ids) {
      const random = randomOf(seed, id);
      const client = random() < 0.04 ? refusing : listened;
      const abortAfter = random() < 0.06 ? random() * 150 : undefined;
      ended.push(await oneCall(client, id, shared.signal, abortAfter));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  // A server may create after the client has given up.
  await delay(50);
  await server.idle();
  const counts = server.calls;
  await Promise.all(cleanUps.map((cleanUp) => cleanUp()));
  const leaks = getEventListeners(shared.signal, 'abort').length;
  return { seed, calls, ...summary(ended, counts, leaks) };
}

/** What is wrong with a run: nothing, if the client is honest and the run met every ending. */
export function randomProblems(run: RandomRun): string[] {
  const { endings, duplicates, falseNotCreated, falseCreated, hangs, leaks } = run;
  const { 'not an IterationError': strange, ...honest } = endings;
  const missing = Object.entries(honest).filter(([, count]) => count === 0);
  const wrong = { duplicates, falseNotCreated, falseCreated, hangs, leaks, strange };
  return [
    ...Object.entries(wrong).flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : [])),
    ...missing.map(([ending]) => `no call ended as ${ending}, so the run proves nothing`),
  ];
}

async function oneCall(
  client: IterationClient,
  id: string,
  shared: AbortSignal,
  abortAfter: number | undefined,
): Promise<Call> {
  const own = new AbortController();
  const timer = abortAfter === undefined ? undefined : setTimeout(() => own.abort(), abortAfter);
  const signal = timer ? own.signal : shared;
  const start = performance.now();
  const { result: thrown, timers } = await withTimers(() =>
    client.createIteration(path, iterationOf(id), { signal }).then(
      () => undefined,
      (error: unknown) => error ?? 'nothing',
    ),
  );
  const took = performance.now() - start;
  clearTimeout(timer);
  return { id, ending: endingOf(thrown), took, leaks: timers + Number(shown(thrown).includes(trace)) };
}

function endingOf(thrown: unknown): Ending {
  if (thrown === undefined) return 'success';
  return thrown instanceof IterationError ? thrown.outcome : 'not an IterationError';
}

function summary(ended: Call[], counts: Map<string, Counts>, listeners: number): Omit<RandomRun, 'seed' | 'calls'> {
  const endings = { success: 0, not_created: 0, created: 0, unknown: 0, 'not an IterationError': 0 };
  for (const { ending } of ended) endings[ending] += 1;
  const created = ({ id }: Call) => counts.get(id)?.created ?? 0;
  const count = (holds: (call: Call) => boolean) => ended.filter(holds).length;
  return {
    endings,
    duplicates: count((call) => created(call) > 1),
    falseNotCreated: count((call) => call.ending === 'not_created' && created(call) > 0),
    falseCreated: count((call) => /^(success|created)$/.test(call.ending) && created(call) === 0),
    hangs: count(({ took }) => took > options.totalTimeoutMs + grace),
    leaks: ended.reduce((sum, { leaks }) => sum + leaks, listeners),
  };
}
