/** What the mock does for each operation of the contract, beyond its named responses. */

import type { OperationId } from '../../contract/operations.ts';
import { statefulResponders } from '../life/responders.ts';
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

/** A response that is made, as JSON. */
export interface Made {
  status: number;
  json: string;
  /** What a log says about it. It quotes names, but no values except numbers. */
  note?: string;
}

/** Makes the response to a request that does not ask for a named one, or says why there is none. */
export type Responder = (request: ValidRequest, state: State) => Made | Problem;

type Responders = Readonly<Partial<Record<OperationId, Responder>>>;

/** An operation that is not here gets the contract's first example. */
const echoing: Responders = { createIteration };

/** The responder of an operation: of the stateful mock, or else of the stateless one. */
export function responderOf(id: OperationId, { world }: State): Responder | undefined {
  return world ? statefulResponders(world)[id] : echoing[id];
}
