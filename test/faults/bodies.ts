import { gzipSync } from 'node:zlib';
import { answers, creates, creating, html, iterationJson, trickles } from './behaviours.ts';
import { type Fault, refusal, success, unclear, unreadable } from './fault.ts';
import { canary } from './token.ts';

const gzip = { 'content-encoding': 'gzip' };
const megabytes = (count: number) => JSON.stringify({ status: 'x'.repeat(count * 2 ** 20) });
/** What two seconds of a busy machine may take. */
const patient = { attemptTimeoutMs: 5_000, totalTimeoutMs: 10_000 };

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
];

/** Answers whose body is not what it should be. */
export const bodies: Fault[] = [
  ...unreadableBodies.map(
    ([body, bytes]): Fault => ({ name: `200 with ${body}`, server: creates({ body: bytes }), expect: unreadable }),
  ),
  { name: '200 with HTML', server: creates(html), expect: unreadable },
  { name: '204', server: creates({ status: 204, body: '' }), expect: { ...unreadable, status: 204 } },
  { name: '201 with the iteration', server: creates({ status: 201 }), expect: success },
  { name: '200 with an unknown property', server: creates({ body: '{"new": 1}' }), expect: success },
  {
    name: '200 with JSON that calls itself HTML',
    server: creates({ headers: { 'content-type': 'text/html' } }),
    expect: success,
  },
  { name: '200 in gzip', server: creates({ headers: gzip, body: gzipSync(iterationJson) }), expect: success },
  { name: '200 that says gzip and is not', server: creates({ headers: gzip }), expect: unreadable },
  {
    name: '200 in gzip that breaks off',
    server: creates({ headers: gzip, body: gzipSync(iterationJson).subarray(0, 200) }),
    expect: unreadable,
  },
  { name: '200 with 9 MiB', server: creates({ body: megabytes(9) }), options: patient, expect: unreadable },
  {
    name: '200 in gzip that unpacks to 64 MiB',
    server: creates({ headers: gzip, body: gzipSync(megabytes(64)) }),
    options: patient,
    expect: unreadable,
  },
  {
    name: '200 with a body without an end',
    server: creating(trickles({ status: 200, bytes: 2 ** 19, every: 5 })),
    options: patient,
    expect: unreadable,
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
  { name: '400 with HTML', server: answers({ status: 400, ...html }), expect: refusal(400) },
  { name: '400 with null', server: answers({ status: 400, body: 'null' }), expect: refusal(400) },
  { name: '404 that says gzip and is not', server: answers({ status: 404, headers: gzip }), expect: refusal(404) },
  {
    name: '500 with 9 MiB',
    server: answers({ status: 500, body: megabytes(9) }),
    options: patient,
    expect: unclear(500),
  },
  { name: '502 with HTML', server: creates({ status: 502, ...html }), expect: unclear(502, 1) },
  { name: '503 with nothing', server: creates({ status: 503, body: '' }), expect: unclear(503, 1) },
  {
    name: '403 whose every field is the access token',
    server: answers({ status: 403, body: JSON.stringify({ code: canary, message: `No: ${canary}`, id: canary }) }),
    expect: refusal(403),
  },
  {
    name: '403 whose every field is the access token, with letters escaped',
    server: answers({
      status: 403,
      body: JSON.stringify({ code: canary, message: canary, id: canary }).replaceAll('-', '\\u002d'),
    }),
    expect: refusal(403),
  },
  {
    name: '200 with a text that is the access token',
    server: creates({ body: `No: ${canary}` }),
    expect: unreadable,
  },
  {
    name: '403 whose message is the access token in the middle of a long text',
    server: answers({
      status: 403,
      body: JSON.stringify({ message: `${'x'.repeat(490)}${canary}${'x'.repeat(9_000)}` }),
    }),
    expect: refusal(403),
  },
];
