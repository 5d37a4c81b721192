/** The validation proxy as a server. */

import { checkBaseUrl } from '../client/options.ts';
import { createBoundedServer } from '../http/body.ts';
import { type Listening, listen } from '../http/listen.ts';
import { IterationError } from '../transport/error.ts';
import { forwarder } from './forward.ts';
import { createHandler } from './handler.ts';
import type { ProxyReport } from './report.ts';
import { bodyLimit } from './wire.ts';

export type { Checking, ProxyIssue, ProxyReport } from './report.ts';

/** How to start a validation proxy. */
export interface ProxyServerOptions {
  /** The base URL of the API to forward to: HTTPS, or HTTP on this machine. */
  upstream: string;
  /** The port, by default 0: a free one. If the port is taken, the promise rejects, unless `auto` is set. */
  port?: number | undefined;
  /** Takes the next free port if the requested one is taken. By default `false`. */
  auto?: boolean | undefined;
  /** The address to listen on, by default 127.0.0.1: only this machine. */
  host?: string | undefined;
  /** Sends 502, with the first issue, in place of a response that breaks the contract. By default `false`. */
  errors?: boolean | undefined;
  /** How long the upstream may take for a response, in milliseconds. By default 30,000. */
  timeoutMs?: number | undefined;
  /** Called for each request after its response was sent. It must not throw. */
  onReport?: ((report: ProxyReport) => void) | undefined;
}

/** A validation proxy that listens. */
export type ProxyServer = Listening;

/** How long the upstream may still take while the server stops, in milliseconds. */
const graceMs = 1_000;

/**
 * Starts a validation proxy in front of an upstream, such as a staging host. Resolves once it listens.
 *
 * It forwards each request once, and returns the upstream's response unchanged: status, headers except those of the
 * connection, and the bytes of the body. Requests and responses of the contract's operations are checked against it,
 * and reported to `onReport`. Redirects are forwarded, not followed; nothing is sent twice, nothing is stored. The
 * access token is passed through and never reported.
 *
 * Requests of other operations are forwarded as well, their responses streamed, and reported as not in the contract, so
 * that a frontend can use the proxy as its only base URL.
 *
 * @throws Error, in one sentence, when the upstream is not a base URL or is the proxy itself, or when the port is
 *   taken.
 */
export async function startProxyServer(options: ProxyServerOptions): Promise<ProxyServer> {
  const { port = 0, auto = false, host = '127.0.0.1', timeoutMs = 30_000 } = options;
  const closing = new AbortController();
  const upstream = new URL(checkUpstream(options.upstream));
  const handle = createHandler({ ...options, host }, forwarder(upstream, timeoutMs, closing.signal));
  const running = new Set<Promise<void>>();
  const server = createBoundedServer(bodyLimit, (request, response) => {
    const done = handle(request, response)
      // The caller disconnected while sending, so its request is unknown; or this is a bug. Other calls are not
      // affected.
      .catch(() => void response.destroy())
      .finally(() => running.delete(done));
    running.add(done);
  });
  const listening = await listen(server, { port, auto, host });
  // HTTP is only for this machine, so the same port is the proxy itself: each request would loop forever.
  if (upstream.protocol === 'http:' && Number(upstream.port || 80) === listening.port) {
    await listening.close();
    throw new Error(`The upstream is the proxy itself; choose a port other than ${listening.port}.`);
  }
  return {
    ...listening,
    async close() {
      const timer = setTimeout(() => closing.abort(), graceMs);
      await listening.close();
      clearTimeout(timer);
      closing.abort();
      // Interrupted calls are reported as well.
      await Promise.allSettled(running);
    },
  };
}

function checkUpstream(upstream: string): string {
  try {
    return checkBaseUrl(upstream);
  } catch (error) {
    if (!(error instanceof IterationError)) throw error;
    throw new Error(error.message.replace('baseUrl', 'The upstream'));
  }
}
