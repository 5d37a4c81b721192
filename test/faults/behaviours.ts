import type { OutgoingHttpHeaders } from 'node:http';
import { answerExamples } from '../support/document.ts';
import type { Behaviour, Exchange } from './server.ts';

/** The iteration of the contract's first example, as the server writes it. */
export const iterationJson = JSON.stringify(answerExamples('200')[0]?.[1]);

export const html = { headers: { 'content-type': 'text/html' }, body: '<html><h1>Not the API</h1></html>' };

interface Answer {
  status?: number;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

/** Answers without creating anything: by default with an error of the API's own form. */
export function answers({ status = 200, headers, body = errorJson(status) }: Answer): Behaviour {
  return ({ response }) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

/** Creates the iteration and answers: by default with that iteration. */
export function creates({ body = iterationJson, ...answer }: Answer = {}): Behaviour {
  return creating(answers({ ...answer, body }));
}

/** Creates the iteration and then does something else. */
export function creating(behaviour: Behaviour): Behaviour {
  return (exchange) => {
    exchange.create();
    return behaviour(exchange);
  };
}

/** Treats the first request in the first way, the second in the second, and all after the last in the last. */
export function inTurn(...behaviours: Behaviour[]): Behaviour {
  return (exchange) => behaviours[Math.min(exchange.nth, behaviours.length) - 1]?.(exchange);
}

/**
 * Refuses with 429 until some milliseconds have passed since the first request, and creates from then on. A client
 * that comes back too early shows in the number of requests. The headers may depend on the time of the first one.
 */
export function limitedFor(milliseconds: number, headers: (firstAt: number) => OutgoingHttpHeaders): Behaviour {
  // A timer may fire a little before its time.
  const grace = 20;
  return (exchange) => {
    if (Date.now() - exchange.firstAt >= milliseconds - grace) return creates()(exchange);
    return answers({ status: 429, headers: headers(exchange.firstAt) })(exchange);
  };
}

/** Never answers. */
export function hangs(): void {}

/** Ends the connection in order, without an answer or in the middle of what was written before. */
export function closes({ socket }: Exchange): void {
  socket.end();
}

/** Breaks the connection off. */
export function resets({ socket }: Exchange): void {
  socket.resetAndDestroy();
}

/** Writes bytes as they are, lets them arrive, and goes on. */
export function writes(text: string, then: Behaviour): Behaviour {
  return async (exchange) => {
    exchange.socket.write(text.replace(/\r?\n/g, '\r\n'));
    await exchange.wait(50);
    return then(exchange);
  };
}

/** Answers with a body that goes on for ever: a chunk of so many bytes, again and again. */
export function trickles({
  status,
  bytes = 1,
  every = 20,
}: {
  status: number;
  bytes?: number;
  every?: number;
}): Behaviour {
  return async ({ response, wait }) => {
    response.writeHead(status, { 'content-type': 'application/json' }).write('{"status":"');
    const chunk = 'x'.repeat(bytes);
    for (let written = 0; written < 1_000 && !response.destroyed; written += 1) {
      response.write(chunk);
      await wait(every);
    }
  };
}

function errorJson(status: number): string {
  return JSON.stringify({ code: `status_${status}`, message: `The server says ${status}.`, id: 'b5a1' });
}
