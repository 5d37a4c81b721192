/** Finds the secrets of a recording, by name and by shape, and redacts them in what is printed. */
import { readFileSync } from 'node:fs';
import { decoded, isTree } from '../lib/json.ts';

/** Redacts the secrets of a recording in a text. */
export type Mask = (text: string) => string;

const masked = '(masked)';
/** Text of a form or a URL, decoded. */
const plain = (text: string) => decoded(text.replaceAll('+', ' '));

/** JSON within JSON is searched to this depth. */
const deepest = 16;

/** Whether a value with this name is secret. A rate limit is not, even that of a token. */
const isSecret = (name: string) => secretName.test(name) && !/^x-ratelimit-/i.test(name);
const secretName =
  /authori[sz]ation|token|cookie|secret|passw|session|credential|signature|assertion|jwt|[cx]srf|(^|[^a-z])(auth|key|code|sig)$|(api|access|private)[-_]?key/i;
/** The keys of flags, metrics and projects are not secret, nor is the code of an error. */
const isSecretProperty = (name: string) => isSecret(name) && !/^(key|code)$/i.test(name);

/** Tokens of LaunchDarkly and JSON Web Tokens (RFC 7519); what follows the name of an authentication scheme. */
const shapes = /(?<![A-Za-z0-9])(?:api|sdk|mob)-[\w-]{8,}|\beyJ[\w-]{6,}\.[\w-]+\.[\w-]*/g;
const scheme = /\b(?:bearer|token|basic|apikey|digest|negotiate)\s+([\w+/=.~-]{8,})/gi;
const parameter = /(?:^|[?&#;\s])([^?=&#;\s"]{1,100})=([^&#;\s"]+)/g;
const part = /name="([^"]{1,100})"[^\n]*\r?\n(?:[\w-]+:[^\n]*\n)*\r?\n([^\r\n]+)/g;

/** Returns a function that redacts the secrets of entries of a HAR file, wherever they occur and however encoded. */
export function maskOf(entries: readonly unknown[]): Mask {
  const found = new Set<string>();
  for (const entry of entries) collect(entry, found, 0);
  // What the contract says is public: an `application/json` in a cookie must not hide every media type.
  const contract = readFileSync('generated/openapi.json', 'utf8');
  const secrets = [...found, ...[...found].map(plain)].filter(
    // A shorter text could be part of any word.
    (text) => text.length >= 8 && !contract.includes(text),
  );
  const forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((rest, form) => rest.replaceAll(form, masked), text).replace(shapes, masked);
}

/** Adds the secrets in a value of any kind: an entry, a body, a text that holds JSON, a URL, a form or a multipart body. */
function collect(value: unknown, found: Set<string>, depth: number): void {
  if (depth > deepest) return;
  if (typeof value === 'string') collectText(value, found, depth);
  else if (Array.isArray(value)) for (const one of value) collect(one, found, depth + 1);
  else if (isTree(value)) {
    const { name, value: named, text, encoding, cookies } = value;
    if (typeof name === 'string' && typeof named === 'string' && isSecret(name)) collectValue(name, named, found);
    if (encoding === 'base64') collect(Buffer.from(String(text), 'base64').toString('utf8'), found, depth + 1);
    for (const cookie of Array.isArray(cookies) ? cookies : []) collectValue('', String(cookie?.value), found);
    for (const [key, one] of Object.entries(value)) {
      if (typeof one === 'string' && isSecretProperty(key)) collectValue(key, one, found);
      collect(one, found, depth + 1);
    }
  }
}

function collectText(text: string, found: Set<string>, depth: number): void {
  for (const [, secret = ''] of text.matchAll(scheme)) found.add(secret);
  for (const [, name = '', secret = ''] of [...text.matchAll(parameter), ...text.matchAll(part)])
    if (isSecret(plain(name))) found.add(secret);
  const [, user = ''] = /^\w+:\/\/([^/@\s]+)@/.exec(text) ?? [];
  for (const secret of user.split(':')) found.add(secret);
  if (!/^\s*["[{]/.test(text)) return;
  try {
    collect(JSON.parse(text), found, depth + 1);
  } catch {
    // It only looked like JSON.
  }
}

/** Adds the secrets in a value that is one: `Bearer …`, `Basic …`, `name=value; name=value`, or the value as it is. */
function collectValue(name: string, value: string, found: Set<string>): void {
  // What follows the first pair of a Set-Cookie is about the cookie: its path, its host, its age.
  const telling = /^set-cookie$/i.test(name) ? value.replace(/;[^\n]*/g, '') : value;
  const parts = telling.split(/[\s,;]+/);
  const basic = Buffer.from(/^basic\s+(\S+)/i.exec(value)?.[1] ?? '', 'base64').toString('utf8');
  for (const one of [value, ...parts, ...basic.split(':')]) {
    found.add(one);
    found.add(one.replace(/^[^=]*="?/, '').replace(/"$/, ''));
  }
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
