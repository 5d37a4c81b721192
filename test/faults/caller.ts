import { creates, iterationJson } from './behaviours.ts';
import { type Fault, iterationOf, neverSent, noAnswer, path, success, unreadable } from './fault.ts';
import { canary } from './token.ts';

const wrongInput = { ...neverSent, kind: 'invalid_input', attempts: 0 } as const;
const noResponse = { ...noAnswer, arrived: 0 };
const unserved = { ...unreadable, arrived: 0, created: 0, unserved: true };
const never = () => new Promise<never>(() => {});

/** What code throws that does not throw errors. */
const oddities: [string, unknown][] = [
  ['a text', 'a text'],
  ['undefined', undefined],
  ['null', null],
  ['a number', 7],
  ['a symbol', Symbol('thrown')],
  ['an object', {}],
  ['an object without a prototype', Object.create(null)],
  ['an error that is its own cause', cyclicError()],
];

function throwing(thrown: unknown): () => Promise<never> {
  return async () => {
    throw thrown;
  };
}

/** What the caller hands in: tokens, bodies and a `fetch` of its own. */
export const handedIn: Fault[] = [
  {
    name: 'an access token whose function throws',
    options: { accessToken: throwing(new Error(`The vault knows no ${canary}.`)) },
    expect: wrongInput,
  },
  {
    name: 'an access token whose function throws at once',
    options: {
      accessToken: () => {
        throw new Error('The vault is closed.');
      },
    },
    expect: wrongInput,
  },
  {
    name: 'an access token whose function gives a line end',
    options: { accessToken: async () => `${canary}\n` },
    expect: wrongInput,
  },
  {
    name: 'an access token whose function gives nothing',
    options: { accessToken: async () => undefined as unknown as string },
    expect: wrongInput,
  },
  {
    name: 'an access token that never comes',
    options: { accessToken: never, totalTimeoutMs: 500 },
    expect: { ...wrongInput, kind: 'timeout' },
  },
  {
    name: 'a body of more than a mebibyte',
    call: (client) => client.createIteration(path, iterationOf('x'.repeat(2 ** 20))),
    expect: wrongInput,
  },
  {
    name: 'a body of a mebibyte in characters of two bytes',
    call: (client) => client.createIteration(path, iterationOf('ü'.repeat(2 ** 19))),
    expect: wrongInput,
  },
  ...oddities.map(
    ([what, thrown]): Fault => ({
      name: `a fetch that throws ${what}`,
      options: { fetch: throwing(thrown) },
      expect: noResponse,
    }),
  ),
  {
    name: 'a fetch that throws at once',
    options: {
      fetch: () => {
        throw new Error('at once');
      },
    },
    expect: noResponse,
  },
  {
    name: 'a fetch that throws the access token',
    options: { fetch: throwing(new TypeError(`authorization: ${canary}`, { cause: new Error(canary) })) },
    expect: noResponse,
  },
  {
    name: 'a fetch that gives nothing',
    options: { fetch: async () => undefined as unknown as Response },
    expect: { ...noResponse, kind: ['network', 'invalid_response'] },
  },
  {
    name: 'a fetch that gives the error response of the Fetch standard',
    options: { fetch: async () => Response.error() },
    expect: { ...noResponse, kind: ['network', 'http'] },
  },
  {
    name: 'a fetch that never ends and heeds no signal',
    options: { fetch: never, attemptTimeoutMs: 150 },
    expect: { ...noResponse, kind: 'timeout' },
  },
  {
    name: 'a fetch whose body never ends and heeds no signal',
    options: { fetch: async () => new Response(new ReadableStream()), attemptTimeoutMs: 150 },
    expect: { ...unserved, kind: 'timeout' },
  },
  {
    name: 'a fetch whose body was read already',
    options: { fetch: readResponse },
    expect: unserved,
  },
  {
    name: 'a report of drift that throws',
    server: creates({ body: '{"new": 1}' }),
    options: {
      onContractDrift: () => {
        throw new Error('The log is full.');
      },
    },
    expect: success,
  },
  {
    name: '201 that breaks the contract, strictly',
    server: creates({ status: 201, body: '{"new": 1}' }),
    options: { strict: true },
    expect: { ...unreadable, status: 201 },
  },
];

function cyclicError(): Error {
  const error = new Error('round and round');
  error.cause = error;
  return error;
}

async function readResponse(): Promise<Response> {
  const response = new Response(iterationJson);
  await response.text();
  return response;
}
