import { http, type RequestHandler } from 'msw';
import { createIteration } from '../../generated/operations.js';
import type { MockOptions } from './core.ts';
import { createMockFetch } from './fetch.ts';

/**
 * Returns the request handlers of Mock Service Worker that answer create iteration as the mock server does, on any host.
 *
 * @throws Error when the scenario is unknown; the message names those there are.
 */
export function createMockHandlers(options: MockOptions = {}): RequestHandler[] {
  const mockFetch = createMockFetch(options);
  const path = `*${createIteration.path.replace(/\{(\w+)\}/g, ':$1')}`;
  const answer = async (request: Request) => {
    try {
      return await mockFetch(request);
    } catch (error) {
      // The caller has gone; MSW would log this as a fault of the handler.
      if (request.signal.aborted) return Response.error();
      throw error;
    }
  };
  return [http.all(path, ({ request }) => answer(request))];
}
