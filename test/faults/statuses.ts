import { answers, creates, creating, hangs, inTurn, writes } from './behaviours.ts';
import { type Fault, iterationOf, judged, path, refusal, unclear } from './fault.ts';

const redirects = [301, 302, 303, 307, 308];
const refusals = [400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 415, 418, 422, 425, 431, 451, 499];
const failures = [500, 501, 502, 503, 504, 520, 599];

/** Answers whose status is all there is to go by. */
export const statuses: Fault[] = [
  ...redirects.flatMap((status): Fault[] => [
    {
      name: `${status} to the same host`,
      server: inTurn(answers({ status, headers: { location: '/elsewhere' } }), creates()),
      expect: unclear(status),
    },
    {
      name: `${status} to another host`,
      server: (exchange) => answers({ status, headers: { location: `${exchange.elsewhere}/` } })(exchange),
      expect: unclear(status),
    },
  ]),
  {
    name: '302 to another host, with every retry allowed',
    server: (exchange) => answers({ status: 302, headers: { location: `${exchange.elsewhere}/` } })(exchange),
    options: { retryUnknownOutcome: true, maxRetries: 1 },
    expect: { kind: 'http', outcome: 'unknown', status: 302, arrived: [1, 2], created: 0 },
  },
  { name: '300', server: creates({ status: 300 }), expect: unclear(300, 1) },
  { name: '304', server: creates({ status: 304, body: '' }), expect: unclear(304, 1) },
  { name: '302 without a location', server: creates({ status: 302 }), expect: unclear(302, 1) },
  ...refusals.map((status): Fault => ({ name: `${status}`, server: answers({ status }), expect: refusal(status) })),
  ...failures.map((status): Fault => ({ name: `${status}`, server: answers({ status }), expect: unclear(status) })),
  ...failures.map(
    (status): Fault => ({ name: `${status}, after creating`, server: creates({ status }), expect: unclear(status, 1) }),
  ),
  {
    name: '503 with Retry-After',
    server: inTurn(creates({ status: 503, headers: { 'retry-after': '0' } }), creates()),
    expect: unclear(503, 1),
  },
  {
    name: 'a status of no known class',
    server: creating(writes('HTTP/1.1 777 Odd\nContent-Length: 0\n\n', hangs)),
    expect: { ...unclear(777, 1), kind: 'http' },
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
    expect: { kind: ['http', 'network'], outcome: ['not_created', 'unknown'], arrived: 1, created: 0, attempts: 1 },
  },
];
