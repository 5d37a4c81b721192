/** The requests and responses that openapi-fetch gets: real ones where somebody else may look at them, else cheap ones. */

import { maxRequestBytes } from '../transport/body.ts';
import type { Attempt } from '../transport/call.ts';
import { invalidInput } from '../transport/error.ts';

/** What openapi-fetch reads of a `Request`, at a third of its cost. Middleware may look at more, and gets a real one. */
export const LightRequest = class {
  constructor(url: string, init: object) {
    Object.assign(this, init, { url });
  }
} as unknown as typeof Request;

/** What openapi-fetch reads of a `Response`, for a call whose response nobody else sees. */
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

/** A response whose body can be read, and cannot break off any more. */
export function fullResponse({ response, text = '' }: Attempt): Response {
  const { status = 0, statusText = '', headers, url = '' } = response ?? {};
  const readable = new Headers();
  headers?.forEach((value, name) => {
    try {
      readable.append(name, value);
    } catch {
      // What a foreign fetch calls a header need not be one.
    }
  });
  const full = new Response([204, 205, 304].includes(status) ? null : text, {
    status: status >= 200 && status <= 599 ? status : 599,
    headers: readable,
  });
  // The constructor takes neither a URL, nor a status beyond these, nor a reason beyond Latin-1, which servers do send.
  const others = { url, status, statusText };
  for (const [name, value] of Object.entries(others)) Object.defineProperty(full, name, { value });
  return full;
}

/**
 * Writes a body as JSON.
 *
 * @throws IterationError `invalid_input`, when it cannot be, or is larger than {@link maxRequestBytes}.
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
