import { type ExperimentClient, type IterationInput, isIterationError } from 'launchdarkly-iteration-contract';

const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };

/** Creates an iteration, and says in one sentence what happened. */
export async function createAndExplain(client: ExperimentClient, input: IterationInput): Promise<string> {
  try {
    const { _id } = await client.createIteration(path, input);
    return `Created ${_id}.`;
  } catch (error) {
    if (!isIterationError(error)) throw error;
    switch (error.outcome) {
      case 'not_applied':
        return error.retryable ? 'Nothing was created; try again later.' : `Fix this first: ${error.message}`;
      case 'applied':
        return 'It was created. Do not call again.';
      case 'unknown': {
        const { status } = await client.reconcile(path, input, error);
        return status === 'found' ? 'It was created after all.' : `Look at the experiment first: ${status}.`;
      }
    }
  }
}
