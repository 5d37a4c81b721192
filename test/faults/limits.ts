/** What a client makes of the rate limits that one response tells to the next call. */

import type { OutgoingHttpHeaders } from 'node:http';
import { creates, creating, hangs, inTurn, limited, limitedFor, resets, responds } from './behaviors.ts';
import { earlier, type Fault, neverSent, noTime, refusal, success } from './fault.ts';
import { refusingUrl } from './network.ts';

const second = 1_000;
const year = 365 * 24 * 3_600 * second;
const patient = { totalTimeoutMs: 12_000 };

type Kind = 'Global' | 'Route' | 'Auth-Token';

/** The headers of a limit of which so much remains until its reset. */
export const remains = (kind: Kind, remaining: number, reset: number): OutgoingHttpHeaders => ({
  [`X-Ratelimit-${kind}-Limit`]: '10',
  [`X-Ratelimit-${kind}-Remaining`]: String(remaining),
  [kind === 'Auth-Token' ? 'X-Ratelimit-Auth-Token-Reset' : 'X-Ratelimit-Reset']: String(reset),
});

/** Creates, with nothing remaining, and refuses until the reset. */
const closedUntilReset = (kind: Kind) =>
  inTurn(
    (exchange) => creates({ headers: remains(kind, 0, exchange.firstAt + 2 * second) })(exchange),
    limitedFor(2 * second, (firstAt) => remains(kind, 0, firstAt + 2 * second)),
  );

const kinds: Kind[] = ['Global', 'Route', 'Auth-Token'];

export const limits: Fault[] = [
  ...kinds.flatMap((kind): Fault[] => [
    {
      name: `a call after a response with nothing remaining of the ${kind} limit`,
      server: closedUntilReset(kind),
      options: patient,
      before: earlier,
      expect: success,
    },
    {
      name: `429 of the ${kind} limit, with its own reset`,
      server: limitedFor(3 * second, (firstAt) => remains(kind, 0, firstAt + 3 * second)),
      options: patient,
      expect: { ...success, arrived: 2 },
    },
    {
      name: `a call after a response with nothing remaining of the ${kind} limit, and a reset in years`,
      server: creates({ headers: remains(kind, 0, Date.now() + 5 * year) }),
      before: earlier,
      expect: { ...noTime, retryAfterMs: [10 * second, 5 * year] },
    },
    {
      name: `a call that cannot wait for the reset of the ${kind} limit`,
      server: (exchange) => creates({ headers: remains(kind, 0, exchange.at + 3 * second) })(exchange),
      options: { totalTimeoutMs: 2_500 },
      before: earlier,
      expect: { ...noTime, retryAfterMs: [second, 6 * second] },
    },
  ]),
  {
    name: '429 of one limit, while the reset of another is far away',
    server: limitedFor(2 * second, (firstAt) => ({
      ...remains('Global', 5, firstAt + 2 * second),
      ...remains('Auth-Token', 7, firstAt + 3_600 * second),
      'x-ratelimit-route-remaining': '0',
    })),
    options: patient,
    expect: { ...success, arrived: 2 },
  },
  {
    name: 'a response with nothing remaining and a reset in years',
    server: creates({ headers: remains('Global', 0, Date.now() + 5 * year) }),
    expect: success,
  },
  {
    name: 'a call after a response with nothing remaining, by a client that does not keep to the limit',
    server: closedUntilReset('Global'),
    options: { ...patient, throttle: false },
    before: earlier,
    expect: { ...success, arrived: 2 },
  },
  {
    name: 'a call after a response with nothing remaining and no reset',
    server: creates({ headers: { 'x-ratelimit-global-remaining': '0' } }),
    options: { totalTimeoutMs: 30_000 },
    before: earlier,
    expect: success,
  },
  {
    name: 'a call that waits for the limit until just before its deadline',
    server: (exchange) => creates({ headers: remains('Global', 0, exchange.at + 3_000) })(exchange),
    options: { totalTimeoutMs: 3_200 },
    before: earlier,
    expect: { ...noTime, retryAfterMs: [second, 6 * second] },
  },
  {
    name: 'an access token that comes just before the deadline',
    options: ({ clock }) => ({
      accessToken: async () => {
        await clock.wait(1_700);
        return 'api-late';
      },
      totalTimeoutMs: 2_000,
    }),
    expect: noTime,
  },
  {
    name: '429 and then a reset, after creating',
    server: inTurn(limited({ 'retry-after': '1' }), creating(resets)),
    options: patient,
    expect: { kind: 'network', outcome: 'unknown', arrived: 2, created: 1, attempts: 2 },
  },
  {
    name: '429 and then 400',
    server: inTurn(limited({ 'retry-after': '1' }), responds({ status: 400 })),
    options: patient,
    expect: { ...refusal(400), arrived: 2, attempts: 2 },
  },
  {
    name: '429 and then headers that never come',
    server: inTurn(limited({ 'retry-after': '1' }), hangs),
    options: { ...patient, attemptTimeoutMs: 1_000 },
    expect: { kind: 'timeout', outcome: 'unknown', arrived: 2, created: 0, attempts: 2 },
  },
  {
    name: 'a connection that is refused for as long as there are retries, with the place in the queue given back',
    options: async ({ defer }) => ({ baseUrl: await refusingUrl(defer), ...patient }),
    before: (client) => earlier(client).catch(() => {}),
    expect: { ...neverSent, attempts: 3 },
  },
];
