/** What a caller hands in that cannot be used, or is hard to look at. */

import type { IterationClient, IterationInput } from '../../src/index.ts';
import { IterationError } from '../../src/index.ts';
import { creates, iterationJson, responds } from './behaviors.ts';
import { callWith, type Expectation, type Fault, iterationOf, judged, path, refused, success } from './fault.ts';
import { canary } from './token.ts';

const says = (words: RegExp): Expectation => ({ ...refused, says: words });
const throws = (): never => {
  throw new Error(`A getter that throws ${canary}.`);
};
const getter = (name: string): PropertyDescriptorMap => ({ [name]: { get: throws, enumerable: true } });
const withGetter = (value: object, name: string) => Object.defineProperties({ ...value }, getter(name));

/** Options of a client that are refused, and what the message says. */
const options: [string, object, RegExp][] = [
  ['no access token', { accessToken: undefined }, /is empty.*LAUNCHDARKLY_ACCESS_TOKEN/],
  ['an empty access token', { accessToken: '' }, /is empty.*LAUNCHDARKLY_ACCESS_TOKEN/],
  ['null for an access token', { accessToken: null }, /is empty/],
  ['an access token with its scheme', { accessToken: `Bearer ${canary}` }, /starts with "Bearer "/],
  ['an access token with a line end', { accessToken: `${canary}\n` }, /line breaks/],
  ['an SDK key', { accessToken: 'sdk-1234' }, /SDK key/],
  ['a mobile key', { accessToken: 'mob-1234' }, /mobile key/],
  ['a number for an access token', { accessToken: 7 }, /of type number/],
  ['mock without a mock', { mock: true, baseUrl: undefined }, /mock: true needs/],
  ['plain HTTP to a host that is no mock', { baseUrl: 'http://iteration-mock' }, /an HTTPS URL/],
  ['a base URL that is none', { baseUrl: 'app.launchdarkly.com' }, /baseUrl/],
  ['a base URL with the token', { baseUrl: `https://${canary}@app.launchdarkly.com` }, /credentials/],
  ['a text for a time', { totalTimeoutMs: '30000' }, /totalTimeoutMs .* of type string/],
  ['no end of waiting', { maxRetryDelayMs: Number.POSITIVE_INFINITY }, /maxRetryDelayMs .* Infinity/],
  ['a time that is no number', { attemptTimeoutMs: Number.NaN }, /attemptTimeoutMs .* NaN/],
  ['no time', { totalTimeoutMs: 0 }, /totalTimeoutMs .* 0/],
  ['fewer than no retries', { maxRetries: -1 }, /maxRetries .* -1/],
  ['a text for a fetch', { fetch: 'fetch' }, /fetch must be a function/],
  ['a text for a hook', { onRetry: 'log' }, /onRetry must be a function/],
  ['a text for onContractDrift', { onContractDrift: 'log' }, /onContractDrift must be a function/],
  ['a text for strict', { strict: 'false' }, /strict must be a boolean/],
  ['a version of the API that is none', { apiVersion: '2024\r\nX: y' }, /apiVersion/],
];

/** Settings of a call that are refused. */
const settings: [string, unknown, RegExp][] = [
  ['null', null, /options of a call must be an object/],
  ['a text', 'now', /options of a call must be an object/],
  ['a text for a time', { totalTimeoutMs: '30000' }, /totalTimeoutMs/],
  ['a time without an end', { totalTimeoutMs: Number.POSITIVE_INFINITY }, /totalTimeoutMs/],
  ['a text for a signal', { signal: 'stop' }, /signal must be an AbortSignal/],
  ['null for a signal', { signal: null }, /signal must be an AbortSignal/],
  ['a controller for a signal', { signal: new AbortController() }, /signal must be an AbortSignal/],
  ['half a signal', { signal: { aborted: false, addEventListener: () => {} } }, /signal must be an AbortSignal/],
  ['a signal of flags', { signal: { aborted: false, addEventListener: true } }, /signal must be an AbortSignal/],
  ['a signal whose getters throw', { signal: withGetter({}, 'aborted') }, /signal must be an AbortSignal/],
  ['a getter that throws', withGetter({}, 'signal'), /one of them throws/],
  ['headers whose getters throw', { headers: withGetter({}, 'x-a') }, /one of them throws/],
  ['a header that is none', { headers: { 'no header': 'x' } }, /could not be made/],
];

/** Bodies that are refused. */
const inputs: [string, unknown, RegExp][] = [
  ['nothing', undefined, /breaks the contract/],
  ['null', null, /breaks the contract/],
  ['a number beyond JSON', { ...iterationOf(judged), hypothesis: 1n }, /breaks the contract|JSON/],
  ['a circle', circle(), /JSON/],
  ['a getter that throws', withGetter(iterationOf(judged), 'metrics'), /cannot be read|JSON/],
  ['a toJSON that throws', { ...iterationOf(judged), toJSON: throws }, /JSON|cannot be read/],
  ['more than a mebibyte', iterationOf('x'.repeat(2 ** 20)), /larger than/],
  ['a mebibyte in characters of two bytes', iterationOf('ü'.repeat(2 ** 19)), /larger than/],
];

const call =
  (body: unknown, keys: unknown = path) =>
  (client: IterationClient) =>
    client.createIteration(keys as typeof path, body as IterationInput);

export const handedIn: Fault[] = [
  ...options.map(([what, own, words]): Fault => ({ name: `options with ${what}`, options: own, expect: says(words) })),
  ...['accessToken', 'fetch', 'strict', 'onRetry', 'mock'].map(
    (name): Fault => ({
      name: `options whose ${name} throws`,
      getters: getter(name),
      expect: says(/one of them throws/),
    }),
  ),
  ...settings.map(
    ([what, own, words]): Fault => ({ name: `a call with ${what}`, call: callWith(own), expect: says(words) }),
  ),
  {
    name: 'a signal whose methods throw',
    call: callWith({ signal: { aborted: false, addEventListener: throws, removeEventListener: throws } }),
    expect: success,
  },
  ...inputs.map(([what, body, words]): Fault => ({ name: `a body of ${what}`, call: call(body), expect: says(words) })),
  { name: 'no keys', call: call(iterationOf(judged), null), expect: says(/projectKey/) },
  {
    name: 'keys that throw',
    call: call(iterationOf(judged), withGetter({ environmentKey: 'e', experimentKey: 'x' }, 'projectKey')),
    expect: refused,
  },
  {
    name: 'plain HTTP to a mock in another container',
    options: { mock: true, baseUrl: 'http://iteration-mock', fetch: async () => new Response(iterationJson) },
    expect: { ...success, arrived: 0, created: 0, unserved: true },
  },
  {
    name: 'an access token that the server refuses',
    server: responds({ status: 401, body: '{"code": "unauthorized", "message": "Invalid access token"}' }),
    expect: { kind: 'http', outcome: 'not_applied', status: 401, arrived: 1, created: 0, attempts: 1 },
  },
  {
    name: 'a header of the caller that would replace the access token',
    server: (exchange) => {
      const { headers } = exchange.response.req;
      const isOwn = headers.authorization === canary && headers['x-own'] === 'yes';
      return isOwn ? creates()(exchange) : responds({ status: 401 })(exchange);
    },
    call: callWith({ headers: { Authorization: 'Bearer other', 'X-Own': 'yes' } }),
    expect: success,
  },
  {
    name: 'an error that somebody else has made of the class',
    options: { fetch: async () => Promise.reject(Object.create(IterationError.prototype)) },
    expect: { kind: 'network', outcome: 'unknown', arrived: 0, created: 0, attempts: 1 },
  },
];

function circle(): IterationInput {
  const body = { ...iterationOf(judged), self: {} };
  body.self = body;
  return body;
}
