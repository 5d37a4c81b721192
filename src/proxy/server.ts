import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { IterationError } from '../client/error.ts';
import { checkBaseUrl } from '../client/input.ts';
import { type Listening, listen } from '../http/listen.ts';
import { createProxy, type PassOn } from './core.ts';
import { type Finding, type ProxyReport, redactor } from './finding.ts';
import { forwarder } from './forward.ts';
import { headerOf, ownAnswer, readBody, type WireAnswer } from './wire.ts';

export type { Finding, ProxyReport } from './finding.ts';

/** How to start a validation proxy. */
export interface ProxyServerOptions {
  /** The base URL of the API to stand before: HTTPS, or HTTP on this machine. */
  upstream: string;
  /** The port, by default 0: a free one. A port that is taken rejects, unless `auto` is set. */
  port?: number;
  /** Takes the next free port where the wanted one is taken. By default `false`. */
  auto?: boolean;
  /** The address to listen on, by default 127.0.0.1: this machine alone. */
  host?: string;
  /** Answers 502, with the first violation, in place of an answer that breaks the contract. By default `false`. */
  errors?: boolean;
  /** How long the upstream may take for an answer, in milliseconds. By default 30,000. */
  timeoutMs?: number;
  /** Is told of each request once it is answered. It must not throw. */
  onReport?: (report: ProxyReport) => void;
}

/** A validation proxy that answers. */
export type ProxyServer = Listening;

/**
 * Starts a validation proxy before an upstream, such as a staging host. Resolves once it answers.
 *
 * It passes each request on, once, and gives the caller the upstream's answer as it came: status, headers but those of
 * the connection, and the bytes of the body. Each answer of create iteration, and each request, is compared with the
 * contract, and `onReport` is told. Redirects are passed on, not followed; nothing is sent twice, nothing is kept. The
 * access token passes through and is in no report.
 *
 * Requests for other operations are passed on as well and reported as not in the contract: a frontend that reads the
 * experiment before it creates an iteration can then use the proxy as its one base URL, which a 404 would forbid.
 *
 * @throws Error, in one sentence, when the upstream is no base URL or the proxy itself, or the port is taken.
 */
export async function startProxyServer(options: ProxyServerOptions): Promise<ProxyServer> {
  const { port = 0, auto = false, host = '127.0.0.1', timeoutMs = 30_000 } = options;
  const closing = new AbortController();
  const upstream = new URL(checkUpstream(options.upstream));
  const proxy = createProxy(upstream, forwarder(upstream, timeoutMs, closing.signal));
  const running = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const answered = handle(proxy, options, request, response).finally(() => running.delete(answered));
    running.add(answered);
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
      closing.abort();
      await listening.close();
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

async function handle(
  proxy: PassOn,
  { errors = false, onReport }: ProxyServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: target = '/', rawHeaders: headers } = request;
  const body = await readBody(request).catch(() => 'broken off' as const);
  // The caller broke off while sending: what it wanted is unknown, and nobody waits.
  if (body === 'broken off') return void response.destroy();
  const start = performance.now();
  const { answer, findings } = await proxy({ method, target, headers, body });
  const first = findings.find(({ where, breaking }) => where === 'answer' && breaking);
  send(response, errors && first ? replacement(answer, first) : answer, method);
  onReport?.({
    method,
    path: redactor(headers)(target.replace(/\?.*/s, '')),
    status: answer.status,
    ms: performance.now() - start,
    findings,
  });
}

/** It tells the status, for what the upstream did was done: after a 200, the iteration is there. */
function replacement({ status }: WireAnswer, { message, pointer }: Finding): WireAnswer {
  const sentence = `The upstream answered ${status}, but its answer breaks the contract at ${pointer}: ${message}`;
  return ownAnswer(502, 'bad_gateway', sentence);
}

function send(response: ServerResponse, { status, statusText, headers, body }: WireAnswer, method: string): void {
  const isBodiless = method === 'HEAD' || status === 204 || status === 304;
  const needsLength = !isBodiless && headerOf(headers, 'content-length') === undefined;
  response.sendDate = headerOf(headers, 'date') === undefined;
  const all = [...headers, ...(needsLength ? ['content-length', String(body.length)] : [])];
  response.writeHead(status, statusText, all);
  response.end(isBodiless ? undefined : body);
}
