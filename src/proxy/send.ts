/** Sends responses to the caller: the proxy's own, and the upstream's as they came. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { finish } from '../http/body.ts';
import { headerOf, type WireHead } from './wire.ts';

/** Sends a response of the proxy itself, in the shape of the API's errors. */
export function sendOwn(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message }: { status: number; code: string; message: string },
): void {
  const body = Buffer.from(JSON.stringify({ code, message }));
  const headers = ['content-type', 'application/json'];
  sendWhole(request, response, { status, statusText: undefined, headers }, body);
}

/** Sends a response that was read to its end. */
export function sendWhole(request: IncomingMessage, response: ServerResponse, head: WireHead, body: Buffer): void {
  const isBodiless = request.method === 'HEAD' || head.status === 204 || head.status === 304;
  writeHead(response, head, [
    ...(isBodiless ? [] : ['content-length', String(body.length)]),
    ...(request.complete ? [] : ['connection', 'close']),
  ]);
  finish(request, response, isBodiless ? '' : body);
}

/** Sends a response as it comes, and says whether it came to its end. */
export async function sendStream(response: ServerResponse, head: WireHead, body: IncomingMessage): Promise<boolean> {
  writeHead(response, head, []);
  // The caller of a stream of events waits for its head.
  response.flushHeaders();
  try {
    await pipeline(body, response);
    return true;
  } catch {
    response.destroy();
    return false;
  }
}

function writeHead(response: ServerResponse, { status, statusText, headers }: WireHead, more: string[]): void {
  response.sendDate = headerOf(headers, 'date') === undefined;
  response.writeHead(status, statusText, [...headers, ...more]);
}
