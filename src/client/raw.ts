/** openapi-fetch's client on the transport, and what the named functions are built on. */

import createClient, { type Client } from 'openapi-fetch';
import { version } from '../../generated/constants.js';
import type { paths } from '../../generated/schema.d.ts';
import type { Issue } from '../contract/issue.ts';
import type { Operation } from '../contract/operations.ts';
import { isRead } from '../transport/attempt.ts';
import { parseJson } from '../transport/body.ts';
import type { Call, CallOptions } from '../transport/call.ts';
import { Interruption, within } from '../transport/deadline.ts';
import { type IterationOutcome, invalidInput, isIterationError } from '../transport/error.ts';
import { tokensIn } from '../transport/redact.ts';
import { createTransport } from '../transport/transport.ts';
import { fullResponse, LightRequest, lightResponse, writeJson } from './messages.ts';
import { type CallSettings, type ClientSettings, checkNumber, readCallSettings } from './options.ts';
import { fillPath } from './path.ts';

/** What a named function sets for its call, in addition to the caller's settings. */
export type Expectation = Pick<CallOptions, 'operation' | 'recognizes' | 'sentences' | 'conflictRetries' | 'noteOf'>;

/** The request of a named function. */
export interface NamedRequest {
  readonly route: Pick<Operation, 'id' | 'method' | 'path'>;
  readonly expectation: Expectation;
  /** The keys in the path. */
  readonly path: object;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Checks the body of a response, and returns the issue that must fail the call. */
  readonly inspect?: ((body: never, call: Call) => readonly Issue[]) | undefined;
}

/** openapi-fetch's client, and what the named functions are built on. */
export interface Core {
  readonly settings: ClientSettings;
  readonly raw: Client<paths>;
  /**
   * Makes a call. Resolves to the body of a 2xx that the operation recognizes.
   *
   * @throws IterationError on every failure.
   */
  call<T>(settings: CallSettings | undefined, request: NamedRequest): Promise<T>;
}

const cores = new WeakMap<object, Core>();

/** Lets the functions that take a client find its internals. */
export function keepCore<T extends object>(client: T, core: Core): T {
  cores.set(client, core);
  return client;
}

/**
 * Returns the internals of a client.
 *
 * @throws IterationError `invalid_input`, when the value is not a client of this package.
 */
export function coreOf(client: object): Core {
  const core = cores.get(client);
  if (core) return core;
  throw invalidInput("The first argument must be a client returned by this package's createIterationClient.");
}

const rawSentences: Record<IterationOutcome, string> = {
  not_applied: 'Nothing was applied.',
  applied: 'It was applied.',
  unknown: 'It may have been applied: read the resource before you send it again.',
};

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'] as const;

type Init = Record<string, unknown>;
type Method = (template: string, init?: Init) => Promise<{ data?: unknown; response: Response }>;

/** Returns openapi-fetch's client, whose requests all go through one transport. */
export function createCore(settings: ClientSettings): Core {
  const { baseUrl, apiVersion } = settings;
  const transport = createTransport(settings);
  let hasMiddleware = false;
  const api = createClient<paths>({ baseUrl, pathSerializer: fillPath, bodySerializer: writeJson });
  /** Added below openapi-fetch, which would copy them for each request. Those of a request replace them. */
  const usualHeaders = {
    accept: 'application/json',
    'ld-api-version': apiVersion,
    'user-agent': `launchdarkly-iteration-contract/${version}`,
  };

  const begin = (callSettings: CallSettings | undefined, expectation: Partial<CallOptions> & Expectation) => {
    const { signal, totalTimeoutMs, maxRetries, headers } = readCallSettings(callSettings);
    const call = transport.start({
      ...expectation,
      signal,
      totalTimeoutMs: checkNumber('totalTimeoutMs', totalTimeoutMs, settings.totalTimeoutMs),
      maxRetries: checkNumber('maxRetries', maxRetries, settings.maxRetries, 0),
      attemptTimeoutMs: settings.attemptTimeoutMs,
      maxRetryDelayMs: settings.maxRetryDelayMs,
    });
    return { call, headers };
  };

  /** The `fetch` of one call. The signal bypasses it: a `Request` would listen to it until garbage-collected. */
  const fetchOf = (call: Call, isLight: boolean) => async (request: Request) => {
    const { url, method } = request;
    if (!url.startsWith(`${baseUrl}/`)) throw invalidInput('The request goes outside the base URL of the client.');
    const headers = {
      ...usualHeaders,
      ...Object.fromEntries(request.headers as unknown as Iterable<[string, string]>),
    };
    const body = isLight ? (request.body as unknown as string | undefined) : (await request.text()) || undefined;
    const attempt = await transport.send({ url, method, headers, body }, call);
    return isLight ? lightResponse(attempt) : fullResponse(attempt);
  };

  const raw = { ...api } as unknown as Record<string, unknown>;
  for (const method of methods) {
    const send = api[method] as unknown as Method;
    raw[method] = (async (template, options) => {
      const { signal, totalTimeoutMs, maxRetries, params, ...init } = options ?? {};
      const takesAnyText = init['parseAs'] !== undefined && init['parseAs'] !== 'json';
      const expectation = { operation: `${method} ${template}`, sentences: rawSentences, takesAnyText };
      const { call } = begin({ signal, totalTimeoutMs, maxRetries } as CallSettings, expectation);
      const request = { ...init, params: withPath(params), fetch: fetchOf(call, false) };
      return hasMiddleware || init['middleware']
        ? inTime(call, () => send(template, request))
        : send(template, request);
    }) satisfies Method;
  }
  raw['request'] = (method: string, template: string, init?: Init) =>
    (raw[method.toUpperCase()] as Method)(template, init);
  raw['use'] = (...middleware: Parameters<typeof api.use>) => {
    hasMiddleware = true;
    api.use(...middleware);
  };

  return {
    settings,
    raw: raw as unknown as Client<paths>,
    async call<T>(callSettings: CallSettings | undefined, request: NamedRequest) {
      const { call, headers } = begin(callSettings, request.expectation);
      const { route, path, query, body } = request;
      const isLight = !hasMiddleware;
      const common = {
        body,
        headers: { ...headers, ...request.headers },
        parseAs: 'text',
        fetch: fetchOf(call, isLight),
        ...(isLight && { Request: LightRequest }),
      };
      const send = api[route.method as 'POST'] as unknown as Method;
      const response = await settle(call, () => {
        const init = { ...common, params: withPath({ path, query }) };
        return isLight ? send(route.path, init) : inTime(call, () => send(route.path, init));
      });
      // A middleware that returned its own response may have sent the request itself.
      const outcome = isRead(route.method) ? 'not_applied' : 'unknown';
      call.last ??= { outcome, response: response.response, retryable: false, waitMs: 0 };
      const result = bodyOf<T>(call, response);
      const [issue, ...others] = request.inspect?.(result as never, call) ?? [];
      if (!issue) return result;
      const message = `The response breaks the contract: ${issue.message}`;
      throw call.fail({ kind: 'invalid_response', message, issues: [issue, ...others], responseBody: result });
    },
  };
}

/** Without keys, openapi-fetch would send the braces of the template. */
function withPath(params: unknown): object {
  const { path, ...others } = (params ?? {}) as { path?: object };
  return { ...others, path: { ...path } };
}

/** Waits for middleware no longer than the call may take. Anything it tries to send after that is not sent. */
async function inTime<T>(call: Call, send: () => Promise<T>): Promise<T> {
  try {
    return await within(call.deadline.remaining(), call.options.signal, send);
  } catch (thrown) {
    throw thrown instanceof Interruption ? call.interrupted(thrown) : thrown;
  }
}

/** Waits for openapi-fetch. What it or a middleware throws becomes an error of the call. */
async function settle<T>(call: Call, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (thrown) {
    const isRefusal = call.attempts === 0 && isIterationError(thrown) && thrown.kind === 'invalid_input';
    if (call.errors.includes(thrown) || isRefusal) throw thrown;
    call.hide(...tokensIn(thrown));
    const kind = call.attempts === 0 ? 'invalid_input' : 'invalid_response';
    throw call.fail({ kind, message: 'The request could not be made, or a middleware failed.', issues: [], thrown });
  }
}

/** Returns the body of a 2xx that the operation recognizes, even if a middleware has replaced it. */
function bodyOf<T>(call: Call, { data, response }: { data?: unknown; response: Response }): T {
  const { last } = call;
  const attempt = { ...last, response };
  if (!response.ok) {
    const message = `The server responded with ${response.status}.`;
    throw call.fail(last?.failure ?? { kind: 'http', message }, attempt);
  }
  const value = last && data === last.text ? last.value : parseJson(String(data));
  if (call.options.recognizes?.(value)) return value as T;
  const message = 'A middleware has replaced the response with one that this operation does not return.';
  throw call.fail({ kind: 'invalid_response', message, responseBody: data }, attempt);
}
