/** Fills keys into a path so that each stays in its own segment. */

import { invalidInput } from '../transport/error.ts';

// A slash, a backslash or a percent sign may be decoded on the way; a control character or half a surrogate pair never
// reaches the server as it was.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const changesThePath = /^\.{0,2}$|[/\\%\u0000-\u001f\u007f]|\p{Surrogate}/u;

/**
 * Fills the keys into a path template.
 *
 * @throws IterationError `invalid_input`, when a key is not a string or would lead to another path: empty, `.`, `..`, or
 *   holding a slash, a backslash, a percent sign, a control character or half a surrogate pair.
 */
export function fillPath(template: string, keys: Record<string, unknown> | null | undefined): string {
  return template.replace(/\{(\w+)\}/g, (_braces, name: string) => encodeKey(name, keys?.[name]));
}

function encodeKey(name: string, key: unknown): string {
  if (typeof key === 'string' && !changesThePath.test(key)) return encodeURIComponent(key);
  const found = typeof key === 'string' ? JSON.stringify(key.slice(0, 100)) : key === null ? 'null' : typeof key;
  throw invalidInput(
    `${name} ${found} cannot be a path segment: pass the key as a string without /, \\, % or control characters.`,
  );
}
