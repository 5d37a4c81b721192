/** Keeps the requests of one client within the server's rate limits, in the order of their calls. */

import { startTimer } from './deadline.ts';
import { type RateLimitKind, type RateLimits, rateLimitKinds } from './rate-limit-headers.ts';

/**
 * Keeps requests within the rate limits. The limits are not published, so they are learned from the responses.
 *
 * - *learning*, at first, after a window that was used up and after a pause: one request is in flight. Each second
 *   without a response, and each request that ends without one, doubles how many may be, so that one that hangs does
 *   not hold up the rest.
 * - *limited*, once a response says how much of a limit remains: as many requests as remain of the scarcest one, until
 *   it resets. After a window that was not used up, as many again; after one that was, *learning*.
 * - *open*, once a response names no limit: no bound.
 * - *paused*, on top of any of these, after a 429: none until the pause ends.
 *
 * A request that would have to wait longer than it may is rejected at once.
 */
export interface RateLimiter {
  /** Acquires a slot for a request if one is free and no other request waits. Each slot must be released. */
  tryAcquire(): boolean;
  /**
   * Resolves when there is a slot. Rejects with {@link WaitTooLong} when the wait is longer than allowed, and with the
   * signal's reason when it aborts.
   */
  acquire(request: QueuedRequest, signal: AbortSignal): Promise<void>;
  /**
   * Releases a slot: with the attempt that was made, and what its response, if any, said about the limits; or without
   * one, if nothing was sent.
   */
  release(attempt?: { readonly limits?: RateLimits | undefined }): void;
  /** Sends nothing for this many milliseconds, because the server asked for it. */
  pause(ms: number): void;
}

/** A request in the queue. */
export interface QueuedRequest {
  /** Lower positions go first. */
  readonly position: number;
  /** Whether the request may wait for this many milliseconds. */
  allows(waitMs: number): boolean;
}

/** The rate limit requires a longer wait than the request allows. */
export class WaitTooLong {
  readonly waitMs: number;
  constructor(waitMs: number) {
    this.waitMs = waitMs;
  }
}

/** What is known about one limit, for one window. */
interface Window {
  /** Requests that may still be sent. */
  budget: number;
  /** The fewest remaining requests that a response of this window reported. */
  fewest: number;
  /** When the window ends, on the clock of `performance`. */
  end: number;
}

/** LaunchDarkly's documented window, for a response that says that nothing remains but not until when. */
export const documentedWindowMs = 10_000;
/** How long one request may be the only one in flight while nothing is known about the limits. */
const probeMs = 1_000;
/** The longest wait that is believed; after it, the next response says how long to wait. */
const maxWaitMs = 600_000;
/** Resets that differ by less belong to the same window: they are in milliseconds, but relative to whole seconds. */
const sameWindowMs = 1_500;

interface Waiter {
  request: QueuedRequest;
  enter: () => void;
  refuse: (reason: WaitTooLong) => void;
}

/** Returns a limiter that does not know any limits yet. */
export function createRateLimiter(): RateLimiter {
  const waiting: Waiter[] = [];
  const windows = new Map<RateLimitKind, Window>();
  let inFlight = 0;
  /** Whether the limits are unknown: until a response, after a window that was used up, and after a pause. */
  let isLearning = true;
  /** How many may be in flight while learning. */
  let probes = 1;
  /** When a hanging request has delayed the others long enough. */
  let doubleAt = 0;
  let pausedUntil = 0;
  let cancelTimer = () => {};

  const learnFrom = (time: number) => {
    isLearning = true;
    probes = 1;
    doubleAt = time + probeMs;
  };

  const endWindows = (now: number) => {
    for (const [kind, window] of windows) {
      if (window.end > now) continue;
      if (window.fewest === 0) {
        windows.delete(kind);
        learnFrom(now);
      } else {
        windows.set(kind, { ...window, budget: window.fewest, end: Number.POSITIVE_INFINITY });
      }
    }
  };

  const capacity = (now: number) => {
    if (pausedUntil > now) return 0;
    if (windows.size > 0) return Math.min(...[...windows.values()].map(({ budget }) => budget));
    return isLearning ? probes - inFlight : Number.POSITIVE_INFINITY;
  };

  /** How long what is known to block requests still lasts. */
  const knownWait = (now: number) => {
    const usedUp = [...windows.values()].filter(({ budget, fewest }) => budget <= 0 && fewest === 0);
    return Math.max(0, pausedUntil - now, ...usedUp.map(({ end }) => end - now));
  };

  const take = (now: number) => {
    inFlight += 1;
    doubleAt = now + probeMs;
    for (const window of windows.values()) window.budget -= 1;
  };

  /** Admits requests that may be sent, rejects those that would wait too long, and sets a timer for the next change. */
  const proceed = () => {
    cancelTimer();
    const now = performance.now();
    endWindows(now);
    while (waiting.length > 0 && capacity(now) > 0) {
      take(now);
      waiting.shift()?.enter();
    }
    if (waiting.length === 0) return;
    const wait = knownWait(now);
    if (wait > 0) {
      for (const waiter of [...waiting]) if (!waiter.request.allows(wait)) waiter.refuse(new WaitTooLong(wait));
    }
    if (waiting.length > 0) cancelTimer = startTimer(nextChange(now), wake);
  };

  const nextChange = (now: number) => {
    const ends = [...windows.values()].map(({ end }) => end - now);
    const paused = pausedUntil > now ? [pausedUntil - now] : [];
    const probe = isLearning ? [doubleAt - now] : [];
    return Math.min(...ends, ...paused, ...probe, probeMs * 60);
  };

  const wake = () => {
    const now = performance.now();
    if (isLearning && now >= doubleAt) {
      probes *= 2;
      doubleAt = now + probeMs;
    }
    proceed();
  };

  const learn = (limits: RateLimits, now: number) => {
    for (const kind of rateLimitKinds) {
      const { remaining, resetMs = remaining === 0 ? documentedWindowMs : undefined } = limits[kind] ?? {};
      // A window that is over says nothing about the current one.
      if (remaining === undefined || resetMs === undefined || resetMs === 0) continue;
      const known = windows.get(kind);
      // The jitter keeps the clients of one account from coming back all at once.
      const jitter = remaining === 0 ? Math.random() * Math.min(resetMs / 4 + 20, 1_000) : 0;
      const end = now + Math.min(resetMs, maxWaitMs) + jitter;
      const isSame = known !== undefined && Math.abs(known.end - end) < sameWindowMs;
      const isPast = known !== undefined && !isSame && known.end > end && known.end < Number.POSITIVE_INFINITY;
      if (isPast || (isSame && known.fewest === 0)) continue;
      const fewest = isSame ? Math.min(known.fewest, remaining) : remaining;
      const left = fewest - inFlight;
      windows.set(kind, { budget: isSame ? Math.min(known.budget, left) : left, fewest, end });
    }
    // A 429 that names no limit does not mean that there is none.
    isLearning = pausedUntil > now;
  };

  return {
    tryAcquire() {
      const now = performance.now();
      endWindows(now);
      const isFree = waiting.length === 0 && capacity(now) > 0;
      if (isFree) take(now);
      return isFree;
    },
    acquire: (request, signal) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          const index = waiting.indexOf(waiter);
          if (index >= 0) waiting.splice(index, 1);
          signal.removeEventListener('abort', abort);
        };
        const abort = () => {
          leave();
          reject(signal.reason);
          proceed();
        };
        const waiter: Waiter = {
          request,
          enter() {
            leave();
            resolve();
          },
          refuse(reason) {
            leave();
            reject(reason);
          },
        };
        signal.addEventListener('abort', abort);
        const before = waiting.findLastIndex((other) => other.request.position <= request.position);
        waiting.splice(before + 1, 0, waiter);
        proceed();
      }),
    release(attempt) {
      inFlight -= 1;
      const now = performance.now();
      if (attempt?.limits) learn(attempt.limits, now);
      else if (attempt && isLearning) probes *= 2;
      else if (!attempt) {
        for (const window of windows.values()) window.budget = Math.min(window.budget + 1, window.fewest);
      }
      // What was in flight when a response reported its count may be part of that count already.
      if (inFlight === 0) for (const window of windows.values()) window.budget = Math.max(window.budget, window.fewest);
      proceed();
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, performance.now() + Math.min(ms, maxWaitMs));
      learnFrom(pausedUntil);
      proceed();
    },
  };
}
