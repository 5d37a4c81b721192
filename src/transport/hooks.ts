/** Tells observers what the transport does. */

import type { IterationOutcome } from './error.ts';
import type { RateLimits } from './rate-limit-headers.ts';

/** An attempt that begins. */
export interface RequestFacts {
  /** The operation, such as `createIteration`; for a raw call, its method and path template. */
  readonly operation: string;
  readonly method: string;
  /** The number of this attempt within its call, from 1. */
  readonly attempt: number;
}

interface AttemptFacts extends RequestFacts {
  /** The status of the response, if there was one. */
  readonly status?: number | undefined;
  /** Whether this attempt took effect. */
  readonly outcome: IterationOutcome;
  /** What the response said of the rate limits. */
  readonly limits?: RateLimits | undefined;
}

/** An attempt that has ended, with a response or without. */
export interface ResponseFacts extends AttemptFacts {
  /** How long the attempt took, in milliseconds. */
  readonly durationMs: number;
}

/** An attempt that will be followed by another one. */
export interface RetryFacts extends AttemptFacts {
  /** How long the wait before the next attempt is, in milliseconds. */
  readonly waitMs: number;
}

/**
 * Observers of the transport. They receive only numbers and fixed words: no key, body, URL or token. If an observer
 * throws or its promise rejects, the call is not affected.
 */
export interface Hooks {
  /** Called before each attempt. */
  onRequest?: ((facts: RequestFacts) => unknown) | undefined;
  /** Called after each attempt, also after one that ended without a response. */
  onResponse?: ((facts: ResponseFacts) => unknown) | undefined;
  /** Called before the wait that precedes another attempt. */
  onRetry?: ((facts: RetryFacts) => unknown) | undefined;
}

/** Calls an observer, and ignores its failure. */
export function notify<T>(observer: ((facts: T) => unknown) | undefined, facts: T): void {
  if (!observer) return;
  try {
    Promise.resolve(observer(facts)).catch(() => {});
  } catch {
    // A failing observer must not affect the call.
  }
}
