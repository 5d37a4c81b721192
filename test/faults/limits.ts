import { answers, creates, creating, html, inTurn, limitedFor, resets } from './behaviours.ts';
import { type Expectation, earlier, type Fault, neverSent, refusal, success } from './fault.ts';

const second = 1_000;
const year = 365 * 24 * 3_600 * second;
const patient = { totalTimeoutMs: 8_000 };

const limited = (retryAfter?: string) =>
  answers({ status: 429, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } });
const tooLong = (from: number, to: number): Expectation => ({ ...refusal(429), retryAfterMs: [from, to] });

/** The headers of an answer after which the server takes nothing more until the reset. */
export const nothingRemains = (reset: number, scope = 'global') => ({
  [`x-ratelimit-${scope}-remaining`]: '0',
  'x-ratelimit-reset': String(reset),
});

/** Creates, with nothing remaining, and refuses until the reset. */
const closedUntilReset = (scope: string) =>
  inTurn(
    (exchange) => creates({ headers: nothingRemains(exchange.firstAt + second, scope) })(exchange),
    limitedFor(second, (firstAt) => ({ 'x-ratelimit-reset': String(firstAt + second) })),
  );

/** What the client makes of the limit, beyond the hint of one answer. */
export const limits: Fault[] = [
  {
    name: '429 with a wait longer than the longest allowed',
    server: inTurn(limited('2'), creates()),
    options: { maxWaitMs: 1_000, totalTimeoutMs: 10_000 },
    expect: tooLong(2 * second, 5 * second),
  },
  {
    name: '429 with a wait past the deadline',
    server: inTurn(limited('3'), creates()),
    options: { totalTimeoutMs: 2_000 },
    expect: tooLong(3 * second, 6 * second),
  },
  {
    name: '429 with a wait, without retries',
    server: inTurn(limited('1'), creates()),
    options: { maxRetries: 0 },
    expect: tooLong(second, 4 * second),
  },
  {
    name: '429 with HTML',
    server: inTurn(answers({ status: 429, ...html }), creates()),
    options: patient,
    expect: { ...success, arrived: 2 },
  },
  {
    name: '429 for ever',
    server: limited(),
    options: patient,
    expect: { ...refusal(429), arrived: 3, attempts: 3 },
  },
  {
    name: '429 for ever, with more retries than there is time for',
    server: limited(),
    options: { maxRetries: 1_000, totalTimeoutMs: 1_500 },
    expect: { kind: ['http', 'timeout'], outcome: 'not_created', arrived: [1, 1_001], created: 0 },
  },
  {
    name: '429 and then a reset, after creating',
    server: inTurn(limited(), creating(resets)),
    options: patient,
    expect: { kind: 'network', outcome: 'unknown', arrived: 2, created: 1, attempts: 2 },
  },
  {
    name: '429 and then 400',
    server: inTurn(limited(), answers({ status: 400 })),
    options: patient,
    expect: { ...refusal(400), arrived: 2, attempts: 2 },
  },
  {
    name: 'an answer with nothing remaining and a reset in years',
    server: creates({ headers: nothingRemains(Date.now() + 5 * year) }),
    expect: success,
  },
  ...['global', 'route'].map(
    (scope): Fault => ({
      name: `a call after an answer with nothing remaining for the ${scope} limit`,
      server: closedUntilReset(scope),
      options: patient,
      before: earlier,
      expect: success,
    }),
  ),
  {
    name: 'a call after an answer with nothing remaining, by a client that does not keep to the limit',
    server: closedUntilReset('global'),
    options: { ...patient, keepToRateLimit: false },
    before: earlier,
    expect: { ...success, arrived: 2 },
  },
  {
    name: 'a call after an answer with nothing remaining and a reset in years',
    server: creates({ headers: nothingRemains(Date.now() + 5 * year) }),
    before: earlier,
    expect: success,
  },
  {
    name: 'a call after an answer with nothing remaining and no reset',
    server: creates({ headers: { 'x-ratelimit-global-remaining': '0' } }),
    before: earlier,
    expect: success,
  },
  {
    name: 'a call that cannot wait for the reset',
    server: (exchange) => creates({ headers: nothingRemains(Date.now() + 3 * second) })(exchange),
    options: { totalTimeoutMs: 500 },
    before: earlier,
    expect: { ...neverSent, kind: ['timeout', 'http'], attempts: 0 },
  },
];
