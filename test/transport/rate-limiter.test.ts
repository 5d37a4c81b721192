import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGate, type Gate } from '../../src/client/gate.ts';

const never = new AbortController().signal;
let gate: Gate;
let entered: number[];

/** Lets a turn queue at the gate; it stays in flight once it entered. */
function queue(...turns: number[]) {
  for (const turn of turns) gate.enter(turn, never).then(() => entered.push(turn));
}

/** The requests in flight that may end; `after` runs what waits for them. */
async function leave(hints?: Parameters<Gate['leave']>[0]) {
  gate.leave(hints);
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  gate = createGate(15_000);
  entered = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the gate to the rate limit', () => {
  it('lets one request through to learn the limit, then as many as remain', async () => {
    queue(1, 2, 3, 4, 5);
    await vi.advanceTimersByTimeAsync(0);
    expect(entered).toEqual([1]);
    await leave({ remaining: 3, resetMs: 5_000 });
    expect(entered).toEqual([1, 2, 3, 4]);
  });

  it('opens for all when the answers say nothing of a limit', async () => {
    queue(1, 2, 3, 4, 5);
    await leave({});
    expect(entered).toEqual([1, 2, 3, 4, 5]);
  });

  it('closes until the reset when nothing remains, and then learns anew', async () => {
    queue(1, 2, 3);
    await leave({ remaining: 0, resetMs: 5_000 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(entered).toEqual([1]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(entered).toEqual([1, 2]);
    await leave({ remaining: 9, resetMs: 10_000 });
    expect(entered).toEqual([1, 2, 3]);
  });

  it('counts what is in flight against what remains', async () => {
    queue(1, 2, 3, 4, 5, 6);
    await leave({ remaining: 4, resetMs: 5_000 });
    expect(entered).toEqual([1, 2, 3, 4, 5]);
    // The first of four answers may not have counted the other three.
    await leave({ remaining: 3, resetMs: 5_000 });
    expect(entered).toEqual([1, 2, 3, 4, 5]);
    for (const remaining of [2, 1, 0]) await leave({ remaining, resetMs: 5_000 });
    expect(entered).toEqual([1, 2, 3, 4, 5]);
  });

  it('uses what is left once nothing is in flight', async () => {
    queue(1, 2, 3, 4);
    await leave({ remaining: 2, resetMs: 5_000 });
    expect(entered).toEqual([1, 2, 3]);
    await leave({ remaining: 2, resetMs: 5_000 });
    await leave({ remaining: 1, resetMs: 5_000 });
    expect(entered).toEqual([1, 2, 3, 4]);
  });

  it('forgets what it knows when the window ends', async () => {
    queue(1);
    await leave({ remaining: 1, resetMs: 5_000 });
    await vi.advanceTimersByTimeAsync(5_001);
    queue(2, 3);
    await vi.advanceTimersByTimeAsync(0);
    expect(entered).toEqual([1, 2]);
    await leave({ remaining: 50, resetMs: 5_000 });
    expect(entered).toEqual([1, 2, 3]);
  });

  it('lets a call that was refused go before those that came after it', async () => {
    queue(1);
    await leave({ remaining: 0, resetMs: 1_000 });
    queue(3, 4, 2);
    gate.pause(2_000);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(entered).toEqual([1, 2]);
    await leave({});
    expect(entered).toEqual([1, 2, 3, 4]);
  });

  it('believes no wait beyond the longest that a call would wait', async () => {
    queue(1, 2, 3);
    await leave({ remaining: 0, resetMs: 86_400_000_000 });
    expect(entered).toEqual([1, 2, 3]);
  });

  it('lets a call leave the queue at once when it aborts, and leaves no timer behind', async () => {
    const controller = new AbortController();
    queue(1);
    await leave({ remaining: 0, resetMs: 5_000 });
    const waiting = gate.enter(2, controller.signal).catch((reason) => reason);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort('enough');
    expect(await waiting).toBe('enough');
    expect(vi.getTimerCount()).toBe(0);
    queue(3);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(entered).toEqual([1, 3]);
  });
});
