import { setupServer } from 'msw/node';
import { createMockFetch } from '../../src/mock/fetch.ts';
import { createMockHandlers } from '../../src/mock/msw.ts';
import { startMockServer } from '../../src/mock/server.ts';
import { describeBehaviour } from './behaviour.ts';

describeBehaviour('the mock server', async (options) => {
  const { url, close } = await startMockServer(options);
  return { url, close, fetch };
});

describeBehaviour('the mock fetch', async (options) => ({
  url: 'https://app.launchdarkly.com',
  fetch: createMockFetch(options),
  close: async () => {},
}));

describeBehaviour(
  'the handlers of Mock Service Worker',
  async (options) => {
    const handlers = createMockHandlers(options);
    const worker = setupServer(...handlers);
    let calls = 0;
    return {
      url: 'https://app.launchdarkly.com',
      // Patched while calls are under way alone, so that several can stand side by side.
      fetch: async (input, init) => {
        if (calls === 0) worker.listen({ onUnhandledRequest: 'error' });
        calls += 1;
        return fetch(input, init).finally(() => {
          calls -= 1;
          if (calls === 0) worker.close();
        });
      },
      close: async () => {},
    };
  },
  false,
);
