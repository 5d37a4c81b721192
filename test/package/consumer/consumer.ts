import {
  createIterationClient,
  IterationError,
  type IterationInput,
  type IterationRep,
} from 'launchdarkly-iteration-contract';
import contract from 'launchdarkly-iteration-contract/openapi.json' with { type: 'json' };
import type { components, operations, paths } from 'launchdarkly-iteration-contract/types';

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

const client = createIterationClient({ accessToken: 'api-token', baseUrl: process.argv[2] ?? '' });
const created: IterationRep = await client.createIteration(path, iteration);

// @ts-expect-error a primary key must be present
const wrong: IterationInput = { hypothesis: '', metrics: [], treatments: [], flags: {} };
const refusal: unknown = await client.createIteration(path, wrong).catch((error: unknown) => error);

const known = route in contract.paths;
console.log(JSON.stringify([created.status, refusal instanceof IterationError && refusal.code, known]));
