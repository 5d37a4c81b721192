/** Breaks a client in a known way, so that it is seen that the judge of the random run can fail. */

import type { IterationClient } from '../../../src/index.ts';
import type { Clock } from '../clock.ts';
import { canary } from '../token.ts';
import type { Sabotage } from './job.ts';

type Create = IterationClient['createIteration'];
interface Place {
  clock: Clock;
  signal: AbortSignal;
}

const changing = (create: Create, change: (error: object) => unknown): Create =>
  function changed(...call) {
    return create(...call).catch((error) => {
      throw change(error);
    });
  };

const breaks: Record<Sabotage, (create: Create, place: Place) => Create> = {
  'sends again':
    (create) =>
    (...call) =>
      create(...call).catch(() => create(...call)),
  'claims not_applied': (create) => changing(create, (error) => Object.assign(error, { outcome: 'not_applied' })),
  'claims applied': (create) => changing(create, (error) => Object.assign(error, { outcome: 'applied' })),
  hangs:
    (create) =>
    (...call) =>
      create(...call).catch(() => new Promise<never>(() => {})),
  leaks:
    (create, { clock, signal }) =>
    (...call) => {
      clock.start(() => {}, 60_000);
      signal.addEventListener('abort', () => {});
      return create(...call);
    },
  'shows the token': (create) => changing(create, (error) => Object.assign(error, { request: { headers: [canary] } })),
};

/** Returns the client, broken if it is asked for. */
export function breakClient(client: IterationClient, sabotage: Sabotage | undefined, place: Place): IterationClient {
  if (!sabotage) return client;
  return { ...client, createIteration: breaks[sabotage](client.createIteration.bind(client), place) };
}
