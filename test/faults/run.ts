import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { createIterationClient, type IterationClient, IterationError } from '../../src/index.ts';
import { creates } from './behaviours.ts';
import { type Call, type Fault, iterationOf, judged, type Options, path, type Stage } from './fault.ts';
import { judge, type Observation } from './judge.ts';
import { FaultServer } from './server.ts';
import { withTimers } from './timers.ts';
import { canary } from './token.ts';

/** One line of the table. */
export interface Result extends Pick<Observation, 'kind' | 'outcome' | 'arrived' | 'created'> {
  name: string;
  verdict: string;
}

export interface RunOptions {
  /** Hands the access token in as a function, which changes where a client keeps it. */
  tokenAsFunction?: boolean;
  make?: typeof createIterationClient;
}

/** How much later than promised a call may end on a busy machine, in milliseconds. */
export const grace = 1_000;

/** Long enough for a busy machine; a fault that is about time sets its own. */
const usual = { attemptTimeoutMs: 3_000, totalTimeoutMs: 6_000 };

const oneCall: Call = (client, { controller: { signal } }) =>
  client.createIteration(path, iterationOf(judged), { signal });

/** Lets one fault happen and judges what the client says of it. */
export async function runFault(fault: Fault, options: RunOptions = {}): Promise<Result> {
  const { tls, early, connection, server: behaviour = creates() } = fault;
  const server = await FaultServer.start({ behaviour, tls, early, connection });
  const cleanUps: (() => unknown)[] = [];
  const stage: Stage = { server, controller: new AbortController(), defer: (cleanUp) => cleanUps.push(cleanUp) };
  try {
    const seen = await observe(fault, stage, options);
    const { kind, outcome, arrived, created } = seen;
    return { name: fault.name, kind, outcome, arrived, created, verdict: judge(fault.expect, seen) };
  } finally {
    await Promise.all(cleanUps.map((cleanUp) => cleanUp()));
    await server.close();
  }
}

/** Runs faults beside one another, each with a server of its own, and gives their results in order. */
export async function runFaults(faults: readonly Fault[], atOnce = 12): Promise<Result[]> {
  const results: Result[] = [];
  const queue = faults.entries();
  const worker = async () => {
    for (const [index, fault] of queue) results[index] = await runFault(fault, { tokenAsFunction: index % 2 === 1 });
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

async function observe(fault: Fault, stage: Stage, run: RunOptions): Promise<Observation> {
  const own = typeof fault.options === 'function' ? await fault.options(stage) : fault.options;
  const options = { ...usual, accessToken: tokenFor(run), baseUrl: stage.server.url, ...own };
  const client = (run.make ?? createIterationClient)(options);
  await fault.before?.(client, stage);
  const deadline = options.totalTimeoutMs + grace;
  const start = performance.now();
  const { result: thrown, timers } = await withTimers(() => failureOf(fault, client, stage, deadline));
  const took = performance.now() - start;
  // What arrives late counts too: nothing may be created after the client has said that nothing was.
  await delay(20);
  return {
    ...described(thrown),
    ...countsOf(stage.server),
    strayed: stage.server.strayed,
    timers,
    took,
    deadline,
    shown: shown(thrown) + inspect(client, { depth: 10, showHidden: true }),
  };
}

/** What a call throws, or `undefined`. A call that hangs is given up on. */
async function failureOf(fault: Fault, client: IterationClient, stage: Stage, deadline: number): Promise<unknown> {
  const givenUp = new AbortController();
  const call = Promise.resolve((fault.call ?? oneCall)(client, stage)).then(
    () => undefined,
    (error) => error,
  );
  const hang = delay(deadline + grace, new Error('The call never ended.'), { signal: givenUp.signal });
  return Promise.race([call, hang]).finally(() => {
    hang.catch(() => {});
    givenUp.abort();
  });
}

function tokenFor({ tokenAsFunction }: RunOptions): NonNullable<Options['accessToken']> {
  return tokenAsFunction ? async () => canary : canary;
}

function described(thrown: unknown): Pick<Observation, 'kind' | 'outcome' | 'status' | 'attempts' | 'retryAfterMs'> {
  const nothing = { outcome: undefined, status: undefined, attempts: undefined, retryAfterMs: undefined };
  if (thrown === undefined) return { kind: 'success', ...nothing };
  if (!(thrown instanceof IterationError)) return { kind: 'not an IterationError', ...nothing };
  const { kind, outcome, status, attempts, retryAfterMs } = thrown;
  return { kind, outcome, status, attempts, retryAfterMs };
}

/** What the server saw of the judged call. A request without a body is one that strayed from it. */
function countsOf({ calls }: FaultServer): Pick<Observation, 'arrived' | 'created'> {
  const mine = [...calls].filter(([id]) => id === judged || id === '').map(([, counts]) => counts);
  return {
    arrived: mine.reduce((sum, { arrived }) => sum + arrived, 0),
    created: mine.reduce((sum, { created }) => sum + created, 0),
  };
}

/** Every form in which an error can come to light. */
export function shown(thrown: unknown): string {
  const { stack, cause } = thrown instanceof Error ? thrown : {};
  const deep = { depth: 10, showHidden: true, maxStringLength: null, maxArrayLength: null };
  return [inspect(thrown, deep), JSON.stringify(thrown), String(thrown), stack, inspect(cause, deep)].join('\n');
}
