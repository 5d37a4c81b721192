import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RateLimits } from '../../src/transport/rate-limit-headers.ts';
import { createRateLimiter, type RateLimiter, WaitTooLong } from '../../src/transport/rate-limiter.ts';
import { countedSignal, type Watched, watch } from '../support/calls.ts';
import { pass } from './sending.ts';

const never = new AbortController().signal;
let limiter: RateLimiter;
let sent: number[];

/** Queues requests by their positions. Each stays in flight once it has a place. */
function queue(...positions: number[]): Watched<void>[] {
  return positions.map((position) => acquire(position));
}

function acquire(position: number, allows = (_waitMs: number) => true, signal = never): Watched<void> {
  const place = limiter.acquire({ position, allows }, signal);
  place.then(
    () => sent.push(position),
    () => {},
  );
  return watch(place);
}

/** Ends a request that is in flight: with what its response told, or without a response. */
async function respond(limits: RateLimits) {
  limiter.release({ limits });
  await pass();
}
async function fail() {
  limiter.release({});
  await pass();
}

const of = (remaining: number, resetMs?: number): RateLimits => ({ global: { remaining, resetMs } });
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  limiter = createRateLimiter();
  sent = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('while nothing is known of the limits', () => {
  it('one request is in flight, and twice as many after each second without a response', async () => {
    queue(...upTo(20));
    await pass(999);
    expect(sent).toEqual([1]);
    await pass(1);
    expect(sent).toEqual(upTo(2));
    await pass(999);
    expect(sent).toEqual(upTo(2));
    await pass(1);
    expect(sent).toEqual(upTo(4));
    await pass(1_000);
    expect(sent).toEqual(upTo(8));
  });

  it('the second counts from the last request that was sent', async () => {
    queue(1);
    await pass(700);
    await fail();
    queue(2, 3, 4);
    await pass();
    expect(sent).toEqual(upTo(3));
    await pass(999);
    expect(sent).toEqual(upTo(3));
    await pass(1);
    expect(sent).toEqual(upTo(4));
  });

  it('twice as many may be in flight after each request that ended without a response', async () => {
    queue(...upTo(20));
    await fail();
    expect(sent).toEqual(upTo(3));
    await fail();
    expect(sent).toEqual(upTo(6));
  });

  it('as many may be in flight after a place that was given back unused', async () => {
    queue(1, 2, 3);
    limiter.release();
    await pass();
    expect(sent).toEqual([1, 2]);
  });

  it('there is no timer while nobody waits', async () => {
    queue(1);
    await pass();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('once a response told of no limit', () => {
  it('all requests go', async () => {
    queue(...upTo(20));
    await respond({});
    expect(sent).toEqual(upTo(20));
    expect(limiter.tryAcquire()).toBe(true);
  });

  it('all requests go as well where a count has no reset', async () => {
    queue(...upTo(20));
    await respond({ ...of(3), retryAfterMs: 5_000 });
    expect(sent).toEqual(upTo(20));
  });

  it('all requests go as well where a count or a reset stands alone', async () => {
    queue(...upTo(20));
    await respond({ global: { remaining: 1 }, route: { limit: 1, resetMs: 60_000 } });
    expect(sent).toEqual(upTo(20));
  });

  it('a later response may still tell of one', async () => {
    queue(1, 2);
    await respond({});
    await respond(of(1, 5_000));
    queue(3, 4);
    await pass();
    expect(sent).toEqual([1, 2, 3]);
  });
});

describe('once a response told what remains of a limit', () => {
  it('as many requests go as remain', async () => {
    queue(...upTo(5));
    await respond(of(3, 5_000));
    expect(sent).toEqual(upTo(4));
  });

  it('the scarcest limit decides, each until its own reset', async () => {
    queue(...upTo(9));
    await respond({ global: { remaining: 6, resetMs: 9_000 }, token: { remaining: 0, resetMs: 3_000 } });
    await pass(2_999);
    expect(sent).toEqual([1]);
    await pass(1);
    expect(sent).toEqual(upTo(7));
  });

  it.each(['global', 'route', 'token'] as const)('the limit may be of the kind %s', async (kind) => {
    queue(...upTo(5));
    await respond({ [kind]: { remaining: 3, resetMs: 5_000 } });
    expect(sent).toEqual(upTo(4));
  });

  it('what is in flight counts, for the response may not have counted it', async () => {
    queue(...upTo(6));
    await respond(of(4, 5_000));
    expect(sent).toEqual(upTo(5));
    for (const remaining of [3, 2, 1, 0]) await respond(of(remaining, 5_000));
    expect(sent).toEqual(upTo(5));
  });

  it('what was counted twice so goes once nothing is in flight', async () => {
    queue(...upTo(4));
    await respond(of(2, 5_000));
    expect(sent).toEqual(upTo(3));
    await respond(of(2, 5_000));
    expect(sent).toEqual(upTo(3));
    await respond(of(1, 5_000));
    expect(sent).toEqual(upTo(4));
  });

  it('a place that was given back unused goes to the next', async () => {
    queue(...upTo(4));
    await respond(of(2, 5_000));
    limiter.release();
    await pass();
    expect(sent).toEqual(upTo(4));
  });

  it('a place that was given back unused makes no more places than remain', async () => {
    queue(1);
    await respond(of(2, 5_000));
    queue(2, 3);
    await pass(5_001);
    limiter.release();
    limiter.release();
    queue(4, 5, 6);
    await pass();
    expect(sent).toEqual(upTo(5));
  });

  it('a request that ends without a response tells nothing of it', async () => {
    queue(...upTo(9));
    await respond(of(2, 5_000));
    await fail();
    expect(sent).toEqual(upTo(3));
    await fail();
    expect(sent).toEqual(upTo(5));
  });

  it('a request may go at once while there are places, and none when they are gone', async () => {
    expect([limiter.tryAcquire(), limiter.tryAcquire()]).toEqual([true, false]);
    await respond(of(2, 5_000));
    expect([limiter.tryAcquire(), limiter.tryAcquire(), limiter.tryAcquire()]).toEqual([true, true, false]);
  });
});

describe('when a window ends', () => {
  it('that was used up, one request goes to learn anew', async () => {
    queue(...upTo(9));
    await respond(of(0, 5_000));
    await pass(4_999);
    expect(sent).toEqual([1]);
    await pass(1);
    expect(sent).toEqual([1, 2]);
    await pass(999);
    expect(sent).toEqual([1, 2]);
    await respond(of(3, 10_000));
    expect(sent).toEqual(upTo(5));
  });

  it('that was not used up, as many go as remained', async () => {
    limiter.tryAcquire();
    await respond(of(2, 5_000));
    limiter.tryAcquire();
    limiter.tryAcquire();
    await pass(5_000);
    expect([limiter.tryAcquire(), limiter.tryAcquire(), limiter.tryAcquire()]).toEqual([true, true, false]);
  });

  it('those that wait are waked', async () => {
    queue(...upTo(5));
    await respond(of(2, 5_000));
    await pass(4_999);
    expect(sent).toEqual(upTo(3));
    await pass(1);
    expect(sent).toEqual(upTo(5));
  });

  it('what is in flight from before does not let more than one more go each second', async () => {
    queue(...upTo(40));
    await respond(of(8, 3_000));
    expect(sent).toEqual(upTo(9));
    await respond(of(0, 3_000));
    await pass(3_000);
    // Seven are in flight, and one may be.
    expect(sent).toEqual(upTo(9));
    await pass(2_999);
    expect(sent).toEqual(upTo(9));
    await pass(1);
    expect(sent).toEqual(upTo(10));
  });

  it('and no reset was told, it was the documented ten seconds', async () => {
    queue(1, 2);
    await respond(of(0));
    await pass(9_999);
    expect(sent).toEqual([1]);
    await pass(1);
    expect(sent).toEqual([1, 2]);
  });

  it.each([
    [400, 60],
    [2_000, 260],
    [60_000, 500],
  ])(
    'that was used up, of %i ms, the clients of an account come back up to %i ms apart at half the jitter',
    async (resetMs, jitter) => {
      vi.mocked(Math.random).mockReturnValue(0.5);
      queue(1, 2);
      await respond(of(0, resetMs));
      await pass(resetMs + jitter - 1);
      expect(sent).toEqual([1]);
      await pass(1);
      expect(sent).toEqual([1, 2]);
    },
  );

  it('that was not used up, there is no jitter', async () => {
    vi.mocked(Math.random).mockReturnValue(1);
    queue(1, 2, 3);
    await respond(of(1, 5_000));
    await pass(5_000);
    expect(sent).toEqual(upTo(3));
  });

  it('the wait is believed for ten minutes at most', async () => {
    queue(1, 2);
    await respond(of(0, 86_400_000_000));
    await pass(599_999);
    expect(sent).toEqual([1]);
    await pass(1);
    expect(sent).toEqual([1, 2]);
  });
});

describe('when responses overlap', () => {
  /** Puts requests in flight while nothing bounds them. */
  async function putInFlight(count: number) {
    limiter.tryAcquire();
    await respond({});
    for (let left = count; left > 0; left -= 1) limiter.tryAcquire();
  }

  it('one that left the server earlier does not raise what remains', async () => {
    await putInFlight(3);
    for (const remaining of [1, 2, 3]) await respond(of(remaining, 5_000));
    queue(1, 2, 3);
    await pass();
    expect(sent).toEqual([1]);
  });

  it('one of a window that is over is not taken for the window that began', async () => {
    await putInFlight(3);
    await respond(of(2, 9_000));
    await respond(of(0, 500));
    await respond(of(0, 0));
    queue(1, 2, 3);
    await pass();
    expect(sent).toEqual([1, 2]);
  });

  it('one of the next window replaces what was known, fewer or more', async () => {
    await putInFlight(3);
    await respond(of(0, 1_000));
    await respond(of(3, 11_000));
    queue(1, 2, 3, 4);
    await pass();
    expect(sent).toEqual([1, 2]);
    await respond(of(0, 21_000));
    queue(5);
    await pass();
    expect(sent).toEqual([1, 2]);
  });

  it.each([
    ['1,499 ms is the same window, which stays used up', 1_499, []],
    ['1,500 ms is the next window', 1_500, [1, 2]],
  ])('a reset that differs by %s', async (_title, difference, expected) => {
    await putInFlight(2);
    await respond(of(0, 5_000));
    await respond(of(2, 5_000 + difference));
    queue(1, 2, 3);
    await pass();
    expect(sent).toEqual(expected);
  });

  it('an earlier reset by as little is the same window', async () => {
    await putInFlight(2);
    await respond(of(5, 5_000));
    await respond(of(1, 3_501));
    queue(1, 2);
    await pass();
    expect(sent).toEqual([1]);
  });

  it('the first of a new window counts though the old one had requests left', async () => {
    limiter.tryAcquire();
    await respond(of(5, 1_000));
    await pass(1_000);
    expect(limiter.tryAcquire()).toBe(true);
    await respond(of(1, 9_000));
    queue(1, 2);
    await pass();
    expect(sent).toEqual([1]);
  });
});

describe('after a refusal', () => {
  it('nothing goes until the pause ends, and then one request, whatever the refusal told', async () => {
    queue(...upTo(9));
    limiter.pause(2_000);
    await respond({});
    await pass(1_999);
    expect(sent).toEqual([1]);
    expect(limiter.tryAcquire()).toBe(false);
    await pass(1);
    expect(sent).toEqual([1, 2]);
    await pass(999);
    expect(sent).toEqual([1, 2]);
    await pass(1);
    expect(sent).toEqual([1, 2, 3]);
    await respond({});
    expect(sent).toEqual(upTo(9));
  });

  it('nothing goes though all went before, or requests remain', async () => {
    queue(1);
    await respond({});
    limiter.pause(2_000);
    queue(2);
    await pass(1_999);
    expect(sent).toEqual([1]);
    await pass(1);
    await respond(of(9, 60_000));
    limiter.pause(2_000);
    queue(3, 4);
    await pass(1_999);
    expect(sent).toEqual([1, 2]);
    await pass(1);
    expect(sent).toEqual(upTo(4));
  });

  it('a shorter pause does not end a longer one', async () => {
    queue(1);
    limiter.pause(2_000);
    limiter.pause(500);
    await respond({});
    queue(2);
    await pass(1_999);
    expect(sent).toEqual([1]);
    await pass(1);
    expect(sent).toEqual([1, 2]);
  });

  it('the pause is believed for ten minutes at most', async () => {
    queue(1, 2);
    limiter.pause(86_400_000_000);
    limiter.release();
    await pass(599_999);
    expect(sent).toEqual([1]);
    await pass(1);
    expect(sent).toEqual([1, 2]);
  });

  it('those that wait are looked at once a minute at least', async () => {
    queue(1, 2);
    limiter.pause(600_000);
    const start = vi.spyOn(globalThis, 'setTimeout');
    queue(3);
    expect(start.mock.calls.at(-1)?.[1]).toBe(60_000);
  });
});

describe('a wait that is longer than a request may take', () => {
  const allows = (limit: number) => (waitMs: number) => waitMs <= limit;

  it('is refused at once, and the others stay', async () => {
    queue(1);
    await pass();
    const [patient, hasty] = [acquire(2, allows(5_000)), acquire(3, allows(4_999))];
    await respond(of(0, 5_000));
    expect(hasty.error).toBeInstanceOf(WaitTooLong);
    expect(hasty.error).toMatchObject({ waitMs: 5_000 });
    expect(patient.state).toBe('pending');
    await pass(5_000);
    expect(patient.state).toBe('resolved');
  });

  it('is refused to all that may not take it', async () => {
    queue(1);
    await pass();
    const hasty = [2, 3, 4, 5].map((position) => acquire(position, allows(4_999)));
    await respond(of(0, 5_000));
    expect(hasty.map(({ state }) => state)).toEqual(Array(4).fill('rejected'));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is refused to one that comes later, by what is left of it', async () => {
    queue(1);
    await respond(of(0, 5_000));
    await pass(2_000);
    const hasty = acquire(2, allows(2_999));
    await pass();
    expect(hasty.error).toMatchObject({ waitMs: 3_000 });
  });

  it('is the longest of those that are known: a pause, or a limit that is used up', async () => {
    queue(1);
    await pass();
    const hasty = acquire(2, allows(1_000));
    limiter.pause(3_000);
    await pass();
    expect(hasty.error).toMatchObject({ waitMs: 3_000 });
    await respond({ global: { remaining: 0, resetMs: 7_000 }, token: { remaining: 0, resetMs: 4_000 } });
    const later = acquire(3, allows(1_000));
    await pass();
    expect(later.error).toMatchObject({ waitMs: 7_000 });
  });

  it('is not known while requests are in flight that may leave some of the limit', async () => {
    queue(1);
    await respond(of(1, 60_000));
    queue(2);
    const waiting = acquire(3, allows(0));
    await pass();
    expect(waiting.state).toBe('pending');
  });

  it('is not known while nothing is known of the limits', async () => {
    queue(1);
    const waiting = acquire(2, allows(0));
    await pass(500);
    expect(waiting.state).toBe('pending');
  });

  it('is not refused to one for which there is a place', async () => {
    queue(1);
    await respond({ global: { remaining: 0, resetMs: 1_000 } });
    await pass(1_000);
    const next = acquire(2, allows(-1));
    await pass();
    expect(next.state).toBe('resolved');
  });
});

describe('the order of requests', () => {
  it('is that of their positions, and of their coming where these are equal', async () => {
    queue(1);
    await pass();
    const order: string[] = [];
    for (const [name, position] of [
      ['d', 4],
      ['b', 2],
      ['c', 2],
      ['a', 1],
    ] as const) {
      limiter.acquire({ position, allows: () => true }, never).then(() => order.push(name));
    }
    await respond({});
    expect(order).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets nobody overtake those that wait, also where a timer is late', async () => {
    queue(1, 2);
    await respond(of(0, 5_000));
    const late = performance.now() + 5_001;
    vi.spyOn(performance, 'now').mockReturnValue(late);
    expect(limiter.tryAcquire()).toBe(false);
  });
});

describe('a request that is interrupted while it waits', () => {
  it('leaves the queue at once with the reason of its signal, and no timer or listener behind', async () => {
    const { controller, signal, listeners } = countedSignal();
    queue(1);
    await respond(of(0, 5_000));
    const waiting = acquire(2, () => true, signal);
    expect([vi.getTimerCount(), listeners.size]).toEqual([1, 1]);
    controller.abort('enough');
    await pass();
    expect(waiting.error).toBe('enough');
    expect([vi.getTimerCount(), listeners.size]).toEqual([0, 0]);
    queue(3);
    await pass(5_000);
    expect(sent).toEqual([1, 3]);
  });

  it('leaves the others where they are', async () => {
    const { controller, signal } = countedSignal();
    queue(1, 2);
    await pass();
    acquire(3, () => true, signal);
    queue(4);
    controller.abort('enough');
    await respond({});
    expect(sent).toEqual([1, 2, 4]);
  });

  it('is interrupted no more once it has a place or was refused', async () => {
    const { controller, signal, listeners } = countedSignal();
    acquire(1, () => true, signal);
    const refused = acquire(2, () => false, signal);
    limiter.pause(1_000);
    await pass();
    expect(refused.error).toBeInstanceOf(WaitTooLong);
    expect(listeners.size).toBe(0);
    controller.abort('enough');
    await pass();
    expect(sent).toEqual([1]);
  });
});
