import { existsSync } from 'node:fs';
import { describe, it } from 'vitest';

/** The folder of reference data beside the project. It is not part of the project, and most machines lack it. */
export const reference = '../shared/reference';

/** Describes tests that need the reference data. Where it is absent they skip, and say why. */
export function describeWithReference(title: string, tests: () => void): void {
  if (existsSync(reference)) describe(title, tests);
  else describe(title, () => it.skip(`skipped, for ${reference} is not on this machine`));
}
