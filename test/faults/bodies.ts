/** Responses whose body is not what it should be. */

import { gzipSync } from 'node:zlib';
import { creates, creating, html, iterationJson, responds, trickles } from './behaviors.ts';
import { type Fault, refusal, success, unclear, unreadable, unrecognized } from './fault.ts';

const gzip = { 'content-encoding': 'gzip' };
const megabytes = (count: number) => JSON.stringify({ _id: 'x'.repeat(count * 2 ** 20) });

/** Each body that is not a JSON object, with the words for it. */
const unreadableBodies: [string, string | Buffer][] = [
  ['nothing', ''],
  ['blanks', ' \n '],
  ['half of the JSON', iterationJson.slice(0, iterationJson.length / 2)],
  ['the JSON twice', iterationJson + iterationJson],
  ['null', 'null'],
  ['an array', `[${iterationJson}]`],
  ['a string', '"created"'],
  ['a number', '1'],
  ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d])],
  ['a hundred thousand arrays within one another', '['.repeat(100_000) + ']'.repeat(100_000)],
];

/** What somebody else sends with 2xx: a portal, a firewall, a gateway, a login page. */
const others: [string, Parameters<typeof responds>[0]][] = [
  ['200 with HTML', html],
  ['200 with an HTML page that calls itself JSON', { body: html.body }],
  ['200 with nothing', { body: '' }],
  ['204', { status: 204, body: '' }],
  ['200 with an empty object', { body: '{}' }],
  ['200 with an error of the API', { body: '{"code": "internal_error", "message": "boom"}' }],
  ['200 with an unknown property', { body: '{"new": 1}' }],
  ['200 with an empty _id', { body: '{"_id": ""}' }],
  ['200 with an _id of a wrong type', { body: '{"_id": 7}' }],
  ['202 with a message', { status: 202, body: '{"message": "queued for approval", "id": "x"}' }],
  ['206 with a part', { status: 206, body: iterationJson.slice(0, 40) }],
];

/** What is recognizably the iteration, though not as the contract has it. */
const recognizable: [string, Parameters<typeof creates>[0]][] = [
  ['201 with the iteration', { status: 201 }],
  ['202 with the iteration', { status: 202 }],
  ['200 with an _id alone', { body: '{"_id": "62976fb8"}' }],
  ['200 without an _id', { body: '{"hypothesis": "h", "status": "not_started", "createdAt": 1}' }],
  ['200 with JSON that calls itself HTML', { headers: { 'content-type': 'text/html' } }],
  ['200 without a content type', { headers: { 'content-type': '' } }],
  ['200 in gzip', { headers: gzip, body: gzipSync(iterationJson) }],
  ['200 with a byte order mark', { body: `\ufeff${iterationJson}` }],
  [
    '200 with much that is not in the contract',
    { body: `{"_id": "a", "deep": ${'['.repeat(9_999)}${']'.repeat(9_999)}}` },
  ],
];

export const bodies: Fault[] = [
  ...unreadableBodies.map(
    ([body, bytes]): Fault => ({
      name: `200 with ${body}, after creating`,
      server: creates({ body: bytes }),
      expect: unreadable,
    }),
  ),
  ...others.map(
    ([name, reply]): Fault => ({
      name,
      server: responds(reply),
      expect: { ...unrecognized, status: reply.status ?? 200 },
    }),
  ),
  ...recognizable.map(([name, reply]): Fault => ({ name, server: creates(reply), expect: success })),
  { name: '204, after creating', server: creates({ status: 204, body: '' }), expect: { ...unreadable, status: 204 } },
  { name: '200 that says gzip and is not', server: creates({ headers: gzip }), expect: unreadable },
  {
    name: '200 in gzip that breaks off',
    server: creates({ headers: gzip, body: gzipSync(iterationJson).subarray(0, 200) }),
    expect: unreadable,
  },
  { name: '200 with 9 MiB', server: creates({ body: megabytes(9) }), expect: unreadable },
  {
    name: '200 in gzip that unpacks to 64 MiB',
    server: creates({ headers: gzip, body: gzipSync(megabytes(64)) }),
    // Another thread unpacks it, for as long as it takes.
    expect: { ...unreadable, kind: ['invalid_response', 'timeout'] },
  },
  {
    name: '200 with a body without an end',
    server: creating(trickles({ status: 200, bytes: 2 ** 19, every: 5 })),
    expect: { ...unreadable, kind: ['invalid_response', 'timeout'] },
  },
  {
    name: '200 with a body that trickles',
    server: creating(trickles({ status: 200 })),
    options: { attemptTimeoutMs: 500 },
    expect: { ...unreadable, kind: 'timeout' },
  },
  {
    name: '400 with a body that trickles',
    server: trickles({ status: 400 }),
    options: { attemptTimeoutMs: 500 },
    expect: refusal(400),
  },
  {
    name: '500 with a body that trickles',
    server: creating(trickles({ status: 500 })),
    options: { attemptTimeoutMs: 500 },
    expect: unclear(500, 1),
  },
  { name: '400 with HTML', server: responds({ status: 400, ...html }), expect: refusal(400) },
  { name: '400 with null', server: responds({ status: 400, body: 'null' }), expect: refusal(400) },
  { name: '404 that says gzip and is not', server: responds({ status: 404, headers: gzip }), expect: refusal(404) },
  { name: '500 with 9 MiB', server: responds({ status: 500, body: megabytes(9) }), expect: unclear(500) },
  { name: '502 with HTML', server: creates({ status: 502, ...html }), expect: unclear(502, 1) },
  { name: '503 with nothing', server: creates({ status: 503, body: '' }), expect: unclear(503, 1) },
];
