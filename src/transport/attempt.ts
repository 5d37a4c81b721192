/** Sends a request once, and says whether it took effect. */

import { parseJson, readText, sendOnce } from './body.ts';
import type { Attempt, AttemptFailure, Call } from './call.ts';
import { connectionStage } from './connection-error.ts';
import { interruptionOf, within } from './deadline.ts';
import type { IterationOutcome } from './error.ts';
import { type RateLimits, readRateLimits, waitOf } from './rate-limit-headers.ts';
import { documentedWindowMs } from './rate-limiter.ts';
import { read } from './redact.ts';

/** A request, complete except for what each attempt adds. */
export interface TransportRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** An attempt and what its response said of the rate limits. */
export interface AttemptWithLimits extends Attempt {
  readonly limits?: RateLimits | undefined;
}

/** How far an attempt has got. */
interface Progress {
  outcome: IterationOutcome;
  response?: Response;
  /** The body of the response. */
  text?: string;
  limits?: RateLimits;
}

/** Statuses after which the same read may succeed later. */
const passing = /^(408|425|429|500|502|503|504)$/;

/** Whether a method changes nothing on the server, so that repeating it is harmless. */
export function isRead(method: string): boolean {
  return /^(GET|HEAD|OPTIONS)$/.test(method);
}

/** Sends a request once, within the time of an attempt and of its call. Never rejects. */
export async function attempt(send: typeof fetch, request: TransportRequest, call: Call): Promise<AttemptWithLimits> {
  const { method } = request;
  const progress: Progress = { outcome: 'not_applied' };
  const ms = Math.min(call.options.attemptTimeoutMs, call.deadline.remaining());
  try {
    return await within(ms, call.options.signal, async (signal) => {
      const body = request.body === undefined ? {} : { body: sendOnce(request.body) };
      const { url, headers } = request;
      if (!isRead(method)) progress.outcome = 'unknown';
      const response = await send(url, { method, headers, ...body, redirect: 'manual', signal });
      if (!isResponse(response)) {
        throw new TypeError('The fetch option resolved to something that is not a Response.');
      }
      progress.response = response;
      progress.limits = readRateLimits(response.headers);
      progress.outcome = outcomeOf(method, response.status);
      progress.text = await readText(response);
      return conclude(method, progress, progress.text, call);
    });
  } catch (thrown) {
    // What arrives after this can no longer change it.
    return breakOff(method, { ...progress }, thrown, ms, call);
  }
}

/** Whether a value has the parts of a response that are read. */
function isResponse(value: unknown): value is Response {
  const headers = read(value, 'headers');
  const isReadable = ['forEach', 'get', 'has'].every((name) => typeof read(headers, name) === 'function');
  return typeof read(value, 'status') === 'number' && isReadable;
}

const isOk = (status: number) => status >= 200 && status < 300;

function outcomeOf(method: string, status: number): IterationOutcome {
  // A server may redirect or fail after it acted on the request, and a 2xx may come from an intermediary.
  return isRead(method) || (status >= 400 && status < 500) ? 'not_applied' : 'unknown';
}

/** Returns the outcome of a response whose body was read. */
function conclude(method: string, progress: Progress, text: string, call: Call): AttemptWithLimits {
  const { response } = progress;
  if (!response || !isOk(response.status)) return refused(method, progress, text, call);
  const { recognizes, takesAnyText } = call.options;
  if (takesAnyText) return { ...progress, retryable: false, waitMs: 0 };
  const value = parseJson(text);
  const isExpected = recognizes ? recognizes(value) : value !== undefined || text === '';
  if (isExpected) {
    const outcome = isRead(method) ? 'not_applied' : 'applied';
    return { ...progress, value, outcome, retryable: false, waitMs: 0 };
  }
  const message = `The server responded with ${response.status}, but the body is not what this operation returns.`;
  return failed(
    method,
    progress,
    { kind: 'invalid_response', message, responseBody: value === undefined ? text : value },
    false,
  );
}

/** A response outside 2xx. Its body may be anything: the API's own `{code, message, id}`, an HTML page, or nothing. */
function refused(method: string, progress: Progress, text: string, { options }: Call): AttemptWithLimits {
  const status = progress.response?.status ?? 0;
  const { code, message, id } = (parseJson(text) ?? {}) as Record<string, unknown>;
  const field = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const said = field(message);
  const failure: AttemptFailure = {
    kind: 'http',
    message: `The server responded with ${status}${said === undefined ? '.' : ':'}`,
    said,
    code: field(code),
    requestId: field(id) ?? progress.response?.headers.get('x-request-id') ?? undefined,
  };
  const mayPass = status === 429 || (status === 409 && Boolean(options.conflictRetries));
  return failed(method, progress, failure, isRead(method) ? passing.test(String(status)) : mayPass);
}

/** An attempt without a complete response. */
function breakOff(method: string, progress: Progress, thrown: unknown, ms: number, call: Call): AttemptWithLimits {
  const interruption = interruptionOf(thrown);
  const { response } = progress;
  if (interruption === 'aborted')
    return failed(method, progress, { kind: 'aborted', message: 'The call was aborted.' }, false);
  if (response && !isOk(response.status)) return refused(method, progress, '', call);
  if (interruption === 'timeout') {
    const message = `No complete response within ${Math.round(ms)} ms.`;
    return failed(method, progress, { kind: 'timeout', message }, true);
  }
  if (response) {
    const message = `The server responded with ${response.status}, but the body could not be read.`;
    return failed(method, progress, { kind: 'invalid_response', message, thrown }, true);
  }
  const stage = connectionStage(thrown);
  if (stage !== 'unknown') progress.outcome = 'not_applied';
  const message =
    stage === 'unknown' ? 'The connection failed before a response came.' : 'The request could not be sent.';
  return failed(method, progress, { kind: 'network', message, thrown }, stage !== 'not_sent');
}

function failed(method: string, progress: Progress, failure: AttemptFailure, canPass: boolean): AttemptWithLimits {
  const { response, limits, outcome } = progress;
  const isLimited = response?.status === 429;
  const asked = isLimited ? waitOf(limits ?? {}) : limits?.retryAfterMs;
  return {
    ...progress,
    failure,
    retryable: canPass && (outcome === 'not_applied' || isRead(method)),
    retryAfterMs: asked,
    waitMs: asked === undefined ? backoff(isLimited) : asked + Math.random() * 500,
  };
}

/** The wait if the server names none: after 429 about as long as the documented window, else short. */
function backoff(isLimited: boolean): number {
  return isLimited ? documentedWindowMs * (0.5 + Math.random() / 2) : Math.random() * 500;
}
