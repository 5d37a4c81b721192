/** The mock as request handlers of Mock Service Worker, versions 2 and 3. */

import { HttpHandler, type RequestHandler } from 'msw';
import { operations } from '../../generated/operations.js';
import { createMockFetch, type MockFetch } from './fetch.ts';
import type { MockOptions } from './handler.ts';

/** The handlers of a mock. */
export type MockHandlers = RequestHandler[] & {
  /** Restarts every scenario, and goes back to the seed, as MSW's own `resetHandlers()` does. */
  reset(): void;
};

/**
 * Returns the request handlers that respond to the operations of the contract like the mock server, on any host.
 *
 * @throws Error when the scenario is unknown or the seed cannot be used; the message lists the scenarios, or names the
 *   location in the seed.
 */
export function createMockHandlers(options: MockOptions = {}): MockHandlers {
  const mockFetch = createMockFetch(options);
  const paths = new Set(Object.values(operations).map(({ path }) => `*${path.replace(/\{(\w+)\}/g, ':$1')}`));
  const handlers = [...paths].map((path) => new MockHandler(path, mockFetch));
  return Object.assign(handlers, { reset: mockFetch.reset });
}

class MockHandler extends HttpHandler {
  readonly #mockFetch: MockFetch;

  constructor(path: string, mockFetch: MockFetch) {
    super(/.+/, path, ({ request }) => respond(mockFetch, request));
    this.#mockFetch = mockFetch;
  }

  /** Called by `resetHandlers`. */
  override reset(): void {
    super.reset();
    this.#mockFetch.reset();
  }
}

async function respond(mockFetch: MockFetch, request: Request): Promise<Response> {
  try {
    return await mockFetch(request);
  } catch (error) {
    // The caller is gone; MSW would log this as an error of the handler.
    if (request.signal.aborted) return Response.error();
    throw error;
  }
}
