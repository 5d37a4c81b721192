import { type ExperimentClient, type IterationInput, toSemanticPatch } from 'launchdarkly-iteration-contract';

const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };

/** Does through Update experiment what create iteration would do, as far as there is a documented way. */
export async function migrate(client: ExperimentClient, input: IterationInput) {
  const expand = ['draftIteration', 'treatments', 'mutableFieldsByStatus'] as const;
  const experiment = await client.getExperiment(path, { expand });
  const { instructions, notCarriedOver, notes } = toSemanticPatch(input, { experiment });
  for (const { field, reason } of notCarriedOver) console.warn(`${field}: ${reason}`);
  for (const note of notes) console.warn(note);
  if (instructions.length > 0) await client.updateExperiment(path, { instructions });
}
