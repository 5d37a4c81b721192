import {
  createIterationClient,
  IterationError,
  type IterationInput,
  type IterationRep,
} from 'launchdarkly-iteration-contract';
import { createIterationClient as createBareClient } from 'launchdarkly-iteration-contract/client';
import contract from 'launchdarkly-iteration-contract/openapi.json' with { type: 'json' };
import { type Finding, preflightIteration } from 'launchdarkly-iteration-contract/preflight';
import type { components, operations, paths } from 'launchdarkly-iteration-contract/types';
import { type Issue, iterationInputSchema, validateIterationInput } from 'launchdarkly-iteration-contract/validate';

type Path = keyof paths;
const route: Path =
  '/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations';
const metric: components['schemas']['MetricInput'] = { key: 'metric' };
const iteration: IterationInput = {
  hypothesis: 'It helps',
  metrics: [metric],
  primarySingleMetricKey: 'metric',
  treatments: [
    { name: 'Control', baseline: true, allocationPercent: '50', parameters: [{ flagKey: 'f', variationId: 'a' }] },
    { name: 'Change', baseline: false, allocationPercent: '50', parameters: [{ flagKey: 'f', variationId: 'b' }] },
  ],
  flags: { f: { ruleId: 'fallthrough', flagConfigVersion: 1 } },
};
const path: operations['createIteration']['parameters']['path'] = {
  projectKey: 'p',
  environmentKey: 'e',
  experimentKey: 'x',
};

const options = { accessToken: 'api-token', baseUrl: process.argv[2] ?? '' };
const client = createIterationClient({ ...options, strict: true });
const created: IterationRep = await client.createIteration(path, iteration);

// @ts-expect-error a primary key must be present
const wrong: IterationInput = { hypothesis: '', metrics: [], treatments: [], flags: {} };
const refusal: unknown = await client.createIteration(path, wrong).catch((error: unknown) => error);
const [issue]: readonly Issue[] = validateIterationInput(wrong).issues ?? [];
const advice: Finding[] = preflightIteration(iteration);

const bare = createBareClient(options);
const answered: unknown = await bare.createIteration(path, wrong).catch((error: unknown) => error);

console.log(
  JSON.stringify([
    created.status,
    refusal instanceof IterationError && [refusal.kind, refusal.attempts],
    answered instanceof IterationError && [answered.kind, answered.code],
    issue?.rule,
    advice.length,
    iterationInputSchema['~standard'].vendor,
    route in contract.paths,
  ]),
);
