/** What a server can do with a request. */

import type { OutgoingHttpHeaders } from 'node:http';
import { responseExamples } from '../support/document.ts';
import type { Behavior, Exchange } from './server.ts';

/** The iteration of the contract's first example, as the server writes it. */
export const iterationJson = JSON.stringify(responseExamples('200')[0]?.[1]);

export const html = { headers: { 'content-type': 'text/html' }, body: '<html><h1>Not the API</h1></html>' };

interface Reply {
  status?: number;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

/** Responds without creating anything: by default with an error of the API's own form. */
export function responds({ status = 200, headers, body = errorJson(status) }: Reply): Behavior {
  return ({ response }) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

/** Creates the iteration and responds: by default with that iteration. */
export function creates({ body = iterationJson, ...reply }: Reply = {}): Behavior {
  return creating(responds({ ...reply, body }));
}

/** Creates the iteration and then does something else. */
export function creating(behavior: Behavior): Behavior {
  return (exchange) => {
    exchange.create();
    return behavior(exchange);
  };
}

/** Treats the first request in the first way, the second in the second, and all after the last in the last. */
export function inTurn(...behaviors: Behavior[]): Behavior {
  return (exchange) => behaviors[Math.min(exchange.nth, behaviors.length) - 1]?.(exchange);
}

/**
 * Refuses with 429 until some milliseconds have passed since the first request, and creates from then on. A client
 * that comes back too early shows in the number of requests. The headers may depend on the time of the first one.
 */
export function limitedFor(ms: number, headers: (firstAt: number) => OutgoingHttpHeaders): Behavior {
  return (exchange) => {
    const behavior = exchange.at - exchange.firstAt >= ms ? creates() : limited(headers(exchange.firstAt));
    return behavior(exchange);
  };
}

/** Refuses with 429. */
export const limited = (headers: OutgoingHttpHeaders = {}) => responds({ status: 429, headers });

/** Never responds. */
export function hangs(): void {}

/** Ends the connection in order, without a response or in the middle of what was written before. */
export function closes({ socket }: Exchange): void {
  socket.end();
}

/** Breaks the connection off. */
export function resets({ socket }: Exchange): void {
  socket.resetAndDestroy();
}

/** Writes bytes as they are, lets them arrive, and goes on. */
export function writes(text: string, then: Behavior): Behavior {
  return async (exchange) => {
    exchange.socket.write(text.replace(/\r?\n/g, '\r\n'));
    await exchange.wait(50);
    return then(exchange);
  };
}

/** Responds with a body that goes on for ever: a chunk of so many bytes, again and again. */
export function trickles({
  status,
  bytes = 1,
  every = 20,
}: {
  status: number;
  bytes?: number;
  every?: number;
}): Behavior {
  return async ({ response, wait }) => {
    response.writeHead(status, { 'content-type': 'application/json' }).write('{"_id":"');
    const chunk = 'x'.repeat(bytes);
    while (!response.destroyed) {
      response.write(chunk);
      await wait(every);
    }
  };
}

function errorJson(status: number): string {
  return JSON.stringify({ code: `status_${status}`, message: `The server says ${status}.`, id: 'b5a1' });
}
