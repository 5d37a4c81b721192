import type { Socket } from 'node:net';
import type { IterationClient, IterationClientOptions, IterationError, IterationInput } from '../../src/index.ts';
import { requestExamples } from '../support/document.ts';
import type { Certificate } from './certificate.ts';
import type { Behaviour, FaultServer } from './server.ts';

export type Options = Partial<IterationClientOptions>;
export type Kind = 'success' | IterationError['kind'];
export type Outcome = IterationError['outcome'];

export type Call = (client: IterationClient, stage: Stage) => Promise<unknown>;

/** Everything that takes part in one fault. */
export interface Stage {
  server: FaultServer;
  /** Its signal is given to the call. */
  controller: AbortController;
  /** Tells what to do when the fault is over. */
  defer(cleanUp: () => unknown): void;
}

/** What must come of a call. A list names all that is honest, where the client cannot know better. */
export interface Expectation {
  kind: Kind | Kind[];
  /** Left out for a success. */
  outcome?: Outcome | Outcome[];
  status?: number;
  /** How many requests the server sees, or from how many to how many. */
  arrived: number | [number, number];
  created: number | [number, number];
  attempts?: number | [number, number];
  /** From how many milliseconds to how many. Where it is left out, the error may have none. */
  retryAfterMs?: [number, number];
  /** The answer comes from a `fetch` of the caller's, so that no server counts it. */
  unserved?: boolean;
}

/** One way in which a call can go wrong, and what the client must say of it. */
export interface Fault {
  name: string;
  /** What the server does. By default it creates the iteration and answers. */
  server?: Behaviour;
  tls?: Certificate;
  early?: boolean;
  connection?: (socket: Socket) => void;
  options?: Options | ((stage: Stage) => Options | Promise<Options>);
  /** What happens before the call that is judged: earlier calls of the same client. */
  before?: (client: IterationClient, stage: Stage) => unknown;
  /** What the caller does. By default one call, which is not aborted. */
  call?: Call;
  expect: Expectation;
}

export const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'my-experiment' };

/** The call by which a fault is judged. */
export const judged = 'the call';

/** An iteration by which the server knows the call again. */
export function iterationOf(id: string): IterationInput {
  return { ...(requestExamples[0]?.[1] as IterationInput), hypothesis: id };
}

/** An earlier call of the same client. */
export const earlier = (client: IterationClient) => client.createIteration(path, iterationOf('an earlier call'));

export const success: Expectation = { kind: 'success', arrived: 1, created: 1 };

/** The client can tell that the request never left. */
export const neverSent = { kind: 'network', outcome: 'not_created', arrived: 0, created: 0 } satisfies Expectation;

/** The request was read, and nothing is known of what came of it. */
export const noAnswer = {
  kind: 'network',
  outcome: 'unknown',
  arrived: 1,
  created: 0,
  attempts: 1,
} satisfies Expectation;

/** The iteration was created, but what the server said of it cannot be read. */
export const unreadable = {
  kind: 'invalid_response',
  outcome: 'created',
  status: 200,
  arrived: 1,
  created: 1,
  attempts: 1,
} satisfies Expectation;

/** The server said no, and means it. */
export function refusal(status: number): Expectation {
  return { kind: 'http', outcome: 'not_created', status, arrived: 1, created: 0, attempts: 1 };
}

/** The server answered, and says nothing of whether it created. */
export function unclear(status: number, created = 0): Expectation {
  return { kind: 'http', outcome: 'unknown', status, arrived: 1, created, attempts: 1 };
}
