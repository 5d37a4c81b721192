import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { notify } from '../../src/transport/hooks.ts';
import { accessToken, later, refused, reset, textOf } from '../support/calls.ts';
import { created, limited, pass, refusal, sender } from './sending.ts';

const unhandled = vi.fn();
beforeEach(() => void process.on('unhandledRejection', unhandled));
afterEach(() => {
  process.off('unhandledRejection', unhandled);
  unhandled.mockClear();
});

/** Waits until Node would have reported a rejection that nobody handles. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('an observer', () => {
  it('is called with the facts, once', () => {
    const observer = vi.fn();
    notify(observer, 'facts');
    expect(observer.mock.calls).toEqual([['facts']]);
  });

  it('may be absent', () => {
    expect(() => notify(undefined, 'facts')).not.toThrow();
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('observer');
      },
    ],
    ['rejects', () => Promise.reject(new Error('observer'))],
    // biome-ignore lint/suspicious/noThenProperty: a thenable is what it tries.
    ['returns what only looks like a promise, and rejects', () => ({ then: (_: unknown, no: () => void) => no() })],
    [
      'returns an object that throws when it is looked at',
      () => ({
        // biome-ignore lint/suspicious/noThenProperty: a thenable is what it tries.
        get then() {
          throw new Error('observer');
        },
      }),
    ],
    ['returns null', () => null],
    ['returns a text', () => 'text'],
  ])('that %s changes nothing', async (_title, observer) => {
    expect(() => notify(observer, 'facts')).not.toThrow();
    await turn();
    await turn();
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('the observers of a transport', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T19:00:00Z') });
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  const observe = () => ({ onRequest: vi.fn(), onResponse: vi.fn(), onRetry: vi.fn() });

  it('are told of each attempt, what it came to, and each wait', async () => {
    const hooks = observe();
    const { send } = sender([later(200, () => refusal(429, limited(0, 2_000))), later(300, created)], { hooks });
    send();
    await pass(10_000);
    const facts = { operation: 'createThing', method: 'POST' };
    const limits = { global: { limit: undefined, remaining: 0, resetMs: 2_000 } };
    const refusedFacts = { ...facts, attempt: 1, status: 429, outcome: 'not_applied', limits };
    expect(hooks.onRequest.mock.calls).toEqual([[{ ...facts, attempt: 1 }], [{ ...facts, attempt: 2 }]]);
    expect(hooks.onResponse.mock.calls).toEqual([
      [{ ...refusedFacts, durationMs: 200 }],
      [{ ...facts, attempt: 2, status: 200, outcome: 'applied', limits: {}, durationMs: 300 }],
    ]);
    expect(hooks.onRetry.mock.calls).toEqual([[{ ...refusedFacts, waitMs: 2_000 }]]);
  });

  it('are told of an attempt without a response', async () => {
    const { onResponse } = observe();
    const { send } = sender([reset()], { hooks: { onResponse } });
    send();
    await pass();
    expect(onResponse.mock.calls).toEqual([
      [{ operation: 'createThing', method: 'POST', attempt: 1, outcome: 'unknown', durationMs: 0 }],
    ]);
  });

  it('may be any of the three alone', async () => {
    for (const name of ['onRequest', 'onResponse', 'onRetry'] as const) {
      const hook = vi.fn();
      const { send } = sender([refused(), created()], { hooks: { [name]: hook } });
      send();
      await pass();
      expect(hook).toHaveBeenCalledTimes(name === 'onRetry' ? 1 : 2);
    }
  });

  it('change nothing by what they throw, reject, or write into the facts', async () => {
    const hostile = [
      () => {
        throw new Error('observer');
      },
      () => Promise.reject(new Error('observer')),
      (facts: object) => {
        const { limits } = facts as { limits?: { global?: object } };
        Object.assign(limits?.global ?? {}, { remaining: 0, resetMs: 9_000_000 });
        Object.assign(facts, { outcome: 'unknown', waitMs: 9_000_000, attempt: 9 });
      },
    ];
    for (const hook of hostile) {
      const hooks = { onRequest: hook, onResponse: hook, onRetry: hook };
      const { send, times } = sender(
        [refusal(429, limited(0, 2_000)), () => Response.json({ _id: '1' }, { headers: limited(5, 2_000) }), created()],
        { hooks },
      );
      const results = [send(), send()];
      await pass(10_000);
      expect(times()).toEqual([0, 2_000, 2_000]);
      for (const { value } of results) expect(value).toMatchObject({ outcome: 'applied' });
    }
  });

  it('learn no URL, header, body or token', async () => {
    const hooks = observe();
    const { send } = sender([() => refusal(403, { 'x-echo': accessToken })], { hooks });
    send();
    await pass();
    const seen = textOf([hooks.onRequest.mock.calls, hooks.onResponse.mock.calls]);
    expect(seen).not.toMatch(/canary|a\.example|x-/);
  });
});
