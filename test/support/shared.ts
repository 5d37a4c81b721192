import { existsSync } from 'node:fs';
import { describe } from 'vitest';

/** The folder of reference data beside the project. It is not part of the project, and most machines lack it. */
export const reference = '../shared/reference';

/** Describes tests that need the reference data. They skip, and say why, where it is absent. */
export const describeWithReference = (title: string, tests: () => void) =>
  existsSync(reference)
    ? describe(title, tests)
    : describe.skip(`${title} (skipped: ${reference} is not on this machine)`, tests);
