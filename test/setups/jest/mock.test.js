/** The mock in Jest: as a `fetch`, and behind Mock Service Worker. */
import { iterationInput } from 'launchdarkly-iteration-contract/examples';
import { createMockFetch } from 'launchdarkly-iteration-contract/mock/fetch';
import { createMockHandlers } from 'launchdarkly-iteration-contract/mock/msw';
import { setupServer } from 'msw/node';
import { createAndShow } from '../screen.js';

const iteration = iterationInput();
const shown = iteration.treatments.map(({ allocationPercent }) => allocationPercent).join(' and ');

test('shows the treatments, with the mock fetch', async () => {
  expect(await createAndShow(iteration, { fetch: createMockFetch() })).toBe(shown);
});

test('shows the treatments, with Mock Service Worker', async () => {
  const server = setupServer(...createMockHandlers());
  server.listen({ onUnhandledRequest: 'error' });
  expect(await createAndShow(iteration, { url: 'https://app.launchdarkly.com' })).toBe(shown);
  server.close();
});
