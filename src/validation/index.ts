import type { IterationInput, IterationRep } from '../../generated/schema.d.ts';
import { iterationInputErrors, iterationRepErrors } from '../../generated/validators.js';
import { type Issue, issuesOf } from './issue.ts';
import type { StandardSchema } from './standard-schema.ts';

export type { Issue } from './issue.ts';
export type { StandardSchema } from './standard-schema.ts';

/** Either the value, now known to satisfy the contract, or what is wrong with it. */
export type ValidationResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** How an answer differs from the contract. */
export interface ContractDrift {
  /** A missing required property, or a value of a wrong type: code that trusts the types may break. */
  readonly issues: readonly Issue[];
  /** A property or a value that the contract does not know yet: code that reads tolerantly is not hurt. */
  readonly additions: readonly Issue[];
}

/**
 * Validates an iteration to create. A property that the contract does not know is no issue: bodies are open.
 *
 * @returns `{ value }`, the very value that was given, or `{ issues }`, the most useful first.
 */
export function validateIterationInput(value: unknown): ValidationResult<IterationInput> {
  return result<IterationInput>(value, issuesOf(iterationInputErrors, value).filter(isBreaking));
}

/**
 * Validates an answer, as tolerantly as its type: neither an unknown property nor an unknown enum value is an issue.
 *
 * @returns `{ value }`, the very value that was given, or `{ issues }`, the most useful first.
 */
export function validateIterationRep(value: unknown): ValidationResult<IterationRep> {
  return result<IterationRep>(value, driftOf(value).issues);
}

/** Tells how an answer differs from the contract, harmless differences included. */
export function driftOf(value: unknown): ContractDrift {
  const all = issuesOf(iterationRepErrors, value);
  const isIssue = (issue: Issue) => isBreaking(issue) && !(issue.rule === 'enum' && issue.found === 'string');
  return { issues: all.filter(isIssue), additions: all.filter((issue) => !isIssue(issue)) };
}

/** `validateIterationInput` as a Standard Schema v1, for form and router libraries. */
export const iterationInputSchema: StandardSchema<IterationInput> = standard(validateIterationInput);

/** `validateIterationRep` as a Standard Schema v1. */
export const iterationRepSchema: StandardSchema<IterationRep> = standard(validateIterationRep);

function isBreaking({ rule }: Issue): boolean {
  return rule !== 'additionalProperties';
}

function result<T>(value: unknown, issues: readonly Issue[]): ValidationResult<T> {
  return issues.length > 0 ? { issues } : { value: value as T };
}

function standard<T>(validate: (value: unknown) => ValidationResult<T>): StandardSchema<T> {
  return { '~standard': { version: 1, vendor: 'launchdarkly-iteration-contract', validate } };
}
