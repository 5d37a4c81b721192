/** The requests and responses that openapi-fetch gets: real ones if middleware may see them, otherwise cheap ones. */

import { maxRequestBytes } from '../transport/body.ts';
import type { Attempt } from '../transport/call.ts';
import { invalidInput } from '../transport/error.ts';

/** The part of a `Request` that openapi-fetch reads, at a third of the cost. Middleware gets a real one. */
export const LightRequest = class {
  constructor(url: string, init: object) {
    Object.assign(this, init, { url });
  }
} as unknown as typeof Request;

/** The part of a `Response` that openapi-fetch reads, for a call whose response nothing else sees. */
export function lightResponse({ response, text = '' }: Attempt): Response {
  const { status = 0, headers = new Headers() } = response ?? {};
  return {
    status,
    ok: status >= 200 && status < 300,
    headers,
    body: null,
    text: async () => text,
  } as unknown as Response;
}

/** A response whose body was received completely. */
export function fullResponse({ response, text = '' }: Attempt): Response {
  const { status = 0, statusText = '', headers, url = '' } = response ?? {};
  const readable = new Headers();
  headers?.forEach((value, name) => {
    try {
      readable.append(name, value);
    } catch {
      // A custom fetch may return headers that are invalid.
    }
  });
  const full = new Response([204, 205, 304].includes(status) ? null : text, {
    status: status >= 200 && status <= 599 ? status : 599,
    headers: readable,
  });
  // The constructor accepts no URL, no other status, and no reason phrase beyond Latin-1, though servers do send those.
  const others = { url, status, statusText };
  for (const [name, value] of Object.entries(others)) Object.defineProperty(full, name, { value });
  return full;
}

/**
 * Writes a body as JSON.
 *
 * @throws IterationError `invalid_input`, if that is impossible or the text is larger than {@link maxRequestBytes}.
 */
export function writeJson(body: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch {}
  if (text === undefined) throw invalidInput('The body cannot be written as JSON.');
  // A character takes up to three bytes, so most texts need not be counted.
  if (text.length * 3 > maxRequestBytes && new TextEncoder().encode(text).byteLength > maxRequestBytes) {
    throw invalidInput(`The body is larger than ${maxRequestBytes} bytes.`);
  }
  return text;
}
