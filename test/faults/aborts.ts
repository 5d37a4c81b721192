/** Aborts at every stage of a call. */

import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { IterationClient } from '../../src/index.ts';
import { creates, creating, hangs, inTurn, limited, responds, trickles } from './behaviors.ts';
import { type Call, earlier, type Fault, iterationOf, judged, path, type Stage } from './fault.ts';
import { remains } from './limits.ts';

const aborted = { kind: 'aborted', arrived: 1, created: 0, attempts: 1 } as const;
const nothingSent = { ...aborted, outcome: 'not_applied', arrived: 0, attempts: 0 } as const;
const patient = { totalTimeoutMs: 12_000 };
const never = () => new Promise<never>(() => {});

const start = (client: IterationClient, { controller: { signal } }: Stage, id = judged) =>
  client.createIteration(path, iterationOf(id), { signal });

/** A call that is aborted so many milliseconds of its clock after its request arrived. */
function abortedAfter(ms: number): Call {
  return async (client, stage) => {
    const arrival = once(stage.server.events, 'request');
    const call = start(client, stage);
    await Promise.race([call, arrival]);
    if (ms > 0) await stage.clock.wait(ms);
    stage.controller.abort(new Error('The caller has had enough.'));
    return call;
  };
}

/** A call that is aborted once it has done what it can do at once. */
const abortedAtOnce: Call = async (client, stage) => {
  const call = start(client, stage);
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
  stage.controller.abort('enough');
  return call;
};

/** A call that is aborted with the error of another one: the usual "first failure cancels the rest". */
const abortedWithAnError: Call = async (client, stage) => {
  const others = start(client, stage, 'another call').catch((error) => stage.controller.abort(error));
  const call = start(client, stage);
  await others;
  return call;
};

export const aborts: Fault[] = [
  {
    name: 'an abort before the call',
    call: (client, stage) => {
      stage.controller.abort();
      return start(client, stage);
    },
    expect: nothingSent,
  },
  {
    name: 'an abort right after the call began',
    call: (client, stage) => {
      const call = start(client, stage);
      stage.controller.abort();
      return call;
    },
    expect: { ...nothingSent, outcome: ['not_applied', 'unknown'], attempts: [0, 1] },
  },
  {
    name: 'an abort while the access token is awaited',
    options: { accessToken: never },
    call: abortedAtOnce,
    expect: nothingSent,
  },
  {
    name: 'an abort while the headers are awaited',
    server: hangs,
    call: abortedAfter(0),
    expect: { ...aborted, outcome: 'unknown' },
  },
  {
    name: 'an abort while the headers are awaited, after creating',
    server: creating(hangs),
    call: abortedAfter(20),
    expect: { ...aborted, outcome: 'unknown', created: 1 },
  },
  {
    name: 'an abort while the body of a 200 is read',
    server: creating(trickles({ status: 200 })),
    call: abortedAfter(300),
    expect: { ...aborted, outcome: 'unknown', created: 1 },
  },
  {
    name: 'an abort while the body of a 400 is read',
    server: trickles({ status: 400 }),
    call: abortedAfter(300),
    expect: { ...aborted, outcome: 'not_applied' },
  },
  {
    name: 'an abort while the body of a 500 is read',
    server: creating(trickles({ status: 500 })),
    call: abortedAfter(300),
    expect: { ...aborted, outcome: 'unknown', created: 1 },
  },
  {
    name: 'an abort during the wait after 429',
    server: inTurn(limited({ 'retry-after': '2' }), creates()),
    options: patient,
    call: abortedAfter(500),
    expect: { ...aborted, outcome: 'not_applied', retryAfterMs: [2_000, 2_000] },
  },
  {
    name: 'an abort by the hook that is told of a retry',
    server: inTurn(limited({ 'retry-after': '1' }), creates()),
    options: ({ controller }) => ({ ...patient, onRetry: () => controller.abort() }),
    expect: { ...aborted, outcome: 'not_applied', retryAfterMs: [1_000, 1_000] },
  },
  {
    name: 'an abort by the hook that is told of the request',
    options: ({ controller }) => ({ onRequest: () => controller.abort() }),
    expect: { ...nothingSent, attempts: [0, 1] },
  },
  {
    name: 'an abort in the queue of the rate limit',
    server: (exchange) => creates({ headers: remains('Global', 0, exchange.at + 3_000) })(exchange),
    options: patient,
    before: earlier,
    call: abortedAtOnce,
    expect: nothingSent,
  },
  {
    name: 'an abort while another call waits for its response',
    server: hangs,
    options: { attemptTimeoutMs: 1_000 },
    call: async (client, stage) => {
      const other = earlier(client).catch(() => {});
      await once(stage.server.events, 'request');
      return abortedAtOnce(client, stage).finally(() => other);
    },
    expect: nothingSent,
  },
  {
    name: 'an abort with the error of another call, which was refused',
    server: (exchange) => (exchange.id === judged ? creating(hangs) : responds({ status: 400 }))(exchange),
    options: { throttle: false },
    call: abortedWithAnError,
    expect: { ...aborted, outcome: 'unknown', arrived: [0, 1], created: [0, 1], says: /^The call was aborted\./ },
  },
  {
    name: 'a signal that times out',
    server: creating(hangs),
    call: (client) => client.createIteration(path, iterationOf(judged), { signal: AbortSignal.timeout(300) }),
    // It goes by the time of the machine, so the request may or may not have been sent.
    expect: { ...aborted, outcome: ['unknown', 'not_applied'], arrived: [0, 1], created: [0, 1], attempts: [0, 1] },
  },
];
