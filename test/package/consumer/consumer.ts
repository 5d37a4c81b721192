/** A user of the package: what compiles here must compile for users, and `report` says what it does where it runs. */

import {
  createIterationClient,
  IterationError,
  type IterationInput,
  type IterationRep,
} from 'launchdarkly-iteration-contract';
import { createIterationClient as createBareClient } from 'launchdarkly-iteration-contract/client';
import contract from 'launchdarkly-iteration-contract/openapi.json' with { type: 'json' };
import { type Advice, preflightIteration } from 'launchdarkly-iteration-contract/preflight';
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
// @ts-expect-error a primary key must be present
const wrong: IterationInput = { hypothesis: '', metrics: [], treatments: [], flags: {} };

/** How to reach a mock. */
export interface Reach {
  baseUrl?: string;
  fetch?: typeof fetch;
  maxRetries?: number;
}

/** Creates an iteration that the contract allows, and returns its status, or the failure. */
export async function create(reach: Reach, body = iteration): Promise<unknown> {
  const client = createIterationClient({ accessToken: 'api-token', mock: true, strict: true, ...reach });
  try {
    const created: IterationRep = await client.createIteration(path, body);
    return created.status;
  } catch (error) {
    return told(error);
  }
}

/** Tries what the package does, on a mock. */
export async function report(reach: Reach): Promise<unknown[]> {
  const bare = createBareClient({ accessToken: 'api-token', mock: true, ...reach });
  const [issue]: readonly Issue[] = validateIterationInput(wrong).issues ?? [];
  const advice: Advice[] = preflightIteration(iteration);
  return [
    await create(reach),
    await create(reach, wrong),
    await bare.createIteration(path, wrong).catch(told),
    issue?.rule,
    advice.length,
    iterationInputSchema['~standard'].vendor,
    route in contract.paths,
  ];
}

function told(error: unknown): unknown {
  if (!(error instanceof IterationError)) throw error;
  return [error.kind, error.outcome, error.attempts, error.code];
}
