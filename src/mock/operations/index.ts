/** What the mock does for each operation of the contract, beyond its named responses. */

import type { OperationId } from '../../contract/operations.ts';
import type { Problem } from '../responses.ts';
import type { State } from '../state.ts';
import { createIteration } from './create-iteration.ts';

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

/** Makes the response to a request that asks for no named one, or says why there is none. */
export type Responder = (request: ValidRequest, state: State) => { status: number; json: string } | Problem;

/** An operation that is not here gets the contract's first example. */
export const responders: Readonly<Partial<Record<OperationId, Responder>>> = { createIteration };
