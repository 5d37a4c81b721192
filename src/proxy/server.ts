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
  /** The base URL of the API to stand before: HTTPS, or HTTP on this machine. */
  upstream: string;
  /** The port, by default 0: a free one. A port that is taken rejects, unless `auto` is set. */
  port?: number | undefined;
  /** Takes the next free port where the wanted one is taken. By default `false`. */
  auto?: boolean | undefined;
  /** The address to listen on, by default 127.0.0.1: this machine alone. */
  host?: string | undefined;
  /** Sends 502, with the first issue, in place of a response that breaks the contract. By default `false`. */
  errors?: boolean | undefined;
  /** How long the upstream may take for a response, in milliseconds. By default 30,000. */
  timeoutMs?: number | undefined;
  /** Is told of each request once its response is sent. It must not throw. */
  onReport?: ((report: ProxyReport) => void) | undefined;
}

/** A validation proxy that listens. */
export type ProxyServer = Listening;

/** Within the time that a server takes to stop, the upstream has this much, in milliseconds. */
const graceMs = 1_000;

/**
 * Starts a validation proxy before an upstream, such as a staging host. Resolves once it listens.
 *
 * It passes each request on, once, and gives the caller the upstream's response as it came: status, headers but those of
 * the connection, and the bytes of the body. What is of an operation of the contract is compared with it, and `onReport`
 * is told. Redirects are passed on, not followed; nothing is sent twice, nothing is kept. The access token passes
 * through and is in no report.
 *
 * Requests of other operations are passed on as well, their responses as they come, and reported as not in the contract:
 * a frontend can then use the proxy as its one base URL.
 *
 * @throws Error, in one sentence, when the upstream is no base URL or the proxy itself, or the port is taken.
 */
export async function startProxyServer(options: ProxyServerOptions): Promise<ProxyServer> {
  const { port = 0, auto = false, host = '127.0.0.1', timeoutMs = 30_000 } = options;
  const closing = new AbortController();
  const upstream = new URL(checkUpstream(options.upstream));
  const handle = createHandler({ ...options, host }, forwarder(upstream, timeoutMs, closing.signal));
  const running = new Set<Promise<void>>();
  const server = createBoundedServer(bodyLimit, (request, response) => {
    const done = handle(request, response)
      // The caller broke off while sending, so that what it wanted is unknown; or this has a bug. No other call is hurt.
      .catch(() => void response.destroy())
      .finally(() => running.delete(done));
    running.add(done);
  });
  const listening = await listen(server, { port, auto, host });
  // HTTP is for this machine alone, so the same port is the proxy itself: each request would come back for ever.
  if (upstream.protocol === 'http:' && Number(upstream.port || 80) === listening.port) {
    await listening.close();
    throw new Error(`The upstream is the proxy itself; choose another port than ${listening.port}.`);
  }
  return {
    ...listening,
    async close() {
      const timer = setTimeout(() => closing.abort(), graceMs);
      await listening.close();
      clearTimeout(timer);
      closing.abort();
      // What was cut off is reported as well.
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
