/** What the mock remembers from one request to the next, with limited memory. */

import { createWorld, type StatefulOptions, type World } from './life/world.ts';

/** A map that forgets its oldest entries rather than grow beyond a limit. */
export interface BoundedMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  clear(): void;
}

/** What operations share. */
export interface State {
  /** How often each scenario was requested, by experiment. */
  readonly counts: BoundedMap<number>;
  /** The texts of the last echoes: screens and tests send the same few requests again and again. */
  readonly echoes: BoundedMap<string>;
  /** The experiments, where the mock remembers them. */
  readonly world: World | undefined;
}

/**
 * Returns the initial state of a mock.
 *
 * @throws Error when the seed or another option of a stateful mock cannot be used.
 */
export function createState(stateful: StatefulOptions | undefined): State {
  const world = stateful && createWorld(stateful);
  return { counts: boundedMap(256 * 1024), echoes: boundedMap(2 * 1024 * 1024), world };
}

/**
 * Returns an empty map.
 *
 * @param limit The total size of keys and values, in characters.
 */
export function boundedMap<Value extends string | number>(limit: number): BoundedMap<Value> {
  const entries = new Map<string, Value>();
  const sizeOf = (key: string, value: Value) => key.length + (typeof value === 'string' ? value.length : 0) + 32;
  let size = 0;
  const remove = (key: string) => {
    const value = entries.get(key);
    if (value === undefined) return;
    size -= sizeOf(key, value);
    entries.delete(key);
  };
  return {
    get: (key) => entries.get(key),
    set(key, value) {
      remove(key);
      // A large entry would push out many small ones.
      if (sizeOf(key, value) > limit / 16) return;
      entries.set(key, value);
      size += sizeOf(key, value);
      for (const oldest of entries.keys()) {
        if (size <= limit) break;
        remove(oldest);
      }
    },
    clear() {
      entries.clear();
      size = 0;
    },
  };
}
