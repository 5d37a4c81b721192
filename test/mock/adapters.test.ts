/** The same behavior behind each adapter. */
import { createMockFetch } from '../../src/mock/fetch.ts';
import { startMockServer } from '../../src/mock/server.ts';
import type { Start } from './adapter.ts';
import { describeBehavior } from './behavior.ts';
import { describeChoices } from './choices.ts';
import { describeLimits } from './limits.ts';

const server: Start = async (options) => ({ ...(await startMockServer(options)), fetch });

const inProcess: Start = async (options) => {
  const mockFetch = createMockFetch(options);
  return { url: 'https://app.launchdarkly.com', fetch: mockFetch, reset: mockFetch.reset, close: async () => {} };
};

for (const [name, start] of Object.entries({ 'the mock server': server, 'the mock fetch': inProcess })) {
  describeBehavior(name, start, true);
  describeChoices(name, start);
  describeLimits(name, start);
}
