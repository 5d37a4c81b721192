/** Says whether what came of a call is what was expected, and honest. */

import type { Expectation, Kind, Outcome, Range } from './fault.ts';
import { trace } from './token.ts';

/** What came of one call. */
export interface Observation {
  kind: Kind | 'not an IterationError';
  outcome: Outcome | undefined;
  status: number | undefined;
  attempts: number | undefined;
  retryAfterMs: number | undefined;
  retryable: boolean | undefined;
  message: string | undefined;
  arrived: number;
  created: number;
  /** How many requests went to a server that they were not meant for. */
  strayed: number;
  /** How many timers and listeners the client left behind. */
  timers: number;
  listeners: number;
  /** How many timers it started. */
  started: number;
  /** Whether the call ended by the time that it promises, on the clock of its event loop. */
  ended: boolean;
  /** Whether the error is still the same after everything else has ended. */
  changed: boolean;
  /** Everything that can be printed of the client and its error. */
  shown: string;
}

/** More timers than any call needs: they fire at once, again and again. */
const tooManyTimers = 500;

/** `ok`, or what is wrong. */
export function judge(expect: Expectation, seen: Observation): string {
  const complaints = [
    !seen.ended && 'did not end in its time',
    seen.shown.includes(trace) && 'shows the access token',
    seen.changed && 'changed its error afterwards',
    seen.timers > 0 && `left ${seen.timers} timers`,
    seen.listeners > 0 && `left ${seen.listeners} listeners`,
    seen.started > tooManyTimers && `started ${seen.started} timers`,
    seen.strayed > 0 && 'reached another host',
    ...lies(seen, expect.unserved),
    ...differences(expect, seen),
  ];
  return complaints.filter(Boolean).join('; ') || 'ok';
}

/** What a call says that the server knows to be untrue, whatever was expected. */
export function lies(
  { kind, outcome, created, retryable }: Pick<Observation, 'kind' | 'outcome' | 'created' | 'retryable'>,
  unserved = false,
): (string | false)[] {
  return [
    outcome === 'not_applied' && created > 0 && 'says not_applied, but the server created',
    kind === 'success' && created === 0 && !unserved && 'says success, but the server created nothing',
    outcome === 'applied' && created === 0 && !unserved && 'says applied, but nothing was',
    retryable === true && outcome !== 'not_applied' && `says retryable, but ${outcome}`,
  ];
}

function differences(expect: Expectation, seen: Observation): (string | false)[] {
  const succeeded = seen.kind === 'success';
  return [
    differs('kind', seen.kind, [expect.kind].flat()),
    differs('outcome', seen.outcome, succeeded ? [undefined] : [expect.outcome].flat()),
    expect.status !== undefined && !succeeded && differs('status', seen.status, [expect.status]),
    outside('arrived', seen.arrived, expect.arrived),
    outside('created', seen.created, expect.created),
    !succeeded && expect.attempts !== undefined && outside('attempts', seen.attempts, expect.attempts),
    expect.retryAfterMs
      ? outside('retryAfterMs', seen.retryAfterMs, expect.retryAfterMs)
      : differs('retryAfterMs', seen.retryAfterMs, [undefined]),
    expect.says !== undefined && !expect.says.test(seen.message ?? '') && `says "${seen.message}", not ${expect.says}`,
  ];
}

function differs(name: string, value: unknown, honest: readonly unknown[]): string | false {
  return !honest.includes(value) && `${name} ${value}, not ${honest.join(' or ')}`;
}

function outside(name: string, value: number | undefined, range: Range): string | false {
  const [from, to] = typeof range === 'number' ? [range, range] : range;
  const isInside = value !== undefined && value >= from && value <= to;
  return !isInside && `${name} ${value}, not ${from === to ? from : `${from} to ${to}`}`;
}
