/** How far a request got before the connection failed. */
export type Reach = 'refused' | 'insecure' | 'unknown';

// Of these, only a handshake or a check of the certificate can be the source: nothing was sent yet.
const insecure = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS_|ERR_SSL_(WRONG_VERSION|PACKET_LENGTH|.*(PROTOCOL|HANDSHAKE))/;

/**
 * Tells how far a request got from what `fetch` threw: never to the server (`refused`), not past TLS (`insecure`), or
 * nobody knows. Sockets that were closed say the same whether or not the server had read the request, so they are
 * `unknown`. The codes are those of Node and undici, on the error's cause, and of Bun, on the error itself; Deno and
 * browsers give none.
 */
export function reachOf(thrown: unknown, depth = 0): Reach {
  const {
    code = '',
    syscall,
    message = '',
    errors,
    cause,
  } = (thrown ?? {}) as {
    code?: unknown;
    syscall?: unknown;
    message?: unknown;
    errors?: unknown;
    cause?: unknown;
  };
  if (Array.isArray(errors) && errors.length > 0) {
    return errors.every((error) => reachOf(error, depth + 1) === 'refused') ? 'refused' : 'unknown';
  }
  const isEarly = syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT';
  if (isEarly || /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(String(code))) return 'refused';
  if (insecure.test(String(code)) || /before secure TLS/.test(String(message))) return 'insecure';
  // An error may be its own cause.
  return cause && depth < 5 ? reachOf(cause, depth + 1) : 'unknown';
}

/**
 * Returns a copy of what was thrown, as a plain error without the secret: the original may hold the request.
 */
export function safeCause(thrown: unknown, redact: (text: string) => string): Error {
  const { cause } = (thrown ?? {}) as { cause?: unknown };
  const source = ((cause ?? thrown) || {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? redact(value) : undefined);
  const copy = new Error(text(source['message']) ?? text(thrown) ?? 'fetch failed');
  copy.name = text(source['name']) ?? 'Error';
  copy.stack = `${copy.name}: ${copy.message}`;
  const code = text(source['code']);
  return code === undefined ? copy : Object.assign(copy, { code });
}
