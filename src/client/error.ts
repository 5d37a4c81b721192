import type { Issue } from '../contract/issue.ts';

/**
 * What became of the iteration.
 *
 * - `not_created`: no iteration was created; it is safe to call again.
 * - `created`: an iteration was created, though its answer could not be read. Do not call again.
 * - `unknown`: an iteration may have been created. Read the experiment's `draftIteration` before calling again.
 */
export type IterationOutcome = 'not_created' | 'created' | 'unknown';

interface Failure<Kind extends string, Outcome extends IterationOutcome> {
  /** Why the call failed. */
  readonly kind: Kind;
  /** What became of the iteration. */
  readonly outcome: Outcome;
  /** How many requests were sent. */
  readonly attempts: number;
  /** The HTTP status of the last answer, where there was one. */
  readonly status?: number | undefined;
  /** LaunchDarkly's error code, such as `invalid_request`, where the answer had one. */
  readonly code?: string | undefined;
  /** The identifier to quote to LaunchDarkly's support, where the answer had one. */
  readonly id?: string | undefined;
  /** How long to wait before the next call, in milliseconds, where the server said so. */
  readonly retryAfterMs?: number | undefined;
  /** What is wrong with the input or the answer, where the contract was broken. */
  readonly issues?: readonly Issue[] | undefined;
  /** The answer's parsed body, or its text where it is not JSON; for `invalid_response`. */
  readonly answer?: unknown;
}

type Failures =
  /** Nothing was sent: the access token, a key or the iteration cannot be. */
  | (Failure<'invalid_input', 'not_created'> & { readonly issues: readonly Issue[] })
  /** The answer has a status outside 2xx. 4xx: `not_created`; a redirect, never followed, and 5xx: `unknown`. */
  | (Failure<'http', 'not_created' | 'unknown'> & { readonly status: number })
  /** The connection failed: before it stood, `not_created`; later, `unknown`. */
  | Failure<'network', 'not_created' | 'unknown'>
  /** An attempt, or the call as a whole, took too long. */
  | Failure<'timeout', IterationOutcome>
  /** The caller's signal aborted the call. */
  | Failure<'aborted', IterationOutcome>
  /** The answer is 2xx, but not an iteration. */
  | (Failure<'invalid_response', 'created'> & { readonly status: number; readonly answer: unknown });

/** Why a call failed. */
export type IterationErrorKind = Failures['kind'];

/** What an error is made of; internal. */
export type FailureDetails = Failure<IterationErrorKind, IterationOutcome> & { message: string; cause?: unknown };

/**
 * The one error that a call rejects with: a union told apart by `kind`. It holds text and numbers alone; the access
 * token and the request are in none of its properties, its `cause` included.
 */
export type IterationError = Error & Failures;

/** The class of every {@link IterationError}, for `instanceof`. */
export const IterationError = class IterationError extends Error {
  constructor({ message, ...details }: FailureDetails) {
    super(message);
    Object.assign(this, details);
    this.name = 'IterationError';
  }
} as unknown as { new (details: FailureDetails): IterationError };

/** Returns the error of a call that sent nothing. */
export function invalidInput(message: string, issues: readonly Issue[] = []): IterationError {
  return new IterationError({ kind: 'invalid_input', outcome: 'not_created', attempts: 0, message, issues });
}
