import type { ExperimentClient, IterationInput } from 'launchdarkly-iteration-contract';

const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };

/** Takes an iteration from its draft to its start. */
export async function createAndStart(client: ExperimentClient, input: IterationInput) {
  await client.ensureIteration(path, input);
  await client.startIteration(path);
}
