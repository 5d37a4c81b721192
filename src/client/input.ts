import { createFinalURL } from 'openapi-fetch';
import { createIteration } from '../../generated/operations.js';
import { invalidInput } from './error.ts';

/** The keys in the path of the operation. */
export interface IterationPath {
  /** The key of the project. */
  projectKey: string;
  /** The key of the environment. */
  environmentKey: string;
  /** The key of the experiment. */
  experimentKey: string;
}

// A slash, a backslash or a percent sign may be decoded on the way; a control character or half a surrogate pair
// never reaches the server as it was.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const changesThePath = /^\.{0,2}$|[/\\%\u0000-\u001f\u007f]|\p{Surrogate}/u;

/**
 * Returns the URL of the operation below a base URL.
 *
 * @throws IterationError `invalid_input`, when a key is not a string or would lead to another path: empty, `.`, `..`,
 *   or holding a slash, a backslash, a percent sign, a control character or half a surrogate pair.
 */
export function urlOf(baseUrl: string, path: IterationPath): string {
  return createFinalURL(createIteration.path, {
    baseUrl,
    params: { path: { ...path } },
    querySerializer: () => '',
    // The default one knows every style of parameter, at four times the size of all that is needed here.
    pathSerializer: (template, keys) => template.replace(/\{(\w+)\}/g, (_braces, name) => checkKey(name, keys[name])),
  });
}

function checkKey(name: string, key: unknown): string {
  if (typeof key !== 'string' || changesThePath.test(key)) {
    const found = typeof key === 'string' ? JSON.stringify(key) : typeof key;
    throw invalidInput(`${name} ${found} cannot be a part of a path.`);
  }
  return encodeURIComponent(key);
}

/**
 * Returns the access token.
 *
 * @throws IterationError `invalid_input`, when it is not a string of visible ASCII characters, or is an SDK key or a
 *   mobile key, which this API refuses. The token is not in the message.
 */
export function checkAccessToken(token: unknown): string {
  if (typeof token !== 'string' || !/^[!-~]+$/.test(token)) {
    throw invalidInput('accessToken must be a string of visible ASCII characters.');
  }
  if (/^(sdk|mob)-/.test(token)) {
    throw invalidInput(
      'accessToken is an SDK or mobile key; this API takes personal and service access tokens (api-).',
    );
  }
  return token;
}

/**
 * Returns the base URL without a slash at its end.
 *
 * @throws IterationError `invalid_input`, when it is not an absolute URL, is not HTTPS though its host is not this
 *   machine, or has credentials, braces, a query or a fragment. The URL is not in the message, as it may hold a secret.
 */
export function checkBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  // HTTP is for hosts of this machine alone. Braces would be taken for parameters of the path.
  const isSafe = /^(https:\/\/|http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:|\/))[^@?#{}]*$/.test(url?.href ?? '');
  if (!url || !isSafe || /[?#{}]/.test(baseUrl)) {
    throw invalidInput('baseUrl must be an HTTPS URL without credentials, query or fragment; HTTP only for localhost.');
  }
  return url.href.replace(/\/+$/, '');
}

/**
 * @throws IterationError `invalid_input`, in a browser page or worker: an access token that reaches a browser is
 *   everybody's.
 */
export function refuseBrowsers(): void {
  if ('document' in globalThis || 'importScripts' in globalThis) {
    throw invalidInput('A browser must not hold an access token. Call from a server; for a mock, pass mock: true.');
  }
}
