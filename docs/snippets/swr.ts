import { createIterationClient, isIterationError } from 'launchdarkly-iteration-contract';

const client = createIterationClient({ accessToken: process.env.LAUNCHDARKLY_ACCESS_TOKEN });
const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };

/** For `useSWR('experiment', readExperiment, swrOptions)`. */
export const readExperiment = () => client.getExperiment(path, { expand: ['draftIteration'] });

export const swrOptions = {
  errorRetryCount: 3,
  shouldRetryOnError: (error: unknown) => isIterationError(error) && error.retryable,
};
