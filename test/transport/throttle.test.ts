import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hangs, later, type Step } from '../support/calls.ts';
import { created, limited, pass, refusal, sender } from './sending.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T19:00:00Z') });
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the rate limit', () => {
  const many = (count: number, send: () => unknown) => Array.from({ length: count }, send);

  it('learns from the first response how many go', async () => {
    const { send, requests } = sender([
      later(100, () => Response.json({}, { headers: limited(2, 5_000) })),
      ...Array.from({ length: 9 }, () => hangs),
    ]);
    many(5, () => send());
    await pass(99);
    expect(requests).toHaveLength(1);
    await pass(1);
    expect(requests).toHaveLength(3);
  });

  it('can be switched off', async () => {
    const { send, requests } = sender(Array(9).fill(hangs), { throttle: false });
    many(5, () => send());
    await pass();
    expect(requests).toHaveLength(5);
  });

  it('holds all calls back after a 429, and then lets one go to see', async () => {
    const { send, times } = sender([refusal(429, { 'retry-after': '3' }), later(200, created), created(), created()]);
    const results = many(3, () => send());
    await pass(2_999);
    expect(times()).toEqual([0]);
    await pass(20_000);
    expect(times()).toEqual([0, 3_000, 3_200, 3_200]);
    for (const { state } of results as { state: string }[]) expect(state).toBe('resolved');
  });

  it('holds all calls back by a 429 that names no wait, for as long as the call that got it waits', async () => {
    vi.mocked(Math.random).mockReturnValue(0.2);
    const { send, times } = sender([refusal(429), created(), created()]);
    many(2, () => send());
    await pass(20_000);
    expect(times()).toEqual([0, 6_000, 6_000]);
  });

  it('holds nobody back after another refusal', async () => {
    const { send, times } = sender([() => refusal(503, { 'retry-after': '9' }), created(), created()]);
    many(3, () => send());
    await pass();
    expect(times()).toEqual([0, 0, 0]);
  });

  it('fails a call at once whose wait would be longer than the longest, with the wait', async () => {
    const { send, requests } = sender([Response.json({}, { headers: limited(0, 20_000) }), created()]);
    send();
    await pass();
    const results = many(3, () => send()) as ReturnType<typeof send>[];
    await pass();
    expect(requests).toHaveLength(1);
    for (const { error } of results) {
      expect(error).toMatchObject({ kind: 'timeout', outcome: 'not_applied', attempts: 0, retryable: true });
      expect(error?.retryAfterMs).toBe(20_000);
      expect(error?.message).toBe(
        'The rate limit requires a wait of 20000 ms, longer than this call may wait. Nothing was made.',
      );
    }
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails a call at once whose wait would leave no time for an attempt, in whole milliseconds', async () => {
    const { send } = sender([Response.json({}, { headers: limited(0, 4_000) }), created()]);
    send();
    await pass(0);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 0.4);
    const [hasty, patient] = [send('POST', { totalTimeoutMs: 4_999 }), send('POST', { totalTimeoutMs: 5_000 })];
    await pass();
    expect(hasty.error).toMatchObject({ retryAfterMs: 4_000, attempts: 0 });
    expect(patient.state).toBe('pending');
  });

  it('fails a refused call at once where it asks to wait too long for another attempt', async () => {
    const { send, requests } = sender([
      later(500, () => refusal(429, { 'retry-after': '1' })),
      later(100, () => refusal(429, { 'retry-after': '60' })),
    ]);
    const [first, second] = [send(), send()];
    await pass(30_000);
    expect(requests).toHaveLength(2);
    expect([first, second].map(({ value, error }) => value?.retryAfterMs ?? error?.retryAfterMs).sort()).toEqual([
      60_000, 60_000,
    ]);
  });

  it('says of a call that was refused before what it was refused with', async () => {
    const { send } = sender([refusal(429, { 'retry-after': '1' }), refusal(429, { 'retry-after': '60' })]);
    const first = send('POST', { totalTimeoutMs: 20_000 });
    await pass(10);
    const second = send();
    await pass(20_000);
    expect([first, second].map(({ state }) => state).sort()).toEqual(['rejected', 'resolved']);
    const { error } = [first, second].find(({ state }) => state === 'rejected') ?? first;
    expect(error).toMatchObject({ kind: 'timeout', outcome: 'not_applied' });
  });

  it('lets a call that hangs hold up the others for a second, and those for which nothing was sent say so', async () => {
    const { send, requests } = sender(Array(30).fill(hangs));
    const results = many(20, () => send('POST', { totalTimeoutMs: 3_000, maxRetries: 0 })) as ReturnType<typeof send>[];
    await pass(3_000);
    const told = results.map(({ error }) => `${error?.kind} ${error?.outcome} ${error?.attempts}`);
    const count = (text: string) => told.filter((one) => one === text).length;
    expect(requests).toHaveLength(4);
    expect([count('timeout unknown 1'), count('timeout not_applied 0')]).toEqual([4, 16]);
  });

  it('loses no place where a call is aborted in the very moment in which it gets one', async () => {
    const attempts = new Set<number | undefined>();
    // The place is given some microtasks after the response came; nobody need know how many.
    for (let microtasks = 0; microtasks < 60; microtasks += 1) {
      const controller = new AbortController();
      const firstResponse: Step = async () => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        void (async () => {
          for (let left = microtasks; left > 0; left -= 1) await undefined;
          controller.abort();
        })();
        return Response.json({}, { headers: limited(1, 60_000) });
      };
      const { send, requests } = sender([firstResponse, created(), created()]);
      send();
      const aborted = send('POST', { signal: controller.signal });
      const last = send();
      await pass(200);
      expect([microtasks, last.state]).toEqual([microtasks, 'resolved']);
      expect(requests).toHaveLength(aborted.error?.attempts === 0 ? 2 : 3);
      attempts.add(aborted.error?.attempts);
    }
    // It was tried on both sides of that moment.
    expect(attempts.has(0) && attempts.size > 1).toBe(true);
  });

  it('gives the place back of a call that was aborted before it was sent', async () => {
    const { send, requests } = sender([created(), hangs, hangs, hangs]);
    for (let left = 5; left > 0; left -= 1) send('POST', { signal: AbortSignal.abort() });
    await pass();
    send();
    many(3, () => send());
    await pass();
    expect(requests).toHaveLength(4);
  });
});
