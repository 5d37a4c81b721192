import { createMock, type MockOptions } from './core.ts';
import { bodyLimit } from './message.ts';

/** A `fetch` of the mock. */
export type MockFetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/**
 * Returns a `fetch` that answers as the mock server does, without a socket, in any runtime: for unit tests and
 * Storybook. The host of a URL does not matter, its path does.
 *
 * @throws Error when the scenario is unknown; the message names those there are.
 */
export function createMockFetch(options: MockOptions = {}): MockFetch {
  const mock = createMock(options);
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, signal } = request;
    const { pathname, search } = new URL(request.url);
    signal.throwIfAborted();
    const text = await request.text();
    const isTooLarge = new TextEncoder().encode(text).byteLength > bodyLimit;
    const headers = Object.fromEntries(request.headers);
    const answer = await mock({ method, target: pathname + search, headers, text: isTooLarge ? undefined : text });
    await pause(answer.delayMs, signal);
    return new Response(answer.body === '' ? null : answer.body, { status: answer.status, headers: answer.headers });
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal.addEventListener('abort', abort, { once: true });
  });
}
