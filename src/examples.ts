/** Named requests and responses of the contract, for tests, stories and fixtures. */

import { createIteration200TwoTreatments, createIterationRequestTwoTreatments } from '../generated/examples.js';
import type { IterationInput, IterationRep } from '../generated/schema.d.ts';

// Not by name: every example of spec/ is exported, and a bundle keeps only those that it uses.
export * from '../generated/examples.js';

/**
 * Returns an iteration to create: a valid one with two treatments, and the properties that a test is about.
 *
 * @param overrides Properties to replace, each as a whole. What is `undefined` is left out.
 */
export function iterationInput(overrides: Overrides<IterationInput> = {}): IterationInput {
  return overridden(createIterationRequestTwoTreatments, overrides);
}

/**
 * Returns an iteration as the API responds with it: a draft with two treatments, and the properties that a test is about.
 *
 * @param overrides Properties to replace, each as a whole. What is `undefined` is left out.
 */
export function iterationRep(overrides: Overrides<IterationRep> = {}): IterationRep {
  return overridden(createIteration200TwoTreatments, overrides);
}

/** Any of the properties of an object. */
export type Overrides<T> = { [Key in keyof T]?: T[Key] | undefined };

/** Returns a copy, so that a test that changes it does not affect another. */
function overridden<T extends object>(example: T, overrides: Overrides<T>): T {
  const merged = Object.entries({ ...structuredClone(example), ...overrides });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as T;
}
