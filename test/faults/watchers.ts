/** Hooks, reports of drift and middleware that fail, or never end: none changes what a call says. */

import type { IterationClient } from '../../src/index.ts';
import { creates, creating, inTurn, limited, resets, responds } from './behaviors.ts';
import { type Expectation, type Fault, noResponse, refused, success, unclear } from './fault.ts';
import { canary } from './token.ts';

const fails = (): never => {
  throw new Error(`The log is full of ${canary}.`);
};
const never = () => new Promise<never>(() => {});

/** What code that watches can do wrong. */
const misdeeds: [string, () => unknown][] = [
  ['throws', fails],
  ['rejects', async () => fails()],
  ['never ends', never],
  ['throws null', () => Promise.reject(null)],
  ['returns what cannot be awaited', () => Object.defineProperty({}, 'then', { get: fails })],
];

const unknownProperty = creates({ body: '{"_id": "a", "new": 1}' });
const twice = inTurn(limited({ 'retry-after': '1' }), creates());

type Middleware = Parameters<IterationClient['raw']['use']>[0];
const using =
  (middleware: Middleware) =>
  ({ raw }: IterationClient) =>
    raw.use(middleware);

const failed = { kind: 'invalid_response', attempts: 1, arrived: 1, created: 1, says: /a middleware failed/ } as const;

/** What middleware can do, what the server does, and what must come of it. */
const middlewares: [string, Middleware, Expectation, Fault['server']?][] = [
  ['that throws before the request', { onRequest: fails }, { ...refused, says: /a middleware failed/ }],
  ['that throws after the response', { onResponse: fails }, { ...failed, outcome: 'applied' }],
  ['that throws after a 500', { onResponse: fails }, { ...failed, outcome: 'unknown' }, creates({ status: 500 })],
  ['that throws when the connection is lost', { onError: fails }, { ...failed, outcome: 'unknown' }, creating(resets)],
  [
    'that responds itself',
    { onRequest: () => Response.json({ _id: 'cached' }) },
    { ...success, arrived: 0, created: 0, unserved: true },
  ],
  [
    'that turns the iteration into an error',
    { onResponse: () => new Response('{}', { status: 400 }) },
    { kind: 'http', outcome: 'applied', status: 400, arrived: 1, created: 1, attempts: 1 },
  ],
  [
    'that leads to another host',
    { onRequest: () => new Request('https://elsewhere.invalid/') },
    { ...refused, says: /outside the base URL/ },
  ],
  [
    'that sends a 503 again, which is then refused',
    sendAgain(503),
    { ...unclear(400, 1), arrived: 2, attempts: 2 },
    inTurn(creates({ status: 503 }), responds({ status: 400 })),
  ],
  ['that looks at everything', lookAtEverything(), success],
  [
    'that looks at everything, of a lost connection',
    lookAtEverything(),
    { ...noResponse, created: 1 },
    creating(resets),
  ],
];

export const watchers: Fault[] = [
  ...misdeeds.flatMap(([misdeed, does]): Fault[] => [
    {
      name: `a report of drift that ${misdeed}`,
      server: unknownProperty,
      options: { onContractDrift: does },
      expect: success,
    },
    ...(['onRequest', 'onResponse', 'onRetry'] as const).map(
      (hook): Fault => ({
        name: `${hook} that ${misdeed}`,
        server: twice,
        options: { [hook]: does, totalTimeoutMs: 12_000 },
        expect: { ...success, arrived: 2 },
      }),
    ),
  ]),
  ...middlewares.map(
    ([what, middleware, expect, server]): Fault => ({
      name: `middleware ${what}`,
      ...(server && { server }),
      before: using(middleware),
      expect,
    }),
  ),
  {
    name: 'middleware that never ends, before the request',
    options: { totalTimeoutMs: 1_000 },
    before: using({ onRequest: never }),
    expect: { kind: 'timeout', outcome: 'not_applied', arrived: 0, created: 0, attempts: 0 },
  },
  {
    name: 'middleware that never ends, after the response',
    options: { totalTimeoutMs: 1_000 },
    before: using({ onResponse: never }),
    expect: { kind: 'timeout', outcome: 'applied', arrived: 1, created: 1, attempts: 1 },
  },
];

/** Middleware that sends a request again after a status: what nobody should do with a create. */
function sendAgain(status: number): Middleware {
  let copy: Request | undefined;
  return {
    onRequest: ({ request }) => {
      copy = request.clone();
    },
    onResponse: async ({ response, options }) => (response.status === status && copy ? options.fetch(copy) : undefined),
  };
}

function lookAtEverything(): Middleware {
  return {
    onRequest: async ({ request }) => {
      if ([...request.headers].join().includes(canary)) throw new Error('A middleware sees the access token.');
      await request.clone().text();
    },
    onResponse: async ({ response }) => void (await response.clone().text()),
  };
}
