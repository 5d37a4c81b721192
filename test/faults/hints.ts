import type { OutgoingHttpHeaders } from 'node:http';
import { answers, creates, inTurn, limitedFor } from './behaviours.ts';
import { type Expectation, type Fault, refusal } from './fault.ts';

const second = 1_000;
const hour = 3_600 * second;
const year = 365 * 24 * hour;

const limited = (headers: OutgoingHttpHeaders) => answers({ status: 429, headers });
const imfDate = (milliseconds: number) => new Date(milliseconds).toUTCString();
const reset = (milliseconds: number | string) => ({ 'x-ratelimit-reset': String(milliseconds) });

/** A second request, and no third: the wait was long enough. */
const secondTime: Expectation = { kind: 'success', arrived: 2, created: 1 };
const tooLong = (from: number, to: number): Expectation => ({ ...refusal(429), retryAfterMs: [from, to] });

/** Hints that stand for a wait which ends in time; each server counts who comes back too early. */
const obeyed: [string, number, (firstAt: number) => OutgoingHttpHeaders][] = [
  ['Retry-After in seconds', second, () => ({ 'retry-after': '1' })],
  // A date has whole seconds, and so has the date of the answer from which it is counted.
  ['Retry-After as a date', second, (at) => ({ 'retry-after': imfDate(at + 2 * second) })],
  ['a reset ahead', 500, (at) => reset(at + 500)],
  ['Retry-After and a later reset', 1_500, (at) => ({ 'retry-after': '1', ...reset(at + 1_500) })],
  ['Retry-After and an earlier reset', second, (at) => ({ 'retry-after': '1', ...reset(at + 100) })],
  ['Retry-After and a reset that is none', second, () => ({ 'retry-after': '1', ...reset('soon') })],
  [
    'a reset of a clock that is an hour behind',
    second,
    (at) => ({ date: imfDate(at - hour), ...reset(at - hour + second) }),
  ],
  [
    'a reset of a clock that is an hour ahead',
    second,
    (at) => ({ date: imfDate(at + hour), ...reset(at + hour + second) }),
  ],
];

/** Hints that say nothing, so that the client waits as it sees fit. */
const ignored: [string, OutgoingHttpHeaders][] = [
  ['no hint', {}],
  ['Retry-After: 0', { 'retry-after': '0' }],
  ['a negative Retry-After', { 'retry-after': '-5' }],
  ['a Retry-After that is none', { 'retry-after': 'soon' }],
  ['a Retry-After with a fraction', { 'retry-after': '9000.5' }],
  ['a Retry-After in another notation', { 'retry-after': '9e9' }],
  ['an empty Retry-After', { 'retry-after': '' }],
  ['a Retry-After that is a date of ISO 8601', { 'retry-after': '2999-11-22T00:00:00Z' }],
  ['a Retry-After in the past', { 'retry-after': imfDate(Date.now() - hour) }],
  ['a reset in the past', reset(Date.now() - hour)],
  ['a reset that is none', reset('soon')],
  ['an empty reset', reset('')],
  ['a negative reset', reset(-1)],
  ['a reset in seconds', reset(Math.floor(Date.now() / second) + 2)],
];

/** Hints for which a call cannot wait, and what it says of them. */
const unaffordable: [string, OutgoingHttpHeaders, [number, number]][] = [
  ['Retry-After of an hour', { 'retry-after': '3600' }, [hour, hour + 10 * second]],
  ['a Retry-After of next year', { 'retry-after': imfDate(Date.now() + year) }, [year - hour, year + hour]],
  ['a reset in years', reset(Date.now() + 5 * year), [5 * year - hour, 5 * year + hour]],
];

/** Refusals for too many requests, each with another hint of when to come again. */
export const hints: Fault[] = [
  ...obeyed.map(
    ([hint, milliseconds, headers]): Fault => ({
      name: `429 with ${hint}`,
      server: limitedFor(milliseconds, headers),
      options: { totalTimeoutMs: 8_000 },
      expect: secondTime,
    }),
  ),
  ...ignored.map(
    ([hint, headers]): Fault => ({
      name: `429 with ${hint}`,
      server: inTurn(limited(headers), creates()),
      options: { totalTimeoutMs: 8_000 },
      expect: secondTime,
    }),
  ),
  ...unaffordable.map(
    ([hint, headers, retryAfterMs]): Fault => ({
      name: `429 with ${hint}`,
      server: inTurn(limited(headers), creates()),
      expect: tooLong(...retryAfterMs),
    }),
  ),
];
