/** The client without the contract's checks: the same calls and errors with less code. */

export { servers } from '../../generated/constants.js';
export {
  IterationError,
  type IterationErrorKind,
  type IterationOutcome,
  isIterationError,
} from '../transport/error.ts';
export type { RequestFacts, ResponseFacts, RetryFacts } from '../transport/hooks.ts';
export type { RateLimit, RateLimits } from '../transport/rate-limit-headers.ts';
export { createIterationClient, type IterationClient, type IterationPath } from './client.ts';
export type { CallSettings, IterationClientOptions } from './options.ts';
