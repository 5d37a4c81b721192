/** The mock in Vitest: as a `fetch`, and behind Mock Service Worker. */
import { createIterationClient } from 'launchdarkly-iteration-contract';
import { iterationInput, iterationRep } from 'launchdarkly-iteration-contract/examples';
import { createMockFetch } from 'launchdarkly-iteration-contract/mock/fetch';
import { createMockHandlers } from 'launchdarkly-iteration-contract/mock/msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAndShow } from '../screen.js';

const iteration = iterationInput();
const shown = iteration.treatments.map(({ allocationPercent }) => allocationPercent).join(' and ');

describe('with the mock fetch', () => {
  it('shows the treatments', async () => {
    expect(await createAndShow(iteration, { fetch: createMockFetch() })).toBe(shown);
  });

  it('shows what is wrong', async () => {
    const limited = createMockFetch({ scenario: 'rate-limited' });
    expect(await createAndShow(iteration, { fetch: limited })).toMatch(/rate limit/i);
  });

  it('shows a response of the test', async () => {
    const fetch = createMockFetch({ respond: (response) => ({ ...response, body: iterationRep({ treatments: [] }) }) });
    expect(await createAndShow(iteration, { fetch })).toBe('');
  });

  it('is called by the client', async () => {
    const client = createIterationClient({ accessToken: 'api-any', mock: true, fetch: createMockFetch() });
    const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
    await expect(client.createIteration(path, iteration)).resolves.toMatchObject({ status: 'not_started' });
  });
});

describe('with Mock Service Worker', () => {
  const server = setupServer(...createMockHandlers());
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  it('shows the treatments', async () => {
    expect(await createAndShow(iteration, { url: 'https://app.launchdarkly.com' })).toBe(shown);
  });
});
