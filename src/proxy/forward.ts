/** Sends each request to the upstream once, and does not trust its responses. */

import type { IncomingMessage } from 'node:http';
import { bodyReader } from '../http/body.ts';
import { connectionStage } from '../transport/connection-error.ts';
import { askingForReadable, bodyLimit, endToEnd, headerOf, isText, type RawHeaders, type WireHead } from './wire.ts';

// An import would evaluate every export of the modules, and with them Node's whole fetch: 50 ms of each start.
const { request: overHttp } = process.getBuiltinModule('node:http');
const { request: overHttps } = process.getBuiltinModule('node:https');

/** A request to forward. */
export interface Outgoing {
  method: string;
  /** The path, percent-encoded, with the query, if any. */
  target: string;
  headers: RawHeaders;
  body: Buffer;
  /** Whether the response is read to its end before it is forwarded, so that it can be checked. */
  isChecked: boolean;
  /** Aborts when the caller disconnects, which ends a response that is being streamed. */
  gone: AbortSignal;
}

/** The upstream's response; or why there is none, with the status that says so to the caller. */
export type Forwarded =
  | { head: WireHead; body: Buffer | IncomingMessage }
  | { failure: string; status: 502 | 504; code: 'bad_gateway' | 'gateway_timeout' };

/** Why a response cannot be used. */
class Unusable extends Error {}

const unknown = 'whether it acted on the request is unknown.';

/**
 * Returns what sends requests to an upstream. It never rejects.
 *
 * It uses `node:http`, not `fetch`, which sends a request again when the response is 421, follows redirects unless told
 * not to, and decompresses bodies, so that they could not be forwarded unchanged.
 *
 * @param timeoutMs How long the upstream may take from the first byte of the request to the last of the response. A
 *   stream of events that is not checked may go on forever.
 * @param closing Aborts everything in progress.
 */
export function forwarder(
  upstream: URL,
  timeoutMs: number,
  closing: AbortSignal,
): (outgoing: Outgoing) => Promise<Forwarded> {
  const readBody = bodyReader(bodyLimit);
  return async (outgoing) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeoutMs);
    const signals = [closing, late.signal, ...(outgoing.isChecked ? [] : [outgoing.gone])];
    let isStream = false;
    try {
      const incoming = await exchange(upstream, outgoing, AbortSignal.any(signals));
      const head = headOf(incoming, outgoing);
      if (!outgoing.isChecked) {
        isStream = true;
        if (/^text\/event-stream/i.test(incoming.headers['content-type'] ?? '')) clearTimeout(timer);
        incoming.once('close', () => clearTimeout(timer));
        return { head, body: incoming };
      }
      const body = await readBody(incoming);
      if (typeof body !== 'string') return { head, body };
      incoming.destroy();
      throw new Unusable(`The upstream's response is ${body === 'too large' ? 'larger than 10 MiB' : body}`);
    } catch (error) {
      if (late.signal.aborted) return timeout(timeoutMs);
      if (closing.aborted) return failed(`The proxy was stopped before the upstream responded; ${unknown}`);
      return failed(error instanceof Unusable ? `${error.message}; ${unknown}` : sentenceOf(error));
    } finally {
      if (!isStream) clearTimeout(timer);
    }
  };
}

function timeout(ms: number): Forwarded {
  const failure = `The upstream did not respond within ${ms / 1000} s; ${unknown}`;
  return { failure, status: 504, code: 'gateway_timeout' };
}

function failed(failure: string): Forwarded {
  return { failure, status: 502, code: 'bad_gateway' };
}

function sentenceOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  // Only the code: Node's messages contain addresses, and certificates can contain anything.
  const why = /^\w+$/.test(code ?? '') ? ` (${code})` : '';
  const sentences = {
    not_connected: `The upstream cannot be reached${why}; nothing was sent.`,
    not_sent: `A secure connection to the upstream failed${why}; nothing was sent.`,
    unknown: `The connection to the upstream broke${why}; ${unknown}`,
  };
  return sentences[connectionStage(error)];
}

/** Sends a request; resolves with the head of the response. */
function exchange(upstream: URL, outgoing: Outgoing, signal: AbortSignal): Promise<IncomingMessage> {
  const { method, target, headers, body, isChecked } = outgoing;
  const hasBody = body.length > 0 || headerOf(headers, 'content-length') !== undefined;
  // The server that received the request has already responded to the expectation.
  const passedOn = endToEnd(headers, 'host', 'content-length', 'expect');
  const options = {
    method,
    signal,
    // A kept-alive connection may turn out to be closed after the request was sent.
    agent: false as const,
    path: upstream.pathname.replace(/\/+$/, '') + target,
    headers: [
      ...['host', upstream.host],
      ...(isChecked ? askingForReadable(passedOn) : passedOn),
      ...(hasBody ? ['content-length', String(body.length)] : []),
    ],
  };
  return new Promise((resolve, reject) => {
    const request = (upstream.protocol === 'https:' ? overHttps : overHttp)(upstream, options, resolve);
    request.on('upgrade', (_response, socket) => {
      socket.destroy();
      reject(new Unusable('The upstream switched to another protocol without being asked'));
    });
    request.on('error', reject);
    request.on('close', () => reject(new Error('The connection closed without a response.')));
    request.end(body);
  });
}

/** The head of a response, without what cannot be sent; the sender adds the length of a body that was read. */
function headOf(
  { statusCode = 0, statusMessage = '', rawHeaders }: IncomingMessage,
  { method, isChecked }: Outgoing,
): WireHead {
  if (statusCode < 200) throw new Unusable(`The upstream's status is ${statusCode}, which is not valid`);
  const keepsLength = method === 'HEAD' || statusCode === 304 || (!isChecked && statusCode !== 204);
  return {
    status: statusCode,
    statusText: isText.test(statusMessage) ? statusMessage : undefined,
    headers: endToEnd(rawHeaders, ...(keepsLength ? [] : ['content-length'])),
  };
}
