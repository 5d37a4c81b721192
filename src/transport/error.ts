/** The one error of the client, and the names of its outcomes. */

import type { Issue } from '../contract/issue.ts';

/**
 * Whether a call took effect.
 *
 * - `not_applied`: nothing was applied; it is safe to call again.
 * - `applied`: it was applied, though the call failed. Do not call again.
 * - `unknown`: it may have been applied. Read the experiment before calling again; the error's message says how.
 */
export type IterationOutcome = 'not_applied' | 'applied' | 'unknown';

interface Failure<Kind extends string, Outcome extends IterationOutcome> {
  /** Why the call failed. */
  readonly kind: Kind;
  /** Whether the call took effect. */
  readonly outcome: Outcome;
  /** How many requests were sent. */
  readonly attempts: number;
  /** Whether nothing was applied and the same call may succeed later. */
  readonly retryable: boolean;
  /** The HTTP status of the last response, if there was one. */
  readonly status?: number | undefined;
  /** The error code in the last response, such as `invalid_request`. */
  readonly code?: string | undefined;
  /** The identifier to quote to support: the `id` of the error, or the header `X-Request-Id`. */
  readonly requestId?: string | undefined;
  /** The headers of the last response, names in lower case, without secrets. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How long to wait before the next call, in milliseconds, if the server said so. */
  readonly retryAfterMs?: number | undefined;
  /** When the call ended, in epoch milliseconds. */
  readonly endedAt: number;
  /** What is wrong with the input or the response, if it breaks the contract. */
  readonly issues?: readonly Issue[] | undefined;
  /** The parsed body of the response, or its text if it is not JSON; for `invalid_response`. Without secrets. */
  readonly responseBody?: unknown;
}

/** `applied` is among the outcomes of a failure that a middleware can cause after the response. */
type Failures =
  /** Nothing was sent: an option, a key or the body cannot be used. */
  | (Failure<'invalid_input', 'not_applied'> & { readonly issues: readonly Issue[] })
  /** Nothing was sent: the function that gives the access token failed; see `cause`. */
  | Failure<'access_token', 'not_applied'>
  /** The response has a status outside 2xx. 4xx: `not_applied`; a redirect, never followed, and 5xx: `unknown`. */
  | (Failure<'http', IterationOutcome> & { readonly status: number })
  /** The connection failed: before it was established, `not_applied`; later, `unknown`. */
  | Failure<'network', 'not_applied' | 'unknown'>
  /**
   * An attempt or the whole call took too long, or would have: `not_applied` if there was no time left for another
   * attempt, or if the rate limit requires a longer wait than is allowed.
   */
  | Failure<'timeout', IterationOutcome>
  /** The caller's signal aborted the call. */
  | Failure<'aborted', IterationOutcome>
  /**
   * The response is 2xx, but not what the contract promises. `unknown`: it is not recognizably a response of the API;
   * `applied`: it is, but breaks the contract, and the client is `strict`. `not_applied`: only a read failed.
   */
  | (Failure<'invalid_response', IterationOutcome> & { readonly status: number })
  /** `ensureIteration` could not tell whether the iteration exists, and sent nothing. */
  | Failure<'undecided', 'not_applied'>;

/** Why a call failed. */
export type IterationErrorKind = Failures['kind'];

/** What an error is made of; internal. */
export type FailureDetails = Omit<Failure<IterationErrorKind, IterationOutcome>, 'endedAt'> & {
  message: string;
  cause?: Error;
};

const brand = Symbol.for('launchdarkly-iteration-contract.IterationError');

let create: (details: FailureDetails) => IterationError;

// Every property is declared once, in FailureDetails, and assigned from there.
// biome-ignore lint/correctness/noUnusedVariables: merged into the class below.
interface ErrorClass extends Failure<IterationErrorKind, IterationOutcome> {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns all that the interface declares.
class ErrorClass extends Error {
  static {
    // What a console shows in front of the message.
    Object.defineProperty(ErrorClass, 'name', { value: 'IterationError' });
    create = (details) => new ErrorClass(details) as IterationError;
  }

  /** Only the client creates errors. A subclass, for tests, may call this with the properties of the error. */
  protected constructor({ message, cause, ...details }: FailureDetails) {
    super(message, cause && { cause });
    for (const [key, value] of Object.entries(details)) if (value !== undefined) Object.assign(this, { [key]: value });
    Object.assign(this, { endedAt: Date.now() });
    this.name = 'IterationError';
    Object.defineProperty(this, brand, { value: true });
  }

  /** `instanceof IterationError` is also true for an error of another copy of the package. */
  static override [Symbol.hasInstance](value: unknown): value is IterationError {
    // biome-ignore lint/complexity/noThisInStatic: `this` is the class that is asked about, which may be a subclass.
    return this === ErrorClass ? isIterationError(value) : Function.prototype[Symbol.hasInstance].call(this, value);
  }

  /** All properties of the error, including its message. */
  toJSON(): Record<string, unknown> {
    const { message, cause } = this;
    return { ...(this as object), message, ...(cause instanceof Error && { cause: String(cause) }) };
  }
}

/**
 * The one error that a call rejects with: a union discriminated by `kind`. None of its properties, `cause` included,
 * contains the access token or the request.
 */
export type IterationError = ErrorClass & Failures;

/** The class of every {@link IterationError}, for `instanceof`. */
export const IterationError = ErrorClass;

/** Whether a value is an {@link IterationError}, even one of another copy of this package. Never throws. */
export function isIterationError(value: unknown): value is IterationError {
  try {
    return value instanceof Error && (value as { [brand]?: unknown })[brand] === true;
  } catch {
    return false;
  }
}

/** Returns an error; only for the modules of the client. */
export function createError(details: FailureDetails): IterationError {
  return create(details);
}

/** Returns the error of a call that sent nothing because its input cannot be used. */
export function invalidInput(message: string, issues: readonly Issue[] = []): IterationError {
  return create({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0, retryable: false, message, issues });
}
