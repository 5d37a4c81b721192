import { createIterationClient } from 'launchdarkly-iteration-contract';
import { createIterationRequestTwoTreatments } from 'launchdarkly-iteration-contract/examples';
import { createMockFetch } from 'launchdarkly-iteration-contract/mock/fetch';

const mockFetch = createMockFetch({ scenario: 'rate-limited-once' });
const client = createIterationClient({ accessToken: 'api-any', mock: true, fetch: mockFetch });
const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };
const iteration = await client.createIteration(path, createIterationRequestTwoTreatments);
console.log(iteration.status); // not_started, after one retry
