/** Limits the time of a call, and says whether there is time for another attempt. */

import { read } from './redact.ts';

/** Why something was interrupted. The caller's own reason is never inspected: it may be an error of another call. */
export class Interruption {
  readonly kind: 'timeout' | 'aborted';
  constructor(kind: Interruption['kind']) {
    this.kind = kind;
  }
}

/** Why something was interrupted, or `undefined` for anything else that was thrown, which may not even be readable. */
export function interruptionOf(thrown: unknown): Interruption['kind'] | undefined {
  try {
    return thrown instanceof Interruption ? thrown.kind : undefined;
  } catch {
    return undefined;
  }
}

/** The longest wait that a timer takes; a longer one would fire at once. */
const maxTimerMs = 2 ** 31 - 1;
/** The least time that an attempt needs. One that its deadline interrupts would leave the outcome unknown. */
const usefulAttemptMs = 1_000;

/** How much time a call has left. */
export interface Deadline {
  /** What is left, in milliseconds. */
  remaining(): number;
  /** Whether there is time for another attempt after a wait. Nothing is sent without it. */
  allowsAttemptAfter(waitMs: number): boolean;
}

/** Starts the time of a call. Each time is in milliseconds. */
export function startDeadline(totalTimeoutMs: number, attemptTimeoutMs: number): Deadline {
  const end = performance.now() + totalTimeoutMs;
  const needed = Math.min(usefulAttemptMs, attemptTimeoutMs, totalTimeoutMs / 2);
  const remaining = () => end - performance.now();
  return { remaining, allowsAttemptAfter: (waitMs) => remaining() - waitMs >= needed };
}

/** Calls `task` after `ms`, and returns what cancels it. Every timer of the transport is started here. */
export function startTimer(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, Math.min(Math.max(ms, 0), maxTimerMs));
  return () => clearTimeout(timer);
}

/**
 * Runs a task under a signal of its own, which aborts with the caller's or after `ms`. Settles at once when it does,
 * with an {@link Interruption}, whatever the task does, and leaves neither a timer nor a listener behind. The signal also
 * aborts when the task fails.
 */
export function within<T>(
  ms: number,
  caller: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const controller = new AbortController();
    const interrupt = (kind: Interruption['kind']) => {
      const interruption = new Interruption(kind);
      // First, so that what the task does on the abort comes too late to settle this.
      reject(interruption);
      stop();
      controller.abort(interruption);
    };
    const cancelTimer = startTimer(ms, () => interrupt('timeout'));
    const unfollow = caller ? follow(caller, () => interrupt('aborted')) : undefined;
    const stop = () => {
      cancelTimer();
      unfollow?.();
    };
    if (isAborted(caller)) return interrupt('aborted');
    task(controller.signal).then(
      (value) => {
        stop();
        resolve(value);
      },
      (error) => {
        stop();
        reject(error);
        // In some implementations of fetch, an abandoned body keeps its connection open.
        controller.abort();
      },
    );
  });
}

/** Resolves after `ms`. Rejects with an {@link Interruption} when the caller's signal aborts. */
export async function sleep(ms: number, caller: AbortSignal | undefined): Promise<void> {
  try {
    await within(ms, caller, () => new Promise<never>(() => {}));
  } catch (interruption) {
    if (interruptionOf(interruption) !== 'timeout') throw interruption;
  }
}

/** Whether a signal of the caller's has aborted. */
export function isAborted(signal: AbortSignal | undefined): boolean {
  return read(signal, 'aborted') === true;
}

interface Followers {
  tasks: Set<() => void>;
  listener: () => void;
}

const followersOf = new WeakMap<AbortSignal, Followers>();

/** Calls `task` when the signal aborts. All tasks of a signal share one listener; Node warns of more than ten. */
function follow(signal: AbortSignal, task: () => void): () => void {
  const followers = followersOf.get(signal) ?? startFollowing(signal);
  followers.tasks.add(task);
  return () => {
    followers.tasks.delete(task);
    if (followers.tasks.size > 0) return;
    followersOf.delete(signal);
    try {
      signal.removeEventListener('abort', followers.listener);
    } catch {
      // A foreign signal may fail; the call goes on.
    }
  };
}

function startFollowing(signal: AbortSignal): Followers {
  const tasks = new Set<() => void>();
  const followers = {
    tasks,
    listener: () => {
      for (const task of [...tasks]) task();
    },
  };
  followersOf.set(signal, followers);
  try {
    signal.addEventListener('abort', followers.listener);
  } catch {
    // A signal that cannot be listened to never aborts.
  }
  return followers;
}
