/** The mock as a server. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyReader, createBoundedServer, finish } from '../http/body.ts';
import { type Listening, listen } from '../http/listen.ts';
import { createMock, type MockOptions } from './handler.ts';
import { pause } from './pause.ts';
import { bodyLimit, type MockRequest, type MockResponse } from './responses.ts';

export type { MockOptions } from './handler.ts';
export type { MockSeed, SeededExperiment, SeededFlag } from './life/seed.ts';
export type { StatefulOptions } from './life/world.ts';
export type { ContractRequest, ContractResponse, Respond } from './override.ts';
export type { ScenarioName } from './scenarios.ts';

/** A log entry for a response. It quotes names that the caller sent, but no values except numbers. */
export interface MockReport {
  readonly method: string;
  /** The path, percent-encoded, without the query. */
  readonly path: string;
  readonly status: number;
  /** From the head of the request to the end of the response, in milliseconds. */
  readonly ms: number;
  readonly scenario?: string | undefined;
  /** The first problem of the request, in a sentence. */
  readonly problem?: string | undefined;
  /** A remark about a stateful mock's response, such as a rule that LaunchDarkly does not document. */
  readonly note?: string | undefined;
}

/** How to start a mock server. */
export interface MockServerOptions extends MockOptions {
  /** The port, by default 0: a free one. If the port is taken, the promise rejects, unless `auto` is set. */
  port?: number | undefined;
  /** Takes the next free port if the requested one is taken. By default `false`. */
  auto?: boolean | undefined;
  /** The address to listen on, by default 127.0.0.1: only this machine. */
  host?: string | undefined;
  /** Called after each response. It must not throw. */
  onReport?: ((report: MockReport) => void) | undefined;
}

/** A mock server that listens. */
export interface MockServer extends Listening {
  /** Restarts every scenario, and goes back to the seed, as `POST /__reset` does. */
  reset(): void;
}

/**
 * Starts a mock of the operations of the contract. Resolves once it listens.
 *
 * @throws Error, in one sentence, when the port is taken, the scenario is unknown or the seed cannot be used.
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { port = 0, auto = false, host = '127.0.0.1', onReport } = options;
  const { handle, reset } = createMock(options);
  const closing = new AbortController();
  const readBody = bodyReader(bodyLimit);
  const server = createBoundedServer(bodyLimit, (incoming, outgoing) => void serve(incoming, outgoing));
  const listening = await listen(server, { port, auto, host });
  return {
    ...listening,
    reset,
    close() {
      closing.abort();
      return listening.close();
    },
  };

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const start = performance.now();
    try {
      const body = await readBody(incoming);
      const request = requestOf(incoming, typeof body === 'string' ? { unread: body } : body.toString());
      const response = await handle(request);
      if (response.delayMs > 0) await pause(response.delayMs, closing.signal, goneOf(outgoing));
      send(incoming, outgoing, response);
      const { status, scenario, problem, note } = response;
      const path = request.target.replace(/\?.*/s, '');
      onReport?.({ method: request.method, path, status, ms: performance.now() - start, scenario, problem, note });
    } catch {
      // The caller disconnected while sending, or the mock has a bug; either way only this connection ends.
      outgoing.destroy();
    }
  }
}

function requestOf({ method = 'GET', url: target = '/', headers }: IncomingMessage, body: MockRequest['body']) {
  // Node has joined repeated headers, except for Set-Cookie, which does not belong in a request.
  const { 'set-cookie': _, ...joined } = headers;
  return { method, target, headers: ('set-cookie' in headers ? joined : headers) as Record<string, string>, body };
}

/** Aborts when the caller disconnects. */
function goneOf(outgoing: ServerResponse): AbortSignal {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  return gone.signal;
}

function send(incoming: IncomingMessage, outgoing: ServerResponse, { status, headers, body }: MockResponse): void {
  const framing = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
  // A connection whose request was not read to its end cannot be reused.
  outgoing.writeHead(status, { ...headers, ...framing, ...(!incoming.complete && { connection: 'close' }) });
  finish(incoming, outgoing, body);
}
