/** Responses whose status is all there is to go by. */

import { creates, creating, hangs, inTurn, responds, writes } from './behaviors.ts';
import { type Fault, iterationOf, judged, path, refusal, unclear } from './fault.ts';

const redirects = [301, 302, 303, 307, 308];
const refusals = [400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 413, 415, 418, 422, 423, 425, 431, 451, 499];
const failures = [500, 501, 502, 503, 504, 520, 599];

export const statuses: Fault[] = [
  ...redirects.flatMap((status): Fault[] => [
    {
      name: `${status} to the same host`,
      server: inTurn(responds({ status, headers: { location: '/elsewhere' } }), creates()),
      expect: unclear(status),
    },
    {
      name: `${status} to another host`,
      server: (exchange) => responds({ status, headers: { location: `${exchange.elsewhere}/` } })(exchange),
      expect: unclear(status),
    },
  ]),
  { name: '300', server: creates({ status: 300 }), expect: unclear(300, 1) },
  { name: '304', server: creates({ status: 304, body: '' }), expect: unclear(304, 1) },
  { name: '302 without a location', server: creates({ status: 302 }), expect: unclear(302, 1) },
  ...refusals.map((status): Fault => ({ name: `${status}`, server: responds({ status }), expect: refusal(status) })),
  {
    // The Fetch standard has Node keep the response from the caller, who is told nothing at all.
    name: '407',
    server: responds({ status: 407 }),
    expect: { kind: ['http', 'network'], outcome: ['not_applied', 'unknown'], arrived: 1, created: 0, attempts: 1 },
  },
  {
    // The Fetch standard has Node send a request again that was misdirected. Nothing is created by it.
    name: '421, misdirected',
    server: responds({ status: 421 }),
    expect: { ...refusal(421), arrived: [1, 2] },
  },
  ...failures.map((status): Fault => ({ name: `${status}`, server: responds({ status }), expect: unclear(status) })),
  ...failures.map(
    (status): Fault => ({ name: `${status}, after creating`, server: creates({ status }), expect: unclear(status, 1) }),
  ),
  {
    name: '503 with Retry-After',
    server: inTurn(creates({ status: 503, headers: { 'retry-after': '1' } }), creates()),
    expect: { ...unclear(503, 1), retryAfterMs: [1_000, 1_000] },
  },
  {
    name: 'a status of no known class',
    server: creating(writes('HTTP/1.1 777 Odd\nContent-Length: 0\n\n', hangs)),
    expect: unclear(777, 1),
  },
  {
    name: '413 while the request is still being sent',
    early: true,
    server: ({ response, socket }) => {
      response.writeHead(413, { connection: 'close' }).end(() => socket.destroy());
    },
    options: { validate: false },
    call: (client, { controller: { signal } }) =>
      client.createIteration(path, { ...iterationOf(judged), attributes: ['x'.repeat(900_000)] }, { signal }),
    expect: { kind: ['http', 'network'], outcome: ['not_applied', 'unknown'], arrived: 1, created: 0, attempts: 1 },
  },
];
