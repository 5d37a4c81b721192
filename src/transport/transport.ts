/** A `fetch` that retries only what is safe and knows whether a request took effect. */

import { type AttemptWithLimits, attempt, isRead, type TransportRequest } from './attempt.ts';
import { Call, type CallOptions } from './call.ts';
import { Interruption, interruptionOf, isAborted, sleep, within } from './deadline.ts';
import { type Hooks, notify } from './hooks.ts';
import { createRateLimiter, type RateLimiter, WaitTooLong } from './rate-limiter.ts';
import { tokensIn } from './redact.ts';

/** The settings of a transport. */
export interface TransportOptions {
  readonly fetch: typeof fetch;
  /** The caller's access token, or a function that returns one for each call. */
  readonly accessToken: string | (() => string | Promise<string>);
  /** Returns the token that the function returned, or throws what the call should reject with. */
  readonly checkToken: (token: unknown) => string;
  /** Whether requests stay within the rate limits that responses report. */
  readonly throttle: boolean;
  readonly hooks: Hooks;
}

type Send = (request: TransportRequest, call: Call) => Promise<AttemptWithLimits>;

/** Sends the requests of one client. */
export interface Transport {
  /** Starts a call: its time runs from now on. */
  start(options: CallOptions): Call;
  /**
   * Sends a request, and retries it while that is safe and useful. Resolves to the last attempt, which has a complete
   * response, whatever its status.
   *
   * @throws IterationError when there is no such response.
   */
  send(request: TransportRequest, call: Call): Promise<AttemptWithLimits>;
}

/** Returns a transport. */
export function createTransport(options: TransportOptions): Transport {
  const limiter = options.throttle ? createRateLimiter() : undefined;
  const once = withHooks(options.hooks, (request, call) => attempt(options.fetch, request, call));
  const send = withRetries(options.hooks, withRateLimit(limiter, once));
  let position = 0;
  return {
    start(callOptions) {
      position += 1;
      return new Call(callOptions, position);
    },
    async send(request, call) {
      try {
        const token = await tokenOf(options, call);
        call.hide(token);
        const last = await send({ ...request, headers: { ...request.headers, authorization: token } }, call);
        if (last.failure && last.failure.kind !== 'http') throw call.fail(last.failure);
        return last;
      } catch (reason) {
        if (reason instanceof Interruption) throw call.interrupted(reason);
        if (reason instanceof WaitTooLong) throw call.waitTooLong(reason.waitMs);
        throw reason;
      }
    },
  };
}

async function tokenOf({ accessToken, checkToken }: TransportOptions, call: Call): Promise<string> {
  if (typeof accessToken === 'string') return accessToken;
  let token: unknown;
  try {
    token = await within(call.deadline.remaining(), call.options.signal, async () => accessToken());
  } catch (thrown) {
    if (interruptionOf(thrown)) throw thrown;
    // Even an IterationError of another call: it says nothing about this one.
    call.hide(...tokensIn(thrown));
    throw call.fail({ kind: 'access_token', message: 'The function that gives the access token failed.', thrown });
  }
  return checkToken(token);
}

/** Notifies the observers of each attempt. */
function withHooks({ onRequest, onResponse }: Hooks, next: Send): Send {
  if (!onRequest && !onResponse) return next;
  return async (request, call) => {
    const start = performance.now();
    notify(onRequest, call.facts(request.method));
    const result = await next(request, call);
    notify(onResponse, { ...factsOf(result, request, call), durationMs: performance.now() - start });
    return result;
  };
}

function factsOf({ response, outcome, limits }: AttemptWithLimits, { method }: TransportRequest, call: Call) {
  // A copy, because the rate limiter relies on the original.
  return { ...call.facts(method), status: response?.status, outcome, limits: structuredClone(limits) };
}

/** Sends once the rate limiter has a slot and there is time for an attempt; the only place that decides both. */
function withRateLimit(limiter: RateLimiter | undefined, next: Send): Send {
  return async (request, call) => {
    const { signal } = call.options;
    let hasPlace = limiter?.tryAcquire() ?? false;
    let result: AttemptWithLimits | undefined;
    try {
      if (limiter && !hasPlace) {
        await within(call.deadline.remaining(), signal, async (interrupted) => {
          await limiter.acquire(call, interrupted);
          // Also if this was interrupted just as a slot was acquired.
          hasPlace = true;
        });
      }
      if (isAborted(signal)) throw new Interruption('aborted');
      if (!call.deadline.allowsAttemptAfter(0)) throw new Interruption('timeout');
      call.begin(isRead(request.method));
      result = await next(request, call);
      return result;
    } finally {
      if (result?.response?.status === 429) limiter?.pause(result.waitMs);
      if (hasPlace) limiter?.release(result);
    }
  };
}

/** Retries a request that applied nothing, if waiting may help and there is time for it. */
function withRetries({ onRetry }: Hooks, next: Send): Send {
  return async (request, call) => {
    for (let conflicts = 0; ; ) {
      const result = call.end(await next(request, call));
      const { retryable, waitMs } = result;
      conflicts += Number(result.response?.status === 409);
      if (conflicts > (call.options.conflictRetries ?? 0)) return result;
      if (!result.failure || !retryable || call.attempts > call.options.maxRetries || !call.allows(waitMs))
        return result;
      notify(onRetry, { ...factsOf(result, request, call), waitMs });
      await sleep(waitMs, call.options.signal);
    }
  };
}
