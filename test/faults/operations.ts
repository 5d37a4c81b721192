/** The other operations: a read is repeated after what waiting can help, a change only when nothing was applied. */

import { getExperiment200Running, patchExperiment409StatusConflict } from '../../generated/examples.js';
import { getExperiment, startIteration, updateExperiment } from '../../src/client/experiment.ts';
import type { ExperimentClient } from '../../src/client/experiment-client.ts';
import { instructions } from '../../src/client/instructions.ts';
import { closes, creates, creating, hangs, html, inTurn, limited, resets, responds, trickles } from './behaviors.ts';
import {
  type Call,
  type Expectation,
  type Fault,
  neverSent,
  noResponse,
  path,
  refusal,
  refused,
  success,
  unclear,
} from './fault.ts';
import { refusingUrl } from './network.ts';

const experiment = { body: JSON.stringify(getExperiment200Running) };
const conflict = responds({ status: 409, body: JSON.stringify(patchExperiment409StatusConflict) });

const reads: Call = (client, { controller: { signal } }) => getExperiment(client, path, { signal });
const archives: Call = (client, { controller: { signal } }) =>
  updateExperiment(client, path, { instructions: [instructions.archiveExperiment()] }, { signal });
const starts: Call = (client, { controller: { signal } }) => startIteration(client, path, {}, { signal });

const nothing = null as never;

/** A read changes nothing, so there is nothing that a server creates. */
const read: Expectation = { ...success, created: 0, unserved: true };
const again: Expectation = { ...read, arrived: 2 };
const patient = { totalTimeoutMs: 30_000, attemptTimeoutMs: 2_000 };
const unreadable = { kind: 'invalid_response', outcome: 'not_applied', status: 200, created: 0 } as const;

/** What a read meets first, before a server that works, and what must come of it. */
const readings: [string, Fault['server'] | undefined, Expectation][] = [
  ['nothing wrong', undefined, read],
  ...[408, 425, 500, 502, 503, 504].map(
    (status) => [`${status}`, responds({ status }), again] as [string, Fault['server'], Expectation],
  ),
  ['429', limited({ 'retry-after': '1' }), again],
  ['a reset', resets, again],
  ['FIN', closes, again],
  ['no headers', hangs, again],
  ['a body that trickles', trickles({ status: 200 }), again],
  ['400', responds({ status: 400 }), refusal(400)],
  ['404', responds({ status: 404 }), refusal(404)],
  ['200 with HTML', responds(html), { ...unreadable, arrived: 1, attempts: 1 }],
  ['302', responds({ status: 302, headers: { location: '/' } }), { ...refusal(302), kind: 'http' }],
];

/** What a change meets first, and what must come of it. */
const changes: [string, Fault['server'] | undefined, Expectation, Call?][] = [
  ['nothing wrong', undefined, success],
  ['429', limited({ 'retry-after': '1' }), { ...success, arrived: 2 }],
  ['a reset, after it was applied', creating(resets), { ...noResponse, created: 1 }],
  ['no headers', hangs, { ...noResponse, kind: 'timeout' }],
  ['503', responds({ status: 503 }), unclear(503)],
  [
    '200 with HTML, after it was applied',
    creates(html),
    { ...noResponse, kind: 'invalid_response', status: 200, created: 1 },
  ],
  ['a conflict', conflict, { ...success, arrived: 2 }],
  ['a conflict, where it must not be repeated', conflict, refusal(409), starts],
];

/** What a caller can hand in that cannot be used, which a promise rejects and no function throws. */
const misuses: [string, (client: ExperimentClient) => Promise<unknown>, RegExp][] = [
  ['a read with null for its options', (client) => client.getExperiment(path, nothing), /options of a call/],
  [
    'a read that expands a text',
    (client) => client.getExperiment(path, { expand: 'x' as never }),
    /expand must be an array/,
  ],
  ['a start with null', (client) => client.startIteration(path, nothing), /options of the start/],
  ['a stop with null', (client) => client.stopIteration(path, nothing), /options of the stop/],
  ['a new iteration with null', (client) => client.saveAndStartNewIteration(path, nothing), /options of the new/],
  ['a change without keys', (client) => client.archiveExperiment(nothing), /projectKey/],
  ['a look without keys', (client) => client.reconcile(nothing, { instructions: [] }), /projectKey/],
  ['a look for nothing', (client) => client.reconcile(path, nothing), /contents of the call must be an object/],
  [
    'a look for null as instructions',
    (client) => client.reconcile(path, { instructions: nothing }),
    /instructions must be an object/,
  ],
  ['a read of no client', () => getExperiment(nothing, path), /must be a client/],
  ['a read of a client of another kind', () => getExperiment({} as ExperimentClient, path), /must be a client/],
];

export const operations: Fault[] = [
  ...misuses.map(
    ([name, misuse, says]): Fault => ({
      name,
      call: (client) => misuse(client as ExperimentClient),
      expect: { ...refused, says },
    }),
  ),
  ...readings.map(
    ([what, first, expect]): Fault => ({
      name: `a read that meets ${what}`,
      server: inTurn(...(first ? [first] : []), responds(experiment)),
      options: patient,
      call: reads,
      expect,
    }),
  ),
  {
    name: 'a read that meets 500 for ever',
    server: responds({ status: 500 }),
    options: patient,
    call: reads,
    expect: { ...refusal(500), arrived: 3, attempts: 3 },
  },
  {
    name: 'a read of a host that refuses',
    options: async ({ defer }) => ({ ...patient, baseUrl: await refusingUrl(defer) }),
    call: reads,
    expect: { ...neverSent, attempts: 3 },
  },
  {
    name: 'a read whose first response comes while the second is awaited',
    options: () => ({ ...patient, attemptTimeoutMs: 150, fetch: lateAndThenRight() }),
    call: reads,
    expect: { ...read, arrived: 0 },
  },
  ...changes.map(
    ([what, first, expect, call = archives]): Fault => ({
      name: `a change that meets ${what}`,
      server: inTurn(...(first ? [first] : []), creates(experiment)),
      options: patient,
      call,
      expect,
    }),
  ),
];

/** A fetch that heeds no signal: its first response, a refusal, comes when its second request has been sent. */
function lateAndThenRight(): typeof fetch {
  const first = Promise.withResolvers<Response>();
  let requests = 0;
  return async () => {
    requests += 1;
    if (requests === 1) return first.promise;
    first.resolve(new Response('{"code": "forbidden"}', { status: 403, headers: { 'retry-after': '9' } }));
    await new Promise(setImmediate);
    return new Response(experiment.body);
  };
}
