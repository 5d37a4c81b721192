/** Refusals for too many requests, each with another word of when to come again. */

import type { OutgoingHttpHeaders } from 'node:http';
import { creates, html, inTurn, limited, limitedFor, responds } from './behaviors.ts';
import { type Expectation, type Fault, refusal, success } from './fault.ts';

const second = 1_000;
const hour = 3_600 * second;
const year = 365 * 24 * hour;

const imfDate = (time: number) => new Date(time).toUTCString();
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** The two obsolete forms of a date, which RFC 9110 §5.6.7 obliges a recipient to read. */
const rfc850Date = (time: number) => {
  const [, day, month, year, clock] = imfDate(time).split(' ');
  return `${days[new Date(time).getUTCDay()]}, ${day}-${month}-${year?.slice(2)} ${clock} GMT`;
};
const asctimeDate = (time: number) => {
  const [name, day, month, year, clock] = imfDate(time).split(' ');
  return `${name?.slice(0, 3)} ${month} ${day?.replace(/^0/, ' ')} ${clock} ${year}`;
};
const reset = (time: number | string) => ({ 'x-ratelimit-reset': String(time) });

/** A second request, and no third: the wait was long enough. */
const secondTime: Expectation = { ...success, arrived: 2 };
const tooLong = (from: number, to: number): Expectation => ({ ...refusal(429), retryAfterMs: [from, to] });

/** What stands for a wait that ends in time; each server counts who comes back too early. */
const obeyed: [string, number, (firstAt: number) => OutgoingHttpHeaders][] = [
  ['Retry-After in seconds', second, () => ({ 'retry-after': '1' })],
  // A date has whole seconds, and so has the date of the response from which it is counted.
  ['Retry-After as a date', second, (at) => ({ 'retry-after': imfDate(at + 2 * second) })],
  ['Retry-After as a date of RFC 850', second, (at) => ({ 'retry-after': rfc850Date(at + 2 * second) })],
  ['Retry-After as a date of asctime', second, (at) => ({ 'retry-after': asctimeDate(at + 2 * second) })],
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
  [
    'a reset of a clock that is an hour behind, dated as by RFC 850',
    second,
    (at) => ({ date: rfc850Date(at - hour), ...reset(at - hour + second) }),
  ],
];

/** What says nothing, so that the client waits as long as the documented window lasts, or half of it. */
const ignored: [string, OutgoingHttpHeaders][] = [
  ['nothing', {}],
  ['Retry-After: 0', { 'retry-after': '0' }],
  ['a negative Retry-After', { 'retry-after': '-5' }],
  ['a Retry-After that is none', { 'retry-after': 'soon' }],
  ['a Retry-After with a fraction', { 'retry-after': '9000.5' }],
  ['a Retry-After in another notation', { 'retry-after': '9e9' }],
  ['an empty Retry-After', { 'retry-after': '' }],
  ['two of Retry-After', { 'retry-after': ['3600', '7200'] as unknown as string }],
  ['a Retry-After that is a date of ISO 8601', { 'retry-after': '2999-11-22T00:00:00Z' }],
  ['a Retry-After on the 99th of November', { 'retry-after': 'Mon, 99 Nov 2999 00:00:00 GMT' }],
  ['a Retry-After in the past', { 'retry-after': imfDate(Date.now() - hour) }],
  ['a reset in the past', reset(Date.now() - hour)],
  ['a reset that is none', reset('soon')],
  ['an empty reset', reset('')],
  ['a negative reset', reset(-1)],
  ['a reset in seconds', reset(Math.floor(Date.now() / second) + 2)],
];

/** That for which a call cannot wait, and what it says of them. */
const unaffordable: [string, OutgoingHttpHeaders, [number, number]][] = [
  ['Retry-After of an hour', { 'retry-after': '3600' }, [hour, hour]],
  ['a Retry-After of next year', { 'retry-after': imfDate(Date.now() + year) }, [year - hour, year + hour]],
  ['a Retry-After of a day of asctime', { 'retry-after': asctimeDate(Date.now() + 24 * hour) }, [23 * hour, 25 * hour]],
  ['a reset in years', reset(Date.now() + 5 * year), [5 * year - hour, 5 * year + hour]],
];

const again = { totalTimeoutMs: 30_000 };

export const retryAfter: Fault[] = [
  ...obeyed.map(
    ([words, ms, headers]): Fault => ({
      name: `429 with ${words}`,
      server: limitedFor(ms, headers),
      options: again,
      expect: secondTime,
    }),
  ),
  ...ignored.map(
    ([words, headers]): Fault => ({
      name: `429 with ${words}`,
      server: limitedFor(4_900, () => headers),
      options: again,
      expect: secondTime,
    }),
  ),
  ...unaffordable.map(
    ([words, headers, retryAfterMs]): Fault => ({
      name: `429 with ${words}`,
      server: inTurn(limited(headers), creates()),
      expect: tooLong(...retryAfterMs),
    }),
  ),
  {
    name: '429 with a wait longer than the longest allowed',
    server: inTurn(limited({ 'retry-after': '2' }), creates()),
    options: { maxRetryDelayMs: 1_000, totalTimeoutMs: 10_000 },
    expect: tooLong(2 * second, 2 * second),
  },
  {
    name: '429 with a wait past the deadline',
    server: inTurn(limited({ 'retry-after': '3' }), creates()),
    options: { totalTimeoutMs: 2_000 },
    expect: tooLong(3 * second, 3 * second),
  },
  {
    name: '429 with a wait, without retries',
    server: inTurn(limited({ 'retry-after': '1' }), creates()),
    options: { maxRetries: 0 },
    expect: tooLong(second, second),
  },
  {
    name: '429 with HTML',
    server: inTurn(responds({ status: 429, ...html }), creates()),
    options: again,
    expect: secondTime,
  },
  {
    name: '429 without a word for ten seconds',
    server: limitedFor(10_000, () => ({})),
    options: { totalTimeoutMs: 30_000 },
    expect: { ...success, arrived: [2, 3] },
  },
  {
    name: '429 for ever',
    server: limited(),
    options: again,
    expect: { ...refusal(429), arrived: 3, attempts: 3 },
  },
  {
    name: '429 for ever, with more retries than there is time for',
    server: limited({ 'retry-after': '1' }),
    options: { maxRetries: 1_000, totalTimeoutMs: 5_000 },
    expect: {
      kind: ['http', 'timeout'],
      outcome: 'not_applied',
      arrived: [2, 5],
      created: 0,
      retryAfterMs: [1_000, 1_000],
    },
  },
];
