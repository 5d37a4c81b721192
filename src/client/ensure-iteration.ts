/** Creates an iteration unless an equal draft exists. */

import type { IterationInput, IterationRep } from '../../generated/schema.d.ts';
import { sleep } from '../transport/deadline.ts';
import { createError, type IterationError, isIterationError } from '../transport/error.ts';
import type { IterationClient, IterationPath } from './client.ts';
import type { CallSettings } from './options.ts';
import { coreOf } from './raw.ts';
import { type Reconciliation, reconcile } from './reconcile.ts';

/** What became of {@link ensureIteration}. */
export interface EnsuredIteration {
  readonly iteration: IterationRep;
  /** Whether this call created it, as far as is known; `false` where it was there before. */
  readonly created: boolean;
}

/** How long to wait between two looks, in milliseconds. */
const lookEveryMs = 1_000;

/**
 * Creates an iteration unless an equal draft exists, so that a job may run again. It reads first; after an unknown outcome
 * it looks again and again, for as long as the time of the call allows, and sends once more only where the last look found
 * nothing.
 *
 * It cannot rule out two iterations where two callers do this at the same moment, or where an iteration appears only after
 * the last look. LaunchDarkly documents no idempotency key that would.
 *
 * @throws IterationError on every failure; `undecided` where the looks do not tell whether the iteration exists.
 */
export async function ensureIteration(
  client: IterationClient,
  path: IterationPath,
  input: IterationInput,
  settings: CallSettings = {},
): Promise<EnsuredIteration> {
  const { totalTimeoutMs: total, attemptTimeoutMs } = coreOf(client).settings;
  const end = performance.now() + (settings.totalTimeoutMs ?? total);
  const timed = () => ({ ...settings, totalTimeoutMs: Math.max(1, end - performance.now()) });
  const first = await reconcile(client, path, input, undefined, timed());
  if (first.status === 'found') return { iteration: first.iteration, created: false };
  if (first.status === 'undecided') throw first.error ?? undecided(first.reason);
  let attempts = 0;
  /** That of an attempt that may have created an iteration which no look has shown. */
  let doubt: IterationError | undefined;
  for (;;) {
    try {
      return { iteration: await client.createIteration(path, input, timed()), created: true };
    } catch (thrown) {
      // A later refusal says nothing of an earlier attempt: absent is what was seen, not what is.
      if (!isIterationError(thrown) || thrown.outcome !== 'unknown') throw doubt ?? thrown;
      doubt ??= thrown;
      attempts += thrown.attempts;
      // Time for one look and one attempt more is kept.
      const look = await lookUntil(end - 2 * attemptTimeoutMs, client, path, input, thrown, timed);
      if (look.status === 'found') return { iteration: look.iteration, created: true };
      const isLate = end - performance.now() < attemptTimeoutMs || attempts > 1;
      if (look.status === 'undecided' || isLate || thrown.kind === 'aborted') throw thrown;
    }
  }
}

async function lookUntil(
  end: number,
  client: IterationClient,
  path: IterationPath,
  input: IterationInput,
  error: IterationError,
  timed: () => CallSettings,
): Promise<Reconciliation> {
  for (;;) {
    const look = await reconcile(client, path, input, error, timed());
    if (look.status === 'found' || performance.now() + lookEveryMs > end) return look;
    await sleep(lookEveryMs, timed().signal);
  }
}

function undecided(reason: string): IterationError {
  const message = `${reason} Nothing was sent, to avoid a duplicate.`;
  return createError({ kind: 'undecided', outcome: 'not_applied', attempts: 0, retryable: false, message });
}
