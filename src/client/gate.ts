import type { RateLimitHints } from './hints.ts';

/** Keeps the calls of one client to the server's rate limit. */
export interface Gate {
  /** Resolves when it is this call's turn. Lower turns go first. Rejects with the signal's reason when it aborts. */
  enter(turn: number, signal: AbortSignal): Promise<void>;
  /** Says that a request that entered has ended, and what its answer said of the limit. */
  leave(hints?: RateLimitHints): void;
  /** Lets nobody enter for a while: the server asked for it. */
  pause(ms: number): void;
}

interface Waiter {
  turn: number;
  enter: () => void;
}

/**
 * Lets requests through, in order, as far as the last answers say that the server takes them. The limit is nowhere
 * documented, so it is learned: at first, and after each reset, one request goes alone, and its answer says how many may
 * follow. An answer that says nothing of a limit opens the gate.
 *
 * @param maxPauseMs A longer wait is not believed; the request goes, and the server decides.
 */
export function createGate(maxPauseMs: number): Gate {
  const waiting: Waiter[] = [];
  let inFlight = 0;
  /** Requests that may still go. `undefined` while nothing is known: then one goes at a time. */
  let budget: number | undefined;
  /** The fewest remaining requests that an answer of this window told. */
  let fewest = Number.POSITIVE_INFINITY;
  /** When what is known ends with its window, on the clock of `performance`. */
  let until = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const know = (newBudget: number | undefined, newFewest: number, ms: number) => {
    budget = newBudget;
    fewest = newFewest;
    until = performance.now() + ms;
  };

  const pause = (ms: number) => {
    if (ms <= maxPauseMs) know(0, 0, ms);
  };

  const release = () => {
    clearTimeout(timer);
    const left = until - performance.now();
    if (left <= 0) know(undefined, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    // What was in flight when an answer told its count may have been in that count already.
    if (inFlight === 0 && budget !== undefined) budget = Math.max(budget, fewest);
    while (waiting.length > 0 && (budget === undefined ? inFlight === 0 : budget > 0)) {
      inFlight += 1;
      if (budget !== undefined) budget -= 1;
      waiting.shift()?.enter();
    }
    if (waiting.length > 0 && left > 0 && left < Number.POSITIVE_INFINITY) timer = setTimeout(release, left);
  };

  const learn = ({ remaining, resetMs }: RateLimitHints) => {
    if (fewest === 0) return;
    if (remaining === undefined || resetMs === undefined || resetMs > maxPauseMs) {
      know(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    } else if (remaining === 0) {
      // The jitter keeps the clients of one account from coming back all at once.
      pause(Math.min(maxPauseMs, resetMs + Math.random() * Math.min(resetMs / 4 + 20, 1000)));
    } else {
      const least = Math.min(fewest, remaining);
      know(Math.min(budget ?? least, least - inFlight), least, resetMs);
    }
  };

  return {
    enter: (turn, signal) =>
      new Promise((resolve, reject) => {
        const abort = () => {
          waiting.splice(waiting.indexOf(waiter), 1);
          reject(signal.reason);
          release();
        };
        const waiter: Waiter = {
          turn,
          enter() {
            signal.removeEventListener('abort', abort);
            resolve();
          },
        };
        signal.addEventListener('abort', abort, { once: true });
        const next = waiting.findIndex((other) => other.turn > turn);
        waiting.splice(next < 0 ? waiting.length : next, 0, waiter);
        release();
      }),
    leave(hints) {
      inFlight -= 1;
      if (hints) learn(hints);
      release();
    },
    pause(ms) {
      pause(ms);
      release();
    },
  };
}
