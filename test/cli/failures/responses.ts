/** Responses that are hard to print, or say little of what became of the iteration. */
import { type Behavior, created, creating, refusing } from '../server.ts';
import type { Failure } from './failure.ts';

const json = ['create', 'iteration.json', '--json'];
const evil = '\u001b]0;x\u0007\n::error::y\n##[add-mask]z\u009b\u202e\u2028';

/** Creates an iteration, and then breaks the connection. */
const breaking: Behavior = (response, create) => {
  create();
  response.destroy();
};

const cutOff: Behavior = (response, create) => {
  create();
  response.writeHead(200, { 'content-length': 1000 });
  response.write('{"_id": "65');
  setTimeout(() => response.destroy(), 20);
};

/** Refuses the first request for its rate, and creates with the second. */
function oncePatient(): Behavior {
  let count = 0;
  return (response, create, request) => {
    count += 1;
    const behavior = count === 1 ? refusing(429, {}, { 'retry-after': '1' }) : creating();
    behavior(response, create, request);
  };
}

const deep = `{"_id": "${created._id}", "status": "not_started", "x": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`;

export const responseFailures: Failure[] = [
  { name: 'createdAt is missing', server: creating({ ...created, createdAt: undefined }), code: 0 },
  { name: 'createdAt is text', server: creating({ ...created, createdAt: 'x' }), code: 0 },
  { name: 'treatments are null', server: creating({ ...created, treatments: null }), code: 0 },
  { name: 'treatments are of any kind', server: creating({ ...created, treatments: [1, null, {}, [[]]] }), code: 0 },
  { name: 'there is an ID and nothing else', server: creating({ _id: created._id }), code: 0 },
  {
    name: 'text steers the terminal',
    server: creating({ ...created, hypothesis: evil, status: evil, [evil]: 1 }),
    code: 0,
  },
  { name: 'text steers the terminal, --json', args: json, server: creating({ ...created, [evil]: evil }), code: 0 },
  { name: 'text repeats the token', server: creating({ ...created, hypothesis: 'api-canary-token' }), code: 0 },
  {
    name: 'text repeats the token, --json',
    args: json,
    server: creating({ ...created, 'api-canary-token': 1 }),
    code: 0,
  },
  { name: 'it is nested 200,000 levels deep', server: creating(deep), code: [0, 3] },
  { name: 'it is nested 200,000 levels deep, --json', args: json, server: creating(deep), code: [3, 4] },
  { name: 'it is HTML', server: creating('<h1>ok</h1>'), code: 3 },
  { name: 'it is empty', server: creating('', 204), code: 3 },
  { name: 'it is larger than is read', server: creating({ ...created, x: 'x'.repeat(9_000_000) }), code: 3 },
  { name: 'it breaks off', server: cutOff, code: 3 },
  { name: 'the connection breaks after the creation', server: breaking, code: 3 },
  { name: '500 after the creation', server: creating({}, 500), code: 3 },
  { name: '503 before any creation', server: refusing(503), code: 3 },
  { name: 'a redirect', server: refusing(307, {}, { location: 'http://127.0.0.1:9/' }), code: 3 },
  { name: '401', server: refusing(401), code: 1 },
  { name: '403, --json, and stdout is full', args: json, server: refusing(403), redirect: '> /dev/full', code: 1 },
  {
    name: '400 whose message steers the terminal',
    server: refusing(400, { code: evil, message: evil, id: evil }),
    code: 1,
  },
  { name: '409', server: refusing(409), code: 1 },
  { name: '429 that asks for a minute', server: refusing(429, {}, { 'retry-after': '60' }), code: 1 },
  { name: '429 once', server: oncePatient(), code: 0 },
  { name: 'nothing listens there', args: ['create', 'iteration.json', '--server', 'http://127.0.0.1:9'], code: 1 },
];
