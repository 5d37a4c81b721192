/**
 * The client of create iteration, its error, and the types of the contract. All generated types (`paths`,
 * `components`, `operations`) are at `launchdarkly-iteration-contract/types`.
 */

export { servers } from '../generated/constants.js';
export type {
  Access,
  AccessAllowedReason,
  AccessAllowedRep,
  AccessDenied,
  AccessDeniedReason,
  AnalysisConfigRep,
  ArchiveExperimentInstruction,
  CovariateInfoRep,
  DependentMetricGroupRepWithMetrics,
  DependentMetricOrMetricGroupRep,
  Experiment,
  ExperimentPatchInput,
  FieldUpdate,
  FlagInput,
  FlagRep,
  ForbiddenErrorRep,
  Instruction,
  InvalidRequestErrorRep,
  IterationInput,
  IterationRep,
  KnownInstruction,
  LayerSnapshotRep,
  Link,
  MethodNotAllowedErrorRep,
  MetricInGroupRep,
  MetricInput,
  MetricV2Rep,
  MutableFieldsByStatusRep,
  NotFoundErrorRep,
  ParameterRep,
  PrimaryMetricSelector,
  RateLimitedErrorRep,
  RestoreExperimentInstruction,
  SaveAndStartNewIterationInstruction,
  StartIterationInstruction,
  StatusConflictErrorRep,
  StopIterationInstruction,
  TreatmentInput,
  TreatmentParameterInput,
  TreatmentRep,
  UnauthorizedErrorRep,
  UnknownInstruction,
  UpdateDescriptionInstruction,
  UpdateExperimentFieldsInstruction,
  UpdateNameInstruction,
} from '../generated/schema.d.ts';
export type { IterationClient, IterationPath } from './client/client.ts';
export type { EnsuredIteration } from './client/ensure-iteration.ts';
export type { ExpandableField, ExpandedExperiment, SemanticPatch } from './client/experiment.ts';
export type { ExperimentClient } from './client/experiment-client.ts';
export { type FieldUpdates, instructions } from './client/instructions.ts';
export { type Migration, toSemanticPatch } from './client/migrate.ts';
export type { CallSettings } from './client/options.ts';
export type { Reconciliation, UpdateLookSettings, UpdateReconciliation } from './client/reconcile.ts';
export {
  createIterationClient,
  type ValidatingClientOptions as IterationClientOptions,
} from './client/validated.ts';
export { toIterationInput } from './contract/iteration-input.ts';
export type { ContractDrift, Issue } from './contract/validate.ts';
export {
  IterationError,
  type IterationErrorKind,
  type IterationOutcome,
  isIterationError,
} from './transport/error.ts';
export type { RequestFacts, ResponseFacts, RetryFacts } from './transport/hooks.ts';
export type { RateLimit, RateLimits } from './transport/rate-limit-headers.ts';
