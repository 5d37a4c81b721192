/** Everything that a stateful mock remembers, and its initial state. */

import { createLives, type Lives } from './lives.ts';
import { type MockSeed, readSeed } from './seed.ts';

/** How a stateful mock behaves where LaunchDarkly documents nothing, and its initial state. */
export interface StatefulOptions {
  /**
   * What create iteration does if a draft already exists: `replace` it (the default) or `refuse` with 400. What
   * LaunchDarkly does is not known.
   */
  existingDraft?: 'replace' | 'refuse' | undefined;
  /** The initial state, restored by each reset. By default empty. */
  seed?: MockSeed | undefined;
}

/** What the responders of a stateful mock share. */
export interface World {
  readonly lives: Lives;
  readonly existingDraft: 'replace' | 'refuse';
  /** The flags that are off, as JSON of project, environment and flag. */
  readonly flagsOff: ReadonlySet<string>;
  /** Goes back to the seed. */
  reset(): void;
}

/**
 * Returns a world.
 *
 * @throws Error when an option or the seed cannot be used; the message names the location.
 */
export function createWorld({ existingDraft = 'replace', seed = {} }: StatefulOptions): World {
  if (existingDraft !== 'replace' && existingDraft !== 'refuse') {
    throw new Error('existingDraft must be "replace" or "refuse".');
  }
  const { experiments, flagsOff } = readSeed(seed);
  const lives = createLives();
  const reset = () => {
    lives.clear();
    for (const { keys, life } of experiments) lives.set(keys, life);
  };
  reset();
  return { lives, existingDraft, flagsOff, reset };
}
