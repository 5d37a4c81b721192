import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { connectionStage } from '../transport/connection-error.ts';
import { endToEnd, headerOf, ownAnswer, readBody, type WireAnswer, type WireRequest } from './wire.ts';

/** Sends a request to the upstream. It never rejects: where there is no answer, it gives one of its own. */
export type Forward = (request: WireRequest & { body: Buffer }) => Promise<WireAnswer>;

/**
 * Returns what sends requests to an upstream: once each, whatever becomes of it, as a create is not idempotent.
 *
 * It is made of `node:http`, not of `fetch`, which sends a request again when it is answered 421, follows redirects
 * unless told not to, and decompresses bodies, so that they could not be passed on as they came.
 *
 * @param timeoutMs How long the upstream may take from the first byte of the request to the last of the answer.
 * @param closing Aborts what is under way.
 */
export function forwarder(upstream: URL, timeoutMs: number, closing: AbortSignal): Forward {
  return async (message) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await exchange(upstream, message, AbortSignal.any([deadline, closing]));
      return answer ?? noAnswer(502, `The upstream's answer is larger than 10 MiB; ${unknown}`);
    } catch (error) {
      if (deadline.aborted)
        return noAnswer(504, `The upstream did not answer within ${timeoutMs / 1000} s; ${unknown}`);
      if (closing.aborted) return noAnswer(502, `The proxy was stopped before the upstream answered; ${unknown}`);
      const { code } = error as NodeJS.ErrnoException;
      // The code alone: messages of Node repeat addresses, and certificates whatever is in them.
      const why = /^\w+$/.test(code ?? '') ? ` (${code})` : '';
      return noAnswer(502, sentences[connectionStage(error)](why));
    }
  };
}

const unknown = 'whether it acted on the request is unknown.';

const sentences = {
  not_connected: (why: string) => `The upstream cannot be reached${why}; nothing was sent.`,
  not_sent: (why: string) => `The upstream gives no secure connection${why}; nothing was sent.`,
  unknown: (why: string) => `The connection to the upstream broke${why}; ${unknown}`,
};

function noAnswer(status: 502 | 504, failure: string): WireAnswer {
  return { ...ownAnswer(status, status === 502 ? 'bad_gateway' : 'gateway_timeout', failure), failure };
}

function exchange(
  upstream: URL,
  { method, target, headers, body }: WireRequest & { body: Buffer },
  signal: AbortSignal,
): Promise<WireAnswer | undefined> {
  const hasBody = body.length > 0 || headerOf(headers, 'content-length') !== undefined;
  const options = {
    method,
    signal,
    // A connection that was kept may turn out to be closed when the request is already on its way.
    agent: false as const,
    path: upstream.pathname.replace(/\/+$/, '') + target,
    headers: [
      ...['host', upstream.host],
      // The server that took the request has answered the expectation already.
      ...endToEnd(headers, 'host', 'content-length', 'expect'),
      ...(hasBody ? ['content-length', String(body.length)] : []),
    ],
  };
  return new Promise((resolve, reject) => {
    const outgoing = (upstream.protocol === 'https:' ? overHttps : overHttp)(upstream, options, (incoming) => {
      readBody(incoming).then((read) => {
        const { statusCode: status = 502, statusMessage: statusText, rawHeaders } = incoming;
        resolve(read && { status, statusText, headers: endToEnd(rawHeaders), body: read });
      }, reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
