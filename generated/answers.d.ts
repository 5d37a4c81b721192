/** Written by `make generate` from spec/. Do not edit. */

/** What Prism's router needs of the operation. */
export declare const operation: {
  id: string;
  method: 'post';
  path: string;
  servers: [];
  responses: [];
};

/** A named example of an answer. */
export interface AnswerExample {
  summary: string;
  value: Record<string, unknown>;
}

/** By status: the documented headers, in lower case, and the named examples, the first being the default. */
export declare const answers: Record<string, { headers: string[]; examples: Record<string, AnswerExample> }>;
