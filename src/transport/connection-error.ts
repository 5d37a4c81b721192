/** Determines from what `fetch` threw how far a request got. */

import { read } from './redact.ts';

/**
 * How far a request got: the connection was never established (`not_connected`), the request could not be sent for a
 * reason that waiting does not change (`not_sent`: TLS, a blocked port, a proxy that refuses), or that is `unknown`.
 */
export type ConnectionStage = 'not_connected' | 'not_sent' | 'unknown';

/**
 * Only a handshake or a certificate check fails with these: nothing was sent yet. A record that cannot be read
 * (`ERR_SSL_WRONG_VERSION_NUMBER`, Bun's `EPROTO`) may come after the request as well.
 */
const tls = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS_|ERR_SSL_.*(UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|HANDSHAKE_FAILURE)/;
/** Of Node and undici, and of Bun, whose older versions have names of their own. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_(CONNECT_TIMEOUT|PRX_CONN)|ConnectionRefused|FailedToOpenSocket|DNSResolveFailed)$/;
/** Of Bun, whose code could also mean a lost connection. */
const neverConnectedMessage = /^E[A-Z]+: Unable to connect\./;
const neverSent = /^(ERR_INVALID_URL|ERR_INVALID_PROTOCOL|UND_ERR_(INVALID_ARG|NOT_SUPPORTED|PRX_TLS))$/;
/**
 * Fetch's ban on ports (of Node, of Deno), undici's proxy that refuses the tunnel, a socket that closed during the
 * handshake, and OpenSSL before the two sides agreed on a version of TLS, from Node 22 on.
 */
const neverSentMessage =
  /^bad port$|Requests to port \d+ are blocked|Proxy response \(.*when HTTP Tunneling|before secure TLS|methods[\\/]tlsany_meth\.c:|^Invalid URL|unknown scheme|URL scheme must be/;
/** Deno has no codes. It names the phase, and a failed handshake belongs to the same one. */
const denoConnect = /client error \(Connect\)(.*)/;
const denoTls = /certificate|tls|ssl|corrupt message|fatal alert/i;
/** How many causes are followed. */
const maxDepth = 5;

/**
 * Returns how far a request got. A closed socket gives the same error whether or not the server had read the request,
 * so it is `unknown`. The codes are on the error or on its causes; browsers give none.
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
    // Counts as twice as deep as a cause, because each level may hold twenty errors.
    const stages = new Set(errors.slice(0, 20).map((error) => stageOf(error, depth + 2)));
    return errors.length <= 20 && stages.size === 1 ? ([...stages][0] ?? 'unknown') : 'unknown';
  }
  const code = textOf(thrown, 'code');
  const message = textOf(thrown, 'message');
  const isConnecting = /^(connect|getaddrinfo)$/.test(textOf(thrown, 'syscall')) || neverConnectedMessage.test(message);
  if (neverConnected.test(code) || isConnecting) return 'not_connected';
  if (tls.test(code) || neverSent.test(code) || neverSentMessage.test(message)) return 'not_sent';
  const phase = denoConnect.exec(message);
  if (phase) return denoTls.test(phase[1] ?? '') ? 'not_sent' : 'not_connected';
  const cause = read(thrown, 'cause');
  // An error may be its own cause.
  return cause && depth < maxDepth ? stageOf(cause, depth + 1) : 'unknown';
}

function textOf(thrown: unknown, key: string): string {
  const value = read(thrown, key);
  return typeof value === 'string' ? value : '';
}
