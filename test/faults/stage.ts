/** Where faults happen: a server, a clock that the client and the server share, and what clears both away. */

import { setImmediate } from 'node:timers/promises';
import { IterationError } from '../../src/index.ts';
import { creates } from './behaviors.ts';
import { onClock } from './client-time.ts';
import { Clock } from './clock.ts';
import type { Fault, Options, Stage } from './fault.ts';
import type { Observation } from './judge.ts';
import { FaultServer } from './server.ts';

/** How much later than promised a call may end, in milliseconds of its clock. */
export const graceMs = 1_000;

/** Sets the stage for a fault, and clears it away afterwards. The options let the stage see what is under way. */
export async function onStage<T>(
  fault: Pick<Fault, 'tls' | 'early' | 'connection' | 'server'>,
  play: (stage: Stage, watching: (own: Options | undefined) => Options) => Promise<T>,
): Promise<T> {
  const { tls, early, connection, server: behavior = creates() } = fault;
  const cleanUps: (() => unknown)[] = [];
  const told: unknown[] = [];
  let attempts = 0;
  // Time is skipped when neither an attempt nor a request is under way.
  const clock: Clock = new Clock(() => attempts === 0 && server.active === 0);
  const server = await FaultServer.start({ behavior, clock, tls, early, connection });
  const controller = new AbortController();
  const stage: Stage = { server, clock, told, controller, defer: (cleanUp) => cleanUps.push(cleanUp) };
  const watching = (own: Options | undefined): Options => ({
    onRequest(facts) {
      attempts += 1;
      told.push(facts);
      return own?.onRequest?.(facts);
    },
    onResponse(facts) {
      attempts -= 1;
      told.push(facts);
      return own?.onResponse?.(facts);
    },
  });
  try {
    return await onClock(clock, () => play(stage, watching));
  } finally {
    await Promise.all(cleanUps.map((cleanUp) => cleanUp()));
    await server.close();
    clock.end();
  }
}

/** In place of what a call throws that does not end. */
export const hanging = new Error('The call never ended.');

/** What a call throws, or `undefined`. One that does not end in its time is given up on. */
export async function failureOf(clock: Clock, limitMs: number, call: () => Promise<unknown>): Promise<unknown> {
  const thrown = await Promise.race([
    call().then(
      () => undefined,
      (error) => error ?? 'nothing',
    ),
    clock.wait(Number.isFinite(limitMs) ? limitMs : graceMs).then(() => hanging),
  ]);
  // What the client does last, it does a little later.
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  return thrown;
}

/** What an error says of its call, or its absence. */
export type Said = Pick<
  Observation,
  'kind' | 'outcome' | 'status' | 'attempts' | 'retryAfterMs' | 'retryable' | 'message'
>;

/** Reads what an error says of its call, or its absence. */
export function described(thrown: unknown): Said {
  const nothing = { outcome: undefined, status: undefined, attempts: undefined, retryAfterMs: undefined };
  const none = { ...nothing, retryable: undefined, message: undefined };
  if (thrown === undefined) return { kind: 'success', ...none };
  if (!(thrown instanceof IterationError)) return { kind: 'not an IterationError', ...none };
  const { kind, outcome, status, attempts, retryAfterMs, retryable, message } = thrown;
  return { kind, outcome, status, attempts, retryAfterMs, retryable, message };
}
