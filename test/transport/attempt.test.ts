import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attempt, isRead } from '../../src/transport/attempt.ts';
import { Call, type CallOptions } from '../../src/transport/call.ts';
import { breakingOff, hangs, later, refused, reset, type Step, scripted } from '../support/calls.ts';
import { callOptions, refusal, requestOf } from './sending.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Makes one attempt, and lets the clock run until it is over. */
async function tryOnce(step: Step, method = 'POST', options: Partial<CallOptions> = {}) {
  const { fetch, requests } = scripted(step);
  const result = attempt(fetch, requestOf(method), new Call({ ...callOptions, ...options }, 1));
  await vi.advanceTimersByTimeAsync(20_000);
  return { ...(await result), requests };
}

const thing = { _id: '1' };
const isThing = (body: unknown) => (body as typeof thing | null)?._id !== undefined;

describe('a request', () => {
  it('goes out once with what it was given, and never follows a redirect', async () => {
    const { requests } = await tryOnce(Response.json(thing));
    expect(requests).toHaveLength(1);
    const { url, init } = requests[0] as (typeof requests)[0];
    const { signal, ...rest } = init;
    expect(url).toBe('https://a.example/b');
    expect(rest).toEqual({ method: 'POST', headers: { 'x-own': '1' }, body: '{}', redirect: 'manual' });
    expect(signal).toBeInstanceOf(AbortSignal);
  });

  it('has no body where none is given', async () => {
    const { requests } = await tryOnce(Response.json(thing), 'GET');
    expect('body' in (requests[0]?.init ?? {})).toBe(false);
  });

  it('changes nothing on the server by GET, HEAD and OPTIONS alone', () => {
    const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'FORGET', 'GETS', 'HEADS'];
    expect(methods.filter(isRead)).toEqual(['GET', 'HEAD', 'OPTIONS']);
  });
});

describe('a response of 2xx', () => {
  it('was applied where it is what the operation promises', async () => {
    const response = Response.json(thing, { status: 201 });
    const result = await tryOnce(response, 'POST', { recognizes: isThing });
    expect(result).toMatchObject({ outcome: 'applied', value: thing, retryable: false, waitMs: 0, response });
    expect(JSON.parse(result.text ?? '')).toEqual(thing);
    expect(result.failure).toBeUndefined();
  });

  it.each([
    ['another object', () => Response.json({ message: 'queued' }), { message: 'queued' }],
    ['null', () => Response.json(null), null],
    ['a page', () => new Response('<html>'), '<html>'],
    ['nothing', () => new Response(null, { status: 204 }), ''],
  ])('that is %s is no response of an operation that promises more', async (_title, response, responseBody) => {
    const { status } = response();
    const message = `The server responded with ${status}, but the body is not what this operation returns.`;
    for (const [method, outcome] of [
      ['POST', 'unknown'],
      ['GET', 'not_applied'],
    ] as const) {
      const result = await tryOnce(response(), method, { recognizes: isThing });
      expect(result).toMatchObject({ outcome, retryable: false, failure: { kind: 'invalid_response', message } });
      expect(result.failure?.responseBody).toEqual(responseBody);
    }
  });

  it.each([
    ['JSON', () => Response.json([1]), [1]],
    ['null', () => Response.json(null), null],
    ['nothing', () => new Response(''), undefined],
  ])('that is %s was applied where the operation promises nothing', async (_title, response, value) => {
    expect(await tryOnce(response())).toMatchObject({ outcome: 'applied', value, retryable: false });
  });

  it('that is not JSON is an invalid response even if the operation promises nothing', async () => {
    expect(await tryOnce(new Response('<html>'))).toMatchObject({
      outcome: 'unknown',
      failure: { kind: 'invalid_response', responseBody: '<html>' },
    });
  });

  it('that may be any text is taken as it is, and says nothing of what was applied', async () => {
    const result = await tryOnce(new Response('<html>'), 'POST', { takesAnyText: true, recognizes: isThing });
    expect(result).toMatchObject({ outcome: 'unknown', text: '<html>', retryable: false, waitMs: 0 });
    expect([result.value, result.failure]).toEqual([undefined, undefined]);
  });

  it('to a read applied nothing', async () => {
    expect(await tryOnce(Response.json(thing), 'GET')).toMatchObject({ outcome: 'not_applied', value: thing });
  });
});

describe('a response outside 2xx', () => {
  it.each([300, 301, 302, 307, 399, 500, 501, 502, 503, 504, 505, 599])(
    'of %i leaves unknown whether a write was applied, so it is not repeated',
    async (status) => {
      for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
        expect(await tryOnce(refusal(status), method)).toMatchObject({ outcome: 'unknown', retryable: false });
      }
    },
  );

  it.each([400, 401, 403, 404, 405, 408, 409, 413, 422, 425, 428, 430, 499])(
    'of %i says that a write was not applied, and waiting does not help',
    async (status) => {
      expect(await tryOnce(refusal(status))).toMatchObject({ outcome: 'not_applied', retryable: false });
    },
  );

  it('of 429 says that nothing was applied, and that waiting can help', async () => {
    for (const method of ['POST', 'GET']) {
      expect(await tryOnce(refusal(429), method)).toMatchObject({ outcome: 'not_applied', retryable: true });
    }
  });

  it('repeats a read where waiting can help', async () => {
    const statuses = [301, 400, 401, 404, 408, 409, 425, 429, 430, 500, 501, 502, 503, 504, 505, 599];
    const results = await Promise.all(statuses.map((status) => tryOnce(refusal(status), 'GET')));
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['not_applied']));
    expect(statuses.filter((_status, index) => results[index]?.retryable)).toEqual([408, 425, 429, 500, 502, 503, 504]);
  });

  it.each([4290, 1429])('may have the status %s, with which no Response can be made', async (status) => {
    const response = { status, ok: false, headers: new Headers(), body: null } as unknown as Response;
    for (const method of ['POST', 'GET']) {
      expect(await tryOnce(response, method)).toMatchObject({ retryable: false, failure: { kind: 'http' } });
    }
  });

  it('is told with what its body says', async () => {
    const { failure } = await tryOnce(refusal(403, { 'x-request-id': 'of the header' }));
    const message = 'The server responded with 403:';
    expect(failure).toEqual({ kind: 'http', message, said: 'No', code: 'no', requestId: '7' });
  });

  it.each([
    ['a page', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['nothing', () => new Response(null, { status: 502 })],
    ['null', () => Response.json(null, { status: 502 })],
    ['a text', () => Response.json('No', { status: 502 })],
    ['an object of other kinds', () => Response.json({ code: 5, message: ['No'], id: {} }, { status: 502 })],
    ['one that breaks off', () => new Response(breakingOff(), { status: 502 })],
    ['one that never ends', () => new Response(new ReadableStream(), { status: 502 })],
  ])('keeps its status where its body is %s', async (_title, response) => {
    const { failure, outcome } = await tryOnce(response());
    expect(outcome).toBe('unknown');
    expect(failure).toEqual({ kind: 'http', message: 'The server responded with 502.' });
  });

  it('has the identifier of its header where its body has none', async () => {
    const response = new Response('', { status: 500, headers: { 'x-request-id': 'r-1' } });
    expect((await tryOnce(response)).failure?.requestId).toBe('r-1');
  });
});

describe('an attempt without a response', () => {
  it('applied nothing and may be repeated where the connection was never established', async () => {
    for (const method of ['POST', 'GET']) {
      const { failure, ...result } = await tryOnce(refused(), method);
      expect(result).toMatchObject({ outcome: 'not_applied', retryable: true });
      expect(failure).toMatchObject({ kind: 'network', message: 'The request could not be sent.' });
      expect(failure?.thrown).toMatchObject({ message: 'fetch failed' });
    }
  });

  it('applied nothing and is not repeated where the request cannot be sent at all', async () => {
    for (const method of ['POST', 'GET']) {
      const result = await tryOnce(new TypeError('fetch failed', { cause: new Error('bad port') }), method);
      expect(result).toMatchObject({ outcome: 'not_applied', retryable: false, failure: { kind: 'network' } });
    }
  });

  it('leaves the outcome of a write unknown where the connection ended somewhere, and repeats a read', async () => {
    const message = 'The connection failed before a response came.';
    const expected = { failure: { kind: 'network', message } };
    expect(await tryOnce(reset())).toMatchObject({ ...expected, outcome: 'unknown', retryable: false });
    expect(await tryOnce(reset(), 'GET')).toMatchObject({ ...expected, outcome: 'not_applied', retryable: true });
  });

  it.each<[string, Step]>([
    ['nothing', () => undefined as unknown as Response],
    ['an object without a status', () => ({ headers: new Headers() }) as Response],
    ['an object whose status is a text', () => ({ status: '200', headers: new Headers() }) as unknown as Response],
    ['an object without headers', () => ({ status: 200 }) as Response],
    ['an object whose headers are a list', () => ({ status: 500, headers: [] }) as unknown as Response],
    ['an object whose headers cannot be listed', () => ({ status: 500, headers: { get() {} } }) as unknown as Response],
  ])('is one whose fetch resolved to %s', async (_title, step) => {
    const { outcome, failure } = await tryOnce(step);
    expect(outcome).toBe('unknown');
    const message = 'The fetch option resolved to something that is not a Response.';
    expect(failure).toMatchObject({ kind: 'network', thrown: { message } });
  });

  it('is one whose fetch throws at once', async () => {
    const result = await tryOnce(() => {
      throw new Error('at once');
    });
    expect(result).toMatchObject({ outcome: 'unknown', failure: { kind: 'network' } });
  });
});

describe('an attempt that is cut off', () => {
  it('after its time, or what is left of the call, leaves the outcome of a write unknown and repeats a read', async () => {
    const message = 'No complete response within 10000 ms.';
    expect(await tryOnce(hangs)).toMatchObject({
      outcome: 'unknown',
      retryable: false,
      failure: { kind: 'timeout', message },
    });
    expect(await tryOnce(hangs, 'GET', { totalTimeoutMs: 700.4 })).toMatchObject({
      outcome: 'not_applied',
      retryable: true,
      failure: { kind: 'timeout', message: 'No complete response within 700 ms.' },
    });
  });

  it.each(['POST', 'GET'])('while the body of a 2xx to %s comes says that it timed out', async (method) => {
    const result = await tryOnce(new Response(new ReadableStream()), method);
    expect(result).toMatchObject({ failure: { kind: 'timeout' }, response: { status: 200 } });
    expect([result.outcome, result.retryable]).toEqual(method === 'GET' ? ['not_applied', true] : ['unknown', false]);
  });

  it('while the body of a refusal comes knows what the status says', async () => {
    const body = new ReadableStream();
    expect(await tryOnce(new Response(body, { status: 404 }))).toMatchObject({
      outcome: 'not_applied',
      failure: { kind: 'http', message: 'The server responded with 404.' },
    });
  });

  it.each([
    ['before a response', 'POST', hangs, 'unknown'],
    ['before a response', 'GET', hangs, 'not_applied'],
    ['while a 2xx comes', 'POST', () => new Response(new ReadableStream()), 'unknown'],
    ['while a refusal comes', 'POST', () => new Response(new ReadableStream(), { status: 404 }), 'not_applied'],
    ['while a failure comes', 'POST', () => new Response(new ReadableStream(), { status: 500 }), 'unknown'],
  ] as [string, string, Step, string][])(
    'by the caller %s to %s is never repeated',
    async (_title, method, step, outcome) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error('enough')), 500);
      expect(await tryOnce(step, method, { signal: controller.signal })).toMatchObject({
        outcome,
        retryable: false,
        failure: { kind: 'aborted', message: 'The call was aborted.' },
      });
    },
  );

  it('is not changed by a response that comes late', async () => {
    const late = later(15_000, () => refusal(404, { 'retry-after': '5' }));
    const { fetch } = scripted(late);
    const result = attempt(fetch, requestOf('POST'), new Call(callOptions, 1));
    await vi.advanceTimersByTimeAsync(10_000);
    const ended = await result;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ended).toMatchObject({ outcome: 'unknown', failure: { kind: 'timeout' } });
    expect([ended.response, ended.limits, ended.retryAfterMs]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a 2xx whose body breaks off', () => {
  it('leaves the outcome of a write unknown, and repeats a read', async () => {
    const message = 'The server responded with 200, but the body could not be read.';
    const failure = { kind: 'invalid_response', message, thrown: { message: 'terminated' } };
    expect(await tryOnce(new Response(breakingOff()))).toMatchObject({ outcome: 'unknown', retryable: false, failure });
    expect(await tryOnce(new Response(breakingOff()), 'GET')).toMatchObject({
      outcome: 'not_applied',
      retryable: true,
      failure,
    });
  });
});

describe('the wait after an attempt', () => {
  const resetIn = (ms: number) => ({ 'x-ratelimit-reset': String(Date.now() + ms) });

  it.each([
    [0, 5_000],
    [0.5, 7_500],
    [1, 10_000],
  ])(
    'is, after a 429 that names none, of the order of the documented window: with chance %d, %i ms',
    async (chance, waitMs) => {
      vi.mocked(Math.random).mockReturnValue(chance);
      const result = await tryOnce(refusal(429));
      expect(result.waitMs).toBe(waitMs);
      expect(result.retryAfterMs).toBeUndefined();
    },
  );

  it.each([
    [0, 0],
    [0.5, 250],
    [1, 500],
  ])('is short after any other failure: with chance %d, %i ms', async (chance, waitMs) => {
    vi.mocked(Math.random).mockReturnValue(chance);
    expect((await tryOnce(refused())).waitMs).toBe(waitMs);
    expect((await tryOnce(refusal(503), 'GET')).waitMs).toBe(waitMs);
  });

  it.each([
    [0, 7_000],
    [1, 7_500],
  ])('is at least what the server asks for: with chance %d, %i ms', async (chance, waitMs) => {
    vi.mocked(Math.random).mockReturnValue(chance);
    const asked = { 'retry-after': '7' };
    expect(await tryOnce(refusal(429, asked))).toMatchObject({ waitMs, retryAfterMs: 7_000 });
    expect(await tryOnce(refusal(503, asked), 'GET')).toMatchObject({ waitMs, retryAfterMs: 7_000 });
  });

  it('is until the reset only after a 429', async () => {
    vi.setSystemTime('2026-11-22T19:00:00Z');
    expect(await tryOnce(refusal(429, resetIn(4_000)))).toMatchObject({ waitMs: 4_000, retryAfterMs: 4_000 });
    const { waitMs, retryAfterMs } = await tryOnce(refusal(503, resetIn(4_000)), 'GET');
    expect([waitMs, retryAfterMs]).toEqual([0, undefined]);
  });

  it('includes what the response said about the limits', async () => {
    const { limits } = await tryOnce(refusal(429, { 'x-ratelimit-route-remaining': '0' }));
    expect(limits).toEqual({ route: { remaining: 0 } });
  });
});
