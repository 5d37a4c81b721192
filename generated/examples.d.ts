/** Written by `make generate` from spec/. Do not edit. */

import type {
  ForbiddenErrorRep,
  InvalidRequestErrorRep,
  IterationInput,
  IterationRep,
  NotFoundErrorRep,
  RateLimitedErrorRep,
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
/** Two treatments, running. */
export declare const createIteration200RunningTwoTreatments: IterationRep;
/** Two treatments, stopped with a winner. */
export declare const createIteration200StoppedTwoTreatments: IterationRep;
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
        readonly "running-two-treatments": Example<IterationRep>;
        readonly "stopped-two-treatments": Example<IterationRep>;
        readonly "documented-sample": Example<IterationRep>;
      };
      readonly 400: { readonly "invalid-request": Example<InvalidRequestErrorRep> };
      readonly 401: { readonly unauthorized: Example<UnauthorizedErrorRep> };
      readonly 403: { readonly forbidden: Example<ForbiddenErrorRep> };
      readonly 404: { readonly "not-found": Example<NotFoundErrorRep> };
      readonly 429: { readonly "rate-limited": Example<RateLimitedErrorRep> };
    };
  };
};
