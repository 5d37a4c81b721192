import { IterationError } from './error.ts';

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
 * Returns the three keys, and nothing else of `path`.
 *
 * @throws IterationError `invalid_input`, when a key is not a string or would lead to another path: empty, `.`, `..`,
 *   or holding a slash, a backslash, a percent sign, a control character or half a surrogate pair.
 */
export function checkPath(path: IterationPath): IterationPath {
  return {
    projectKey: checkKey('projectKey', path?.projectKey),
    environmentKey: checkKey('environmentKey', path?.environmentKey),
    experimentKey: checkKey('experimentKey', path?.experimentKey),
  };
}

function checkKey(name: keyof IterationPath, key: unknown): string {
  if (typeof key !== 'string') throw invalidInput(`${name} must be a string, but is ${kindOf(key)}.`);
  if (changesThePath.test(key)) {
    throw invalidInput(`${name} ${JSON.stringify(key)} would change the path of the request; give the key as it is.`);
  }
  return key;
}

/**
 * Returns the access token.
 *
 * @throws IterationError `invalid_input`, when it is not a string of visible ASCII characters. The token is not in
 *   the message.
 */
export function checkAccessToken(token: unknown): string {
  if (typeof token !== 'string') throw invalidInput(`accessToken must be a string, but is ${kindOf(token)}.`);
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw invalidInput('accessToken must be visible ASCII characters alone, without blanks or line ends.');
  }
  return token;
}

/**
 * Returns the base URL without a slash at its end.
 *
 * @throws IterationError `invalid_input`, when it is not an absolute http(s) URL, or has credentials, a query or a
 *   fragment. The URL is not in the message, as it may hold a secret.
 */
export function checkBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !/[?#{}]/.test(baseUrl);
  if (!isPlain) throw invalidInput('baseUrl must be an absolute URL without credentials, query or fragment.');
  return url.href.replace(/\/+$/, '');
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
}

function invalidInput(message: string): IterationError {
  return new IterationError({ kind: 'invalid_input', message });
}
