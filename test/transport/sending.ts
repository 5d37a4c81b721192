/** Sends requests by a transport whose `fetch` is scripted. */

import { vi } from 'vitest';
import type { CallOptions } from '../../src/transport/call.ts';
import { createTransport, type TransportOptions } from '../../src/transport/transport.ts';
import { accessToken, type Step, scripted, watch } from '../support/calls.ts';

export const callOptions: CallOptions = {
  operation: 'createThing',
  totalTimeoutMs: 30_000,
  attemptTimeoutMs: 10_000,
  maxRetries: 2,
  maxRetryDelayMs: 15_000,
  sentences: { not_applied: 'Nothing was made.', applied: 'It was made.', unknown: 'It may have been made.' },
};

export const requestOf = (method: string) => ({
  url: 'https://a.example/b',
  method,
  headers: { 'x-own': '1' },
  body: /GET|HEAD|OPTIONS/.test(method) ? undefined : '{}',
});

/** A transport with a scripted `fetch`, and what sends a request by it and watches the call. */
export function sender(steps: Step[], options: Partial<TransportOptions> = {}) {
  const { fetch, requests } = scripted(...steps);
  const transport = createTransport({
    fetch,
    accessToken,
    checkToken: (token) => String(token),
    throttle: true,
    hooks: {},
    ...options,
  });
  const send = (method = 'POST', own: Partial<CallOptions> = {}) =>
    watch(transport.send(requestOf(method), transport.start({ ...callOptions, ...own })));
  /** When each request was sent, in milliseconds since the first. */
  const times = () => requests.map(({ at }) => at - (requests[0]?.at ?? 0));
  return { send, requests, times, transport };
}

/** A response of the API that refuses. */
export const refusal = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ code: 'no', message: 'No', id: '7' }, { status, headers });

/** The response of the API that the tests expect. */
export const created = () => Response.json({ _id: '1' });

/** The headers of a limit of the account. */
export const limited = (remaining: number, resetMs: number) => ({
  'x-ratelimit-global-remaining': String(remaining),
  'x-ratelimit-reset': String(Date.now() + resetMs),
});

/** Lets the fake clock run, and everything that waits for it. */
export const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
