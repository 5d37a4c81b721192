/** What a fault is: one way in which a call can go wrong, and what the client must say of it. */

import type { Socket } from 'node:net';
import type { CallSettings, IterationClient, IterationClientOptions, IterationInput } from '../../src/index.ts';
import type { IterationErrorKind, IterationOutcome } from '../../src/transport/error.ts';
import { requestExamples } from '../support/document.ts';
import type { Certificate } from './certificate.ts';
import type { Clock } from './clock.ts';
import type { Behavior, FaultServer } from './server.ts';

export type Options = Partial<IterationClientOptions>;
export type Kind = 'success' | IterationErrorKind;
export type Outcome = IterationOutcome;
/** A number, or from which to which. */
export type Range = number | readonly [number, number];

export type Call = (client: IterationClient, stage: Stage) => Promise<unknown>;

/** Everything that takes part in one fault. */
export interface Stage {
  server: FaultServer;
  /** The time of the client and the server. */
  clock: Clock;
  /** What the client tells those who watch it: no token may be in it. */
  told: unknown[];
  /** Its signal is given to the call. */
  controller: AbortController;
  /** Tells what to do when the fault is over. */
  defer(cleanUp: () => unknown): void;
}

/** What must come of a call. A list names all that is honest, where the client cannot know better. */
export interface Expectation {
  kind: Kind | readonly Kind[];
  /** Left out for a success. */
  outcome?: Outcome | readonly Outcome[];
  status?: number;
  /** How many requests the server sees. */
  arrived: Range;
  created: Range;
  attempts?: Range;
  /** In milliseconds. Where it is left out, the error may have none. */
  retryAfterMs?: readonly [number, number];
  /** What the message must say. */
  says?: RegExp;
  /** The response comes from a `fetch` of the caller's, so that no server counts it. */
  unserved?: boolean;
}

/** One way in which a call can go wrong, and what the client must say of it. */
export interface Fault {
  name: string;
  /** What the server does. By default it creates the iteration and says so. */
  server?: Behavior;
  tls?: Certificate;
  /** Whether the server responds before it has read the body. */
  early?: boolean;
  connection?: (socket: Socket) => void;
  options?: Options | ((stage: Stage) => Options | Promise<Options>);
  /** Properties of the options that cannot be written as values, such as getters that throw. */
  getters?: PropertyDescriptorMap;
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

/** A call with settings, which may be of any type. */
export function callWith(settings: unknown): Call {
  return (client) => client.createIteration(path, iterationOf(judged), settings as CallSettings);
}

/** An earlier call of the same client. */
export const earlier = (client: IterationClient) => client.createIteration(path, iterationOf('an earlier call'));

export const success: Expectation = { kind: 'success', arrived: 1, created: 1 };

/** The input cannot be used, and nothing was sent. */
export const refused = { kind: 'invalid_input', outcome: 'not_applied', arrived: 0, created: 0, attempts: 0 } as const;

/** The client can tell that the request never left. */
export const neverSent = { kind: 'network', outcome: 'not_applied', arrived: 0, created: 0 } as const;

/** There was no time for an attempt. */
export const noTime = { kind: 'timeout', outcome: 'not_applied', arrived: 0, created: 0, attempts: 0 } as const;

/** The request was read, and nothing is known of what came of it. */
export const noResponse = { kind: 'network', outcome: 'unknown', arrived: 1, created: 0, attempts: 1 } as const;

/** The response is 2xx, but not recognizably the iteration. */
export const unrecognized = {
  kind: 'invalid_response',
  outcome: 'unknown',
  status: 200,
  arrived: 1,
  created: 0,
  attempts: 1,
} as const;

/** The iteration was created, but what the server said of it cannot be read. */
export const unreadable = { ...unrecognized, created: 1 } as const;

/** The server said no, and means it. */
export function refusal(status: number): Expectation {
  return { kind: 'http', outcome: 'not_applied', status, arrived: 1, created: 0, attempts: 1 };
}

/** The server responded, and says nothing of whether it created. */
export function unclear(status: number, created = 0): Expectation {
  return { kind: 'http', outcome: 'unknown', status, arrived: 1, created, attempts: 1 };
}
