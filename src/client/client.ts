import createClient from 'openapi-fetch';
import type { IterationInput, IterationRep, paths } from '../../generated/schema.d.ts';
import { readError, readIteration } from './answer.ts';
import { IterationError } from './error.ts';
import { checkAccessToken, checkBaseUrl, checkPath, type IterationPath } from './input.ts';

/** The operation's path, as the contract writes it. */
const route = '/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations';

/** How to reach LaunchDarkly. */
export interface IterationClientOptions {
  /** A personal or service access token (`api-…`), bare. Keep it on a server: never ship it to a browser. */
  accessToken: string;
  /** Where the API is, with or without a path prefix. By default LaunchDarkly's commercial server. */
  baseUrl?: string;
  /** What sends the request. By default the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
}

/** Settings of one call. */
export interface CreateIterationOptions {
  /** Ends the call when it aborts. What was already sent may still create an iteration. */
  signal?: AbortSignal;
}

/** A client of the one operation. */
export interface IterationClient {
  /**
   * Creates an iteration of an experiment. It answers with the new iteration, whose status is `not_started`.
   *
   * The call is not idempotent: sent twice, it makes two iterations. It is sent once and never repeated.
   *
   * @param path The keys of the project, the environment and the experiment.
   * @param iteration The iteration to create.
   * @throws IterationError on every failure; its `kind` says which.
   * @deprecated LaunchDarkly will remove this operation. Use the instructions `updateExperimentFields` and
   *   `saveAndStartNewIteration` of Update experiment: https://launchdarkly.com/docs/api/experiments/patch-experiment
   */
  createIteration(
    path: IterationPath,
    iteration: IterationInput,
    options?: CreateIterationOptions,
  ): Promise<IterationRep>;
}

/**
 * Returns a client of create iteration.
 *
 * @throws IterationError `invalid_input`, when the access token or the base URL cannot be used.
 */
export function createIterationClient(options: IterationClientOptions): IterationClient {
  const accessToken = checkAccessToken(options.accessToken);
  const baseUrl = checkBaseUrl(options.baseUrl ?? 'https://app.launchdarkly.com');
  const send = options.fetch ?? ((request: Request) => fetch(request));
  const api = createClient<paths>({ baseUrl, headers: { authorization: accessToken, accept: 'application/json' } });

  return {
    async createIteration(path, iteration, { signal } = {}) {
      const params = { path: checkPath(path), header: { 'LD-API-Version': '20240415' } };
      if (signal?.aborted) throw aborted(false);
      let sent = false;
      let answered: Response | undefined;
      const observedFetch = async (request: Request) => {
        sent = true;
        answered = await send(request);
        return answered;
      };
      try {
        const { data, error, response } = await api.POST(route, {
          params,
          body: iteration,
          // The body is parsed here: openapi-fetch takes an empty one for a success and throws on HTML.
          parseAs: 'text',
          redirect: 'manual',
          fetch: observedFetch,
          ...(signal && { signal }),
        });
        if (response.ok) return readIteration(response.status, data as string | undefined);
        throw readError(response.status, error);
      } catch (thrown) {
        if (thrown instanceof IterationError) throw thrown;
        throw withoutAnswer(thrown, { sent, answered, signal });
      }
    },
  };
}

/** Names what went wrong when no whole answer could be read. */
function withoutAnswer(
  thrown: unknown,
  { sent, answered, signal }: { sent: boolean; answered: Response | undefined; signal: AbortSignal | undefined },
): IterationError {
  if (signal?.aborted) return aborted(sent);
  if (answered) return answered.ok ? unreadable(answered.status) : readError(answered.status, undefined);
  if (sent) {
    const reason = causeCode(thrown);
    const message = `No answer from LaunchDarkly${reason ? ` (${reason})` : ''}.`;
    return new IterationError({ kind: 'network', message });
  }
  return new IterationError({ kind: 'invalid_input', message: 'The iteration cannot be written as JSON.' });
}

function aborted(sent: boolean): IterationError {
  const message = `The call was aborted${sent ? '; an iteration may have been created' : ' before it was sent'}.`;
  return new IterationError({ kind: 'aborted', message });
}

function unreadable(status: number): IterationError {
  const message = `LaunchDarkly answered ${status}, but the answer broke off. An iteration may have been created.`;
  return new IterationError({ kind: 'invalid_response', message, status });
}

/** The system's code of a failed connection, such as `ECONNREFUSED`, found on the cause that `fetch` gives. */
function causeCode(thrown: unknown): string | undefined {
  const cause: unknown = thrown instanceof Error ? thrown.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
