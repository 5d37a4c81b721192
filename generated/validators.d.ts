/** Written by `make generate` from spec/. Do not edit. */

/** A schema in the keywords of JSON Schema that the contract uses, its references resolved. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  /** Whether a value that `enum` does not have is an addition, not a mistake. */
  readonly 'x-open-enum'?: true;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly not?: { readonly enum: readonly unknown[] };
  /** Beside `properties`: sets of them, one of which must be there. Alone: alternatives, of which at most one fits. */
  readonly anyOf?: readonly Schema[];
}

/** How to validate a body. */
export interface Validator {
  readonly schema: Schema;
  /**
   * Whether a value is, beyond doubt, JSON data that satisfies the schema and holds nothing that the schema does not
   * know. `false` decides nothing.
   */
  readonly isExact: (value: unknown) => boolean;
}

export declare const IterationInput: Schema;
export declare const isIterationInput: Validator['isExact'];
export declare const ExperimentPatchInput: Schema;
export declare const isExperimentPatchInput: Validator['isExact'];
export declare const IterationRep: Schema;
export declare const isIterationRep: Validator['isExact'];
export declare const InvalidRequestErrorRep: Schema;
export declare const isInvalidRequestErrorRep: Validator['isExact'];
export declare const UnauthorizedErrorRep: Schema;
export declare const isUnauthorizedErrorRep: Validator['isExact'];
export declare const ForbiddenErrorRep: Schema;
export declare const isForbiddenErrorRep: Validator['isExact'];
export declare const NotFoundErrorRep: Schema;
export declare const isNotFoundErrorRep: Validator['isExact'];
export declare const RateLimitedErrorRep: Schema;
export declare const isRateLimitedErrorRep: Validator['isExact'];
export declare const Experiment: Schema;
export declare const isExperiment: Validator['isExact'];
export declare const MethodNotAllowedErrorRep: Schema;
export declare const isMethodNotAllowedErrorRep: Validator['isExact'];
export declare const StatusConflictErrorRep: Schema;
export declare const isStatusConflictErrorRep: Validator['isExact'];

/** The validator of every body of an operation, by the name of its schema. */
export declare const validators: {
  readonly IterationInput: Validator;
  readonly ExperimentPatchInput: Validator;
  readonly IterationRep: Validator;
  readonly InvalidRequestErrorRep: Validator;
  readonly UnauthorizedErrorRep: Validator;
  readonly ForbiddenErrorRep: Validator;
  readonly NotFoundErrorRep: Validator;
  readonly RateLimitedErrorRep: Validator;
  readonly Experiment: Validator;
  readonly MethodNotAllowedErrorRep: Validator;
  readonly StatusConflictErrorRep: Validator;
};
