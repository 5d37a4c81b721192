/** The validators of the contract, for what is sent and for what is received, also as Standard Schemas. */
import type { IterationInput, IterationRep } from '../../generated/schema.d.ts';
import {
  IterationInput as inputSchema,
  isIterationInput,
  isIterationRep,
  IterationRep as repSchema,
  type Validator,
} from '../../generated/validators.js';
import type { Issue } from './issue.ts';
import type { StandardSchema } from './standard-schema.ts';
import { type Side, walk } from './walk.ts';

export type { Issue } from './issue.ts';
export type { StandardSchema } from './standard-schema.ts';

/** Either the value, which satisfies the contract, or what is wrong with it. */
export type ValidationResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/**
 * How a body differs from the contract. Each list has at most a hundred entries, the most useful first; if there are
 * more, a last one with the rule `maxIssues` says how many.
 */
export interface ContractDrift {
  /** Missing required properties, and values of a wrong type: code that trusts the types may break. */
  readonly issues: readonly Issue[];
  /** Properties and values that the contract does not know yet: harmless to code that ignores what it does not know. */
  readonly additions: readonly Issue[];
}

const inputValidator: Validator = { schema: inputSchema, isExact: isIterationInput };
const repValidator: Validator = { schema: repSchema, isExact: isIterationRep };
const noDrift: ContractDrift = Object.freeze({ issues: Object.freeze([]), additions: Object.freeze([]) });

/**
 * Validates an iteration to create, as it would be sent: what JSON would lose or change, such as a `Map`, a `Date` or
 * `NaN`, is an issue wherever it is, and so is a documented integer beyond 2^53, which a JavaScript number cannot
 * represent exactly. An unknown property is not an issue, because bodies are open; nor is one that is `undefined`,
 * which JSON leaves out.
 *
 * @returns `{ value }`, the same value; or `{ issues }`, the most useful first, at most a hundred; if there are more, a
 *   last one with the rule `maxIssues` says how many. Never throws.
 */
export function validateIterationInput(value: unknown): ValidationResult<IterationInput> {
  return result(value, compare(inputValidator, value, 'sent').issues);
}

/**
 * Validates an iteration that was received, as tolerantly as its type: neither an unknown property nor an unknown value
 * of an enum is an issue.
 *
 * @returns As {@link validateIterationInput}.
 */
export function validateIterationRep(value: unknown): ValidationResult<IterationRep> {
  return result(value, driftOf(value).issues);
}

/** Returns how an iteration that was received differs from the contract, including harmless differences. */
export function driftOf(value: unknown): ContractDrift {
  return compare(repValidator, value, 'response');
}

/**
 * Compares a body with its schema.
 *
 * @param side For what is `sent`, all that JSON would lose or change is an issue; what was received came as JSON.
 */
export function compare({ schema, isExact }: Validator, value: unknown, side: Side): ContractDrift {
  try {
    if (isExact(value)) return noDrift;
  } catch {
    // A getter or a proxy threw; the walk below finds out where.
  }
  const { issues, additions } = walk(value, schema, side);
  return { issues: issues.issues, additions: additions.issues };
}

/** `validateIterationInput` as a Standard Schema v1, for form and router libraries. */
export const iterationInputSchema: StandardSchema<IterationInput> = standard(validateIterationInput);

/** `validateIterationRep` as a Standard Schema v1. */
export const iterationRepSchema: StandardSchema<IterationRep> = standard(validateIterationRep);

function result<T>(value: unknown, issues: readonly Issue[]): ValidationResult<T> {
  return issues.length > 0 ? { issues } : { value: value as T };
}

function standard<T>(validate: (value: unknown) => ValidationResult<T>): StandardSchema<T> {
  return { '~standard': { version: 1, vendor: 'launchdarkly-iteration-contract', validate } };
}
