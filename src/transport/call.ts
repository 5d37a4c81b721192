/** One call: what it asks for, what is certain about it so far, and the only place that creates its errors. */

import { type Deadline, type Interruption, startDeadline } from './deadline.ts';
import { createError, type FailureDetails, type IterationError, type IterationOutcome } from './error.ts';
import type { RequestFacts } from './hooks.ts';
import type { QueuedRequest } from './rate-limiter.ts';
import { type Redact, redactHeaders, redactJson, redactor, safeCause } from './redact.ts';

/** What a call asks for. */
export interface CallOptions {
  /** The operation, such as `createIteration`; for a raw call, its method and path template. */
  readonly operation: string;
  /** Ends the call when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** How long the call may take, in milliseconds. */
  readonly totalTimeoutMs: number;
  /** How long one attempt may take, in milliseconds. */
  readonly attemptTimeoutMs: number;
  /** How many times a request that applied nothing is retried. */
  readonly maxRetries: number;
  /** The longest wait before another attempt, in milliseconds. */
  readonly maxRetryDelayMs: number;
  /** Says whether the body of a 2xx is what the operation promises. Without it, any JSON is, and an empty body. */
  readonly recognizes?: ((body: unknown) => boolean) | undefined;
  /** Accepts a body that is not JSON, as it is. */
  readonly takesAnyText?: boolean | undefined;
  /** How many times a request is retried after 409; by default 0, because not every conflict is temporary. */
  readonly conflictRetries?: number | undefined;
  /** A note to add to the message of a failure with a status. */
  readonly noteOf?: ((status: number | undefined) => string | undefined) | undefined;
  /** The sentence for each outcome, with what to do. */
  readonly sentences: Readonly<Record<IterationOutcome, string>>;
}

/** What went wrong, as far as one attempt knows; {@link Call.fail} adds what the call knows. */
export type AttemptFailure = Pick<
  FailureDetails,
  'kind' | 'message' | 'code' | 'requestId' | 'issues' | 'responseBody'
> & {
  /** The message of the server. */
  readonly said?: string | undefined;
  readonly thrown?: unknown;
};

/** One attempt that is over. It is never changed again. */
export interface Attempt {
  readonly outcome: IterationOutcome;
  readonly response?: Response | undefined;
  readonly text?: string | undefined;
  /** The parsed body of a 2xx. */
  readonly value?: unknown;
  readonly failure?: AttemptFailure | undefined;
  /** Whether nothing was applied and the same request may succeed later. */
  readonly retryable: boolean;
  /** How long to wait before the next attempt, in milliseconds. */
  readonly waitMs: number;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** One call, from its first step to its last. */
export class Call implements QueuedRequest {
  readonly options: CallOptions;
  readonly position: number;
  readonly deadline: Deadline;
  attempts = 0;
  /** The last attempt; while it is in progress, with the outcome that it may have. */
  last: Attempt | undefined;
  /** The errors that the call created, as opposed to anything else that is thrown. */
  readonly errors: unknown[] = [];
  #secrets: string[] = [];
  #mayBeApplied = false;

  constructor(options: CallOptions, position: number) {
    this.options = options;
    this.position = position;
    this.deadline = startDeadline(options.totalTimeoutMs, options.attemptTimeoutMs);
  }

  /** Redacts secrets from everything that the call reports from now on. */
  hide(...secrets: string[]): void {
    this.#secrets.push(...secrets);
  }

  /** Begins an attempt. Until it is over, what it changes may have been applied. */
  begin(isRead: boolean): void {
    this.attempts += 1;
    this.last = this.#settled({ outcome: isRead ? 'not_applied' : 'unknown', retryable: false, waitMs: 0 });
  }

  /** Ends an attempt, and returns it with its outcome for the whole call. */
  end<T extends Attempt>(attempt: T): T {
    const ended = this.#settled(attempt);
    this.#mayBeApplied ||= ended.outcome !== 'not_applied';
    this.last = ended;
    return ended;
  }

  /** A later attempt, sent by a middleware, does not undo what an earlier one may have applied. */
  #settled<T extends Attempt>(attempt: T): T {
    const isUndone = this.#mayBeApplied && attempt.outcome === 'not_applied';
    return isUndone ? { ...attempt, outcome: 'unknown', retryable: false } : attempt;
  }

  /** Returns a copy of what came from the server, without secrets. */
  clean<T>(value: T): T {
    return redactJson(value, this.#redact) as T;
  }

  get #redact(): Redact {
    return redactor(this.#secrets);
  }

  /** Whether another attempt may begin after a wait, in milliseconds. */
  allows(waitMs: number): boolean {
    return waitMs <= this.options.maxRetryDelayMs && this.deadline.allowsAttemptAfter(waitMs);
  }

  facts(method: string): RequestFacts {
    return { operation: this.options.operation, method, attempt: this.attempts };
  }

  /** Returns the error of an attempt; without one, of a call that failed before its first attempt. */
  fail(failure: AttemptFailure, attempt: Partial<Attempt> = this.last ?? {}): IterationError {
    const { outcome = this.attempts === 0 ? 'not_applied' : 'unknown' } = attempt;
    const { response, retryable = false, retryAfterMs } = attempt;
    const { kind, message, said, code, requestId, responseBody, issues, thrown } = failure;
    const { sentences, noteOf } = this.options;
    const redact = this.#redact;
    // Shortened only after redaction: half a secret is still a secret.
    const optional = (text: string | undefined) => text && redact(text).slice(0, 500);
    const body = this.clean(responseBody);
    const error = createError({
      kind,
      outcome,
      attempts: this.attempts,
      retryable: retryable && outcome === 'not_applied',
      status: response?.status,
      code: optional(code),
      requestId: optional(requestId),
      headers: response && redactHeaders(response.headers, redact),
      retryAfterMs,
      issues: issues && this.clean(issues),
      responseBody: typeof body === 'string' ? body.slice(0, 10_000) : body,
      message: [redact(message), said && asSentence(redact(said)), sentences[outcome], noteOf?.(response?.status)]
        .filter(Boolean)
        .join(' '),
      ...(thrown !== undefined && { cause: safeCause(thrown, redact) }),
    });
    this.errors.push(error);
    return error;
  }

  /** Returns the error of a call that was interrupted between attempts. */
  interrupted({ kind }: Interruption): IterationError {
    const { totalTimeoutMs } = this.options;
    const message =
      kind === 'aborted' ? 'The call was aborted.' : `The call ran out of time: ${totalTimeoutMs} ms in all.`;
    return this.fail({ kind, message }, { ...this.last, retryable: kind === 'timeout' });
  }

  /** Returns the error of a call that would have to wait for the rate limit longer than it may. */
  waitTooLong(waitMs: number): IterationError {
    const message = `The rate limit requires a wait of ${Math.ceil(waitMs)} ms, longer than this call may wait.`;
    return this.fail({ kind: 'timeout', message }, { ...this.last, retryable: true, retryAfterMs: Math.ceil(waitMs) });
  }
}

/** The message of a server, shortened, and with a full stop at the end. */
function asSentence(text: string): string {
  const short = text.slice(0, 500);
  return /[.!?…]\s*$/.test(short) ? short : `${short}.`;
}
