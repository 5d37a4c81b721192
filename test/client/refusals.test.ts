import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { examples } from '../../generated/examples.js';
import { createIterationClient as createBareClient } from '../../src/client/index.ts';
import { createIterationClient, IterationError } from '../../src/index.ts';
import { accessToken, failureOf, path, scripted } from '../support/calls.ts';

const iteration = examples.createIteration.request['two-treatments'].value;
const created = examples.createIteration.responses[200]['two-treatments'].value;

/** The sentence with which an option is refused. */
function refusalOf(options: unknown, create: (options: never) => unknown = createIterationClient): string {
  try {
    create(options as never);
  } catch (error) {
    expect(error).toBeInstanceOf(IterationError);
    expect(error).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0, retryable: false });
    return (error as Error).message;
  }
  return 'not refused';
}

const throwing = new Proxy(
  {},
  {
    get() {
      throw new Error('hostile');
    },
    ownKeys() {
      throw new Error('hostile');
    },
  },
);

afterEach(() => vi.unstubAllGlobals());

describe('the options of a client', () => {
  it.each([
    [undefined, 'The options must be an object, but are of type undefined.'],
    [null, 'The options must be an object, but are null.'],
    ['api-x', 'The options must be an object, but are of type string.'],
    [throwing, 'The options cannot be read: reading one of them throws.'],
  ])('are refused as a whole: case %#', (options, sentence) => {
    expect(refusalOf(options)).toBe(sentence);
    expect(refusalOf(options, createBareClient)).toBe(sentence);
  });

  it.each([
    'accessToken',
    'baseUrl',
    'fetch',
    'apiVersion',
    'maxRetries',
    'attemptTimeoutMs',
    'totalTimeoutMs',
    'maxRetryDelayMs',
    'throttle',
    'deprecationNotice',
    'mock',
    'onRequest',
    'onResponse',
    'onRetry',
    'validate',
    'strict',
    'onContractDrift',
  ])('are refused where reading %s throws', (name) => {
    const options = Object.defineProperty({ accessToken }, name, {
      get() {
        throw new Error('hostile');
      },
    });
    expect(refusalOf(options)).toBe('The options cannot be read: reading one of them throws.');
  });

  const tokens = 'set it to a personal or service access token (api-…), for example from LAUNCHDARKLY_ACCESS_TOKEN.';
  const blanks = 'accessToken contains spaces, line breaks or non-ASCII characters: pass only the token.';
  it.each([
    [undefined, `accessToken is empty: ${tokens}`],
    [null, `accessToken is empty: ${tokens}`],
    ['', `accessToken is empty: ${tokens}`],
    [5, `accessToken is of type number: ${tokens}`],
    [['api-canary'], `accessToken is an array: ${tokens}`],
    ['Bearer api-canary', 'accessToken starts with "Bearer ": pass only the token.'],
    ['bearer\tapi-canary', 'accessToken starts with "Bearer ": pass only the token.'],
    [' api-canary', blanks],
    ['api-canary\n', blanks],
    ['api canary', blanks],
    ['api-canary-ü', blanks],
    ['\u007fapi-canary', blanks],
    ['sdk-canary', `accessToken is an SDK key or a mobile key: ${tokens}`],
    ['mob-canary', `accessToken is an SDK key or a mobile key: ${tokens}`],
  ])('reject the access token %j, and do not repeat it', async (token, sentence) => {
    expect(refusalOf({ accessToken: token })).toBe(sentence);
    const { fetch, requests } = scripted();
    const client = createIterationClient({ accessToken: async () => token as string, fetch });
    const error = await failureOf(client.createIteration(path, iteration));
    expect(error).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0, message: sentence });
    expect(requests).toEqual([]);
  });

  it.each(['a', '!~', 'api-sdk-mob', 'Bearerapi'])('may have the access token %j', (token) => {
    expect(refusalOf({ accessToken: token })).toBe('not refused');
  });

  const https =
    'baseUrl must be an HTTPS URL (HTTP only for localhost, or with mock: true) without credentials, braces, query or fragment.';
  it.each([
    null,
    5,
    '',
    'app.launchdarkly.com',
    '/api',
    'http://app.launchdarkly.com',
    'http://127.0.0.1.canary.com',
    'http://1270.0.0.1',
    'http://localhost.canary.com',
    'http://xlocalhost',
    'http://localhost@canary.com',
    'http://[::2]',
    'ftp://app.launchdarkly.com',
    'https://canary@app.launchdarkly.com',
    'https://:canary@app.launchdarkly.com',
    'https://app.launchdarkly.com?canary=1',
    'https://app.launchdarkly.com#canary',
    'https://app.launchdarkly.com/{projectKey}',
    'https://app.launchdarkly.com/projectKey}',
    new URL('https://app.launchdarkly.com/?canary'),
    new URL('http://app.launchdarkly.com/'),
  ])('reject the base URL %s, and do not repeat it', (baseUrl) => {
    expect(refusalOf({ accessToken, baseUrl })).toBe(https);
  });

  it.each([
    'https://a.example',
    'https://a.example/prefix//',
    'http://localhost:4010',
    'http://127.0.0.1',
    'http://127.10.20.30',
    'http://[::1]:80/',
    new URL('https://a.example/prefix'),
  ])('may have the base URL %s', async (baseUrl) => {
    const { fetch, requests } = scripted(Response.json(created));
    await createIterationClient({ accessToken, baseUrl, fetch }).createIteration(path, iteration);
    expect(requests[0]?.url).toBe(
      `${String(baseUrl).replace(/\/+$/, '').replace(':80', '')}/api/v2/projects/p/environments/e/experiments/x/iterations`,
    );
  });

  it('may have plain HTTP to any host for a mock, but nothing else that is refused', () => {
    const mock = 'baseUrl must be an HTTP or HTTPS URL without credentials, braces, query or fragment.';
    expect(refusalOf({ accessToken, mock: true, baseUrl: 'http://iteration-mock' })).toBe('not refused');
    expect(refusalOf({ accessToken, mock: true, baseUrl: 'ftp://iteration-mock' })).toBe(mock);
    expect(refusalOf({ accessToken, mock: true, baseUrl: 'http://a@iteration-mock' })).toBe(mock);
  });

  it('need the base URL or the fetch of a mock, because otherwise LaunchDarkly would be called', () => {
    expect(refusalOf({ accessToken, mock: true })).toBe(
      'mock: true needs the baseUrl or the fetch of the mock: without one, the client calls LaunchDarkly.',
    );
    expect(refusalOf({ accessToken, mock: true, fetch })).toBe('not refused');
  });

  it.each(['document', 'importScripts'])(
    'are rejected in a browser, which has a global %s, except for a mock',
    (name) => {
      vi.stubGlobal(name, {});
      expect(refusalOf({ accessToken })).toBe(
        'A browser must not hold an access token. Call from a server; for a mock, pass mock: true.',
      );
      expect(refusalOf({ accessToken, mock: true, fetch })).toBe('not refused');
    },
  );

  it.each([
    ['apiVersion', null, 'apiVersion must be a version of the API, such as 20240415.'],
    ['apiVersion', 20240415, 'apiVersion must be a version of the API, such as 20240415.'],
    ['apiVersion', '', 'apiVersion must be a version of the API, such as 20240415.'],
    ['apiVersion', 'a\nb', 'apiVersion must be a version of the API, such as 20240415.'],
    ['apiVersion', 'a b', 'apiVersion must be a version of the API, such as 20240415.'],
    ['deprecationNotice', 'no', 'deprecationNotice must be a boolean, but is of type string.'],
    ['throttle', null, 'throttle must be a boolean, but is null.'],
    ['throttle', 'no', 'throttle must be a boolean, but is of type string.'],
    ['mock', 1, 'mock must be a boolean, but is of type number.'],
    ['validate', 'no', 'validate must be a boolean, but is of type string.'],
    ['strict', 0, 'strict must be a boolean, but is of type number.'],
    ['fetch', {}, 'fetch must be a function, but is of type object.'],
    ['fetch', null, 'fetch must be a function, but is null.'],
    ['onRequest', 'x', 'onRequest must be a function, but is of type string.'],
    ['onResponse', [], 'onResponse must be a function, but is an array.'],
    ['onRetry', true, 'onRetry must be a function, but is of type boolean.'],
    ['onContractDrift', {}, 'onContractDrift must be a function, but is of type object.'],
    ['maxRetries', -1, 'maxRetries must be a finite number, 0 or more, but is -1.'],
    ['maxRetries', Number.NaN, 'maxRetries must be a finite number, 0 or more, but is NaN.'],
    ['maxRetries', null, 'maxRetries must be a finite number, 0 or more, but is null.'],
    [
      'maxRetryDelayMs',
      Number.POSITIVE_INFINITY,
      'maxRetryDelayMs must be a finite number, 0 or more, but is Infinity.',
    ],
    ['maxRetryDelayMs', '5', 'maxRetryDelayMs must be a finite number, 0 or more, but is of type string.'],
    ['totalTimeoutMs', 0, 'totalTimeoutMs must be a finite number above 0, but is 0.'],
    ['totalTimeoutMs', '30000', 'totalTimeoutMs must be a finite number above 0, but is of type string.'],
    ['attemptTimeoutMs', 0, 'attemptTimeoutMs must be a finite number above 0, but is 0.'],
    ['attemptTimeoutMs', -5, 'attemptTimeoutMs must be a finite number above 0, but is -5.'],
  ])('have no %s that is %s', (name, value, sentence) => {
    expect(refusalOf({ accessToken, baseUrl: 'http://localhost', [name]: value })).toBe(sentence);
  });

  it('may all be undefined except the token, and numbers may be 0 where that makes sense', () => {
    const names = [
      'baseUrl',
      'fetch',
      'apiVersion',
      'attemptTimeoutMs',
      'totalTimeoutMs',
      'throttle',
      'mock',
      'onRetry',
    ];
    const absent = Object.fromEntries(names.map((name) => [name, undefined]));
    expect(refusalOf({ accessToken, ...absent, maxRetries: 0, maxRetryDelayMs: 0 })).toBe('not refused');
  });
});

describe('the settings of a call', () => {
  const listeners = { addEventListener() {}, removeEventListener() {} };
  it.each([
    ['settings', null, 'The options of a call must be an object, but are null.'],
    ['settings', 'x', 'The options of a call must be an object, but are of type string.'],
    ['settings', throwing, 'The options of a call cannot be read: reading one of them throws.'],
    ['signal', { signal: null }, 'signal must be an AbortSignal, but is null.'],
    ['signal', { signal: {} }, 'signal must be an AbortSignal, but is of type object.'],
    ['signal', { signal: new AbortController() }, 'signal must be an AbortSignal, but is of type object.'],
    ['signal', { signal: listeners }, 'signal must be an AbortSignal, but is of type object.'],
    ['signal', { signal: { ...listeners, aborted: 0 } }, 'signal must be an AbortSignal, but is of type object.'],
    [
      'signal',
      { signal: { ...listeners, aborted: false, removeEventListener: 1 } },
      'signal must be an AbortSignal, but is of type object.',
    ],
    ['signal', { signal: throwing }, 'signal must be an AbortSignal, but is of type object.'],
    ['headers', { headers: throwing }, 'The options of a call cannot be read: reading one of them throws.'],
    ['totalTimeoutMs', { totalTimeoutMs: 0 }, 'totalTimeoutMs must be a finite number above 0, but is 0.'],
    ['maxRetries', { maxRetries: '2' }, 'maxRetries must be a finite number, 0 or more, but is of type string.'],
  ])('are refused with a sentence for %s, and nothing is sent: case %#', async (_name, settings, sentence) => {
    const { fetch, requests } = scripted();
    const client = createIterationClient({ accessToken, fetch });
    const error = await failureOf(client.createIteration(path, iteration, settings as never));
    expect(error).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0, message: sentence });
    expect(requests).toEqual([]);
  });

  it('are refused where a header cannot be one', async () => {
    const { fetch, requests } = scripted();
    const client = createIterationClient({ accessToken, fetch });
    const error = await failureOf(client.createIteration(path, iteration, { headers: { 'not a name': '1' } }));
    expect(error).toMatchObject({ kind: 'invalid_input', attempts: 0 });
    expect(error.cause).toMatchObject({ name: 'TypeError' });
    expect(requests).toEqual([]);
  });
});

describe('the keys and the body of a call', () => {
  const own = 'cannot be a path segment: pass the key as a string without /, \\, % or control characters.';
  it.each([
    [null, `projectKey undefined ${own}`],
    [{ ...path, experimentKey: null }, `experimentKey null ${own}`],
    [{ ...path, environmentKey: 5 }, `environmentKey number ${own}`],
    [{ ...path, projectKey: '..' }, `projectKey ".." ${own}`],
    [{ ...path, projectKey: `/${'x'.repeat(200)}` }, `projectKey "/${'x'.repeat(99)}" ${own}`],
  ])('are refused with a sentence, and nothing is sent: case %#', async (keys, sentence) => {
    const { fetch, requests } = scripted();
    const error = await failureOf(
      createIterationClient({ accessToken, fetch }).createIteration(keys as never, iteration),
    );
    expect(error).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0, message: sentence });
    expect(requests).toEqual([]);
  });

  it('are refused where reading them throws', async () => {
    const { fetch, requests } = scripted();
    for (const create of [createIterationClient, createBareClient]) {
      const client = create({ accessToken, fetch });
      const calls = [
        client.createIteration(throwing as never, iteration),
        client.createIteration(path, throwing as never),
      ];
      for (const call of calls) expect(await failureOf(call)).toMatchObject({ kind: 'invalid_input', attempts: 0 });
    }
    expect(requests).toEqual([]);
  });

  it.each([
    ['a text of so many bytes is sent', 'x'.repeat(1024 * 1024 - 17), 'sent'],
    ['a text of a byte more is refused', 'x'.repeat(1024 * 1024 - 16), 'refused'],
    ['a text of fewer characters, but more bytes, is refused', '€'.repeat(400_000), 'refused'],
    ['a text of as many characters, but fewer bytes, is sent', 'x'.repeat(400_000), 'sent'],
  ])('are bounded by 1 MiB: %s', async (_title, hypothesis, expected) => {
    const { fetch, requests } = scripted(Response.json(created));
    // `{"hypothesis":""}` without what the named function would add.
    const client = createBareClient({ accessToken, fetch });
    const call = client.createIteration(path, { hypothesis } as never);
    if (expected === 'sent') expect(await call).toEqual(created);
    else expect((await failureOf(call)).message).toBe('The body is larger than 1048576 bytes.');
    expect(requests).toHaveLength(expected === 'sent' ? 1 : 0);
  });
});

describe('a client', () => {
  it('does not show its token', () => {
    for (const token of [accessToken, () => accessToken]) {
      expect(inspect(createIterationClient({ accessToken: token }), { depth: 20, showHidden: true })).not.toContain(
        'canary',
      );
    }
  });
});
