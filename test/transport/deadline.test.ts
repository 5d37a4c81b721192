import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Interruption, sleep, startDeadline, startTimer, within } from '../../src/transport/deadline.ts';
import { countedSignal, watch } from '../support/calls.ts';

const never = () => new Promise<never>(() => {});

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the deadline of a call', () => {
  it('counts down from the total time', async () => {
    const { remaining } = startDeadline(30_000, 10_000);
    expect(remaining()).toBe(30_000);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(remaining()).toBe(18_000);
  });

  it.each([
    ['one second', 30_000, 10_000, 1_000],
    ['the time of one attempt, where that is shorter', 30_000, 400, 400],
    ['half of the total time, where that is shorter', 600, 10_000, 300],
  ])('allows an attempt as long as %s is left', async (_title, total, perAttempt, needed) => {
    const { allowsAttemptAfter } = startDeadline(total, perAttempt);
    expect(allowsAttemptAfter(total - needed)).toBe(true);
    expect(allowsAttemptAfter(total - needed + 1)).toBe(false);
    await vi.advanceTimersByTimeAsync(total - needed);
    expect(allowsAttemptAfter(0)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(allowsAttemptAfter(0)).toBe(false);
  });
});

describe('a timer', () => {
  it('calls its task after its time, and not when it was canceled', async () => {
    const [task, canceled] = [vi.fn(), vi.fn()];
    startTimer(500, task);
    startTimer(500, canceled)();
    await vi.advanceTimersByTimeAsync(499);
    expect(task).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(task).toHaveBeenCalledOnce();
    expect(canceled).not.toHaveBeenCalled();
  });

  it('gets a delay that a timer can take: one beyond 2 ** 31 - 1 would fire at once, and Node warns of one below 0', () => {
    const start = vi.spyOn(globalThis, 'setTimeout');
    for (const ms of [-1, 0, 7, 2 ** 31 - 1, 2 ** 31, Number.POSITIVE_INFINITY]) startTimer(ms, () => {})();
    expect(start.mock.calls.map(([, ms]) => ms)).toEqual([0, 0, 7, 2 ** 31 - 1, 2 ** 31 - 1, 2 ** 31 - 1]);
  });
});

describe('a task within bounds', () => {
  it('settles as it does by itself, and leaves no timer and no listener behind', async () => {
    const { signal, listeners } = countedSignal();
    expect(await within(1_000, signal, async () => 'done')).toBe('done');
    await expect(within(1_000, signal, () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
    expect(vi.getTimerCount()).toBe(0);
    expect(listeners.size).toBe(0);
  });

  it('needs no signal of a caller', async () => {
    expect(await within(1_000, undefined, async () => 'done')).toBe('done');
  });

  it('is cut off when its time is over, whatever it does', async () => {
    const { signal: caller, listeners } = countedSignal();
    let given: AbortSignal | undefined;
    const task = (signal: AbortSignal) => {
      given = signal;
      return never();
    };
    const result = watch(within(1_000, caller, task));
    await vi.advanceTimersByTimeAsync(999);
    expect(result.state).toBe('pending');
    expect(given?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(result.error).toBeInstanceOf(Interruption);
    expect(result.error).toMatchObject({ kind: 'timeout' });
    expect(given?.reason).toBe(result.error);
    expect(listeners.size).toBe(0);
  });

  it('is cut off when the caller aborts, whose reason is never looked at', async () => {
    const { controller, signal, listeners } = countedSignal();
    let given: AbortSignal | undefined;
    const task = (own: AbortSignal) => {
      given = own;
      return never();
    };
    const result = watch(within(1_000, signal, task));
    controller.abort(new Interruption('timeout'));
    await vi.advanceTimersByTimeAsync(0);
    expect(result.error).toMatchObject({ kind: 'aborted' });
    expect(given?.reason).toBe(result.error);
    expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('is not begun when the caller aborted before', async () => {
    const task = vi.fn(never);
    await expect(within(1_000, AbortSignal.abort(), task)).rejects.toMatchObject({ kind: 'aborted' });
    expect(task).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('cannot change by its reaction to the cut how it ended', async () => {
    const react = (settle: (resolve: (value: string) => void, reject: (error: Error) => void) => void) =>
      within(
        1_000,
        undefined,
        (signal) =>
          new Promise<string>((resolve, reject) => signal.addEventListener('abort', () => settle(resolve, reject))),
      );
    const results = [
      watch(react((resolve) => resolve('too late'))),
      watch(react((_resolve, reject) => reject(new Error('too late')))),
    ];
    await vi.advanceTimersByTimeAsync(1_000);
    for (const { error } of results) expect(error).toMatchObject({ kind: 'timeout' });
  });
});

describe('a pause', () => {
  it('ends after its time', async () => {
    const result = watch(sleep(700, undefined));
    await vi.advanceTimersByTimeAsync(699);
    expect(result.state).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(result.state).toBe('resolved');
  });

  it('is broken off when the caller aborts', async () => {
    const { controller, signal, listeners } = countedSignal();
    const result = watch(sleep(700, signal));
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(result.error).toMatchObject({ kind: 'aborted' });
    expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
  });
});

describe('a signal that many follow', () => {
  it('has one listener until the last of them is done', async () => {
    const { signal, listeners } = countedSignal();
    const results = Array.from({ length: 30 }, (_, index) => watch(sleep(index, signal)));
    expect(listeners.size).toBe(1);
    await vi.advanceTimersByTimeAsync(28);
    expect(listeners.size).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(listeners.size).toBe(0);
    expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['resolved']));
  });

  it('reaches all of them, and those that begin after all others were done', async () => {
    const { controller, signal } = countedSignal();
    await Promise.all([sleep(0, signal), vi.advanceTimersByTimeAsync(1)]);
    const done = watch(sleep(1, signal));
    const waiting = [watch(sleep(700, signal)), watch(sleep(800, signal))];
    await vi.advanceTimersByTimeAsync(1);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect([done, ...waiting].map(({ state }) => state)).toEqual(['resolved', 'rejected', 'rejected']);
  });
});
