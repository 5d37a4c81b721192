/** The behavior of the mock behind Mock Service Worker, and what its handlers do when the worker resets them. */
import type { RequestHandler } from 'msw';
import type { SetupServer } from 'msw/node';
import { expect, it } from 'vitest';
import { createMockHandlers } from '../../src/mock/msw.ts';
import { minimal, post, type Start } from './adapter.ts';
import { describeBehavior } from './behavior.ts';
import { describeChoices } from './choices.ts';
import { describeLimits } from './limits.ts';

const url = 'https://app.launchdarkly.com';

/** @param setupServer That of the version of Mock Service Worker from which the handlers come as well. */
export function describeWorker(name: string, setupServer: (...handlers: RequestHandler[]) => SetupServer): void {
  const start: Start = async (options) => {
    const handlers = createMockHandlers(options);
    const worker = setupServer(...handlers);
    let calls = 0;
    return {
      url,
      // Patched while calls are under way alone, so that several can stand side by side.
      fetch: async (input, init) => {
        if (calls === 0) worker.listen({ onUnhandledRequest: 'error' });
        calls += 1;
        return fetch(input, init).finally(() => {
          calls -= 1;
          if (calls === 0) worker.close();
        });
      },
      reset: handlers.reset,
      close: async () => {},
    };
  };
  describeBehavior(name, start, false);
  describeChoices(name, start);
  describeLimits(name, start);

  it(`${name} start their scenarios anew when the worker resets its handlers`, async () => {
    const handlers = createMockHandlers({ scenario: 'rate-limited-once' });
    const worker = setupServer(...handlers);
    worker.listen({ onUnhandledRequest: 'error' });
    const adapter = { url, fetch, reset: handlers.reset, close: async () => {} };
    const status = async () => (await post(adapter, minimal)).status;
    const before = [await status(), await status()];
    worker.resetHandlers();
    const after = [await status(), await status()];
    worker.close();
    expect([before, after]).toEqual([
      [429, 200],
      [429, 200],
    ]);
  });
}
