import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createIterationClient, IterationError, type IterationInput } from '../../src/index.ts';
import { breakingOff, refused } from '../support/calls.ts';
import { document, pathTemplate, requestExamples } from '../support/document.ts';

const accessToken = 'api-canary-token';
const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'my-experiment' };
const iteration = requestExamples[0]?.[1] as IterationInput;

/** A client whose requests go to a function, and the requests that it sent. */
function clientAnswering(respond: (signal: AbortSignal) => Response | Promise<Response>, baseUrl?: string) {
  const requests: Request[] = [];
  const client = createIterationClient({
    accessToken,
    baseUrl,
    fetch: async (url, init) => {
      requests.push(new Request(url, init));
      return respond(init?.signal as AbortSignal);
    },
  });
  return { client, requests };
}

const created = { _id: '62976fb8c3a1e40012d5b7f9', status: 'not_started' };

async function failure(promise: Promise<unknown>): Promise<IterationError> {
  const error = await promise.then(
    () => 'no failure',
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(IterationError);
  expect(inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error)).not.toContain('canary');
  return error;
}

describe('the request', () => {
  it('goes to the path of the contract, with the token bare, the version and the body', async () => {
    const { client, requests } = clientAnswering(() => Response.json(created));
    await client.createIteration(path, iteration);
    const [request] = requests as [Request];
    const url = pathTemplate.replace(/\{(\w+)\}/g, (_match, key: keyof typeof path) => path[key]);
    expect(request.url).toBe(document.servers[0]?.url + url);
    expect(request.method).toBe('POST');
    expect(Object.fromEntries(request.headers)).toMatchObject({
      authorization: accessToken,
      'ld-api-version': '20240415',
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': `launchdarkly-iteration-contract/${document.info.version}`,
    });
    expect(await request.json()).toEqual(iteration);
  });

  it.each([
    ['https://app.eu.launchdarkly.com', 'https://app.eu.launchdarkly.com/api/v2/'],
    ['https://app.launchdarkly.us/', 'https://app.launchdarkly.us/api/v2/'],
    ['http://127.0.0.1:4010/prefix//', 'http://127.0.0.1:4010/prefix/api/v2/'],
  ])('goes below the base URL %s', async (baseUrl, start) => {
    const { client, requests } = clientAnswering(() => Response.json(created), baseUrl);
    await client.createIteration(path, iteration);
    expect(requests[0]?.url.startsWith(start)).toBe(true);
  });

  it.each(['a b', 'ümlaut', 'a?b', 'a#b', 'a&b', '{projectKey}', '$&', '...'])(
    'keeps the odd key %j in its own segment of the path',
    async (key) => {
      const { client, requests } = clientAnswering(() => Response.json(created));
      await client.createIteration({ ...path, projectKey: key }, iteration);
      const { pathname, search, hash } = new URL(requests[0]?.url ?? '');
      expect(pathname).toBe(
        pathTemplate
          .replace('{projectKey}', encodeURIComponent(key))
          .replace('{environmentKey}', path.environmentKey)
          .replace('{experimentKey}', path.experimentKey),
      );
      expect(search + hash).toBe('');
    },
  );

  it.each(['', '.', '..', 'a/b', '/', '..\\', '%2e%2e', '%2F', 'a\nb', '\u0000', '\u007f', '\ud800', 'a\udfff'])(
    'is not sent when a key is %j',
    async (key) => {
      const { client, requests } = clientAnswering(() => Response.json(created));
      for (const name of ['projectKey', 'environmentKey', 'experimentKey']) {
        const error = await failure(client.createIteration({ ...path, [name]: key }, iteration));
        expect(error).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0 });
        expect(error.message).toContain(name);
      }
      expect(requests).toEqual([]);
    },
  );

  it.each([undefined, null, 5, ['a'], {}])('is not sent when a key is the value %j', async (key) => {
    const { client, requests } = clientAnswering(() => Response.json(created));
    const wrong = { ...path, experimentKey: key as unknown as string };
    expect(await failure(client.createIteration(wrong, iteration))).toMatchObject({ kind: 'invalid_input' });
    expect(requests).toEqual([]);
  });

  it('is not sent when the iteration cannot be written as JSON', async () => {
    const { client, requests } = clientAnswering(() => Response.json(created));
    const error = await failure(client.createIteration(path, { ...iteration, hypothesis: 1n as unknown as string }));
    expect(error.kind).toBe('invalid_input');
    expect(requests).toEqual([]);
  });
});

describe('the response', () => {
  it('is the iteration, with properties that the contract does not know yet', async () => {
    const { client } = clientAnswering(() => Response.json({ ...created, newProperty: 1 }));
    expect(await client.createIteration(path, iteration)).toEqual({ ...created, newProperty: 1 });
  });

  it.each([
    ['empty', new Response('')],
    ['204', new Response(null, { status: 204 })],
    ['HTML', new Response('<html></html>', { headers: { 'content-type': 'text/html' } })],
    ['cut off', new Response('{"status": "not_st')],
    ['null', Response.json(null)],
    ['an array', Response.json([])],
    ['a string', Response.json('created')],
    ['an empty object', Response.json({})],
    ['an error of the API', Response.json({ code: 'internal_error', message: 'boom', id: '7' })],
    ['a message of a gateway', Response.json({ message: 'queued for approval', id: 'x' }, { status: 202 })],
    ['broken off', new Response(breakingOff())],
  ])('of 2xx that is %s is an invalid response', async (_case, response) => {
    const { client } = clientAnswering(() => response);
    const error = await failure(client.createIteration(path, iteration));
    expect(error).toMatchObject({ kind: 'invalid_response', outcome: 'unknown', status: response.status });
    expect(error.message).toContain('An iteration may have been created.');
  });

  it.each([
    ['JSON', Response.json({ code: 'forbidden', message: 'No', id: '7' }, { status: 403 }), 'forbidden', '7'],
    ['JSON without a message', Response.json({ code: 5 }, { status: 500 }), undefined, undefined],
    ['HTML', new Response('<h1>Bad gateway</h1>', { status: 502 }), undefined, undefined],
    ['nothing', new Response(null, { status: 503, headers: { 'content-length': '0' } }), undefined, undefined],
    ['an empty text', new Response('', { status: 500 }), undefined, undefined],
    ['null', Response.json(null, { status: 400 }), undefined, undefined],
    ['a body that breaks off', new Response(breakingOff(), { status: 500 }), undefined, undefined],
    ['a redirect', new Response(null, { status: 307, headers: { location: '/' } }), undefined, undefined],
  ])('of an error that is %s keeps its status', async (_case, response, code, id) => {
    const { client } = clientAnswering(() => response);
    const error = await failure(client.createIteration(path, iteration));
    expect(error).toMatchObject({ kind: 'http', status: response.status });
    expect([error.code, error.requestId]).toEqual([code, id]);
  });

  it('that never comes is a network error with the code of the system', async () => {
    const { client } = clientAnswering(() => Promise.reject(refused()));
    const error = await failure(client.createIteration(path, iteration, { maxRetries: 0 }));
    expect(error).toMatchObject({ kind: 'network', outcome: 'not_applied', attempts: 1 });
    expect(error.message).toContain('could not be sent');
    expect(error.cause).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('that redirects is not followed', async () => {
    const { client, requests } = clientAnswering(() => new Response(null, { status: 302, headers: { location: '/' } }));
    const error = await failure(client.createIteration(path, iteration));
    expect(error).toMatchObject({ kind: 'http', status: 302, outcome: 'unknown' });
    expect(requests.map(({ redirect }) => redirect)).toEqual(['manual']);
  });
});

describe('the signal', () => {
  it('ends a call before it is sent', async () => {
    const { client, requests } = clientAnswering(() => Response.json(created));
    const error = await failure(client.createIteration(path, iteration, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({
      kind: 'aborted',
      message: 'The call was aborted. No iteration was created.',
      attempts: 0,
    });
    expect(requests).toEqual([]);
  });

  it('ends a call that waits for its response', async () => {
    const controller = new AbortController();
    const { client } = clientAnswering(
      (signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          controller.abort();
        }),
    );
    const error = await failure(client.createIteration(path, iteration, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'aborted', outcome: 'unknown', attempts: 1 });
  });
});
