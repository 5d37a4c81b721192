/** What the headers of an answer say of the rate limit, in milliseconds from now. */
export interface RateLimitHints {
  /** How long the server asks to wait, by `Retry-After` or until the window resets; the longer of the two. */
  waitMs?: number | undefined;
  /** Until the window resets. */
  resetMs?: number | undefined;
  /** Requests left in the window, of the account or the route, whichever is fewer. */
  remaining?: number | undefined;
}

/**
 * Reads the rate-limit headers, from LaunchDarkly's overview: `Retry-After` in seconds (or, by RFC 9110, an HTTP date),
 * `X-Ratelimit-Reset` in epoch milliseconds, `X-Ratelimit-*-Remaining` as counts. Any may be absent, and one that
 * cannot be read counts as absent. Times are held against the answer's own `Date`, so a wrong local clock does no harm.
 */
export function readHints(headers: Headers): RateLimitHints {
  const date = parseDate(headers.get('date')) ?? Date.now();
  const ahead = (time: number | undefined) => (time !== undefined && time > date ? time - date : undefined);
  const retryAfter = headers.get('retry-after');
  const seconds = parseCount(retryAfter);
  const waitMs = seconds === undefined ? ahead(parseDate(retryAfter)) : seconds * 1000;
  const reset = headers.get('x-ratelimit-reset') ?? '';
  const resetMs = ahead(/^\d{13}$/.test(reset) ? Number(reset) : undefined);
  const counts = ['global', 'route'].flatMap(
    (scope) => parseCount(headers.get(`x-ratelimit-${scope}-remaining`)) ?? [],
  );
  return {
    waitMs: Math.max(waitMs ?? 0, resetMs ?? 0) || undefined,
    resetMs,
    remaining: counts.length > 0 ? Math.min(...counts) : undefined,
  };
}

function parseCount(text: string | null): number | undefined {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** An HTTP date as servers write it; `Date.parse` alone would take a bare number for a year. */
function parseDate(text: string | null): number | undefined {
  return text && /^[A-Z][a-z]{2}, .* GMT$/.test(text) ? Date.parse(text) || undefined : undefined;
}
