/** Removes secrets from untrusted values, and copes with values whose getters throw. */

const replacement = '[redacted]';
/** Nesting beyond this depth is cut off: no error message is that deep. */
const maxDepth = 64;
/** Headers whose value is a secret, whatever it is. */
const secretHeaders = /^(set-cookie|cookie|authorization|proxy-authorization|(x-)?api-key)$/;

/** Replaces the secrets in a text, also where they are percent-encoded, or in lower case as names of headers are. */
export type Redact = (text: string) => string;

/** Returns a function that replaces the secrets in a text. */
export function redactor(secrets: readonly string[]): Redact {
  const forms = new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret), secret.toLowerCase()]));
  return (text) => [...forms].reduce((clean, form) => clean.replaceAll(form, replacement), text);
}

/** Returns a copy of JSON without the secrets, in its keys and its values. */
export function redactJson(value: unknown, redact: Redact, depth = 0): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === maxDepth) return '[nested too deep]';
  if (Array.isArray(value)) return value.map((item) => redactJson(item, redact, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [redact(key), redactJson(one, redact, depth + 1)]),
  );
}

/** Returns headers as an object without secrets. */
export function redactHeaders(headers: Headers, redact: Redact): Record<string, string> {
  const clean: Record<string, string> = {};
  headers.forEach((value, name) => {
    clean[redact(name)] = secretHeaders.test(name) ? replacement : redact(value);
  });
  return clean;
}

/** Reads a property of a value that may be anything, also an object whose getters throw. */
export function read(value: unknown, key: string): unknown {
  // A throw costs more than all else of a call.
  if (value === undefined || value === null) return undefined;
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

/** What looks like an access token in the message of an error or of its cause. */
export function tokensIn(thrown: unknown): string[] {
  const texts = [thrown, read(thrown, 'message'), read(read(thrown, 'cause'), 'message')];
  return texts.flatMap((text) => (typeof text === 'string' && text.match(/\b(api|sdk|mob)-[\w-]+/g)) || []);
}

/** Returns a plain copy of what was thrown, without secrets: the original may hold the request. */
export function safeCause(thrown: unknown, redact: Redact): Error {
  const text = (value: unknown) => (typeof value === 'string' ? redact(value).slice(0, 500) : undefined);
  const source = read(thrown, 'cause') ?? thrown;
  const copy = new Error(text(read(source, 'message')) ?? text(thrown) ?? 'it failed without an error message');
  copy.name = text(read(source, 'name')) ?? 'Error';
  copy.stack = `${copy.name}: ${copy.message}`;
  const code = text(read(source, 'code'));
  return code === undefined ? copy : Object.assign(copy, { code });
}
