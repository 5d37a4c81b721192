/** Written by `make generate` from spec/. Do not edit. */

import type {
  Experiment,
  ExperimentPatchInput,
  ForbiddenErrorRep,
  InvalidRequestErrorRep,
  IterationInput,
  IterationRep,
  MethodNotAllowedErrorRep,
  NotFoundErrorRep,
  RateLimitedErrorRep,
  StatusConflictErrorRep,
  UnauthorizedErrorRep,
} from './schema.d.ts';

/** A named example of a body. */
export interface Example<Body> {
  readonly summary: string;
  readonly value: Body;
}

/** Two treatments and a primary metric. */
export declare const createIterationRequestTwoTreatments: IterationInput;
/** The required properties and a primary metric, nothing else. */
export declare const createIterationRequestMinimal: IterationInput;
/** A funnel metric group as the primary. */
export declare const createIterationRequestFunnelPrimary: IterationInput;
/** A multi-armed bandit whose allocation is updated every hour. */
export declare const createIterationRequestMultiArmedBandit: IterationInput;
/** Stratified sampling by a covariate file, results sliced by attribute. */
export declare const createIterationRequestStratified: IterationInput;
/** The sample that LaunchDarkly documents, with its flags as an object and a primary metric added. */
export declare const createIterationRequestDocumentedSample: IterationInput;
/** A draft, as created, with two treatments under the names of the flag's variations. */
export declare const createIteration200TwoTreatments: IterationRep;
/** A draft, as created from the required properties, with the documented defaults. */
export declare const createIteration200Minimal: IterationRep;
/** A draft, as created, with a funnel metric group as the primary. */
export declare const createIteration200FunnelPrimary: IterationRep;
/** A draft, as created, of a multi-armed bandit. */
export declare const createIteration200MultiArmedBandit: IterationRep;
/** A draft, as created, with stratified sampling and attributes. */
export declare const createIteration200Stratified: IterationRep;
/** The sample that LaunchDarkly documents, as published. */
export declare const createIteration200DocumentedSample: IterationRep;
/** A request that breaks a rule of the body. */
export declare const createIteration400InvalidRequest: InvalidRequestErrorRep;
/** A call without a valid access token, or one that the token may not make. */
export declare const createIteration401Unauthorized: UnauthorizedErrorRep;
/** A token whose role does not allow the call. */
export declare const createIteration403Forbidden: ForbiddenErrorRep;
/** A key in the path that names nothing. */
export declare const createIteration404NotFound: NotFoundErrorRep;
/** A call beyond the limit of the current window. */
export declare const createIteration429RateLimited: RateLimitedErrorRep;
/** Running, with nothing expanded. What the token may do is listed. */
export declare const getExperiment200Running: Experiment;
/** Never started, its first iteration seen as the current one though the draft was asked for. */
export declare const getExperiment200NeverStarted: Experiment;
/** A draft beside a running iteration, with every iteration expanded. */
export declare const getExperiment200DraftBesideRunning: Experiment;
/** Stopped with a winner, with the analysis and the mutable fields expanded. */
export declare const getExperiment200StoppedWithWinner: Experiment;
/** Archived after its iteration stopped. */
export declare const getExperiment200Archived: Experiment;
/** A request that breaks a rule of the body. */
export declare const getExperiment400InvalidRequest: InvalidRequestErrorRep;
/** A call without a valid access token, or one that the token may not make. */
export declare const getExperiment401Unauthorized: UnauthorizedErrorRep;
/** A token whose role does not allow the call. */
export declare const getExperiment403Forbidden: ForbiddenErrorRep;
/** A key in the path that names nothing. */
export declare const getExperiment404NotFound: NotFoundErrorRep;
/** A method that the address does not have. */
export declare const getExperiment405MethodNotAllowed: MethodNotAllowedErrorRep;
/** A call beyond the limit of the current window. */
export declare const getExperiment429RateLimited: RateLimitedErrorRep;
/** Start the draft. */
export declare const patchExperimentRequestStartIteration: ExperimentPatchInput;
/** Stop the running iteration, with the winner. */
export declare const patchExperimentRequestStopIteration: ExperimentPatchInput;
/** Stop the running iteration and start a changed one. */
export declare const patchExperimentRequestSaveAndStartNewIteration: ExperimentPatchInput;
/** Change fields of the experiment, with a comment. */
export declare const patchExperimentRequestUpdateExperimentFields: ExperimentPatchInput;
/** Change the name, by the deprecated instruction. */
export declare const patchExperimentRequestUpdateName: ExperimentPatchInput;
/** Change the description, by the deprecated instruction. */
export declare const patchExperimentRequestUpdateDescription: ExperimentPatchInput;
/** Archive the experiment. */
export declare const patchExperimentRequestArchiveExperiment: ExperimentPatchInput;
/** Restore an archived experiment. */
export declare const patchExperimentRequestRestoreExperiment: ExperimentPatchInput;
/** Running, after the start. */
export declare const patchExperiment200StartIteration: Experiment;
/** Stopped, with the winner. */
export declare const patchExperiment200StopIteration: Experiment;
/** Running, with the new iteration in the place of the old one. */
export declare const patchExperiment200SaveAndStartNewIteration: Experiment;
/** Running, with its new name and tag. */
export declare const patchExperiment200UpdateExperimentFields: Experiment;
/** Running, with its new name. */
export declare const patchExperiment200UpdateName: Experiment;
/** Running, with its new description. */
export declare const patchExperiment200UpdateDescription: Experiment;
/** Archived, after its iteration stopped. */
export declare const patchExperiment200ArchiveExperiment: Experiment;
/** Restored, with its stopped iteration. */
export declare const patchExperiment200RestoreExperiment: Experiment;
/** A request that breaks a rule of the body. */
export declare const patchExperiment400InvalidRequest: InvalidRequestErrorRep;
/** A call without a valid access token, or one that the token may not make. */
export declare const patchExperiment401Unauthorized: UnauthorizedErrorRep;
/** A token whose role does not allow the call. */
export declare const patchExperiment403Forbidden: ForbiddenErrorRep;
/** A key in the path that names nothing. */
export declare const patchExperiment404NotFound: NotFoundErrorRep;
/** An update at the same time as another one. */
export declare const patchExperiment409StatusConflict: StatusConflictErrorRep;
/** A call beyond the limit of the current window. */
export declare const patchExperiment429RateLimited: RateLimitedErrorRep;

/** Every named example, by operation. The first one of a status is its default. */
export declare const examples: {
  readonly createIteration: {
    readonly request: {
      readonly "two-treatments": Example<IterationInput>;
      readonly minimal: Example<IterationInput>;
      readonly "funnel-primary": Example<IterationInput>;
      readonly "multi-armed-bandit": Example<IterationInput>;
      readonly stratified: Example<IterationInput>;
      readonly "documented-sample": Example<IterationInput>;
    };
    readonly responses: {
      readonly 200: {
        readonly "two-treatments": Example<IterationRep>;
        readonly minimal: Example<IterationRep>;
        readonly "funnel-primary": Example<IterationRep>;
        readonly "multi-armed-bandit": Example<IterationRep>;
        readonly stratified: Example<IterationRep>;
        readonly "documented-sample": Example<IterationRep>;
      };
      readonly 400: { readonly "invalid-request": Example<InvalidRequestErrorRep> };
      readonly 401: { readonly unauthorized: Example<UnauthorizedErrorRep> };
      readonly 403: { readonly forbidden: Example<ForbiddenErrorRep> };
      readonly 404: { readonly "not-found": Example<NotFoundErrorRep> };
      readonly 429: { readonly "rate-limited": Example<RateLimitedErrorRep> };
    };
  };
  readonly getExperiment: {
    readonly request: {};
    readonly responses: {
      readonly 200: {
        readonly running: Example<Experiment>;
        readonly "never-started": Example<Experiment>;
        readonly "draft-beside-running": Example<Experiment>;
        readonly "stopped-with-winner": Example<Experiment>;
        readonly archived: Example<Experiment>;
      };
      readonly 400: { readonly "invalid-request": Example<InvalidRequestErrorRep> };
      readonly 401: { readonly unauthorized: Example<UnauthorizedErrorRep> };
      readonly 403: { readonly forbidden: Example<ForbiddenErrorRep> };
      readonly 404: { readonly "not-found": Example<NotFoundErrorRep> };
      readonly 405: { readonly "method-not-allowed": Example<MethodNotAllowedErrorRep> };
      readonly 429: { readonly "rate-limited": Example<RateLimitedErrorRep> };
    };
  };
  readonly patchExperiment: {
    readonly request: {
      readonly "start-iteration": Example<ExperimentPatchInput>;
      readonly "stop-iteration": Example<ExperimentPatchInput>;
      readonly "save-and-start-new-iteration": Example<ExperimentPatchInput>;
      readonly "update-experiment-fields": Example<ExperimentPatchInput>;
      readonly "update-name": Example<ExperimentPatchInput>;
      readonly "update-description": Example<ExperimentPatchInput>;
      readonly "archive-experiment": Example<ExperimentPatchInput>;
      readonly "restore-experiment": Example<ExperimentPatchInput>;
    };
    readonly responses: {
      readonly 200: {
        readonly "start-iteration": Example<Experiment>;
        readonly "stop-iteration": Example<Experiment>;
        readonly "save-and-start-new-iteration": Example<Experiment>;
        readonly "update-experiment-fields": Example<Experiment>;
        readonly "update-name": Example<Experiment>;
        readonly "update-description": Example<Experiment>;
        readonly "archive-experiment": Example<Experiment>;
        readonly "restore-experiment": Example<Experiment>;
      };
      readonly 400: { readonly "invalid-request": Example<InvalidRequestErrorRep> };
      readonly 401: { readonly unauthorized: Example<UnauthorizedErrorRep> };
      readonly 403: { readonly forbidden: Example<ForbiddenErrorRep> };
      readonly 404: { readonly "not-found": Example<NotFoundErrorRep> };
      readonly 409: { readonly "status-conflict": Example<StatusConflictErrorRep> };
      readonly 429: { readonly "rate-limited": Example<RateLimitedErrorRep> };
    };
  };
};

/** Every named response, by operation: for who needs no request. */
export declare const responseExamples: { readonly [Id in keyof typeof examples]: (typeof examples)[Id]['responses'] };
