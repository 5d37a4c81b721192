import { type IterationClient, type IterationInput, isIterationError } from 'launchdarkly-iteration-contract';

const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };

/** For `useMutation(createIterationMutation(client))`, and for a `MutationObserver`. */
export function createIterationMutation(client: IterationClient) {
  return {
    mutationFn: (input: IterationInput) => client.createIteration(path, input),
    retry: (n: number, error: Error) => n < 3 && isIterationError(error) && error.retryable,
    retryDelay: (n: number, error: Error) =>
      (isIterationError(error) ? error.retryAfterMs : undefined) ?? 1_000 * 2 ** n,
  };
}
