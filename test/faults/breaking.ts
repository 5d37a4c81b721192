/** What breaks while a request or its response is under way. */

import { closes, creates, creating, hangs, inTurn, iterationJson, resets, responds, writes } from './behaviors.ts';
import { earlier, type Fault, noResponse, refusal, success, unclear, unreadable } from './fault.ts';

const head = 'HTTP/1.1 200 OK\nContent-Type: application/json\n';
const half = iterationJson.slice(0, iterationJson.length / 2);
const withLength = `${head}Content-Length: ${Buffer.byteLength(iterationJson)}\n\n${half}`;
const inChunks = `${head}Transfer-Encoding: chunked\n\n${half.length.toString(16)}\n${half}\n`;
const refusalHead = 'HTTP/1.1 400 Bad Request\nContent-Type: application/json\nContent-Length: 99\n\n{"code": ';
const wholeResponse = `${head}Content-Length: ${Buffer.byteLength(iterationJson)}\n\n${iterationJson}`;

const createdWithoutResponse = { ...noResponse, created: 1 };
const tooSlow = { ...noResponse, kind: 'timeout' } as const;

export const breaking: Fault[] = [
  { name: 'FIN instead of a response', server: closes, expect: noResponse },
  { name: 'FIN instead of a response, after creating', server: creating(closes), expect: createdWithoutResponse },
  { name: 'a reset before the headers', server: resets, expect: noResponse },
  { name: 'a reset before the headers, after creating', server: creating(resets), expect: createdWithoutResponse },
  { name: 'a reset within the headers', server: creating(writes(head, resets)), expect: createdWithoutResponse },
  { name: 'FIN within the headers', server: creating(writes(head, closes)), expect: createdWithoutResponse },
  { name: 'a reset within the body', server: creating(writes(withLength, resets)), expect: unreadable },
  { name: 'FIN within the body', server: creating(writes(withLength, closes)), expect: unreadable },
  { name: 'a reset between two chunks', server: creating(writes(inChunks, resets)), expect: unreadable },
  { name: 'FIN between two chunks', server: creating(writes(inChunks, closes)), expect: unreadable },
  { name: 'a chunk that is not one', server: creating(writes(`${inChunks}zz\nzz`, hangs)), expect: unreadable },
  { name: 'a reset within the body of a 400', server: writes(refusalHead, resets), expect: refusal(400) },
  {
    name: 'a reset within the body of a 500',
    server: creating(writes(refusalHead.replace('400', '500'), resets)),
    expect: unclear(500, 1),
  },
  {
    name: 'a response in another protocol',
    server: creating(writes('SSH-2.0-OpenSSH_9.6\n', hangs)),
    expect: createdWithoutResponse,
  },
  {
    name: 'headers of a megabyte',
    server: creating(writes(`${head}X-Long: ${'x'.repeat(2 ** 20)}\n\n`, hangs)),
    expect: createdWithoutResponse,
  },
  {
    name: 'a reason phrase and a header beyond ASCII',
    server: creating(writes(wholeResponse.replace('OK\n', 'Größe ἀ\nX-A: ἀ\n'), hangs)),
    expect: success,
  },
  {
    name: '101 Switching Protocols',
    server: creating(writes('HTTP/1.1 101 Switching Protocols\nConnection: upgrade\nUpgrade: websocket\n\n', hangs)),
    expect: { ...createdWithoutResponse, kind: ['network', 'http'] },
  },
  {
    name: '103 Early Hints before the response',
    server: creating(writes('HTTP/1.1 103 Early Hints\nLink: </style.css>\n\n', responds({ body: iterationJson }))),
    expect: success,
  },
  {
    name: '100 Continue that nobody asked for',
    server: creating(writes('HTTP/1.1 100 Continue\n\n', writes(wholeResponse, hangs))),
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
    expect: noResponse,
  },
];
