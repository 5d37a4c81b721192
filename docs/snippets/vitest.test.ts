import { createIterationClient, isIterationError } from 'launchdarkly-iteration-contract';
import { iterationInput } from 'launchdarkly-iteration-contract/examples';
import { createMockFetch } from 'launchdarkly-iteration-contract/mock/fetch';
import { expect, test } from 'vitest';

const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };
const clientOf = (mockFetch: typeof fetch) =>
  createIterationClient({ accessToken: 'api-any', mock: true, fetch: mockFetch, maxRetries: 0 });

test('a valid iteration becomes a draft', async () => {
  const client = clientOf(createMockFetch());
  const iteration = await client.createIteration(path, iterationInput({ hypothesis: 'Green sells' }));
  expect(iteration).toMatchObject({ hypothesis: 'Green sells', status: 'not_started' });
});

test('a rate limit leaves nothing behind', async () => {
  const client = clientOf(createMockFetch({ scenario: 'rate-limited' }));
  const error = await client.createIteration(path, iterationInput()).catch((thrown: unknown) => thrown);
  expect(isIterationError(error) && error).toMatchObject({ status: 429, outcome: 'not_applied', retryable: true });
});
