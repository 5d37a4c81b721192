/** Reads the parts of an iteration that the checks need, from a value of any shape. */

import type { Path } from '../contract/pointer.ts';

/** The properties of an object that JSON would include: own and enumerable, not `undefined`. */
export type Fields = ReadonlyMap<string, unknown>;

/** An object of the body, and where it is. It has no fields if the value is not an object or cannot be read. */
export interface Place {
  path: Path;
  fields: Fields;
}

/** A treatment with its parameters; none when `parameters` is not an array. */
export interface Treatment extends Place {
  parameters: Place[];
}

/** An iteration as far as it can be read. A list is `undefined` when the body has no array there. */
export interface Iteration extends Place {
  metrics: Place[] | undefined;
  treatments: Treatment[] | undefined;
  /** The entries of `flags`; none when `flags` is not an object. */
  flags: Place[];
  /** The keys of `flags`, whether it is an object or the JSON text of one; `undefined` if it is neither. */
  flagKeys: ReadonlySet<string> | undefined;
}

/** Reads each property once, so that the checks see values that no getter or proxy can change or throw from. */
export function readIteration(input: unknown): Iteration {
  const fields = fieldsOf(input) ?? new Map();
  const flags = fields.get('flags');
  const flagFields = fieldsOf(flags);
  const listed = flagFields ?? fieldsOf(parsed(flags));
  return {
    path: [],
    fields,
    metrics: placesAt(['metrics'], fields.get('metrics')),
    treatments: placesAt(['treatments'], fields.get('treatments'))?.map(readTreatment),
    flags: [...(flagFields ?? [])].map(([key, value]) => placeAt(['flags', key], value)),
    flagKeys: listed && new Set(listed.keys()),
  };
}

function readTreatment({ path, fields }: Place): Treatment {
  return { path, fields, parameters: placesAt([...path, 'parameters'], fields.get('parameters')) ?? [] };
}

function placeAt(path: Path, value: unknown): Place {
  return { path, fields: fieldsOf(value) ?? new Map() };
}

function placesAt(path: Path, value: unknown): Place[] | undefined {
  return attempt(() => {
    if (!Array.isArray(value)) return undefined;
    // By its entries, not its length: a sparse array may be four billion items long.
    const items = Object.entries(value).filter(([key]) => /^(0|[1-9]\d*)$/.test(key));
    return items.map(([index, item]) => placeAt([...path, Number(index)], item));
  });
}

function fieldsOf(value: unknown): Fields | undefined {
  return attempt(() => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value).filter(([, field]) => field !== undefined));
  });
}

function parsed(text: unknown): unknown {
  return typeof text === 'string' ? attempt((): unknown => JSON.parse(text)) : undefined;
}

/** What `read` returns, or `undefined` when it throws. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
