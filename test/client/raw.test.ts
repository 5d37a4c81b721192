import { inspect } from 'node:util';
import type { Middleware } from 'openapi-fetch';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { examples } from '../../generated/examples.js';
import { operations } from '../../generated/operations.js';
import { createIterationClient, type IterationClientOptions, IterationError } from '../../src/index.ts';
import { accessToken, failureOf, hangs, path, refused, reset, type Step, scripted, textOf } from '../support/calls.ts';

const template = operations.createIteration.path;
const body = examples.createIteration.request['two-treatments'].value;
const iteration = { _id: '62976fb8c3a1e40012d5b7f9', status: 'not_started' };
const created = () => Response.json(iteration, { headers: { 'x-request-id': 'r-1' } });
const params = { path };

function clientOf(steps: Step[], options: Partial<IterationClientOptions> = {}) {
  const { fetch, requests } = scripted(...steps);
  const { raw } = createIterationClient({ accessToken, fetch, ...options });
  return { raw, requests, post: (init: object = {}) => raw.POST(template, { params, body, ...init }) };
}

/** The methods of the raw client, for what its types would refuse, or would need to tell apart. */
type Send = (template: string, init?: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('each request of the contract', () => {
  const requests = Object.values(operations).flatMap((operation) => {
    const { request = { 'no body': { value: undefined } } } = examples[operation.id] as {
      request?: Record<string, { value: unknown }>;
    };
    return Object.entries(request).map(([name, { value }]) => ({ id: operation.id, name, operation, value }));
  });

  /** A middleware that keeps all that it is given. */
  function recorder() {
    const seen: unknown[] = [];
    const middleware: Middleware = {
      async onRequest({ request, ...rest }) {
        seen.push(request.url, [...request.headers], await request.clone().text(), request, rest);
      },
      async onResponse({ request, response, ...rest }) {
        seen.push([...request.headers], [...response.headers], await response.clone().text(), request, response, rest);
      },
      onError({ request, error, ...rest }) {
        seen.push([...request.headers], textOf(error), request, rest);
      },
    };
    return { seen, middleware };
  }

  it.each(requests)('goes through the raw client, and no middleware sees the token: $id, $name', async (row) => {
    const { operation, value } = row;
    const leak = Object.assign(new TypeError(`no ${accessToken}`), { cause: { code: accessToken } });
    const { raw, requests: sent } = clientOf([created(), leak], { maxRetries: 0 });
    const { middleware, seen } = recorder();
    raw.use(middleware);
    const send = raw[operation.method as 'POST'] as unknown as Send;
    const init = { params, ...(value !== undefined && { body: value }) };
    expect(await send(operation.path, init)).toMatchObject({ data: iteration, response: { status: 200 } });
    await failureOf(send(operation.path, init));
    const filled = operation.path.replace(/\{(\w+)\}/g, (_braces, name: keyof typeof path) => path[name]);
    expect(sent).toHaveLength(2);
    for (const { url, init } of sent) {
      expect(url).toBe(`https://app.launchdarkly.com${filled}`);
      expect(init).toMatchObject({ method: operation.method, headers: { authorization: accessToken } });
      expect(init.body && JSON.parse(String(init.body))).toEqual(value);
    }
    expect(seen.length).toBeGreaterThan(10);
    expect(inspect(seen, { depth: 20, showHidden: true })).not.toMatch(/canary|authorization/i);
  });
});

describe('what the raw client resolves to', () => {
  it('is the body of a 2xx as data', async () => {
    const { data, error, response } = await clientOf([created()]).post();
    expect([data, error]).toEqual([iteration, undefined]);
    expect(response).toBeInstanceOf(Response);
    expect(response.headers.get('x-request-id')).toBe('r-1');
    expect(response.bodyUsed).toBe(true);
  });

  it.each([
    ['JSON', Response.json({ code: 'no' }, { status: 403 }), { code: 'no' }],
    ['a page', new Response('<h1>', { status: 502 }), '<h1>'],
    ['nothing', new Response(null, { status: 500 }), ''],
    ['a redirect', new Response(null, { status: 302, headers: { location: '/' } }), ''],
  ])('is the body of any other status as error: %s', async (_title, step, expected) => {
    const { data, error, response } = await clientOf([step]).post();
    expect([data, error, response.status]).toEqual([undefined, expected, step.status]);
  });

  it.each([
    ['204', () => new Response(null, { status: 204 })],
    ['205', () => new Response(null, { status: 205 })],
    ['200 without a body', () => new Response(null)],
    ['200 of no length', () => new Response('', { headers: { 'content-length': '0' } })],
    ['200 with an empty body', () => new Response('')],
  ])('is neither for %s', async (_title, step) => {
    const { data, error, response } = await clientOf([step]).post();
    expect([data, error, response.ok]).toEqual([undefined, undefined, true]);
  });

  it.each([199, 600, 650, 999])('has a status that no Response can be made with as well: %i', async (status) => {
    const stub = { status, statusText: 'Odd', headers: new Headers({ a: '1' }), body: new Response('why').body };
    const { error, response } = await clientOf([() => stub as Response]).post();
    expect(error).toBe('why');
    expect([response.status, response.statusText, response.headers.get('a'), response.ok]).toEqual([
      status,
      'Odd',
      '1',
      false,
    ]);
  });

  it('has a reason that no Response can be made with as well, and the URL', async () => {
    const stub = {
      status: 403,
      statusText: 'Zażółć\u0001',
      url: 'https://a.example/',
      headers: new Headers(),
      body: null,
    };
    const { response } = await clientOf([() => stub as unknown as Response]).post();
    expect([response.statusText, response.url]).toEqual(['Zażółć\u0001', 'https://a.example/']);
  });

  it('has each of several cookies, and no header that is none', async () => {
    const headers = new Headers([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
    const forEach = (visit: (value: string, name: string) => void) => {
      headers.forEach((value, name) => {
        visit(value, name);
      });
      visit('1', 'not a name');
    };
    const odd = { get: headers.get.bind(headers), has: headers.has.bind(headers), forEach };
    const { response } = await clientOf([
      () => ({ status: 403, headers: odd, body: null }) as unknown as Response,
    ]).post();
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it.each(['<html>', '{"_id": "1', '\ufeff<'])('is an error if the body of a 2xx is not JSON: %j', async (text) => {
    const error = await failureOf(clientOf([new Response(text)]).post());
    expect(error).toMatchObject({ kind: 'invalid_response', outcome: 'unknown', status: 200 });
    expect(error.message).toContain('It may have been applied: read the resource before you send it again.');
  });

  it('is a text, a stream, a Blob or bytes where that is asked for', async () => {
    const text = '<html>ü';
    const { post } = clientOf(Array.from({ length: 4 }, () => () => new Response(text)));
    const results: Record<string, unknown> = {};
    for (const parseAs of ['text', 'stream', 'blob', 'arrayBuffer']) {
      results[parseAs] = (await post({ parseAs })).data;
    }
    expect(results['text']).toBe(text);
    expect(await new Response(results['stream'] as ReadableStream).text()).toBe(text);
    expect(await (results['blob'] as Blob).text()).toBe(text);
    expect(new TextDecoder().decode(results['arrayBuffer'] as ArrayBuffer)).toBe(text);
  });

  it('is JSON also where that is asked for by its name', async () => {
    expect((await clientOf([created()]).post({ parseAs: 'json' })).data).toEqual(iteration);
    expect((await failureOf(clientOf([new Response('<')]).post({ parseAs: 'json' }))).kind).toBe('invalid_response');
  });
});

describe('a call of the raw client', () => {
  it('is repeated and bounded as any other', async () => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { post, requests } = clientOf([refused(), refused(), created()]);
    const result = post();
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await result).data).toEqual(iteration);
    expect(requests).toHaveLength(3);
  });

  it.each([
    [refused, 'network', 'not_applied', 'Nothing was applied.'],
    [reset, 'network', 'unknown', 'It may have been applied'],
  ] as const)('rejects with an IterationError where there is no response', async (step, kind, outcome, sentence) => {
    const error = await failureOf(clientOf([step()], { maxRetries: 0 }).post());
    expect(error).toMatchObject({ kind, outcome, attempts: 1 });
    expect(error.message).toContain(sentence);
  });

  it('takes its own total time, number of repeats and signal', async () => {
    vi.useFakeTimers();
    const { post, requests } = clientOf([hangs, refused(), hangs]);
    const timed = failureOf(post({ totalTimeoutMs: 700 }));
    await vi.advanceTimersByTimeAsync(700);
    expect((await timed).message).toContain('No complete response within 700 ms.');
    expect(await failureOf(post({ maxRetries: 0 }))).toMatchObject({ attempts: 1 });
    const controller = new AbortController();
    const aborted = failureOf(post({ signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    expect(await aborted).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
    expect(requests).toHaveLength(3);
  });

  it.each([
    [{ totalTimeoutMs: '700' }, 'totalTimeoutMs must be a finite number above 0, but is of type string.'],
    [{ maxRetries: -1 }, 'maxRetries must be a finite number, 0 or more, but is -1.'],
    [{ signal: {} }, 'signal must be an AbortSignal, but is of type object.'],
    [{ params: {} }, 'projectKey undefined cannot be a path segment'],
    [{ params: null }, 'projectKey undefined cannot be a path segment'],
    [{ body: () => 1 }, 'The body cannot be written as JSON.'],
  ])('refuses %j with a sentence, and sends nothing', async (wrong, sentence) => {
    const { post, requests } = clientOf([created()]);
    const error = await failureOf(post(wrong));
    expect(error).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0 });
    expect(error.message).toContain(sentence);
    expect(requests).toEqual([]);
  });

  it('sets headers, but never the authorization', async () => {
    const { post, requests } = clientOf([created()]);
    const headers = { 'LD-API-Version': 'beta', Authorization: 'other', 'X-Own': '1', Accept: null };
    await post({ headers });
    expect(requests[0]?.init.headers).toEqual({
      accept: 'application/json',
      authorization: accessToken,
      'content-type': 'application/json',
      'ld-api-version': 'beta',
      'user-agent': expect.stringMatching(/^launchdarkly-iteration-contract\/\d/),
      'x-own': '1',
    });
  });

  it('has no body where none is given', async () => {
    const { raw, requests } = clientOf([created()]);
    await (raw.GET as unknown as Send)(template, { params });
    expect('body' in (requests[0]?.init ?? {})).toBe(false);
  });

  it('may be made by the name of its method', async () => {
    const { raw, requests } = clientOf([created()]);
    expect(await raw.request('post', template, { params, body })).toMatchObject({ data: iteration });
    expect(requests[0]?.init.method).toBe('POST');
  });

  it('needs no options where the path has no keys', async () => {
    const { raw, requests } = clientOf([created(), created()]);
    const send = raw.GET as unknown as Send;
    await send('/api/v2/caller-identity');
    await send('/api/v2/caller-identity', { params: { query: { a: 'b c' } } });
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(['', '?a=b%20c']);
  });

  it.each([
    ['by dots in the template', '/../other', {}],
    ['by a base URL of its own', '/a', { baseUrl: 'https://evil.example' }],
    ['by a base URL that only begins as the client’s does', '/a', { baseUrl: 'https://a.example/prefix.evil' }],
  ])('does not leave the base URL %s', async (_title, where, init) => {
    const { raw, requests } = clientOf([created()], { baseUrl: 'https://a.example/prefix' });
    const error = await failureOf((raw.GET as unknown as Send)(where, init));
    expect(error).toMatchObject({ kind: 'invalid_input', attempts: 0 });
    expect(error.message).toBe('The request goes outside the base URL of the client.');
    expect(requests).toEqual([]);
  });

  it('tells observers its method and template, no key', async () => {
    const onRequest = vi.fn();
    await clientOf([created()], { onRequest }).post();
    expect(onRequest.mock.calls).toEqual([[{ operation: `POST ${template}`, method: 'POST', attempt: 1 }]]);
  });
});

describe('the type of the raw client', () => {
  it('distinguishes data from error by the status', async () => {
    const { data, error } = await clientOf([created()]).raw.POST(template, { params, body });
    if (data) expect(data.status).toBe('not_started');
    // @ts-expect-error the body of an error has no status
    else expect(error.status).toBeUndefined();
    const thrown: unknown = new Error('x');
    expect(thrown instanceof IterationError && thrown.status).toBe(false);
  });
});
