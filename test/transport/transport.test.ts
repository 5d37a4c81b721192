import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accessToken, countedSignal, hangs, later, refused, reset, type Step } from '../support/calls.ts';
import { created, pass, refusal, sender } from './sending.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T19:00:00Z') });
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a request', () => {
  it('carries the token as it is, whatever authorization it had', async () => {
    const { send, requests } = sender([created()]);
    const result = send();
    await pass();
    expect(requests[0]?.init.headers).toEqual({ 'x-own': '1', authorization: accessToken });
    expect(result.value).toMatchObject({ outcome: 'applied', value: { _id: '1' } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('resolves with the last response also where that refuses', async () => {
    const { send } = sender([refusal(404)]);
    const result = send();
    await pass();
    expect(result.value).toMatchObject({ response: { status: 404 }, failure: { kind: 'http' } });
  });
});

describe('another attempt', () => {
  it('follows what applied nothing and may pass, as often as is allowed', async () => {
    for (const maxRetries of [0, 1, 2, 5]) {
      const { send, requests } = sender(Array.from({ length: 9 }, refused));
      const result = send('POST', { maxRetries });
      await pass(10_000);
      expect(requests).toHaveLength(maxRetries + 1);
      expect(result.error).toMatchObject({ kind: 'network', attempts: maxRetries + 1, outcome: 'not_applied' });
      expect(result.error?.retryable).toBe(true);
    }
  });

  it.each<[string, string, Step]>([
    ['a connection that ended somewhere', 'POST', reset()],
    ['a failure of the server', 'PATCH', () => refusal(503, { 'retry-after': '1' })],
    ['a refusal that does not pass', 'GET', () => refusal(404)],
    ['a 2xx that is none of this operation', 'GET', () => new Response('<html>')],
  ])('does not follow %s to a %s', async (_title, method, step) => {
    const { send, requests } = sender([step, created()]);
    send(method);
    await pass(30_000);
    expect(requests).toHaveLength(1);
  });

  it.each<[string, Step]>([
    ['a connection that ended somewhere', reset()],
    ['a failure of the server', () => refusal(503)],
    ['a body that breaks off', () => new Response(new ReadableStream({ start: (to) => to.error(new Error('cut')) }))],
    ['an attempt that took too long', hangs],
  ])('follows %s to a GET', async (_title, step) => {
    const { send, requests } = sender([step, created()]);
    const result = send('GET');
    await pass(15_000);
    expect(requests).toHaveLength(2);
    expect(result.value).toMatchObject({ value: { _id: '1' } });
  });

  it('comes after the wait that the server asks for', async () => {
    const { send, times } = sender([refusal(429, { 'retry-after': '7' }), created()]);
    send();
    await pass(30_000);
    expect(times()).toEqual([0, 7_000]);
  });

  it('does not follow where the wait is longer than the longest', async () => {
    const asked = { 'retry-after': '7' };
    for (const [maxRetryDelayMs, count] of [
      [7_000, 2],
      [6_999, 1],
    ] as const) {
      const { send, requests } = sender([refusal(429, asked), created()]);
      const result = send('POST', { maxRetryDelayMs });
      await pass(30_000);
      expect(requests).toHaveLength(count);
      if (count === 1) expect(result.value).toMatchObject({ failure: { kind: 'http' }, retryAfterMs: 7_000 });
    }
  });

  it('does not follow where there is no time for it', async () => {
    for (const [totalTimeoutMs, count] of [
      [8_000, 2],
      [7_999, 1],
    ] as const) {
      const { send, requests } = sender([refusal(429, { 'retry-after': '7' }), created()]);
      const result = send('POST', { totalTimeoutMs });
      await pass(30_000);
      expect(requests).toHaveLength(count);
      expect(result.at).toBe(performance.now() - 30_000 + (count === 2 ? 7_000 : 0));
    }
  });

  it('is cut off by what is left of the call', async () => {
    const { send, times } = sender([hangs, hangs, hangs]);
    const result = send('GET', { totalTimeoutMs: 15_000 });
    await pass(15_000);
    // A timer takes a millisecond at least.
    expect(times()).toEqual([0, 10_001]);
    expect(result.error).toMatchObject({ kind: 'timeout', outcome: 'not_applied', attempts: 2 });
    expect(result.error?.message).toBe('No complete response within 4999 ms. Nothing was made.');
  });

  it('does not come where the caller aborts in the wait', async () => {
    const { controller, signal, listeners } = countedSignal();
    const { send, requests } = sender([refusal(429, { 'retry-after': '7' }), created()]);
    const result = send('POST', { signal });
    await pass(6_999);
    controller.abort(new Error('enough'));
    await pass(10_000);
    expect(requests).toHaveLength(1);
    expect(result.error).toMatchObject({ kind: 'aborted', outcome: 'not_applied', attempts: 1, status: 429 });
    expect(result.error?.retryable).toBe(false);
    expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
  });
});

describe('a call that is over before an attempt', () => {
  it('was aborted by the caller before', async () => {
    const { send, requests } = sender([created()]);
    const result = send('POST', { signal: AbortSignal.abort() });
    await pass();
    expect(result.error).toMatchObject({ kind: 'aborted', outcome: 'not_applied', attempts: 0, retryable: false });
    expect(result.error?.message).toBe('The call was aborted. Nothing was made.');
    expect(requests).toEqual([]);
  });

  it('says that it timed out where the token took so long that no time is left for an attempt', async () => {
    for (const [ms, count] of [
      [29_000, 1],
      [29_001, 0],
    ] as const) {
      const slow = () => new Promise<string>((resolve) => setTimeout(() => resolve(accessToken), ms));
      const { send, requests } = sender([created()], { accessToken: slow });
      const result = send();
      await pass(29_500);
      expect(requests).toHaveLength(count);
      if (count === 1) continue;
      expect(result.error).toMatchObject({ kind: 'timeout', outcome: 'not_applied', attempts: 0, retryable: true });
      expect(result.error?.message).toBe('The call ran out of time: 30000 ms in all. Nothing was made.');
    }
  });

  it('says that it timed out where the token never came', async () => {
    const { send } = sender([created()], { accessToken: () => new Promise(() => {}) });
    const result = send('POST', { totalTimeoutMs: 2_000 });
    await pass(2_000);
    expect(result.error).toMatchObject({ kind: 'timeout', outcome: 'not_applied', attempts: 0 });
  });

  it('says that it timed out where the rate limiter had no place until just before the end', async () => {
    const { send, requests } = sender([later(29_500, created), created()]);
    const [first, second] = [send('POST', { attemptTimeoutMs: 40_000, totalTimeoutMs: 40_000 }), send()];
    await pass(999);
    expect(requests).toHaveLength(1);
    await pass(1);
    expect(requests).toHaveLength(2);
    await pass(30_000);
    expect([first.state, second.state]).toEqual(['resolved', 'resolved']);
  });
});

describe('the access token', () => {
  const sorry = Object.assign(new Error(`no ${accessToken}`), { code: 'EVAULT' });

  it.each([
    ['throws', () => Promise.reject(sorry)],
    [
      'throws at once',
      () => {
        throw sorry;
      },
    ],
  ])('whose function %s fails the call with the cause, and sends nothing', async (_title, give) => {
    const { send, requests } = sender([created()], { accessToken: give as () => Promise<string> });
    const result = send();
    await pass();
    expect(result.error).toMatchObject({ kind: 'access_token', outcome: 'not_applied', attempts: 0 });
    expect(result.error?.message).toBe('The function that gives the access token failed. Nothing was made.');
    expect(result.error?.cause).toMatchObject({ code: 'EVAULT' });
    expect(requests).toEqual([]);
  });

  it('is checked, and what the check throws is what the call rejects with', async () => {
    const { send } = sender([created()], {
      accessToken: async () => 'bad',
      checkToken: (token) => {
        throw new RangeError(String(token));
      },
    });
    const result = send();
    await pass();
    expect(result.error).toBeInstanceOf(RangeError);
  });

  it('is not asked for where the caller aborted before', async () => {
    const give = vi.fn(async () => accessToken);
    const { send } = sender([created()], { accessToken: give });
    const result = send('POST', { signal: AbortSignal.abort() });
    await pass();
    expect(result.error).toMatchObject({ kind: 'aborted' });
    expect(give).not.toHaveBeenCalled();
  });
});
