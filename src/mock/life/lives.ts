/** The experiments that a stateful mock remembers, up to a limit of characters. */

import type { Life } from './life.ts';

/** The keys of the path of an experiment. */
export type ExperimentKeys = Readonly<Record<'projectKey' | 'environmentKey' | 'experimentKey', string>>;

/** The experiments of a mock. */
export interface Lives {
  get(keys: ExperimentKeys): Life | undefined;
  /**
   * Remembers an experiment, and if necessary forgets those that have not changed for the longest time.
   *
   * @returns How many were forgotten; or `undefined` if this one alone is too large, and nothing was changed.
   */
  set(keys: ExperimentKeys, life: Life): number | undefined;
  /** The other experiments of its environment. */
  neighbors(keys: ExperimentKeys): Iterable<Life>;
  clear(): void;
}

/** The most characters of JSON for one experiment, and for all of them. */
export const largestLife = 4 * 1024 * 1024;
const allLives = 8 * largestLife;

const environmentOf = ({ projectKey, environmentKey }: ExperimentKeys) => JSON.stringify([projectKey, environmentKey]);
const idOf = (keys: ExperimentKeys) => environmentOf(keys) + JSON.stringify(keys.experimentKey);

/** Returns an empty store. */
export function createLives(): Lives {
  const entries = new Map<string, { life: Life; size: number; environment: string }>();
  let total = 0;
  const remove = (id: string) => {
    total -= entries.get(id)?.size ?? 0;
    entries.delete(id);
  };
  return {
    get: (keys) => entries.get(idOf(keys))?.life,
    set(keys, life) {
      const id = idOf(keys);
      const size = JSON.stringify(life).length + 2 * id.length;
      if (size > largestLife) return undefined;
      remove(id);
      entries.set(id, { life, size, environment: environmentOf(keys) });
      total += size;
      let forgotten = 0;
      for (const oldest of entries.keys()) {
        if (total <= allLives) break;
        remove(oldest);
        forgotten += 1;
      }
      return forgotten;
    },
    *neighbors(keys) {
      const [mine, environment] = [idOf(keys), environmentOf(keys)];
      for (const [id, entry] of entries) if (id !== mine && entry.environment === environment) yield entry.life;
    },
    clear() {
      entries.clear();
      total = 0;
    },
  };
}
