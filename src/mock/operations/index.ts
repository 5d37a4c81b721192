/** What the mock does for each operation of the contract, beyond its named responses. */

import type { OperationId } from '../../contract/operations.ts';
import { statefulResponders } from '../life/responders.ts';
import type { State } from '../state.ts';
import { createIteration } from './create-iteration.ts';
import type { Responder } from './responder.ts';

type Responders = Readonly<Partial<Record<OperationId, Responder>>>;

/** An operation that is not here gets the contract's first example. */
const echoing: Responders = { createIteration };

/** The responder of an operation: of the stateful mock, or else of the stateless one. */
export function responderOf(id: OperationId, { world }: State): Responder | undefined {
  return world ? statefulResponders(world)[id] : echoing[id];
}
