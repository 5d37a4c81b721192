/** Reads bodies within limits, each and all together, and reports when a limit is reached. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';

// An import would evaluate every export of the module, and with them Node's whole fetch: 50 ms of each start.
const { createServer } = process.getBuiltinModule('node:http');

/** A body; or why it was not read to its end: it is larger than the limit, or too much is being read at once. */
export type Body = Buffer | 'too large' | 'too much at once';

/** The total size of the bodies that one reader may read at the same time, in bytes. */
const totalLimit = 32 * 1024 * 1024;

/**
 * Returns a reader of the bodies of requests or of responses. It resolves as soon as a body is, or announces that it
 * will be, larger than the limit, and rejects when the other side disconnects.
 *
 * @param limit The largest body, in bytes.
 */
export function bodyReader(limit: number): (message: IncomingMessage) => Promise<Body> {
  let total = 0;
  return (message) =>
    new Promise((resolve, reject) => {
      if (announcedLength(message) > limit) return resolve('too large');
      const chunks: Buffer[] = [];
      let size = 0;
      const release = () => {
        total -= size;
        size = 0;
      };
      message.on('data', function take(chunk: Buffer) {
        size += chunk.length;
        total += chunk.length;
        if (size <= limit && total <= totalLimit) return void chunks.push(chunk);
        message.off('data', take).pause();
        resolve(size > limit ? 'too large' : 'too much at once');
        release();
      });
      message.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
      message.on('error', reject);
      message.on('close', () => {
        release();
        reject(new Error('The connection broke in the middle of a body.'));
      });
    });
}

/** The announced length of a body, in bytes; 0 if there is none. */
function announcedLength({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}

/**
 * Creates a server that gives up on a caller who does not finish a request, and that does not ask for a body larger
 * than the limit if the caller sends `Expect: 100-continue`.
 */
export function createBoundedServer(
  limit: number,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const times = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 };
  const server = createServer(times, handle);
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (announcedLength(request) <= limit) response.writeContinue();
    handle(request, response);
  });
  return server;
}

/**
 * Sends the body of a response whose head, with its length, is written. If the request was not read to its end, the
 * rest is discarded for a second before the connection closes: a caller whose connection closes while it is sending may
 * never see the response.
 */
export function finish(request: IncomingMessage, response: ServerResponse, body: Buffer | string): void {
  // Pure ASCII is written together with the head, without being encoded.
  const encoding = typeof body === 'string' && Buffer.byteLength(body) === body.length ? 'latin1' : 'utf8';
  if (request.complete) return void response.end(body, encoding);
  response.write(body, encoding);
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, 1_000);
  request.once('end', end).once('close', end).resume();
}
