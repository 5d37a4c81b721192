import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { IterationClient } from '../../src/index.ts';
import { answers, creates, creating, hangs, inTurn, resets, trickles } from './behaviours.ts';
import { type Call, earlier, type Fault, iterationOf, judged, neverSent, path, type Stage } from './fault.ts';
import { nothingRemains } from './limits.ts';

const aborted = { kind: 'aborted', arrived: 1, created: 0, attempts: 1 } as const;
const nothingSent = { ...neverSent, kind: 'aborted', attempts: 0 } as const;
const limited = answers({ status: 429, headers: { 'retry-after': '1' } });
const patient = { totalTimeoutMs: 8_000 };

const start = (client: IterationClient, { controller: { signal } }: Stage) =>
  client.createIteration(path, iterationOf(judged), { signal });

/** A call that is aborted some milliseconds after its request arrived. */
function abortedAfter(milliseconds: number): Call {
  return async (client, stage) => {
    const arrival = once(stage.server.events, 'request');
    const call = start(client, stage);
    await Promise.race([call, arrival]);
    await delay(milliseconds);
    stage.controller.abort(new Error('The caller has had enough.'));
    return call;
  };
}

/** A call that is aborted some milliseconds after it began. */
function abortedAtOnce(milliseconds: number): Call {
  return async (client, stage) => {
    const call = start(client, stage);
    setTimeout(() => stage.controller.abort('enough'), milliseconds);
    return call;
  };
}

/** Aborts at every stage of a call. */
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
    expect: { ...nothingSent, outcome: ['not_created', 'unknown'], attempts: [0, 1] },
  },
  {
    name: 'an abort while the access token is awaited',
    options: { accessToken: () => new Promise(() => {}) },
    call: abortedAtOnce(50),
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
    expect: { ...aborted, outcome: 'created', created: 1 },
  },
  {
    name: 'an abort while the body of a 400 is read',
    server: trickles({ status: 400 }),
    call: abortedAfter(300),
    expect: { ...aborted, outcome: 'not_created' },
  },
  {
    name: 'an abort while the body of a 500 is read',
    server: creating(trickles({ status: 500 })),
    call: abortedAfter(300),
    expect: { ...aborted, outcome: 'unknown', created: 1 },
  },
  {
    name: 'an abort during the wait after 429',
    server: inTurn(limited, creates()),
    options: patient,
    call: abortedAfter(300),
    expect: { ...aborted, outcome: 'not_created' },
  },
  {
    name: 'an abort during the wait after a reset that may be repeated',
    server: inTurn(creating(resets), limited, creates()),
    options: { ...patient, retryUnknownOutcome: true },
    call: async (client, stage) => {
      stage.server.events.on('request', () => {
        if (stage.server.calls.get(judged)?.arrived === 2) setTimeout(() => stage.controller.abort(), 300);
      });
      return start(client, stage);
    },
    expect: { ...aborted, outcome: 'unknown', arrived: 2, created: 1, attempts: 2 },
  },
  {
    name: 'an abort in the queue of the rate limit',
    server: (exchange) => creates({ headers: nothingRemains(Date.now() + 2_000) })(exchange),
    options: patient,
    before: earlier,
    call: abortedAtOnce(100),
    expect: nothingSent,
  },
  {
    name: 'an abort while another call waits for its answer',
    server: hangs,
    options: { attemptTimeoutMs: 1_000 },
    before: (client, { server, defer }) => {
      const other = earlier(client).catch(() => {});
      defer(() => other);
      return once(server.events, 'request');
    },
    call: abortedAtOnce(50),
    expect: { ...aborted, outcome: ['not_created', 'unknown'], arrived: [0, 1], attempts: [0, 1] },
  },
];
