import { type ExperimentClient, type IterationInput, isIterationError } from 'launchdarkly-iteration-contract';

const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };

/** A job that a queue may run again: it throws only what is safe to repeat. */
export async function createIterationJob(client: ExperimentClient, input: IterationInput) {
  try {
    const { iteration, created } = await client.ensureIteration(path, input);
    return { state: created ? 'created' : 'existed', id: iteration._id };
  } catch (error) {
    if (isIterationError(error) && error.retryable) throw error; // The queue runs the job again.
    if (!isIterationError(error)) throw error;
    return { state: 'needs a person', outcome: error.outcome, reason: error.message };
  }
}
