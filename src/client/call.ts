import type { IterationRep } from '../../generated/schema.d.ts';
import { parseObject, readText } from './body.ts';
import { type FailureDetails, IterationError, type IterationOutcome } from './error.ts';
import { reachOf, safeCause } from './failure.ts';
import type { Gate } from './gate.ts';
import { type RateLimitHints, readHints } from './hints.ts';
import { sleep, timeout, within } from './time.ts';

/** The settings of a client that its calls go by. */
export interface CallSettings {
  send: (request: Request) => Promise<Response>;
  maxRetries: number;
  attemptTimeoutMs: number;
  maxWaitMs: number;
  retryUnknownOutcome: boolean;
  gate: Gate | undefined;
}

/** One call: what to send, the token that no error may show, and when it must end. */
export interface Call {
  url: string;
  headers: Record<string, string>;
  body: string;
  token: string;
  turn: number;
  /** When the call must have ended, on the clock of `performance`. */
  deadline: number;
  signal: AbortSignal;
}

/** How far the call has got; shared with whoever must say what became of the iteration when the call is cut short. */
export interface Progress {
  attempts: number;
  /** What is certain so far, if the call ended now. */
  outcome: IterationOutcome;
  /** The worst outcome of the attempts that are over. */
  before: IterationOutcome;
}

interface Attempt {
  failure: FailureDetails;
  retryable: boolean;
  hints?: RateLimitHints;
}

/** Sends the request, and again while that is safe and helps. Throws an {@link IterationError} for any failure. */
export async function perform(settings: CallSettings, call: Call, progress: Progress): Promise<IterationRep> {
  const { gate, maxRetries, maxWaitMs, retryUnknownOutcome } = settings;
  for (;;) {
    await gate?.enter(call.turn, call.signal);
    const result = await attempt(settings, call, progress);
    if (!('failure' in result)) return result;
    const { failure, retryable, hints = {} } = result;
    progress.before = progress.outcome;
    const mayRepeat = retryable || (retryUnknownOutcome && failure.outcome === 'unknown');
    if (!mayRepeat || progress.attempts > maxRetries) throw new IterationError(failure);
    const backoff = Math.random() * 250 * 2 ** progress.attempts;
    const wait = hints.waitMs === undefined ? backoff : hints.waitMs + Math.random() * 500;
    if (wait > maxWaitMs || performance.now() + wait > call.deadline) throw new IterationError(failure);
    if (failure.status === 429) gate?.pause(wait);
    await sleep(wait, call.signal);
  }
}

async function attempt(settings: CallSettings, call: Call, progress: Progress): Promise<IterationRep | Attempt> {
  const { url, headers, body, token, signal } = call;
  const redact = (text: string) => text.replaceAll(token, '[redacted]');
  let status: number | undefined;
  let hints: RateLimitHints | undefined;
  const fail = (details: Omit<FailureDetails, 'attempts' | 'outcome'>, retryable = false): Attempt => {
    const failure = { outcome: progress.outcome, attempts: progress.attempts, status, ...details };
    return { failure, retryable, ...(hints && { hints }) };
  };
  /** Its body may be of any kind: the API's own `{code, message, id}`, the HTML page of a proxy, or nothing. */
  const refused = (text: string) => {
    const { code, message, id } = parseObject(redact(text)) ?? {};
    const said = typeof message === 'string' ? `: ${message}` : '.';
    const known = { code: textOf(code), id: textOf(id), retryAfterMs: hints?.waitMs };
    return fail({ kind: 'http', message: `LaunchDarkly answered ${status}${said}`, ...known }, status === 429);
  };
  progress.attempts += 1;
  try {
    return await within(settings.attemptTimeoutMs, signal, async (attemptSignal) => {
      progress.outcome = worse(progress.before, 'unknown');
      const response = await settings.send(
        new Request(url, { method: 'POST', headers, body, redirect: 'manual', signal: attemptSignal }),
      );
      status = response.status;
      hints = readHints(response.headers);
      progress.outcome = outcomeOf(status, progress.before);
      if (!response.ok) return refused(await readText(response).catch(() => ''));
      const text = await readText(response);
      const iteration = parseObject(text);
      if (iteration) return iteration as unknown as IterationRep;
      const message = `LaunchDarkly answered ${status}, but not with a JSON object. The iteration was created.`;
      return fail({ kind: 'invalid_response', message, answer: redact(text) });
    });
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    if (status !== undefined && (status < 200 || status > 299)) return refused('');
    if (thrown === timeout)
      return fail({ kind: 'timeout', message: `No answer within ${settings.attemptTimeoutMs} ms.` });
    const cause = safeCause(thrown, redact);
    if (status !== undefined) {
      const message = `LaunchDarkly answered ${status}, but its answer cannot be read. The iteration was created.`;
      return fail({ kind: 'invalid_response', message, answer: undefined, cause });
    }
    const reach = reachOf(thrown);
    if (reach !== 'unknown') progress.outcome = progress.before;
    return fail({ kind: 'network', message: `No answer: ${cause.message}`, cause }, reach === 'refused');
  } finally {
    settings.gate?.leave(hints);
  }
}

/** What a status says of the iteration. A redirect or a server's failure may follow the creation. */
function outcomeOf(status: number, before: IterationOutcome): IterationOutcome {
  if (status >= 200 && status < 300) return 'created';
  return worse(before, status >= 400 && status < 500 ? 'not_created' : 'unknown');
}

function worse(before: IterationOutcome, now: IterationOutcome): IterationOutcome {
  return before === 'not_created' ? now : before;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
