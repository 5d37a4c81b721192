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
  /** The status of the last answer. */
  status?: number;
}

/** An attempt that failed. */
interface Failed {
  failure: FailureDetails;
  /** What this attempt alone says of the iteration. */
  alone: IterationOutcome;
  /** Whether to wait and send again helps. */
  helps: boolean;
  hints: RateLimitHints | undefined;
}

/** Sends the request, and again while that is safe and helps. Throws an {@link IterationError} for any failure. */
export async function perform(settings: CallSettings, call: Call, progress: Progress): Promise<IterationRep> {
  const { gate, attemptTimeoutMs, maxRetries, maxWaitMs, retryUnknownOutcome } = settings;
  for (;;) {
    await gate?.enter(call.turn, call.signal);
    const result = await attempt(settings, call, progress);
    if (!('failure' in result)) return result;
    const { failure, alone, helps, hints } = result;
    progress.before = progress.outcome;
    const mayRepeat = alone === 'unknown' ? retryUnknownOutcome : helps;
    if (!mayRepeat || progress.attempts > maxRetries) throw new IterationError(failure);
    const backoff = Math.random() * 250 * 2 ** progress.attempts;
    const wait = hints?.waitMs === undefined ? backoff : hints.waitMs + Math.random() * 500;
    // An attempt that its deadline cuts short would leave the outcome unknown, so there must be time for it.
    const end = performance.now() + wait + Math.min(attemptTimeoutMs, 1000);
    if (wait > maxWaitMs || end > call.deadline) throw new IterationError(failure);
    if (failure.status === 429) gate?.pause(wait);
    await sleep(wait, call.signal);
  }
}

async function attempt(settings: CallSettings, call: Call, progress: Progress): Promise<IterationRep | Failed> {
  const { url, headers, body, signal } = call;
  const trace = createTrace(call.token, progress);
  progress.attempts += 1;
  try {
    return await within(settings.attemptTimeoutMs, signal, async (attemptSignal) => {
      trace.conclude('unknown');
      const response = await settings.send(
        new Request(url, { method: 'POST', headers, body, redirect: 'manual', signal: attemptSignal }),
      );
      trace.answered(response);
      if (!response.ok) return trace.refused(await readText(response).catch(() => ''));
      const text = await readText(response);
      return (
        (parseObject(text) as unknown as IterationRep | undefined) ?? trace.unreadable({ answer: trace.redact(text) })
      );
    });
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    return trace.broken(thrown, settings.attemptTimeoutMs);
  } finally {
    settings.gate?.leave(trace.hints());
  }
}

/** Follows one attempt, and makes of its end what the caller must know. */
function createTrace(token: string, progress: Progress) {
  let alone: IterationOutcome = 'not_created';
  let status: number | undefined;
  let hints: RateLimitHints | undefined;

  const redact = (text: string) => text.replaceAll(token, '[redacted]');

  const conclude = (outcome: IterationOutcome) => {
    alone = outcome;
    progress.outcome = outcome === 'created' || progress.before === 'not_created' ? outcome : progress.before;
  };

  const fail = (details: Omit<FailureDetails, 'attempts' | 'outcome'>, helps = false): Failed => {
    const failure = { outcome: progress.outcome, attempts: progress.attempts, status, ...details };
    return { failure, alone, helps, hints };
  };

  const answered = (response: Response) => {
    status = response.status;
    progress.status = status;
    hints = readHints(response.headers);
    // A redirect or a server's failure may follow the creation.
    conclude(response.ok ? 'created' : status >= 400 && status < 500 ? 'not_created' : 'unknown');
  };

  /** The body of a refusal may be of any kind: the API's own `{code, message, id}`, a proxy's page, or nothing. */
  const refused = (text: string) => {
    const parsed = parseObject(text) ?? {};
    // Redacted when parsed: JSON has other ways to write the same letters.
    const field = (name: string) => {
      const value = parsed[name];
      return typeof value === 'string' ? redact(value).slice(0, 500) : undefined;
    };
    const said = field('message');
    const message = `LaunchDarkly answered ${status}${said === undefined ? '.' : `: ${said}`}`;
    const known = { code: field('code'), id: field('id'), retryAfterMs: hints?.waitMs };
    return fail({ kind: 'http', message, ...known }, status === 429);
  };

  const unreadable = (details: { answer: unknown; cause?: Error }) => {
    const message = `LaunchDarkly answered ${status}, but not with a whole JSON object. The iteration was created.`;
    return fail({ kind: 'invalid_response', message, ...details });
  };

  const broken = (thrown: unknown, ms: number) => {
    if (status !== undefined && alone !== 'created') return refused('');
    if (thrown === timeout) return fail({ kind: 'timeout', message: `No whole answer within ${ms} ms.` });
    const cause = safeCause(thrown, redact);
    if (status !== undefined) return unreadable({ answer: undefined, cause });
    const reach = reachOf(thrown);
    if (reach !== 'unknown') conclude('not_created');
    return fail({ kind: 'network', message: `No answer: ${cause.message}`, cause }, reach === 'refused');
  };

  return { redact, conclude, answered, refused, unreadable, broken, hints: () => hints };
}
