import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { examples } from '../../generated/examples.js';
import { operations } from '../../generated/operations.js';
import { createIterationClient } from '../../src/index.ts';
import {
  accessToken,
  countedSignal,
  failureOf,
  hangs,
  path,
  refused,
  type Step,
  scripted,
  watch,
} from '../support/calls.ts';

const template = operations.createIteration.path;
const iteration = examples.createIteration.request['two-treatments'].value;
const created = () => Response.json(examples.createIteration.responses[200]['two-treatments'].value);

function clientOf(steps: Step[], options: object = {}) {
  const { fetch, requests } = scripted(...steps);
  return { client: createIterationClient({ accessToken, fetch, ...options }), requests };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the settings of one call', () => {
  it('replace the total time and the number of repeats of the client', async () => {
    const { client, requests } = clientOf([refused(), hangs, refused(), refused()], {
      maxRetries: 0,
      totalTimeoutMs: 9,
    });
    const timed = failureOf(client.createIteration(path, iteration, { maxRetries: 1, totalTimeoutMs: 2_000 }));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await timed).toMatchObject({ kind: 'timeout', outcome: 'unknown', attempts: 2 });
    expect(await failureOf(client.createIteration(path, iteration))).toMatchObject({ kind: 'network', attempts: 1 });
    expect(requests).toHaveLength(3);
  });

  it('add headers, which replace the usual ones but for the authorization', async () => {
    const { client, requests } = clientOf([created()]);
    const headers = { 'X-Own': '1', 'User-Agent': 'mine', AUTHORIZATION: 'other' };
    await client.createIteration(path, iteration, { headers });
    expect(requests[0]?.init.headers).toEqual({
      accept: 'application/json',
      authorization: accessToken,
      'content-type': 'application/json',
      'ld-api-version': '20240415',
      'user-agent': 'mine',
      'x-own': '1',
    });
  });

  it('may be absent, or undefined each', async () => {
    const { client } = clientOf([created(), created(), created()]);
    const absent = { signal: undefined, totalTimeoutMs: undefined, maxRetries: undefined, headers: undefined };
    await client.createIteration(path, iteration);
    await client.createIteration(path, iteration, {});
    await client.createIteration(path, iteration, absent);
  });
});

describe('the signal of a caller', () => {
  it.each(['named', 'named, with middleware', 'raw'])('keeps no listener after 2,000 calls: %s', async (way) => {
    const { signal, listeners } = countedSignal();
    const { client } = clientOf(Array.from({ length: 2_000 }, () => created));
    if (way === 'named, with middleware') client.raw.use({ onRequest: () => undefined });
    let most = 0;
    for (let left = 2_000; left > 0; left -= 1) {
      if (way === 'raw') await client.raw.POST(template, { params: { path }, body: iteration, signal });
      else await client.createIteration(path, iteration, { signal });
      most = Math.max(most, listeners.size);
    }
    expect([most, listeners.size, vi.getTimerCount()]).toEqual([0, 0, 0]);
  });

  it('has one listener for all calls that run at a time, and ends them all', async () => {
    const { controller, signal, listeners } = countedSignal();
    const { client } = clientOf(Array(30).fill(hangs), { throttle: false });
    const calls = Array.from({ length: 30 }, () => watch(client.createIteration(path, iteration, { signal })));
    await vi.advanceTimersByTimeAsync(0);
    expect(listeners.size).toBe(1);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(new Set(calls.map(({ error }) => error?.kind))).toEqual(new Set(['aborted']));
    expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('may be one that cannot be listened to, or let go', async () => {
    const fails = () => {
      throw new Error('hostile');
    };
    const signal = { aborted: false, addEventListener: fails, removeEventListener: fails } as unknown as AbortSignal;
    const { client } = clientOf([created()]);
    expect(await client.createIteration(path, iteration, { signal })).toHaveProperty('_id');
  });

  it('that aborts with the error of another call ends this one with its own', async () => {
    const { client } = clientOf([refused(), hangs], { maxRetries: 0 });
    const other = await failureOf(client.createIteration(path, iteration));
    const controller = new AbortController();
    const call = failureOf(client.createIteration(path, iteration, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(0);
    controller.abort(other);
    expect(await call).toMatchObject({ kind: 'aborted', outcome: 'unknown', attempts: 1 });
  });
});
