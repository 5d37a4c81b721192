import type { Expectation, Kind, Outcome } from './fault.ts';
import { trace } from './token.ts';

/** What came of one call. */
export interface Observation {
  kind: Kind | 'not an IterationError';
  outcome: Outcome | undefined;
  status: number | undefined;
  attempts: number | undefined;
  retryAfterMs: number | undefined;
  arrived: number;
  created: number;
  /** How many requests went to a server that they were not meant for. */
  strayed: number;
  /** How many timers the client left running. */
  timers: number;
  /** How long the call took, in milliseconds. */
  took: number;
  /** When it had to be over, in milliseconds. */
  deadline: number;
  /** Everything that can be printed of the client and its error. */
  shown: string;
}

/** Whether what came of a call is what was expected, and honest: `ok`, or what is wrong. */
export function judge(expect: Expectation, seen: Observation): string {
  const complaints = [
    seen.took > seen.deadline && `took ${Math.round(seen.took)} ms`,
    seen.shown.includes(trace) && 'shows the access token',
    seen.timers > 0 && `left ${seen.timers} timers`,
    seen.strayed > 0 && 'reached another host',
    seen.outcome === 'not_created' && seen.created > 0 && 'says not_created, but the server created',
    seen.kind === 'success' && seen.created === 0 && 'says success, but the server created nothing',
    seen.outcome === 'created' && seen.created === 0 && !expect.unserved && 'says created, but nothing was',
    ...differences(expect, seen),
  ];
  return complaints.filter(Boolean).join('; ') || 'ok';
}

function differences(expect: Expectation, seen: Observation): (string | false)[] {
  const succeeded = seen.kind === 'success';
  return [
    differs('kind', seen.kind, [expect.kind].flat()),
    differs('outcome', seen.outcome, succeeded ? [undefined] : [expect.outcome].flat()),
    expect.status !== undefined && differs('status', seen.status, [expect.status]),
    outside('arrived', seen.arrived, expect.arrived),
    outside('created', seen.created, expect.created),
    !succeeded && expect.attempts !== undefined && outside('attempts', seen.attempts, expect.attempts),
    expect.retryAfterMs
      ? outside('retryAfterMs', seen.retryAfterMs, expect.retryAfterMs)
      : differs('retryAfterMs', seen.retryAfterMs, [undefined]),
  ];
}

function differs(name: string, value: unknown, honest: unknown[]): string | false {
  return !honest.includes(value) && `${name} ${value}, not ${honest.join(' or ')}`;
}

function outside(name: string, value: number | undefined, range: number | [number, number]): string | false {
  const [from, to] = typeof range === 'number' ? [range, range] : range;
  const isInside = value !== undefined && value >= from && value <= to;
  return !isInside && `${name} ${value}, not ${from === to ? from : `${from} to ${to}`}`;
}
