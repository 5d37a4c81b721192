/**
 * The client of create iteration, its error, and the types of the contract. The whole generated types (`paths`,
 * `components`, `operations`) are at `launchdarkly-iteration-contract/types`.
 */

export { servers } from '../generated/constants.js';
export type {
  CovariateInfoRep,
  DependentMetricGroupRepWithMetrics,
  DependentMetricOrMetricGroupRep,
  FlagInput,
  FlagRep,
  ForbiddenErrorRep,
  InvalidRequestErrorRep,
  IterationInput,
  IterationRep,
  LayerSnapshotRep,
  Link,
  MetricInGroupRep,
  MetricInput,
  MetricV2Rep,
  NotFoundErrorRep,
  ParameterRep,
  PrimaryMetricSelector,
  RateLimitedErrorRep,
  TreatmentInput,
  TreatmentParameterInput,
  TreatmentRep,
  UnauthorizedErrorRep,
} from '../generated/schema.d.ts';
export type { CreateIterationOptions, IterationClient } from './client/client.ts';
export { IterationError, type IterationErrorKind, type IterationOutcome } from './client/error.ts';
export type { IterationPath } from './client/input.ts';
export {
  createIterationClient,
  type ValidatingClientOptions as IterationClientOptions,
} from './client/validated.ts';
export type { ContractDrift, Issue } from './contract/validate.ts';
