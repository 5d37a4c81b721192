import { answers, closes, creates, creating, hangs, inTurn, iterationJson, resets, writes } from './behaviours.ts';
import { earlier, type Fault, noAnswer, success, unclear, unreadable } from './fault.ts';

const head = 'HTTP/1.1 200 OK\nContent-Type: application/json\n';
const half = iterationJson.slice(0, iterationJson.length / 2);
const withLength = `${head}Content-Length: ${Buffer.byteLength(iterationJson)}\n\n${half}`;
const inChunks = `${head}Transfer-Encoding: chunked\n\n${half.length.toString(16)}\n${half}\n`;
const refusalHead = 'HTTP/1.1 400 Bad Request\nContent-Type: application/json\nContent-Length: 99\n\n{"code": ';
const wholeAnswer = `${head}Content-Length: ${Buffer.byteLength(iterationJson)}\n\n${iterationJson}`;

const createdWithoutAnswer = { ...noAnswer, created: 1 };
const tooSlow = { ...noAnswer, kind: 'timeout' } as const;

/** What breaks while a request or its answer is under way. */
export const breaking: Fault[] = [
  { name: 'FIN instead of an answer', server: closes, expect: noAnswer },
  { name: 'FIN instead of an answer, after creating', server: creating(closes), expect: createdWithoutAnswer },
  { name: 'a reset before the headers', server: resets, expect: noAnswer },
  { name: 'a reset before the headers, after creating', server: creating(resets), expect: createdWithoutAnswer },
  { name: 'a reset within the headers', server: creating(writes(head, resets)), expect: createdWithoutAnswer },
  { name: 'FIN within the headers', server: creating(writes(head, closes)), expect: createdWithoutAnswer },
  { name: 'a reset within the body', server: creating(writes(withLength, resets)), expect: unreadable },
  { name: 'FIN within the body', server: creating(writes(withLength, closes)), expect: unreadable },
  { name: 'a reset between two chunks', server: creating(writes(inChunks, resets)), expect: unreadable },
  { name: 'FIN between two chunks', server: creating(writes(inChunks, closes)), expect: unreadable },
  { name: 'a chunk that is not one', server: creating(writes(`${inChunks}zz\nzz`, hangs)), expect: unreadable },
  {
    name: 'a reset within the body of a 400',
    server: writes(refusalHead, resets),
    expect: { kind: 'http', outcome: 'not_created', status: 400, arrived: 1, created: 0, attempts: 1 },
  },
  {
    name: 'a reset within the body of a 500',
    server: creating(writes(refusalHead.replace('400', '500'), resets)),
    expect: unclear(500, 1),
  },
  {
    name: 'an answer in another protocol',
    server: creating(writes('SSH-2.0-OpenSSH_9.6\n', hangs)),
    expect: createdWithoutAnswer,
  },
  {
    name: 'headers of a megabyte',
    server: creating(writes(`${head}X-Long: ${'x'.repeat(2 ** 20)}\n\n`, hangs)),
    expect: createdWithoutAnswer,
  },
  {
    name: '101 Switching Protocols',
    server: creating(writes('HTTP/1.1 101 Switching Protocols\nConnection: upgrade\nUpgrade: websocket\n\n', hangs)),
    expect: { ...createdWithoutAnswer, kind: ['network', 'http'] },
  },
  {
    name: '103 Early Hints before the answer',
    server: creating(writes('HTTP/1.1 103 Early Hints\nLink: </style.css>\n\n', answers({ body: iterationJson }))),
    expect: success,
  },
  {
    name: '100 Continue that nobody asked for',
    server: creating(writes('HTTP/1.1 100 Continue\n\n', writes(wholeAnswer, hangs))),
    expect: { kind: ['success', 'network'], outcome: 'unknown', arrived: 1, created: 1 },
  },
  {
    name: 'headers that come too late',
    server: async ({ wait, create, response }) => {
      create();
      await wait(1_000);
      response.end(iterationJson);
    },
    options: { attemptTimeoutMs: 500 },
    expect: { ...tooSlow, created: 1 },
  },
  { name: 'headers that never come', server: hangs, options: { attemptTimeoutMs: 500 }, expect: tooSlow },
  {
    name: 'headers that never come, after creating',
    server: creating(hangs),
    options: { attemptTimeoutMs: 500 },
    expect: { ...tooSlow, created: 1 },
  },
  {
    // The second request may go out on a connection that is being closed, or on a new one.
    name: 'a kept connection that closes between two calls',
    server: ({ response, socket, create }) => {
      create();
      response.on('finish', () => setImmediate(() => socket.destroy())).end(iterationJson);
    },
    before: earlier,
    expect: { kind: ['success', 'network'], outcome: 'unknown', arrived: [0, 1], created: [0, 1] },
  },
  {
    name: 'a kept connection that is reset by the second request',
    server: inTurn(creates(), resets),
    before: earlier,
    expect: noAnswer,
  },
];
