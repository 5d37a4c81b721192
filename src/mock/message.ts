/** A request as a front received it. */
export interface MockRequest {
  method: string;
  /** Percent-encoded, with the query, if any. */
  target: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
  /** The body's text; `undefined` where it is larger than {@link bodyLimit}. */
  text: string | undefined;
}

/** An answer for a front to send. */
export interface MockAnswer {
  status: number;
  headers: Record<string, string>;
  /** The body; empty for none. */
  body: string;
  /** How long to wait before it is sent, in milliseconds. */
  delayMs: number;
  /** What the log says of it: the scenario, and the first thing wrong with the request. */
  scenario?: string | undefined;
  violation?: string | undefined;
}

/** The largest body that a front reads, in bytes. */
export const bodyLimit = 10 * 1024 * 1024;

/** The codes of errors, from LaunchDarkly's documentation where it has one. */
const codes: Record<number, string> = {
  400: 'invalid_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  413: 'request_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  503: 'service_unavailable',
};

/** Any page may call the mock: it holds no secret, and a frontend runs on another port. */
const crossOrigin = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };

/** Returns an answer with a JSON body. */
export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): MockAnswer {
  return textAnswer(status, JSON.stringify(value), headers);
}

/** Returns an answer with a JSON body, given as its text. */
export function textAnswer(status: number, body: string, headers: Record<string, string>): MockAnswer {
  return { status, headers: { 'content-type': 'application/json', ...crossOrigin, ...headers }, body, delayMs: 0 };
}

/** Returns an error in the API's own shape. */
export function errorAnswer(
  status: number,
  message: string,
  id: string,
  headers: Record<string, string> = {},
): MockAnswer {
  const code = codes[status] ?? 'internal_error';
  return { ...jsonAnswer(status, { code, message, id }, headers), violation: message };
}

/** Answers the question of a browser whether a page may call. */
export function preflightAnswer({ headers }: MockRequest): MockAnswer {
  const asked = headers['access-control-request-headers'] ?? '';
  const allowed = /^[\w\-, ]*$/.test(asked) ? asked : '';
  return {
    status: 204,
    headers: {
      ...crossOrigin,
      'access-control-allow-methods': 'POST, GET, HEAD, OPTIONS',
      // A wildcard would not cover Authorization.
      'access-control-allow-headers': allowed || 'Authorization, Content-Type, LD-API-Version, Prefer',
      'access-control-max-age': '600',
      allow: 'POST, OPTIONS',
    },
    body: '',
    delayMs: 0,
  };
}
