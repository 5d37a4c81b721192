/** Lets faults happen, and judges what the client says of them. */

import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { createIterationClient, type IterationClient } from '../../src/index.ts';
import { callWith, type Fault, judged, type Options, type Stage } from './fault.ts';
import { judge, type Observation } from './judge.ts';
import type { FaultServer } from './server.ts';
import { shown } from './shown.ts';
import { described, failureOf, graceMs, hanging, onStage } from './stage.ts';
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

const usual = { attemptTimeoutMs: 3_000, totalTimeoutMs: 6_000, deprecationNotice: false };

/** Lets one fault happen and judges what the client says of it. */
export async function runFault(fault: Fault, run: RunOptions = {}): Promise<Result> {
  const seen = await onStage(fault, (stage, watching) => observe(fault, stage, watching, run));
  const { kind, outcome, arrived, created } = seen;
  return { name: fault.name, kind, outcome, arrived, created, verdict: judge(fault.expect, seen) };
}

/** Runs faults beside one another, each with a server of its own, and returns their results in order. */
export function runFaults(faults: readonly Fault[]): Promise<Result[]> {
  return inParallel(faults, (fault, index) => runFault(fault, { tokenAsFunction: index % 2 === 1 }));
}

/** Does work for each of some things, so many at once, and returns the results in order. */
export async function inParallel<T, R>(
  things: readonly T[],
  work: (thing: T, index: number) => Promise<R>,
  atOnce = 12,
): Promise<R[]> {
  const results: R[] = [];
  const queue = things.entries();
  const worker = async () => {
    for (const [index, thing] of queue) results[index] = await work(thing, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

async function observe(
  fault: Fault,
  stage: Stage,
  watching: (own: Options | undefined) => Options,
  run: RunOptions,
): Promise<Observation> {
  const { clock, controller, server } = stage;
  const own = typeof fault.options === 'function' ? await fault.options(stage) : fault.options;
  const accessToken = run.tokenAsFunction ? async () => canary : canary;
  const options = { ...usual, accessToken, baseUrl: server.url, ...own, ...watching(own) };
  Object.defineProperties(options, fault.getters ?? {});
  const limitMs = Number(options.totalTimeoutMs) + graceMs;
  let client: IterationClient | undefined;
  const prepared = await failureOf(clock, limitMs, async () => {
    client = (run.make ?? createIterationClient)(options);
    await fault.before?.(client, stage);
  });
  const call = fault.call ?? callWith({ signal: controller.signal });
  const thrown = prepared ?? (await failureOf(clock, limitMs, async () => client && call(client, stage)));
  const timers = clock.timers.size;
  const first = shown(thrown);
  // What arrives late counts too: nothing may be created after the client has said that nothing was.
  await clock.wait(200);
  return {
    ...described(thrown),
    ...countsOf(server),
    strayed: server.strayed,
    timers,
    listeners: getEventListeners(controller.signal, 'abort').length,
    started: clock.started,
    ended: thrown !== hanging,
    changed: shown(thrown) !== first,
    shown: first + inspect([client, stage.told], { depth: 10, showHidden: true }),
  };
}

/** What the server saw of the judged call. A request without a body is one that strayed from it. */
function countsOf({ calls }: FaultServer): Pick<Observation, 'arrived' | 'created'> {
  const mine = [...calls].filter(([id]) => id === judged || id === '').map(([, counts]) => counts);
  return {
    arrived: mine.reduce((sum, { arrived }) => sum + arrived, 0),
    created: mine.reduce((sum, { created }) => sum + created, 0),
  };
}
