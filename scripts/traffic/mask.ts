import { readFileSync } from 'node:fs';

/** Takes the secrets of a recording out of a text. */
export type Mask = (text: string) => string;

/** A name and its value, as HAR files list them. */
export interface Pair {
  name: string;
  value: string;
}

/** What stands in place of a secret. */
export const masked = '(masked)';
/**
 * Whether the value of a header, a cookie, a parameter or a property of this name is secret. That of a rate limit is a
 * number, be it the limit of a token.
 */
export const isSecret = (name: string) =>
  !/^x-ratelimit-/i.test(name) &&
  /authori[sz]ation|token|cookie|secret|passw|session|credential|signature|jwt|[cx]srf|(^|[^a-z])(auth|key)$|(api|access|private)[-_]?key/i.test(
    name,
  );
const tokenOfLaunchDarkly = /(?<![A-Za-z0-9])(api|sdk|mob)-[\w-]{8,}/g;

/** The secrets in a header's value: `Bearer …`, `Basic …`, `name=value; name=value`, or the value as it is. */
export function partsOf({ name, value }: Pair): string[] {
  // What follows the first pair of a Set-Cookie is about the cookie: its path, its host, its age.
  const telling = /^set-cookie$/i.test(name) ? value.replace(/;[^\n]*/g, '') : value;
  const parts = telling.split(/[\s,;]+/);
  const basic = /^basic\s+(\S+)/i.exec(value)?.[1] ?? '';
  const values = parts.map((part) => part.replace(/^[^=]*="?/, '').replace(/"$/, ''));
  return [...parts, ...values, ...Buffer.from(basic, 'base64').toString('utf8').split(':')];
}

/** Returns what takes secrets out of a text, however they are written, and whatever looks like a LaunchDarkly token. */
export function maskOf(found: string[]): Mask {
  // What the contract itself says is public: an `application/json` in a cookie must not turn every answer into a drift.
  const contract = readFileSync('generated/openapi.json', 'utf8');
  // What is shorter is masked where it stands, and may be a part of any word elsewhere.
  const secrets = [...new Set([...found, ...found.map(decoded)])].filter(
    (text) => text.length >= 8 && !contract.includes(text),
  );
  const forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  return (text) =>
    forms.reduce((rest, form) => rest.replaceAll(form, masked), text).replace(tokenOfLaunchDarkly, masked);
}

/** How a secret may be written in a URL, a JSON text, a JSON Pointer or base64. */
function formsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret.toWellFormed()),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('/', '\\/'),
    secret.replaceAll('~', '~0').replaceAll('/', '~1'),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  ];
}

/** Decodes percent-encoding, where it is that. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A URL, or a part of it, without the values of parameters whose names say that they are secret. */
export function parametersMasked(text: string): string {
  return text.replace(/([?&#])([^?=&#\s]*)=[^&#\s]*/g, (pair, mark, name) =>
    isSecret(decoded(name)) ? `${mark}${name}=${masked}` : pair,
  );
}
