/** What a `fetch` of the caller's can do, and what the functions that give the access token can. */

import { IterationError } from '../../src/index.ts';
import { iterationJson } from './behaviors.ts';
import {
  type Expectation,
  type Fault,
  iterationOf,
  judged,
  noResponse,
  noTime,
  path,
  refused,
  success,
  unrecognized,
} from './fault.ts';
import { canary } from './token.ts';

const noServer = { ...noResponse, arrived: 0 };
const unserved = { ...unrecognized, arrived: 0, unserved: true };
const noToken: Expectation = { ...refused, kind: 'access_token' };
const never = () => new Promise<never>(() => {});
/** A response that is none: what is said of it is said of the type alone. */
const fake = (parts: object) => async () => parts as Response;

/** What code throws that does not throw errors. */
const oddities: [string, unknown][] = [
  ['a text', 'a text'],
  ['undefined', undefined],
  ['null', null],
  ['a number', 7],
  ['a symbol', Symbol('thrown')],
  ['an object', {}],
  ['an object without a prototype', Object.create(null)],
  ['an error that is its own cause', itself('cause')],
  ['an error that is one of its own errors', itself('errors')],
  ['an object at which nobody can look', proxyThatThrows({})],
  ['errors at which nobody can look', { errors: proxyThatThrows([]) }],
  ['an object whose code is an object', { code: { toString: 5 }, message: Symbol('x') }],
];

const throwing = (thrown: unknown) => async () => Promise.reject(thrown);

/** Responses of a fetch that are hard to read, and what must come of them. */
const odd: [string, () => Promise<Response>, Expectation][] = [
  ['nothing', fake(undefined as unknown as object), noServer],
  ['the error response of the Fetch standard', async () => Response.error(), { ...noServer, kind: 'http', status: 0 }],
  ['a response without headers', fake({ status: 200, ok: true }), noServer],
  ['500 with headers that are a list', fake({ status: 500, ok: false, headers: [['a', 'b']], body: null }), noServer],
  [
    '500 whose ok throws',
    fake(Object.defineProperty({ status: 500, headers: new Headers(), body: null }, 'ok', { get: fails })),
    { ...noServer, kind: ['http', 'invalid_response', 'network'] },
  ],
  [
    '201 that calls itself not ok',
    fake({ status: 400, ok: true, headers: new Headers() }),
    { ...noServer, kind: 'http', outcome: 'not_applied' },
  ],
  ['a body that was read already', readResponse, unserved],
  ['a body that throws', fake({ status: 200, ok: true, headers: new Headers(), body: 7 }), unserved],
];

export const fetches: Fault[] = [
  ...oddities.map(
    ([what, thrown]): Fault => ({
      name: `a fetch that throws ${what}`,
      options: { fetch: throwing(thrown) },
      expect: noServer,
    }),
  ),
  ...oddities.map(
    ([what, thrown]): Fault => ({
      name: `an access token whose function throws ${what}`,
      options: { accessToken: throwing(thrown) },
      expect: noToken,
    }),
  ),
  { name: 'a fetch that throws at once', options: { fetch: fails }, expect: noServer },
  ...odd.map(
    ([what, fetch, expect]): Fault => ({ name: `a fetch that resolves to ${what}`, options: { fetch }, expect }),
  ),
  {
    name: 'a fetch that never ends and heeds no signal',
    options: { fetch: never, attemptTimeoutMs: 150 },
    expect: { ...noServer, kind: 'timeout' },
  },
  {
    name: 'a fetch whose body never ends and heeds no signal',
    options: { fetch: async () => new Response(new ReadableStream()), attemptTimeoutMs: 150 },
    expect: { ...unserved, kind: 'timeout' },
  },
  ...[200, 400, 429].map(
    (status): Fault => ({
      name: `a fetch whose ${status} comes when its attempt is over`,
      options: ({ clock }) => ({
        fetch: async () => {
          await clock.wait(300);
          return new Response(iterationJson, { status, headers: { 'retry-after': '9', 'x-late': canary } });
        },
        attemptTimeoutMs: 150,
      }),
      expect: { ...noServer, kind: 'timeout' },
    }),
  ),
  {
    name: 'a function that gives the access token and throws at once',
    options: { accessToken: fails },
    expect: noToken,
  },
  {
    name: 'a function that gives the access token and throws the error of another call',
    options: async ({ server }) => ({ accessToken: throwing(await anotherError(server.url)) }),
    expect: noToken,
  },
  {
    name: 'a function that gives the access token and throws it',
    options: { accessToken: throwing(new Error(`The vault is closed to ${canary}.`, { cause: new Error(canary) })) },
    expect: noToken,
  },
  {
    name: 'an access token whose function gives a line end',
    options: { accessToken: async () => `${canary}\n` },
    expect: refused,
  },
  {
    name: 'an access token whose function gives nothing',
    options: { accessToken: async () => undefined as unknown as string },
    expect: { ...refused, says: /is empty/ },
  },
  { name: 'an access token that is given at once', options: { accessToken: () => canary }, expect: success },
  { name: 'an access token that never comes', options: { accessToken: never, totalTimeoutMs: 500 }, expect: noTime },
];

function fails(): never {
  throw new Error('at once');
}

function itself(key: 'cause' | 'errors'): Error {
  const error = new Error('round and round') as Error & { errors?: unknown };
  error[key] = key === 'cause' ? error : Array.from({ length: 20 }).fill(error);
  return error;
}

function proxyThatThrows<T extends object>(target: T): T {
  return new Proxy(target, { get: fails, has: fails, getPrototypeOf: fails, ownKeys: fails });
}

async function readResponse(): Promise<Response> {
  const response = new Response(iterationJson);
  await response.text();
  return response;
}

/** The error of a call of another client, after which its iteration may have been created. */
async function anotherError(baseUrl: string): Promise<unknown> {
  const { createIterationClient } = await import('../../src/index.ts');
  const client = createIterationClient({
    accessToken: canary,
    baseUrl,
    deprecationNotice: false,
    fetch: async () => new Response('', { status: 500 }),
  });
  return client.createIteration(path, iterationOf(judged)).catch((error) => error instanceof IterationError && error);
}
