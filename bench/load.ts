/** Puts load on a server over raw sockets, which cost so little that the server is what is measured. */
import { connect } from 'node:net';

/** Requests to send. */
export interface Load {
  port: number;
  /** The bytes of a request, by its number from 0. The responses to all must be of one length. */
  request: (index: number) => string;
  requests: number;
  connections: number;
}

/** The result of a load. */
export interface LoadResult {
  perSecond: number;
  /** Responses by status. */
  statuses: Record<string, number>;
  /** From the start of each request to the end of its response, in milliseconds. */
  times: number[];
}

/**
 * Sends requests over a few connections, one at a time on each. To cost little itself it reads raw sockets: the first
 * response of a connection gives the length of all, and only the status of the others is read.
 */
export async function load({ port, request, requests, connections }: Load): Promise<LoadResult> {
  const statuses: Record<string, number> = {};
  const times: number[] = [];
  let sent = 0;
  const start = performance.now();
  const worker = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let length = 0;
      let first: Buffer = Buffer.alloc(0);
      let received = 0;
      let status = '';
      let began = 0;
      const next = () => {
        if (sent === requests) {
          socket.destroy();
          resolve();
          return;
        }
        received = 0;
        began = performance.now();
        socket.write(request(sent));
        sent += 1;
      };
      socket.on('connect', next);
      socket.on('error', reject);
      socket.on('data', (chunk: Buffer) => {
        if (received === 0) status = chunk.toString('latin1', 9, 12);
        received += chunk.length;
        if (length === 0) {
          first = Buffer.concat([first, chunk]);
          if (isWhole(first.toString('latin1'))) length = first.length;
        }
        if (length === 0 || received < length) return;
        if (received > length) reject(new Error(`A response of ${received} bytes, not ${length}.`));
        times.push(performance.now() - began);
        statuses[status] = (statuses[status] ?? 0) + 1;
        next();
      });
    });
  await Promise.all(Array.from({ length: connections }, worker));
  return { perSecond: requests / ((performance.now() - start) / 1000), statuses, times };
}

function isWhole(received: string): boolean {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, end + 2))?.[1];
  return length === undefined ? received.endsWith('\r\n0\r\n\r\n') : received.length >= end + 4 + Number(length);
}

/** The bytes of a request of create iteration. */
export function requestBytes(body: string): string {
  return [
    'POST /api/v2/projects/p/environments/e/experiments/x/iterations HTTP/1.1',
    'host: 127.0.0.1',
    'authorization: api-token',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `\r\n${body}`,
  ].join('\r\n');
}
