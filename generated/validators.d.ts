/** Written by `make generate` from spec/. Do not edit. */

/** What ajv reports: where, which keyword, and its details. */
export interface ValidationError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** Says whether a value satisfies a schema; `errors` holds what the last call found. */
export interface Validator {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

/** Against `IterationInput`, with every object closed. */
export declare const iterationInputErrors: Validator;

/** Against `IterationRep`, with every object closed. */
export declare const iterationRepErrors: Validator;
