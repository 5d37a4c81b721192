/** The requests and responses of the mock, and the one place where its errors get their shape. */

import { operations } from '../../generated/operations.js';

/** A request as an adapter received it. */
export interface MockRequest {
  method: string;
  /** The path, percent-encoded, with the query, if any; or a whole URL. */
  target: string;
  /** By name in lower case. */
  headers: Readonly<Record<string, string>>;
  /** The body's text, or why the adapter has not read it. */
  body: string | { unread: 'too large' | 'too much at once' };
}

/** A response for an adapter to send. */
export interface MockResponse {
  status: number;
  headers: Record<string, string>;
  /** The body; empty for none. */
  body: string;
  /** How long to wait before it is sent, in milliseconds. */
  delayMs: number;
  /** For a log: the scenario, and the first problem of the request. It quotes no values except numbers. */
  scenario?: string | undefined;
  problem?: string | undefined;
  /** What a log adds, mainly where LaunchDarkly documents nothing. */
  note?: string | undefined;
}

/** The largest body that an adapter reads, in bytes; the client sends none that is larger. */
export const bodyLimit = 1024 * 1024;

/** The codes of errors, from LaunchDarkly's documentation where it has one. */
const codes: Record<number, string> = {
  400: 'invalid_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  409: 'optimistic_locking_error',
  413: 'request_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  503: 'service_unavailable',
};

/** Returns a response with a JSON body, given as its text. */
export function jsonResponse(status: number, body: string, headers: Record<string, string> = {}): MockResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body, delayMs: 0 };
}

/** What an error says: to the caller, and to a log if that must say less. */
export interface Problem {
  status: number;
  message: string;
  logged?: string | undefined;
  note?: string | undefined;
  headers?: Record<string, string>;
}

/** Returns an error in the API's own shape. */
export function errorResponse({ status, message, logged, note, headers }: Problem, id: string): MockResponse {
  const code = codes[status] ?? 'internal_error';
  const body = JSON.stringify({ code, message: clipped(message, 7_900), id });
  return { ...jsonResponse(status, body, headers), problem: clipped(logged ?? message, 300), note };
}

/** The headers that a page may read: with credentials, a wildcard would not work. */
const exposed = [
  ...new Set(
    Object.values(operations).flatMap(({ responses }) =>
      Object.values(responses).flatMap(({ headers }) => Object.keys(headers)),
    ),
  ),
  'deprecation',
  'sl-violations',
].join(', ');

/** Returns headers that let any page read a response, even with credentials: the mock has no secrets. */
export function crossOrigin({ origin = '' }: MockRequest['headers']): Record<string, string> {
  const exposing = { 'access-control-expose-headers': exposed };
  if (!/^[\x21-\x7e]{1,256}$/.test(origin)) return { 'access-control-allow-origin': '*', ...exposing };
  const named = { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'origin' };
  return { ...named, ...exposing };
}

/** Returns the response to a CORS preflight request. */
export function preflightResponse({ headers }: MockRequest): MockResponse {
  const asked = headers['access-control-request-headers'] ?? '';
  const methods = new Set(['GET', 'HEAD', 'OPTIONS', ...Object.values(operations).map(({ method }) => method)]);
  const allowed = [...methods, 'POST'].filter((method, index, all) => all.indexOf(method) === index).join(', ');
  return {
    status: 204,
    headers: {
      'access-control-allow-methods': allowed,
      'access-control-allow-headers': /^[\w\-, ]{1,1000}$/.test(asked)
        ? asked
        : 'Authorization, Content-Type, LD-API-Version, Prefer',
      'access-control-max-age': '600',
      allow: allowed,
    },
    body: '',
    delayMs: 0,
  };
}

const encoder = new TextEncoder();

/** Returns a text, or its start with an ellipsis where it is larger. */
export function clipped(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text;
  const encoded = encoder.encode(text.slice(0, bytes + 1));
  if (encoded.byteLength <= bytes) return text;
  // A character cut in half becomes a replacement character, which is removed too.
  const start = new TextDecoder().decode(encoded.subarray(0, bytes - 3));
  return `${start.replace(/\uFFFD$/, '')}…`;
}
