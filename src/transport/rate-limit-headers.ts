/** Reads the rate limits from the headers of a response. */

/** One rate limit, as far as a response describes it. */
export interface RateLimit {
  /** Requests allowed per window. */
  readonly limit?: number | undefined;
  /** Requests left in the window. */
  readonly remaining?: number | undefined;
  /** When the window resets, in milliseconds from now; 0 if it is over. */
  readonly resetMs?: number | undefined;
}

/** The limits for which LaunchDarkly documents headers: of the account, of the route, and of the access token. */
export const rateLimitKinds = ['global', 'route', 'token'] as const;
export type RateLimitKind = (typeof rateLimitKinds)[number];

/** What a response says about the rate limits. */
export interface RateLimits extends Readonly<Partial<Record<RateLimitKind, RateLimit>>> {
  /** How long `Retry-After` asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

const headerNames = {
  global: ['global', 'x-ratelimit-reset'],
  route: ['route', 'x-ratelimit-reset'],
  token: ['auth-token', 'x-ratelimit-auth-token-reset'],
} as const;

/**
 * Reads the rate-limit headers of LaunchDarkly's overview: `X-Ratelimit-{Global,Route,Auth-Token}-{Limit,Remaining}` as
 * counts; `X-Ratelimit-Reset` (of account and route) and `X-Ratelimit-Auth-Token-Reset` in epoch milliseconds;
 * `Retry-After` in seconds or as an HTTP date (RFC 9110 §10.2.3). Any may be absent, and one that cannot be read counts
 * as absent. Times are relative to the response's own `Date`, so a wrong local clock does no harm.
 */
export function readRateLimits(headers: Headers): RateLimits {
  const values: Record<string, string | undefined> = {};
  let isLimited = false;
  // One pass: each `get` of undici validates the name again, and most responses have none of them.
  headers.forEach((value, name) => {
    const isLimit = name === 'retry-after' || name.startsWith('x-ratelimit-');
    isLimited ||= isLimit;
    if (isLimit || name === 'date') values[name] = value;
  });
  return isLimited ? limitsOf(values) : {};
}

function limitsOf(values: Record<string, string | undefined>): RateLimits {
  const date = parseHttpDate(values['date']) ?? Date.now();
  const fromNow = (time: number | undefined) => (time === undefined ? undefined : Math.max(0, time - date));
  const limits: Partial<Record<RateLimitKind, RateLimit>> & { retryAfterMs?: number } = {};
  for (const kind of rateLimitKinds) {
    const [name, resetName] = headerNames[kind];
    const limit = parseCount(values[`x-ratelimit-${name}-limit`]);
    const remaining = parseCount(values[`x-ratelimit-${name}-remaining`]);
    const resetMs = fromNow(parseEpoch(values[resetName]));
    if ((limit ?? remaining) !== undefined || (resetMs !== undefined && kind !== 'route')) {
      limits[kind] = { limit, remaining, resetMs };
    }
  }
  const seconds = parseCount(values['retry-after']);
  const retryAfterMs = seconds === undefined ? fromNow(parseHttpDate(values['retry-after'])) : seconds * 1000;
  return retryAfterMs ? { ...limits, retryAfterMs } : limits;
}

/**
 * How long a 429 asks the client to wait, in milliseconds: the longest of `Retry-After` and the resets of the limits
 * that are used up, or of all limits if it does not say which are. `undefined` if it says nothing.
 */
export function waitOf(limits: RateLimits): number | undefined {
  const reported = rateLimitKinds.flatMap((kind) => limits[kind] ?? []);
  const usedUp = reported.filter(({ remaining }) => !remaining);
  const resets = (usedUp.length > 0 || limits.retryAfterMs ? usedUp : reported).map(({ resetMs = 0 }) => resetMs);
  return Math.max(limits.retryAfterMs ?? 0, ...resets) || undefined;
}

function parseCount(text: string | undefined): number | undefined {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function parseEpoch(text: string | undefined): number | undefined {
  return text && /^\d{13}$/.test(text) ? Number(text) : undefined;
}

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const clock = '(\\d\\d):(\\d\\d):(\\d\\d)';
/** The three forms that RFC 9110 §5.6.7 obliges a recipient to read: IMF-fixdate, RFC 850 and asctime. */
const imf = new RegExp(`^[A-Z][a-z]{2}, (\\d\\d) (${months}) (\\d{4}) ${clock} GMT$`);
const rfc850 = new RegExp(`^[A-Z][a-z]{5,8}, (\\d\\d)-(${months})-(\\d\\d) ${clock} GMT$`);
const asctime = new RegExp(`^[A-Z][a-z]{2} (${months}) ([ \\d]\\d) ${clock} (\\d{4})$`);

/** Parses an HTTP date to epoch milliseconds; `Date.parse` would accept far too many other texts. */
function parseHttpDate(text = ''): number | undefined {
  const modern = imf.exec(text) ?? rfc850.exec(text);
  const [, month, day, hour, minute, second, year] = modern
    ? [modern[0], modern[2], modern[1], modern[4], modern[5], modern[6], modern[3]]
    : (asctime.exec(text) ?? []);
  if (month === undefined) return undefined;
  const monthIndex = months.split('|').indexOf(month);
  const midnight = new Date(Date.UTC(fullYear(Number(year)), monthIndex, Number(day)));
  // November 99 is not a date; Date.UTC would roll over.
  const isDay = midnight.getUTCDate() === Number(day);
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  // The sixtieth second is a leap second.
  const isTime = hours < 24 && minutes < 60 && seconds <= 60;
  return isDay && isTime ? midnight.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000 : undefined;
}

/** RFC 9110: a two-digit year that seems more than 50 years ahead is of the past century. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  const now = new Date().getUTCFullYear();
  const thisCentury = year + now - (now % 100);
  return thisCentury > now + 50 ? thisCentury - 100 : thisCentury;
}
