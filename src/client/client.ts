import { apiVersion as newestVersion, servers, version } from '../../generated/constants.js';
import type { IterationInput, IterationRep } from '../../generated/schema.d.ts';
import type { Issue } from '../contract/issue.ts';
import { maxRequestBytes } from './body.ts';
import { type CallSettings, type Progress, perform } from './call.ts';
import { IterationError, invalidInput } from './error.ts';
import { createGate } from './gate.ts';
import { checkAccessToken, checkBaseUrl, type IterationPath, refuseBrowsers, urlOf } from './input.ts';
import { timeout, within } from './time.ts';

/** How to reach LaunchDarkly, and how patiently. */
export interface IterationClientOptions {
  /**
   * A personal or service access token (`api-…`), bare, or a function that gives one for each call. Keep it on a server:
   * never ship it to a browser.
   */
  accessToken: string | (() => string | Promise<string>);
  /** Where the API is: one of `servers`, or a URL with or without a path prefix. By default `servers.commercial`. */
  baseUrl?: string;
  /** What sends a request. By default the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** The dated version of the API. By default `20240415`, the newest. */
  apiVersion?: string;
  /** How often a request that surely created nothing is sent again, by default 2. */
  maxRetries?: number;
  /** How long one attempt may take, its answer's body included, in milliseconds. By default 10,000. */
  attemptTimeoutMs?: number;
  /** How long a call may take, with all its waits and attempts, in milliseconds. By default 30,000. */
  totalTimeoutMs?: number;
  /** The longest wait before another attempt, in milliseconds. By default 15,000; what must wait longer fails. */
  maxWaitMs?: number;
  /** Whether calls wait for the rate limit's reset once an answer says that nothing remains. By default `true`. */
  keepToRateLimit?: boolean;
  /** Sends again even when an iteration may have been created, at the price of duplicates. By default `false`. */
  retryUnknownOutcome?: boolean;
  /** Says that `baseUrl` is a mock, so that the client may run in a browser. By default `false`. */
  mock?: boolean;
}

/** Settings of one call. */
export interface CreateIterationOptions {
  /** Ends the call when it aborts. The error then says what became of the iteration. */
  signal?: AbortSignal;
}

/** A client of the one operation. */
export interface IterationClient {
  /**
   * Creates an iteration of an experiment. It resolves to the new iteration, whose status is `not_started`.
   *
   * The call is not idempotent: sent twice, it makes two iterations. So it is sent again only when it surely created
   * nothing and waiting helps: after 429, and after a failure before the connection stood.
   *
   * @param path The keys of the project, the environment and the experiment.
   * @param iteration The iteration to create.
   * @throws IterationError on every failure; its `outcome` says what became of the iteration.
   * @deprecated LaunchDarkly will remove this operation. Use the instructions `updateExperimentFields` and
   *   `saveAndStartNewIteration` of Update experiment: https://launchdarkly.com/docs/api/experiments/patch-experiment
   */
  createIteration(
    path: IterationPath,
    iteration: IterationInput,
    options?: CreateIterationOptions,
  ): Promise<IterationRep>;
}

/** What a client checks bodies against; without it, it checks nothing. */
export interface ContractChecks {
  /** What is wrong with an iteration to create. */
  inputIssues(value: unknown): readonly Issue[];
  /** Called with an answer and its differences from the contract; throws when they must fail the call. */
  inspectAnswer(iteration: IterationRep, progress: Progress): void;
}

/**
 * Returns a client of create iteration.
 *
 * @throws IterationError `invalid_input`, when the access token, the base URL or the version cannot be used, or in a
 *   browser.
 */
export function createIterationClient(options: IterationClientOptions, checks?: ContractChecks): IterationClient {
  const { accessToken, apiVersion = newestVersion, maxRetries = 2, maxWaitMs = 15_000 } = options;
  const { attemptTimeoutMs = 10_000, totalTimeoutMs = 30_000 } = options;
  if (!options.mock) refuseBrowsers();
  if (typeof accessToken !== 'function') checkAccessToken(accessToken);
  if (!/^[\w.-]+$/.test(apiVersion)) throw invalidInput('apiVersion must be a version of the API, such as 20240415.');
  const times = { attemptTimeoutMs, totalTimeoutMs };
  const counts = { maxWaitMs, maxRetries };
  for (const [name, value] of Object.entries({ ...times, ...counts })) {
    if (!(value > 0 || (value === 0 && name in counts))) throw invalidInput(`${name} must be a positive number.`);
  }
  const baseUrl = checkBaseUrl(options.baseUrl ?? servers.commercial);
  const settings: CallSettings = {
    send: options.fetch ?? ((request) => fetch(request)),
    maxRetries,
    attemptTimeoutMs,
    maxWaitMs,
    retryUnknownOutcome: options.retryUnknownOutcome ?? false,
    gate: options.keepToRateLimit === false ? undefined : createGate(maxWaitMs),
  };
  let turns = 0;

  const create: IterationClient['createIteration'] = async (path, iteration, { signal: callerSignal } = {}) => {
    const url = urlOf(baseUrl, path);
    const issues = checks?.inputIssues(iteration) ?? [];
    if (issues[0]) throw invalidInput(`The iteration breaks the contract: ${issues[0].message}`, issues);
    const body = writeJson(iteration);
    turns += 1;
    const turn = turns;
    const deadline = performance.now() + totalTimeoutMs;
    const progress: Progress = { attempts: 0, outcome: 'not_created', before: 'not_created' };
    try {
      return await within(totalTimeoutMs, callerSignal, async (signal) => {
        const token = await tokenOf(accessToken);
        const headers = {
          accept: 'application/json',
          'content-type': 'application/json',
          'ld-api-version': apiVersion,
          'user-agent': `launchdarkly-iteration-contract/${version}`,
          authorization: token,
        };
        const call = { url, body, headers, token, turn, deadline, signal };
        const created = await perform(settings, call, progress);
        checks?.inspectAnswer(created, progress);
        return created;
      });
    } catch (thrown) {
      if (thrown instanceof IterationError) throw thrown;
      if (callerSignal?.aborted) throw cutShort(progress, 'aborted', 0);
      if (thrown === timeout) throw cutShort(progress, 'timeout', totalTimeoutMs);
      throw thrown;
    }
  };
  return { createIteration: create };
}

async function tokenOf(accessToken: IterationClientOptions['accessToken']): Promise<string> {
  if (typeof accessToken === 'string') return accessToken;
  let token: unknown;
  try {
    token = await accessToken();
  } catch {
    throw invalidInput('The function that gives the accessToken threw.');
  }
  return checkAccessToken(token);
}

function writeJson(iteration: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(iteration);
  } catch {}
  if (text === undefined) throw invalidInput('The iteration cannot be written as JSON.');
  if (new TextEncoder().encode(text).byteLength > maxRequestBytes) {
    throw invalidInput(`The iteration is larger than ${maxRequestBytes} bytes.`);
  }
  return text;
}

/** The error of a call that its caller aborted, or that took too long as a whole. */
function cutShort({ outcome, attempts }: Progress, kind: 'aborted' | 'timeout', ms: number): IterationError {
  const what = { not_created: 'No iteration was', created: 'The iteration was', unknown: 'An iteration may have been' };
  const why = kind === 'aborted' ? 'The call was aborted.' : `The call took longer than ${ms} ms.`;
  return new IterationError({ kind, outcome, attempts, message: `${why} ${what[outcome]} created.` });
}
