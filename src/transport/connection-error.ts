/** Tells from what `fetch` threw how far a request got. */

import { read } from './redact.ts';

/**
 * How far a request got: the connection was never established (`not_connected`), the request could not be sent for a
 * reason that waiting does not change (`not_sent`: TLS, a port that is blocked, a proxy that refuses), or nobody knows.
 */
export type ConnectionStage = 'not_connected' | 'not_sent' | 'unknown';

/** A handshake or a check of the certificate alone fails with these: nothing was sent yet. */
const tls = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS_|ERR_SSL_(WRONG_VERSION|PACKET_LENGTH|.*(PROTOCOL|HANDSHAKE))/;
/** Of Node and undici, and of Bun. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|DNSResolveFailed)$/;
const neverSent = /^(ERR_INVALID_URL|ERR_INVALID_PROTOCOL|UND_ERR_INVALID_ARG|UND_ERR_NOT_SUPPORTED)$/;
/** Fetch's ban on ports, undici's proxy that refuses the tunnel, and a socket that closed during the handshake. */
const neverSentMessage =
  /^bad port$|Proxy response \(.*when HTTP Tunneling|before secure TLS|^Invalid URL|unknown scheme|URL scheme must be/;
/** Deno has no codes. It names the phase, and a failed handshake belongs to the same one. */
const denoConnect = /client error \(Connect\)/;
const denoTls = /certificate|tls|ssl/i;
/** How many causes are followed. */
const maxDepth = 5;

/**
 * Tells how far a request got. Sockets that were closed say the same whether or not the server had read the request, so
 * they are `unknown`. The codes are on the error or on its causes; browsers give none.
 */
export function connectionStage(thrown: unknown): ConnectionStage {
  try {
    return stageOf(thrown, 0);
  } catch {
    return 'unknown';
  }
}

function stageOf(thrown: unknown, depth: number): ConnectionStage {
  const errors = read(thrown, 'errors');
  if (depth < maxDepth && Array.isArray(errors) && errors.length > 0) {
    // Twice as deep as a cause, for each level may hold twenty times as many.
    const stages = new Set(errors.slice(0, 20).map((error) => stageOf(error, depth + 2)));
    return errors.length <= 20 && stages.size === 1 ? ([...stages][0] ?? 'unknown') : 'unknown';
  }
  const code = textOf(thrown, 'code');
  const message = textOf(thrown, 'message');
  if (neverConnected.test(code) || /^(connect|getaddrinfo)$/.test(textOf(thrown, 'syscall'))) return 'not_connected';
  if (tls.test(code) || neverSent.test(code) || neverSentMessage.test(message)) return 'not_sent';
  if (denoConnect.test(message)) return denoTls.test(message) ? 'not_sent' : 'not_connected';
  const cause = read(thrown, 'cause');
  // An error may be its own cause.
  return cause && depth < maxDepth ? stageOf(cause, depth + 1) : 'unknown';
}

function textOf(thrown: unknown, key: string): string {
  const value = read(thrown, key);
  return typeof value === 'string' ? value : '';
}
