import { describe, expect, it } from 'vitest';
import { readRateLimits, waitOf } from '../../src/transport/rate-limit-headers.ts';

const date = 'Sun, 22 Nov 2026 19:00:00 GMT';
const epoch = Date.parse(date);

const hints = (headers: Record<string, string>) => readRateLimits(new Headers({ date, ...headers }));

describe('the hints of the rate limit', () => {
  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 19:00:09 GMT' }, 9_000],
    [{ 'x-ratelimit-reset': String(epoch + 4_200) }, 4_200],
    [{ 'retry-after': '7', 'x-ratelimit-reset': String(epoch + 4_200) }, 7_000],
    [{ 'retry-after': '2', 'x-ratelimit-reset': String(epoch + 4_200) }, 4_200],
    [{ 'x-ratelimit-reset': String(epoch + 86_400_000_000) }, 86_400_000_000],
  ])('of %j ask to wait %i milliseconds', (headers, waitMs) => {
    expect(waitOf(hints(headers))).toBe(waitMs);
  });

  it.each([
    ['', 'retry-after'],
    ['0', 'retry-after'],
    ['-5', 'retry-after'],
    ['1.5', 'retry-after'],
    ['3, 5', 'retry-after'],
    ['soon', 'retry-after'],
    ['99999999999', 'retry-after'],
    ['2026-11-22T20:00:00Z', 'retry-after'],
    ['Sun, 22 Nov 2026 18:00:00 GMT', 'retry-after'],
    ['Mon, 99 Nov 2026 18:00:00 GMT', 'retry-after'],
    [String(epoch - 5_000), 'x-ratelimit-reset'],
    [String(Math.floor(epoch / 1000) + 5), 'x-ratelimit-reset'],
    ['', 'x-ratelimit-reset'],
    ['never', 'x-ratelimit-reset'],
    ['-1654104600000', 'x-ratelimit-reset'],
  ])('of %j in %s ask for nothing', (value, name) => {
    expect(waitOf(hints({ [name]: value }))).toBeUndefined();
  });

  it('are measured against the Date of the answer, not the local clock', () => {
    const then = Date.parse('Mon, 01 Jan 2001 00:00:00 GMT');
    const headers = { date: new Date(then).toUTCString(), 'x-ratelimit-reset': String(then + 3_000) };
    // Twelve digits: the header has thirteen since September 2001, so this one is not believed.
    expect(waitOf(readRateLimits(new Headers(headers)))).toBeUndefined();
    const past = {
      date: 'Fri, 01 Jan 2021 00:00:00 GMT',
      'x-ratelimit-reset': String(Date.parse('2021-01-01') + 3_000),
    };
    expect(waitOf(readRateLimits(new Headers(past)))).toBe(3_000);
  });

  it('take the local clock where the answer has no date', () => {
    const headers = new Headers({ 'x-ratelimit-reset': String(Date.now() + 5_000) });
    expect(waitOf(readRateLimits(headers))).toBeGreaterThan(4_000);
    expect(waitOf(readRateLimits(headers))).toBeLessThanOrEqual(5_000);
  });

  it('count what remains of the account or of the route, whichever is fewer', () => {
    expect(hints({ 'x-ratelimit-global-remaining': '98', 'x-ratelimit-route-remaining': '4' }).remaining).toBe(4);
    expect(hints({ 'x-ratelimit-global-remaining': '0' }).remaining).toBe(0);
    expect(hints({ 'x-ratelimit-route-remaining': '' }).remaining).toBeUndefined();
    expect(hints({}).remaining).toBeUndefined();
  });
});
