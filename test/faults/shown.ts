/** What of an error can come to light. */

import { inspect } from 'node:util';

/** Every form in which an error can be printed. */
export function shown(thrown: unknown): string {
  const { stack, cause } = thrown instanceof Error ? thrown : {};
  const deep = { depth: 10, showHidden: true, maxStringLength: null, maxArrayLength: null };
  return [inspect(thrown, deep), JSON.stringify(thrown), String(thrown), stack, inspect(cause, deep)].join('\n');
}
