import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readRateLimits, waitOf } from '../../src/transport/rate-limit-headers.ts';

const date = 'Sun, 22 Nov 2026 19:00:00 GMT';
const epoch = Date.parse(date);
const later = (ms: number) => String(epoch + ms);

const limitsOf = (headers: Record<string, string>) => readRateLimits(new Headers({ date, ...headers }));
const waitFor = (headers: Record<string, string>) => waitOf(limitsOf(headers));

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T19:00:00.250Z') });
});
afterEach(() => vi.useRealTimers());

describe('the limits that a response tells of', () => {
  it('are of the account, the route and the token, each with its own count, and the token with its own reset', () => {
    const headers = {
      'X-Ratelimit-Global-Limit': '100',
      'X-Ratelimit-Global-Remaining': '98',
      'X-Ratelimit-Route-Limit': '10',
      'X-Ratelimit-Route-Remaining': '4',
      'X-Ratelimit-Reset': later(4_200),
      'X-Ratelimit-Auth-Token-Limit': '5',
      'X-Ratelimit-Auth-Token-Remaining': '0',
      'X-Ratelimit-Auth-Token-Reset': later(3_000),
      'Retry-After': '7',
    };
    expect(limitsOf(headers)).toEqual({
      global: { limit: 100, remaining: 98, resetMs: 4_200 },
      route: { limit: 10, remaining: 4, resetMs: 4_200 },
      token: { limit: 5, remaining: 0, resetMs: 3_000 },
      retryAfterMs: 7_000,
    });
  });

  it('may be told in part', () => {
    expect(limitsOf({ 'x-ratelimit-route-limit': '10' })).toEqual({ route: { limit: 10 } });
    expect(limitsOf({ 'x-ratelimit-route-remaining': '0' })).toEqual({ route: { remaining: 0 } });
    expect(limitsOf({ 'x-ratelimit-global-remaining': '4', 'x-ratelimit-route-remaining': 'x' })).toEqual({
      global: { remaining: 4 },
    });
  });

  it('are the account where a reset stands alone, and the token where its own does', () => {
    expect(limitsOf({ 'x-ratelimit-reset': later(9) })).toEqual({ global: { resetMs: 9 } });
    expect(limitsOf({ 'x-ratelimit-auth-token-reset': later(9) })).toEqual({ token: { resetMs: 9 } });
  });

  it('are none where no header is of a limit', () => {
    expect(limitsOf({ 'x-ratelimits': '5', 'retry-afterwards': '5' })).toEqual({});
    expect(readRateLimits(new Headers())).toEqual({});
  });

  it.each(['', '-1', '1.5', '+1', '0x1', '1e3', 'many', '1, 2', '1234567890'])(
    'have no count that is written %j',
    (text) => {
      const headers = { 'x-ratelimit-global-limit': text, 'x-ratelimit-route-remaining': text, 'retry-after': text };
      expect(limitsOf(headers)).toEqual({});
    },
  );

  it('have counts of up to nine digits', () => {
    expect(limitsOf({ 'x-ratelimit-global-limit': '123456789' })).toEqual({ global: { limit: 123_456_789 } });
  });

  it.each([
    '',
    'never',
    '-1654104600000',
    '1654104600000.5',
    String(Math.floor(epoch / 1000) + 5),
    `${epoch}0`,
    `x${epoch}`,
    `${epoch}x`,
  ])('have no reset that is written %j', (text) => {
    expect(limitsOf({ 'x-ratelimit-reset': text, 'x-ratelimit-auth-token-reset': text })).toEqual({});
  });

  it('end now where their reset is past', () => {
    expect(limitsOf({ 'x-ratelimit-reset': later(-5_000) })).toEqual({ global: { resetMs: 0 } });
  });
});

describe('the wait that a refusal asks for', () => {
  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 19:00:09 GMT' }, 9_000],
    [{ 'x-ratelimit-reset': later(4_200) }, 4_200],
    [{ 'retry-after': '7', 'x-ratelimit-reset': later(4_200), 'x-ratelimit-global-remaining': '0' }, 7_000],
    [{ 'retry-after': '2', 'x-ratelimit-reset': later(4_200), 'x-ratelimit-global-remaining': '0' }, 4_200],
    [{ 'x-ratelimit-reset': later(86_400_000_000) }, 86_400_000_000],
    [{ 'x-ratelimit-auth-token-remaining': '0', 'x-ratelimit-auth-token-reset': later(3_000) }, 3_000],
  ])('by %j is %i milliseconds', (headers, waitMs) => {
    expect(waitFor(headers)).toBe(waitMs);
  });

  const shared = { 'x-ratelimit-global-remaining': '5', 'x-ratelimit-reset': later(9_000) };
  const ofToken = { 'x-ratelimit-auth-token-reset': later(3_000) };

  it('is the reset of the limit that is used up, not of one that has requests left', () => {
    expect(waitFor({ ...shared, ...ofToken, 'x-ratelimit-auth-token-remaining': '0' })).toBe(3_000);
    expect(waitFor({ ...shared, 'x-ratelimit-global-remaining': '0', ...ofToken })).toBe(9_000);
  });

  it('is the longest of all resets where no limit is used up', () => {
    expect(waitFor({ ...shared, ...ofToken, 'x-ratelimit-auth-token-remaining': '1' })).toBe(9_000);
  });

  it('is by Retry-After alone where no limit is used up', () => {
    expect(waitFor({ ...shared, 'retry-after': '2' })).toBe(2_000);
  });

  it.each([
    {},
    { 'retry-after': '0' },
    { 'x-ratelimit-reset': later(-5_000) },
    { 'x-ratelimit-global-remaining': '0' },
    { 'x-ratelimit-global-limit': '5', 'retry-after': 'Sun, 22 Nov 2026 18:59:59 GMT' },
  ])('is not told by %j', (headers) => {
    expect(waitFor(headers)).toBeUndefined();
  });
});

describe('the clock that times are measured against', () => {
  it('is the Date of the response, however wrong the local one is', () => {
    const past = Date.parse('2021-01-01T00:00:00Z');
    const headers = { date: new Date(past).toUTCString(), 'x-ratelimit-reset': String(past + 3_000) };
    expect(waitFor(headers)).toBe(3_000);
  });

  it.each([{}, { date: 'today' }])('is the local one where the response has no date but %j', (without) => {
    const headers = new Headers({ ...without, 'x-ratelimit-reset': later(5_250) });
    expect(waitOf(readRateLimits(headers))).toBe(5_000);
  });
});

describe('an HTTP date', () => {
  /** The wait until a date, of a response of the same century. */
  const until = (text: string, from = date) => waitFor({ date: from, 'retry-after': text });

  it.each([
    ['IMF-fixdate', 'Sun, 22 Nov 2026 20:01:02 GMT'],
    ['RFC 850', 'Sunday, 22-Nov-26 20:01:02 GMT'],
    ['asctime', 'Sun Nov 22 20:01:02 2026'],
  ])('may be written as %s', (_form, text) => {
    expect(until(text)).toBe(3_662_000);
  });

  it.each([
    ['Fri, 06 Nov 2026 20:00:00 GMT', 'Fri Nov  6 20:00:05 2026'],
    ['Thu, 31 Dec 2026 23:59:55 GMT', 'Friday, 01-Jan-27 00:00:00 GMT'],
    ['Sat, 31 Jan 2026 00:00:00 GMT', 'Saturday, 31-Jan-26 00:00:05 GMT'],
    ['Sat, 28 Feb 2026 23:59:55 GMT', 'Sun Mar  1 00:00:00 2026'],
    ['Thu, 29 Feb 2024 00:00:00 GMT', 'Thu Feb 29 00:00:05 2024'],
    ['Thu, 31 Dec 2026 23:59:55 GMT', 'Thu, 31 Dec 2026 23:59:60 GMT'],
  ])('is counted on across days and months, and with a leap second: from %s to %s', (from, text) => {
    expect(until(text, from)).toBe(5_000);
  });

  it.each('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').map((name, index) => [name, index]))(
    'may be in %s',
    (name, index) => {
      const from = new Date(Date.UTC(2026, index as number, 15, 12)).toUTCString();
      expect(until(`Sunday, 15-${name}-26 12:00:01 GMT`, from)).toBe(1_000);
    },
  );

  it('with a year of two digits is in this century, unless that is more than 50 years ahead', () => {
    const year = 365.25 * 86_400_000;
    expect(until('Sunday, 22-Nov-76 19:00:00 GMT')).toBeGreaterThan(49 * year);
    expect(until('Sunday, 22-Nov-77 19:00:00 GMT')).toBeUndefined();
    expect(until('Sunday, 22-Nov-77 19:00:01 GMT', 'Tue, 22 Nov 1977 19:00:00 GMT')).toBe(1_000);
    expect(until('Sunday, 22-Nov-00 19:00:01 GMT', 'Wed, 22 Nov 2000 19:00:00 GMT')).toBe(1_000);
  });

  it.each([
    '',
    'soon',
    '2026-11-22T20:00:00Z',
    'Sun, 22 Nov 2026 20:00:00',
    'Sun, 22 Nov 2026 20:00:00 UTC',
    'Sun, 22 Nov 2026 20:00:00 GMT+1',
    'xSun, 22 Nov 2026 20:00:00 GMT',
    'Sun, 22 nov 2026 20:00:00 GMT',
    'sun, 22 Nov 2026 20:00:00 GMT',
    'Sun 22 Nov 2026 20:00:00 GMT',
    'Su, 22 Nov 2026 20:00:00 GMT',
    'Sunday, 22 Nov 2026 20:00:00 GMT',
    'Sun, 2 Dec 2026 20:00:00 GMT',
    'Sun, 22 Nov 26 20:00:00 GMT',
    'Sun, 22 Nov 2026 2:00:00 GMT',
    'Sun, 22 Nov 2026 20:0:00 GMT',
    'Sun, 22 Nov 2026 20:00:0 GMT',
    'Sun, 22 Nov 2026 24:00:00 GMT',
    'Sun, 22 Nov 2026 20:60:00 GMT',
    'Sun, 22 Nov 2026 20:00:61 GMT',
    'Sun, 31 Nov 2026 20:00:00 GMT',
    'Mon, 99 Nov 2026 20:00:00 GMT',
    'Mon, 00 Dec 2026 20:00:00 GMT',
    'Sun, 29 Feb 2027 20:00:00 GMT',
    'Sunday, 22-Nov-2026 20:00:00 GMT',
    'Sunday, 22-Nov-27 20:00:00',
    'Sun, 22-Nov-27 20:00:00 GMT',
    'Wednesdays, 22-Nov-27 20:00:00 GMT',
    'xSunday, 22-Nov-27 20:00:00 GMT',
    'sunday, 22-Nov-27 20:00:00 GMT',
    'Sunday, 22-Nov-27 20:00:00 GMT.',
    'Sun Nov 22 20:00:00 2027 GMT',
    'Sun Nov 6 20:00:00 2027',
    'Sun Nov  6 20:00:00 27',
    'Sunday Nov  6 20:00:00 2027',
    'xSun Nov  6 20:00:00 2027',
    'sun Nov  6 20:00:00 2027',
    'Sun Nov x6 20:00:00 2027',
  ])('is not read where it is written %j', (text) => {
    expect(until(text)).toBeUndefined();
  });
});
