/** What a responder gets and returns. */

import type { OperationId } from '../../contract/operations.ts';
import type { Problem } from '../responses.ts';
import type { State } from '../state.ts';

/** A request of an operation that satisfies the contract. */
export interface ValidRequest {
  operation: OperationId;
  /** The path parameters, decoded. */
  path: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  /** The parsed body. */
  body: unknown;
  /** The body as it was sent. */
  text: string;
}

/** A response that is made, as JSON. */
export interface Made {
  status: number;
  json: string;
  /** What a log says about it. It quotes names, but no values except numbers. */
  note?: string;
}

/** Makes the response to a request that does not ask for a named one, or says why there is none. */
export type Responder = (request: ValidRequest, state: State) => Made | Problem;
