/** The mock as a `fetch`, without a socket, in any runtime: for unit tests and Storybook. */

import { createMock, type MockOptions } from './handler.ts';
import { pause } from './pause.ts';
import { bodyLimit } from './responses.ts';

export type { MockOptions } from './handler.ts';
export type { MockSeed, SeededExperiment, SeededFlag } from './life/seed.ts';
export type { StatefulOptions } from './life/world.ts';
export type { ContractRequest, ContractResponse, Respond } from './override.ts';
export type { ScenarioName } from './scenarios.ts';

/** A `fetch` that the mock responds to. */
export interface MockFetch {
  (input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Restarts every scenario, and goes back to the seed. */
  reset(): void;
}

/**
 * Returns a `fetch` that responds like the mock server. The host of a URL does not matter, only its path; a relative
 * URL is resolved against the page, if there is one.
 *
 * @throws Error when the scenario is unknown or the seed cannot be used; the message lists the scenarios, or names the
 *   location in the seed.
 */
export function createMockFetch(options: MockOptions = {}): MockFetch {
  const mock = createMock(options);
  const mockFetch = async (input: Request | URL | string, init: RequestInit = {}) => {
    const request = typeof input === 'object' && 'url' in input ? input : undefined;
    const { pathname, search } = new URL(request?.url ?? String(input), base());
    const signal = init.signal ?? request?.signal;
    signal?.throwIfAborted();
    const { text, type } = await bodyOf(request, init.body);
    // Not a copy of the request's headers: while MSW 2 patches `Headers`, a copy is incomplete.
    const headers = init.headers ? new Headers(init.headers) : (request?.headers ?? []);
    const { status, body, delayMs, ...response } = await mock.handle({
      method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
      target: pathname + search,
      headers: { ...(type !== null && { 'content-type': type }), ...inLowerCase(headers) },
      body: new TextEncoder().encode(text).byteLength > bodyLimit ? { unread: 'too large' } : text,
    });
    await (signal ? pause(delayMs, signal) : pause(delayMs));
    signal?.throwIfAborted();
    return new Response(body === '' ? null : body, { status, headers: response.headers });
  };
  return Object.assign(mockFetch, { reset: mock.reset });
}

/** The `Headers` of happy-dom keep the names as they were written. */
function inLowerCase(headers: Iterable<[string, string]>): Record<string, string> {
  return Object.fromEntries(Array.from(headers, ([name, value]) => [name.toLowerCase(), value]));
}

/** What a relative URL is relative to. A page may have none, such as `about:blank`. */
function base(): string {
  const { href = '' } = (globalThis as { location?: { href?: string } }).location ?? {};
  return /^https?:/.test(href) ? href : 'http://localhost/';
}

/**
 * Reads a body without a `Request`: in a simulated page, the signal and the blob of the page are not those of the
 * runtime's `Request`, which would refuse them.
 */
async function bodyOf(
  request: Request | undefined,
  body: RequestInit['body'],
): Promise<{ text: string; type: string | null }> {
  if (body === undefined || body === null) return { text: (await request?.text()) ?? '', type: null };
  if (typeof (body as Blob).text === 'function')
    return { text: await (body as Blob).text(), type: (body as Blob).type || null };
  const payload = new Response(body);
  return { text: await payload.text(), type: payload.headers.get('content-type') };
}
