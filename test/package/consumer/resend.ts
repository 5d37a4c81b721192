/** A user whose connections die: calls in each way that there is, one after another, and prints how each call ended. */

import { createIterationClient, IterationError, type IterationInput } from 'launchdarkly-iteration-contract';
import { instructions, type SemanticPatch, updateExperiment } from 'launchdarkly-iteration-contract/experiment';

const template = '/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations';
/** How a connection dies, which the server reads from the key of the environment. */
const deaths = ['fresh-fin', 'fresh-reset', 'reused-fin', 'reused-reset'];
const callsEach = 8;
const baseUrl = process.env['RESEND_URL'];

const clientOf = () => createIterationClient({ accessToken: 'api-token', baseUrl, maxRetries: 0 });
const iterationOf = (hypothesis: string): IterationInput => ({
  hypothesis,
  metrics: [{ key: 'metric' }],
  primarySingleMetricKey: 'metric',
  treatments: [],
  flags: {},
});

const patchOf = (comment: string): SemanticPatch => ({ comment, instructions: [instructions.archiveExperiment()] });

const plain = clientOf();
const watched = clientOf();
watched.raw.use({ onRequest: ({ request }) => new Request(request), onResponse: ({ response }) => response.clone() });

/** Each way to make a call. */
const ways: Record<string, (environmentKey: string, hypothesis: string) => Promise<unknown>> = {};
for (const [name, client] of Object.entries({ plain, watched })) {
  const pathOf = (environmentKey: string) => ({ projectKey: 'p', environmentKey, experimentKey: 'x' });
  ways[`named ${name}`] = (key, hypothesis) => client.createIteration(pathOf(key), iterationOf(hypothesis));
  ways[`patch ${name}`] = (key, comment) => updateExperiment(client, pathOf(key), patchOf(comment));
  ways[`raw ${name}`] = (key, hypothesis) =>
    client.raw.POST(template, { params: { path: pathOf(key) }, body: iterationOf(hypothesis) });
}

/** How a call ended: `success`, or the kind, the outcome and the attempts of its error. */
async function endOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'success';
  } catch (error) {
    if (!(error instanceof IterationError)) throw error;
    return `${error.kind} ${error.outcome} ${error.attempts}`;
  }
}

const ends: Record<string, string> = {};
for (const death of deaths) {
  for (const [way, call] of Object.entries(ways)) {
    for (let index = 0; index < callsEach; index += 1) {
      const hypothesis = `${way}, ${death}, ${index}`;
      ends[hypothesis] = await endOf(call(death, hypothesis));
    }
  }
}
console.log(JSON.stringify(ends));
