/** The options of a client and of a call, and their checks. */

import { apiVersion as newestVersion, servers } from '../../generated/constants.js';
import { invalidInput, isIterationError } from '../transport/error.ts';
import type { Hooks } from '../transport/hooks.ts';
import { read } from '../transport/redact.ts';
import type { TransportOptions } from '../transport/transport.ts';

/** How to reach LaunchDarkly, and how long to wait and retry. */
export interface IterationClientOptions extends Hooks {
  /**
   * A personal or service access token (`api-…`), without `Bearer`, or a function that returns one for each call. Keep
   * it on a server: never ship it to a browser.
   */
  accessToken: string | undefined | (() => string | Promise<string>);
  /** The URL of the API: one of `servers`, or another, which may have a path prefix. By default `servers.commercial`. */
  baseUrl?: string | URL | undefined;
  /** The function that sends a request, called with a URL and options. By default the global `fetch`. */
  fetch?: typeof fetch | undefined;
  /** The dated version of the API. By default `20240415`, the newest. */
  apiVersion?: string | undefined;
  /** How many times a request that certainly applied nothing is retried. By default 2. */
  maxRetries?: number | undefined;
  /** How long one attempt may take, including the body of the response, in milliseconds. By default 10,000. */
  attemptTimeoutMs?: number | undefined;
  /** How long a call may take, with all its waits and attempts, in milliseconds. By default 30,000. */
  totalTimeoutMs?: number | undefined;
  /** The longest wait before a retry, in milliseconds. By default 15,000; a call that must wait longer fails. */
  maxRetryDelayMs?: number | undefined;
  /** Whether calls stay within the rate limits that responses report. By default `true`. */
  throttle?: boolean | undefined;
  /**
   * Says that `baseUrl` or `fetch` is a mock: the client may run in a browser, and may use plain HTTP to any host. By
   * default `false`.
   */
  mock?: boolean | undefined;
  /**
   * Whether the first call of `createIteration` in a process says that the operation is deprecated, as Node's own
   * deprecations do. By default `true`.
   */
  deprecationNotice?: boolean | undefined;
}

/** Settings of one call. Each replaces the client's own. */
export interface CallSettings {
  /** Ends the call when it aborts. The error then says whether the call took effect. */
  signal?: AbortSignal | undefined;
  /** How long the call may take, with all its waits and attempts, in milliseconds. */
  totalTimeoutMs?: number | undefined;
  /** How many times a request that certainly applied nothing is retried. */
  maxRetries?: number | undefined;
  /** Additional headers of the request. `Authorization` is always the client's own. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** The options of a client, checked, with their defaults. */
export interface ClientSettings extends TransportOptions {
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly maxRetries: number;
  readonly attemptTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxRetryDelayMs: number;
  readonly deprecationNotice: boolean;
}

/**
 * Checks the options of a client.
 *
 * @throws IterationError `invalid_input`, naming the option and what it takes.
 */
export function readOptions(options: IterationClientOptions): ClientSettings {
  return guarded('options', options, checkOptions);
}

function checkOptions(options: IterationClientOptions): ClientSettings {
  const { accessToken, apiVersion = newestVersion, throttle = true, mock = false } = options;
  if (mock && options.baseUrl === undefined && options.fetch === undefined) {
    const missing =
      'mock: true needs the baseUrl or the fetch of the mock: without one, the client calls LaunchDarkly.';
    throw invalidInput(missing);
  }
  if (!mock) refuseBrowsers();
  if (typeof apiVersion !== 'string' || !/^[\w.-]+$/.test(apiVersion)) {
    throw invalidInput('apiVersion must be a version of the API, such as 20240415.');
  }
  for (const name of ['throttle', 'mock', 'deprecationNotice'] as const) checkType(name, options[name], 'boolean');
  for (const name of ['fetch', 'onRequest', 'onResponse', 'onRetry'] as const) {
    checkType(name, options[name], 'function');
  }
  const { baseUrl = servers.commercial, onRequest, onResponse, onRetry } = options;
  return {
    accessToken: typeof accessToken === 'function' ? accessToken : checkAccessToken(accessToken),
    checkToken: checkAccessToken,
    baseUrl: checkBaseUrl(baseUrl, mock),
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    apiVersion,
    maxRetries: checkNumber('maxRetries', options.maxRetries, 2, 0),
    attemptTimeoutMs: checkNumber('attemptTimeoutMs', options.attemptTimeoutMs, 10_000),
    totalTimeoutMs: checkNumber('totalTimeoutMs', options.totalTimeoutMs, 30_000),
    maxRetryDelayMs: checkNumber('maxRetryDelayMs', options.maxRetryDelayMs, 15_000, 0),
    throttle,
    deprecationNotice: options.deprecationNotice ?? true,
    hooks: { onRequest, onResponse, onRetry },
  };
}

/**
 * Returns the number in an option, or its default.
 *
 * @throws IterationError `invalid_input`, when it is not a finite number, or not more than `least`, which may be 0
 *   itself where it is given.
 */
export function checkNumber(name: string, value: unknown, fallback: number, least?: 0): number {
  if (value === undefined) return fallback;
  const isInRange = typeof value === 'number' && Number.isFinite(value) && (value > 0 || value === least);
  if (isInRange) return value;
  const found = typeof value === 'number' ? String(value) : kindOf(value);
  throw invalidInput(
    `${name} must be a ${least === 0 ? 'finite number, 0 or more' : 'finite number above 0'}, but is ${found}.`,
  );
}

/**
 * Checks the type of an option, which may be absent.
 *
 * @throws IterationError `invalid_input`, naming the option and what it takes.
 */
export function checkType(name: string, value: unknown, type: 'boolean' | 'function'): void {
  if (value !== undefined && typeof value !== type) {
    throw invalidInput(`${name} must be a ${type}, but is ${kindOf(value)}.`);
  }
}

/**
 * Returns the settings of a call, checked.
 *
 * @throws IterationError `invalid_input`, naming the setting and what it takes.
 */
export function readCallSettings(settings: CallSettings | undefined): CallSettings {
  if (settings === undefined) return {};
  return guarded('options of a call', settings, ({ signal, totalTimeoutMs, maxRetries, headers }) => {
    if (signal !== undefined && !isSignal(signal)) {
      throw invalidInput(`signal must be an AbortSignal, but is ${kindOf(signal)}.`);
    }
    return { signal, totalTimeoutMs, maxRetries, headers: { ...headers } };
  });
}

/** Whether a value behaves like an `AbortSignal`; it may come from another realm or a library. */
function isSignal(value: unknown): boolean {
  const methods = ['addEventListener', 'removeEventListener'];
  return (
    typeof read(value, 'aborted') === 'boolean' && methods.every((name) => typeof read(value, name) === 'function')
  );
}

/**
 * Reads an object of the caller's, whose getters may throw.
 *
 * @throws IterationError `invalid_input`, when it is no object, or cannot be read.
 */
export function guarded<T extends object, Result>(name: string, value: T, readAll: (value: T) => Result): Result {
  if (typeof value !== 'object' || value === null) {
    throw invalidInput(`The ${name} must be an object, but are ${kindOf(value)}.`);
  }
  try {
    return readAll(value);
  } catch (thrown) {
    throw isIterationError(thrown) && thrown.kind === 'invalid_input'
      ? thrown
      : invalidInput(`The ${name} cannot be read: reading one of them throws.`);
  }
}

/**
 * Returns the access token.
 *
 * @throws IterationError `invalid_input`, when it is not a string of visible ASCII characters, has a scheme before it,
 *   or is an SDK key or a mobile key, which this API refuses. The token is not in the message.
 */
export function checkAccessToken(token: unknown): string {
  const what = 'set it to a personal or service access token (api-…), for example from LAUNCHDARKLY_ACCESS_TOKEN';
  if (token === undefined || token === null || token === '') throw invalidInput(`accessToken is empty: ${what}.`);
  if (typeof token !== 'string') throw invalidInput(`accessToken is ${kindOf(token)}: ${what}.`);
  if (/^bearer\s/i.test(token)) throw invalidInput('accessToken starts with "Bearer ": pass only the token.');
  if (!/^[!-~]+$/.test(token)) {
    throw invalidInput('accessToken contains spaces, line breaks or non-ASCII characters: pass only the token.');
  }
  if (/^(sdk|mob)-/.test(token)) throw invalidInput(`accessToken is an SDK key or a mobile key: ${what}.`);
  return token;
}

/**
 * Returns the base URL without a trailing slash.
 *
 * @throws IterationError `invalid_input`, when it is not an absolute URL, is not HTTPS though its host is neither this
 *   machine nor a mock, or has credentials, braces, a query or a fragment. The URL is not in the message, as it may
 *   hold a secret.
 */
export function checkBaseUrl(baseUrl: unknown, isMock = false): string {
  const text = baseUrl instanceof URL ? baseUrl.href : typeof baseUrl === 'string' ? baseUrl : '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && (isLocal || isMock));
  if (!url || !isSafe || url.username || url.password || /[?#{}]/.test(text)) {
    const http = isMock ? 'an HTTP or HTTPS URL' : 'an HTTPS URL (HTTP only for localhost, or with mock: true)';
    throw invalidInput(`baseUrl must be ${http} without credentials, braces, query or fragment.`);
  }
  return url.href.replace(/\/+$/, '');
}

function refuseBrowsers(): void {
  if ('document' in globalThis || 'importScripts' in globalThis) {
    throw invalidInput('A browser must not hold an access token. Call from a server; for a mock, pass mock: true.');
  }
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
}
