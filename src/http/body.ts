/** Reads bodies within limits of bytes, one by one and all together, and responds at the limit. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';

// An import would evaluate every export of the module, and with them Node's whole fetch: 50 ms of each start.
const { createServer } = process.getBuiltinModule('node:http');

/** A body; or why it was not read to its end: it is larger than the limit, or too much is being read at once. */
export type Body = Buffer | 'too large' | 'too much at once';

/** What the bodies that one reader is reading may hold together, in bytes. */
const totalLimit = 32 * 1024 * 1024;

/**
 * Returns a reader of the bodies of requests or of responses. It resolves as soon as a body is, or says that it will
 * be, larger than the limit, and rejects when the other side breaks off.
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
        reject(new Error('The connection broke within a body.'));
      });
    });
}

/** What a message says of the length of its body, in bytes; 0 where it does not. */
function announcedLength({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}

/**
 * Creates a server that gives up on a caller who does not finish a request, and that asks for no body that is larger
 * than the limit where the caller waits to be asked.
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
 * Sends the body of a response whose head, with its length, is written. Where the request was not read to its end, what
 * still comes is thrown away for a second before the connection closes: a caller whose bytes are refused while it is
 * sending may never see the response.
 */
export function finish(request: IncomingMessage, response: ServerResponse, body: Buffer | string): void {
  // ASCII alone goes out in one write with the head, without being encoded.
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
