/** Formats paths in a JSON value: as JSON Pointers for programs, and in a readable form for messages. */

/** Keys and indexes, from the root down. */
export type Path = readonly (string | number)[];

/** Returns a path as a JSON Pointer (RFC 6901), empty for the root. */
export function pointerOf(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Returns a path in readable form, such as `treatments[0].baseline`, cut to about a hundred characters. */
export function nameOf(path: Path): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${cut(key, 40)}`)).join('');
  if (text === '') return 'The body';
  return text.length > 120 ? `…${text.slice(-119)}` : text.replace(/^\./, '');
}

/** Cuts a text that is longer than a number of UTF-16 code units, without splitting a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
