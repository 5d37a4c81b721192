import {
  type ExperimentClient,
  type IterationInput,
  instructions,
  isIterationError,
} from 'launchdarkly-iteration-contract';

const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };

/** Creates a draft and starts it. If the call does not tell whether it started, reads the experiment to find out. */
export async function createAndStart(client: ExperimentClient, input: IterationInput) {
  await client.ensureIteration(path, input);
  const before = await client.getExperiment(path, { expand: ['draftIteration'] });
  const start = { instructions: [instructions.startIteration()] };
  try {
    await client.updateExperiment(path, start);
  } catch (error) {
    if (!isIterationError(error) || error.outcome !== 'unknown') throw error;
    const { status } = await client.reconcile(path, start, error, { before });
    if (status !== 'found') throw error;
  }
}
