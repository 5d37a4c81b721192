import type { Middleware } from 'openapi-fetch';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { examples } from '../../generated/examples.js';
import { createIterationClient, type IterationClientOptions } from '../../src/index.ts';
import { invalidInput } from '../../src/transport/error.ts';
import { accessToken, failureOf, hangs, path, reset, type Step, scripted } from '../support/calls.ts';

const iteration = examples.createIteration.request['two-treatments'].value;
const created = examples.createIteration.responses[200]['two-treatments'].value;
const ok = () => Response.json(created);

/** A client with a middleware, and a call of its named function. */
function clientWith(middleware: Middleware, steps: Step[] = [ok], options: Partial<IterationClientOptions> = {}) {
  const { fetch, requests } = scripted(...steps);
  const client = createIterationClient({ accessToken, fetch, ...options });
  client.raw.use(middleware);
  return { client, requests, call: () => client.createIteration(path, iteration) };
}

/** The error that a client throws by itself, of some other call. */
const otherError = () => failureOf(clientWith({ onRequest: () => undefined }, [reset()]).call());

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a middleware of the raw client', () => {
  it('sees the calls of the named functions as well, with real requests and responses, and no token', async () => {
    const seen: unknown[] = [];
    const { call } = clientWith({
      onRequest: async ({ request }) => {
        seen.push(request instanceof Request, request.headers.get('authorization'), await request.clone().json());
      },
      onResponse: async ({ response }) => {
        seen.push(response instanceof Response, response.status, await response.clone().json());
      },
    });
    expect(await call()).toEqual(created);
    expect(seen).toEqual([true, null, iteration, true, 200, created]);
  });

  it('no longer runs after it was ejected', async () => {
    const onRequest = vi.fn();
    const { client, call } = clientWith({ onRequest }, [ok, ok]);
    const middleware = { onRequest };
    client.raw.use(middleware);
    await call();
    expect(onRequest).toHaveBeenCalledTimes(2);
    client.raw.eject(middleware);
    await call();
    expect(onRequest).toHaveBeenCalledTimes(3);
  });

  it('may replace a request below the base URL, by its headers and its body', async () => {
    const { call, requests } = clientWith({
      onRequest: ({ request }) =>
        new Request(`${request.url}?traced=1`, {
          method: 'POST',
          headers: { traceparent: '00-1', authorization: 'mine' },
          body: '{"replaced":true}',
        }),
    });
    await call();
    expect(requests[0]?.url).toMatch(/\/iterations\?traced=1$/);
    expect(requests[0]?.init).toMatchObject({
      body: '{"replaced":true}',
      headers: { traceparent: '00-1', authorization: accessToken, accept: 'application/json' },
    });
  });

  it.each(['https://evil.example/a', 'https://app.launchdarkly.com.evil.example/a', 'http://app.launchdarkly.com/a'])(
    'cannot take a request away to %s',
    async (url) => {
      const { call, requests } = clientWith({ onRequest: ({ request }) => new Request(url, request) });
      const error = await failureOf(call());
      expect(error).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0 });
      expect(error.message).toContain('The request goes outside the base URL of the client.');
      expect(requests).toEqual([]);
    },
  );

  it('may replace a response by another that the operation returns', async () => {
    const { call } = clientWith({ onResponse: () => Response.json({ ...created, _id: 'other' }) });
    expect(await call()).toMatchObject({ _id: 'other' });
  });

  it('that replaces a response by what the operation does not return leaves the outcome as it was', async () => {
    const { call } = clientWith({ onResponse: () => Response.json({ wrapped: accessToken }) });
    expect(await failureOf(call())).toMatchObject({
      kind: 'invalid_response',
      outcome: 'applied',
      responseBody: '{"wrapped":"[redacted]"}',
      message:
        'A middleware has replaced the response with one that this operation does not return. The iteration was created; do not call again.',
    });
  });

  it('that replaces a response by a failure leaves the outcome as it was', async () => {
    const { call } = clientWith({ onResponse: () => new Response('no', { status: 500 }) });
    expect(await failureOf(call())).toMatchObject({ kind: 'http', outcome: 'applied', status: 500, retryable: false });
  });
});

describe('a middleware that fails', () => {
  const broken = () => {
    throw Object.assign(new Error('mine'), { code: 'EMINE' });
  };

  it('before anything was sent fails the call as an input that cannot be used', async () => {
    const { call, requests } = clientWith({ onRequest: broken });
    const error = await failureOf(call());
    expect(error).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0, issues: [] });
    expect(error.message).toBe('The request could not be made, or a middleware failed. No iteration was created.');
    expect(error.cause).toMatchObject({ message: 'mine', code: 'EMINE' });
    expect(requests).toEqual([]);
  });

  it('after the response keeps what became of the iteration', async () => {
    const { call } = clientWith({ onResponse: broken });
    expect(await failureOf(call())).toMatchObject({
      kind: 'invalid_response',
      outcome: 'applied',
      attempts: 1,
      status: 200,
    });
  });

  it('with the error of another call does not decide the outcome of this one', async () => {
    const other = await otherError();
    expect(other).toMatchObject({ outcome: 'unknown' });
    const before = await failureOf(clientWith({ onRequest: () => Promise.reject(other) }).call());
    expect(before).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0 });
    const behind = await failureOf(clientWith({ onResponse: () => Promise.reject(other) }).call());
    expect(behind).toMatchObject({ kind: 'invalid_response', outcome: 'applied', attempts: 1 });
    const late = await failureOf(clientWith({ onResponse: () => Promise.reject(invalidInput('other')) }).call());
    expect(late).toMatchObject({ kind: 'invalid_response', outcome: 'applied', attempts: 1 });
  });

  it('may hand the error of the call on, or another, or a response in its place', async () => {
    const refusal = () => Response.json({ code: 'no' }, { status: 403 });
    const handed = await failureOf(clientWith({ onError: () => undefined }, [reset()]).call());
    expect(handed).toMatchObject({ kind: 'network', outcome: 'unknown', attempts: 1 });
    const replaced = await failureOf(clientWith({ onError: () => new Error('mine') }, [reset()]).call());
    expect(replaced).toMatchObject({ outcome: 'unknown', attempts: 1 });
    expect(await clientWith({ onError: () => ok() }, [reset()]).call()).toEqual(created);
    const refused = await failureOf(clientWith({ onError: refusal }, [reset()]).call());
    expect(refused).toMatchObject({ outcome: 'unknown', status: 403, attempts: 1 });
  });
});

describe('a middleware that holds a call up', () => {
  it('does so no longer than the call may take', async () => {
    const never = () => new Promise<undefined>(() => {});
    for (const [middleware, outcome, attempts] of [
      [{ onRequest: never }, 'not_applied', 0],
      [{ onResponse: never }, 'applied', 1],
    ] as const) {
      const { call } = clientWith(middleware);
      const failing = failureOf(call());
      await vi.advanceTimersByTimeAsync(30_000);
      expect(await failing).toMatchObject({ kind: 'timeout', outcome, attempts });
      expect(vi.getTimerCount()).toBe(0);
    }
  });

  it('does so in the raw client as well, also one of a single call', async () => {
    const never = () => new Promise<undefined>(() => {});
    const { client } = clientWith({ onError: () => undefined });
    const failing = failureOf(
      client.raw.POST(
        '/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations',
        {
          params: { path },
          body: iteration,
          middleware: [{ onRequest: never }],
        },
      ),
    );
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await failing).toMatchObject({ kind: 'timeout', outcome: 'not_applied', attempts: 0 });
  });

  it('sends nothing when it goes on after the call was over', async () => {
    const slow = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 40_000));
    const { call, requests } = clientWith({ onRequest: slow });
    const failing = failureOf(call());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await failing).toMatchObject({ kind: 'timeout', outcome: 'not_applied' });
    expect(requests).toEqual([]);
  });

  it('and a caller may still abort meanwhile', async () => {
    const controller = new AbortController();
    const { client } = clientWith({ onRequest: () => new Promise<undefined>(() => {}) }, [hangs]);
    const failing = failureOf(client.createIteration(path, iteration, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    controller.abort(await otherError());
    expect(await failing).toMatchObject({ kind: 'aborted', outcome: 'not_applied', attempts: 0 });
  });
});

describe('a middleware that responds by itself', () => {
  it('gives the named function what it responds with', async () => {
    const { call, requests } = clientWith({ onRequest: () => ok() });
    expect(await call()).toEqual(created);
    expect(requests).toEqual([]);
  });

  it('may have sent the request itself, so its failure leaves the outcome unknown', async () => {
    const bad = () => new Response('no', { status: 502 });
    expect(await failureOf(clientWith({ onRequest: bad }).call())).toMatchObject({ kind: 'http', outcome: 'unknown' });
    const odd = () => Response.json({ message: 'queued' });
    expect(await failureOf(clientWith({ onRequest: odd }).call())).toMatchObject({
      kind: 'invalid_response',
      outcome: 'unknown',
      status: 200,
    });
    const drifted = () => Response.json({ ...created, createdAt: 'yesterday' });
    const strict = clientWith({ onRequest: drifted }, [], { strict: true } as object);
    expect(await failureOf(strict.call())).toMatchObject({ kind: 'invalid_response', outcome: 'unknown', status: 200 });
  });
});
