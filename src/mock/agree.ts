/** Makes a response match its request in every property that both have in the contract. */

import type { Shared } from '../contract/operations.ts';

/**
 * Returns the made-up response, with the shared properties as they were sent or with their documented defaults.
 *
 * @param sent A value that satisfies the request's schema.
 */
export function agreeing(made: unknown, sent: unknown, shared: Shared): unknown {
  const { properties, items, values } = shared;
  if (sent === undefined) return 'default' in shared ? shared.default : made;
  if (Array.isArray(sent)) return items ? sent.map((one, index) => agreeing(own(made, index), one, items)) : sent;
  if (values) {
    return Object.fromEntries(
      Object.entries(sent as object).map(([key, one]) => [key, agreeing(own(made, key), one, values)]),
    );
  }
  if (!properties) return sent;
  const result: Record<string, unknown> = { ...(made as object) };
  for (const name in properties) {
    const value = agreeing(result[name], own(sent, name), properties[name] as Shared);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** Reads an own property; never an inherited one, because a key may have any name. */
function own(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}
