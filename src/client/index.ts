/** The client without the contract's checks: the same calls and errors for less code. */

export { servers } from '../../generated/constants.js';
export {
  type CreateIterationOptions,
  createIterationClient,
  type IterationClient,
  type IterationClientOptions,
} from './client.ts';
export { IterationError, type IterationErrorKind, type IterationOutcome } from './error.ts';
export type { IterationPath } from './input.ts';
