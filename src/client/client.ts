/** The client: a named function for each operation, on top of openapi-fetch. */

import type { Client } from 'openapi-fetch';
import { createIterationRoute as route } from '../../generated/operations.js';
import type { IterationInput, IterationRep, paths } from '../../generated/schema.d.ts';
import type { Issue } from '../contract/issue.ts';
import type { Call } from '../transport/call.ts';
import { invalidInput } from '../transport/error.ts';
import { noticeDeprecation } from './deprecation.ts';
import { type CallSettings, type IterationClientOptions, readOptions } from './options.ts';
import { createCore, keepCore } from './raw.ts';

/** The keys in the path of an experiment. */
export interface IterationPath {
  /** The key of the project. */
  readonly projectKey: string;
  /** The key of the environment. */
  readonly environmentKey: string;
  /** The key of the experiment. */
  readonly experimentKey: string;
}

/** A client of the contract's operations. */
export interface IterationClient {
  /**
   * openapi-fetch's typed client, with the same time limits, retries, rate limiter and redaction:
   * `client.raw.POST('/api/v2/…', { params, body })` resolves to `{ data, error, response }` for every status, and
   * rejects with an `IterationError` if there is no complete response. It validates nothing.
   * `client.raw.use(middleware)` adds middleware to every call of this client; none sees the access token. In addition
   * to openapi-fetch's own options it takes `totalTimeoutMs` and `maxRetries`.
   */
  readonly raw: Client<paths>;
  /**
   * Creates an iteration of an experiment. It resolves to the new iteration, whose status is `not_started`.
   *
   * The call is not idempotent: sent twice, it makes two iterations. So it is retried only if it certainly created
   * nothing and waiting can help: after 429, and when the connection was never established.
   *
   * @param path The keys of the project, the environment and the experiment.
   * @param iteration The iteration to create.
   * @throws IterationError on every failure; its `outcome` says whether the iteration was created.
   * @deprecated LaunchDarkly will remove this operation. Use the instructions `updateExperimentFields` and
   *   `saveAndStartNewIteration` of Update experiment: https://launchdarkly.com/docs/api/experiments/patch-experiment
   */
  createIteration(path: IterationPath, iteration: IterationInput, options?: CallSettings): Promise<IterationRep>;
}

/** The checks of a client; without them, it does not validate. */
export interface ContractChecks {
  /** What is wrong with an iteration to create. */
  inputIssues(value: unknown): readonly Issue[];
  /** Checks the response of a call, and returns the issue that must fail it. */
  responseIssues(iteration: IterationRep, call: Call): readonly Issue[];
}

const lookFirst =
  'Before you call again, read the experiment with ?expand=draftIteration and check its draftIteration and currentIteration.';

const expectation = {
  operation: route.id,
  recognizes: isIteration,
  sentences: {
    not_applied: 'No iteration was created.',
    applied: 'The iteration was created; do not call again.',
    unknown: `An iteration may have been created. ${lookFirst}`,
  },
};

/**
 * Returns a client without the contract's checks.
 *
 * @throws IterationError `invalid_input`, when an option cannot be used, or in a browser.
 */
export function createIterationClient(
  options: IterationClientOptions,
  withChecks?: () => ContractChecks,
): IterationClient {
  const core = createCore(readOptions(options));
  const checks = withChecks?.();
  const client: IterationClient = {
    raw: core.raw,
    async createIteration(path, iteration, settings) {
      if (core.settings.deprecationNotice) noticeDeprecation();
      const [issue, ...others] = issuesOf(checks, iteration);
      if (issue) throw invalidInput(`The iteration breaks the contract: ${issue.message}`, [issue, ...others]);
      const inspect = checks?.responseIssues;
      return core.call<IterationRep>(settings, { route, expectation, path, body: iteration, inspect });
    },
  };
  return keepCore(client, core);
}

function issuesOf(checks: ContractChecks | undefined, iteration: unknown): readonly Issue[] {
  try {
    return checks?.inputIssues(iteration) ?? [];
  } catch {
    throw invalidInput('The iteration cannot be read: reading one of its properties throws.');
  }
}

/** Whether a body is recognizably an iteration: by its ID, which is optional, or by its required properties. */
function isIteration(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { _id, hypothesis, status, createdAt } = body as Partial<IterationRep>;
  const isWhole = hypothesis !== undefined && status !== undefined && createdAt !== undefined;
  return (typeof _id === 'string' && _id !== '') || isWhole;
}
