import { createIterationClient } from 'launchdarkly-iteration-contract';
import { createIterationRequestTwoTreatments } from 'launchdarkly-iteration-contract/examples';

const client = createIterationClient({
  accessToken: 'api-any',
  mock: true, // Allows plain HTTP and use in a browser; only for a mock.
  baseUrl: 'http://localhost:4010',
});
const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };
const iteration = await client.createIteration(path, createIterationRequestTwoTreatments);
console.log(iteration.status); // not_started
