/** Responses that no upstream should give, as bytes. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { responseExamples } from '../support/document.ts';

/** One hostile response. */
export interface HostileResponse {
  group: 'status' | 'header' | 'framing' | 'coding' | 'body' | 'ending';
  title: string;
  bytes: Buffer[];
  /** Whether it is of an operation of the contract, so that the proxy reads it to its end. */
  isChecked: boolean;
  after: 'end' | 'wait' | 'reset';
  /** The statuses that the caller may get; `closed` where the connection ends without one. */
  allowed: (number | 'closed')[];
}

type Allowed = HostileResponse['allowed'] | number;
type Options = Partial<Pick<HostileResponse, 'after' | 'isChecked'>>;

const json = JSON.stringify(responseExamples('200')[0]?.[1]);

/** A response of both kinds of operation, unless it is said of which. */
function row(
  group: HostileResponse['group'],
  title: string,
  bytes: string | Buffer | (string | Buffer)[],
  allowed: Allowed,
  { after = 'end', isChecked }: Options = {},
): HostileResponse[] {
  const all = [bytes].flat().map((part) => Buffer.from(part as string, 'latin1'));
  const kinds = isChecked === undefined ? [true, false] : [isChecked];
  return kinds.map((one) => ({
    group,
    title: one ? title : `${title}, of another operation`,
    bytes: all,
    isChecked: one,
    after,
    allowed: [allowed].flat(),
  }));
}

function whole(line: string, fields: string[] = [], body: string | Buffer = json): Buffer {
  const content = Buffer.from(body);
  const head = [line, 'content-type: application/json', ...fields, `content-length: ${content.length}`, '', ''];
  return Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), content]);
}

const ok = 'HTTP/1.1 200 X';
const bare = (fields: string[], body: string) => [ok, ...fields, '', body].join('\r\n');
const checked: Options = { isChecked: true };
const waiting: Options = { after: 'wait' };

const statuses: HostileResponse[] = [
  ...row('status', '000', whole('HTTP/1.1 000 X'), 502),
  ...row('status', '099', whole('HTTP/1.1 099 X'), 502),
  ...row('status', '1', whole('HTTP/1.1 1 X'), 502),
  ...row('status', '101', 'HTTP/1.1 101 X\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n', 502, waiting),
  ...row('status', '101 without an upgrade', 'HTTP/1.1 101 X\r\n\r\n', [502, 504], waiting),
  ...row('status', '100 without end', 'HTTP/1.1 100 X\r\n\r\n'.repeat(1_000), 504, { ...waiting, ...checked }),
  ...row('status', '199', 'HTTP/1.1 199 X\r\n\r\n', 502),
  ...row('status', '600', whole('HTTP/1.1 600 X'), 600),
  ...row('status', '999', whole('HTTP/1.1 999 X'), 999),
  ...row('status', '1000', whole('HTTP/1.1 1000 X'), 502),
  ...row('status', 'a negative one', whole('HTTP/1.1 -200 X'), 502),
  ...row('status', 'one in words', whole('HTTP/1.1 OK X'), 502),
  ...row('status', 'none', whole('HTTP/1.1'), 502),
  ...row('status', 'a line without a phrase', whole('HTTP/1.1 200'), 200),
  ...row('status', 'a phrase with an escape sequence', whole('HTTP/1.1 200 \u001b[31m'), 200),
  ...row('status', 'a phrase with NUL', whole('HTTP/1.1 200 a\u0000b'), [200, 502]),
  ...row('status', 'a phrase with DEL', whole('HTTP/1.1 200 \u007f'), 200),
  ...row('status', 'a phrase of 10,000 characters', whole(`HTTP/1.1 200 ${'a'.repeat(10_000)}`), 200),
  ...row('status', '204 with a length and a body', whole('HTTP/1.1 204 X'), 204),
  ...row('status', '304 with a body', whole('HTTP/1.1 304 X'), 304),
  ...row('status', '205 with a body', whole('HTTP/1.1 205 X'), 205),
  ...row('status', '302 to another host', whole('HTTP/1.1 302 X', ['location: http://attacker.example/']), 302),
  ...row('status', '401 that asks for a password', whole('HTTP/1.1 401 X', ['www-authenticate: Basic']), 401),
  ...row('status', '407', whole('HTTP/1.1 407 X', ['proxy-authenticate: Basic']), 407),
  ...row('status', '421', whole('HTTP/1.1 421 X'), 421),
];

const headers: HostileResponse[] = [
  ...row('header', 'a name without a colon', whole(ok, ['nocolon']), 502),
  ...row('header', 'a name with a blank', whole(ok, ['a b: c']), 502),
  ...row('header', 'NUL in a value', whole(ok, ['x: a\u0000b']), 502),
  ...row('header', 'a line feed in a value', whole(ok, ['x: a\nb']), 502),
  ...row('header', 'an escape sequence in a value', whole(ok, ['x: \u001b[31m']), [200, 502]),
  ...row('header', 'Latin-1 in a value', whole(ok, ['x: \u00e4']), 200),
  ...row('header', 'a value of 100,000 characters', whole(ok, [`x: ${'a'.repeat(100_000)}`]), 502),
  ...row('header', 'ten thousand headers', whole(ok, Array(10_000).fill('x: y')), 502),
  ...row('header', 'a thousand headers', whole(ok, Array(1_000).fill('x: y')), 200),
  ...row('header', '__proto__ as a name', whole(ok, ['__proto__: a', 'constructor: b']), 200),
  ...row('header', 'a connection that names all', whole(ok, ['connection: content-type, date']), 200),
  ...row('header', 'rate limits in words', whole(ok, ['x-ratelimit-reset: \u009b']), 200),
  ...row('header', 'the token', whole(ok, ['x: api-canary-7f3e91c4']), 200),
  ...row('header', 'a head that never ends', `${ok}\r\nx: `, 504, { ...waiting, ...checked }),
];

const mess = Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 91) % 256));

const framing: HostileResponse[] = [
  ...row('framing', 'nothing', '', 502),
  ...row('framing', 'nothing, and no end', '', 504, { ...waiting, ...checked }),
  ...row('framing', 'bytes of no protocol', mess, 502),
  ...row('framing', 'HTTP/0.9', '<html>', 502),
  ...row('framing', 'HTTP/2', Buffer.from('00000c0400000000', 'hex'), 502),
  ...row('framing', 'TLS', Buffer.from('160301000a', 'hex'), 502),
  ...row('framing', 'two lengths', bare(['content-length: 1', 'content-length: 2'], '{}'), 502),
  ...row('framing', 'a negative length', bare(['content-length: -1'], '{}'), 502),
  ...row('framing', 'a length of 2^64', bare(['content-length: 18446744073709551616'], '{}'), 502),
  ...row('framing', 'a length of a terabyte', bare(['content-length: 1099511627776'], '{}'), 502, checked),
  ...row(
    'framing',
    'a length and chunks',
    bare(['content-length: 2', 'transfer-encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n'),
    [200, 502],
  ),
  ...row('framing', 'an unknown transfer coding', bare(['transfer-encoding: gzip'], '{}'), [200, 502]),
  ...row('framing', 'a size that is none', bare(['transfer-encoding: chunked'], 'zz\r\n'), 502, checked),
  ...row('framing', 'a size of 2^64', bare(['transfer-encoding: chunked'], '10000000000000000\r\n'), 502, checked),
  ...row('framing', 'a size that is none', bare(['transfer-encoding: chunked'], 'zz\r\n'), [200, 502, 'closed'], {
    isChecked: false,
  }),
  ...row('framing', 'two responses at once', [whole(ok), whole('HTTP/1.1 500 Y')], 200),
  ...row('framing', 'more than the length says', bare(['content-length: 2'], '{}GARBAGE'), 200),
  ...row('framing', 'neither length nor chunks', bare(['content-type: application/json'], json), 200),
  ...row('framing', 'interim responses first', ['HTTP/1.1 103 X\r\nlink: </x>\r\n\r\n', whole(ok)], 200),
];

const coded = (title: string, coding: string, body: string | Buffer) =>
  row('coding', title, whole(ok, [`content-encoding: ${coding}`], body), 200);

const codings: HostileResponse[] = [
  ...coded('an unknown one', 'dcb', json),
  ...coded('gzip that is none', 'gzip', json),
  ...coded('gzip that is cut off', 'gzip', gzipSync(json).subarray(0, 100)),
  ...coded('a bomb of gzip', 'gzip', gzipSync(Buffer.alloc(100 * 1024 * 1024))),
  ...coded('a bomb of brotli', 'br', brotliCompressSync(Buffer.alloc(20 * 1024 * 1024))),
  ...coded('gzip a thousand times', Array(1_000).fill('gzip').join(','), gzipSync(json)),
  ...coded('zstd that is none', 'zstd', json),
  ...coded('a property of every object', 'toString', json),
  ...coded('nothing', '', json),
];

const bodied = (title: string, body: string | Buffer, allowed: Allowed = 200) =>
  row('body', title, whole(ok, [], body), allowed, checked);
const controls = 'a\r\nPOST forged 200\u001b[31m\u009b\u202e\u2028\u0000';
const extended = (change: object) => JSON.stringify({ ...JSON.parse(json), ...change });
const unknown = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`u${index}`, 1]));

const bodies: HostileResponse[] = [
  ...bodied('no JSON', '<html>'),
  ...bodied('nothing', ''),
  ...bodied('null', 'null'),
  ...bodied('arrays in arrays, 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000)),
  ...bodied('control characters as a name', extended({ [controls]: 1 })),
  ...bodied('control characters as a flag', extended({ flags: { [controls]: 5 } })),
  ...bodied('control characters as a value', extended({ status: controls, hypothesis: [controls] })),
  ...bodied('the token as a name', extended({ 'api-canary-7f3e91c4': 1, flags: { 'api-canary-7f3e91c4': 5 } })),
  ...bodied('the token, percent-encoded, as a name', extended({ '%61%70i-%63anary-7f3e91c4': 1 })),
  ...bodied('a name of a megabyte', extended({ ['k'.repeat(1024 * 1024)]: 1 })),
  ...bodied('100,000 mistakes', extended({ metrics: Array(100_000).fill(1) })),
  ...bodied('100,000 unknown properties', extended(unknown)),
  ...bodied('__proto__ as a property', json.replace('{', '{"__proto__":{"polluted":1},')),
  ...bodied('bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
  ...bodied('a byte order mark', `\uFEFF${json}`),
  ...bodied('eleven megabytes', Buffer.alloc(11 * 1024 * 1024, 'a'), 502),
];

const cut = bare(['content-length: 100'], '{');
const cutChunk = bare(['transfer-encoding: chunked'], '5\r\n{');

const endings: HostileResponse[] = [
  ...row('ending', 'a reset before the head', '', 502, { after: 'reset' }),
  ...row('ending', 'a reset within the body', cut, [502, 200, 'closed'], { after: 'reset' }),
  ...row('ending', 'an end within the body', cut, [502, 200, 'closed']),
  ...row('ending', 'an end within a chunk', cutChunk, [502, 200, 'closed']),
  ...row('ending', 'no end of the body', cut, [504, 200], waiting),
  ...row('ending', 'no end of the chunks', cutChunk, [504, 200], waiting),
];

/** Every hostile response. */
export const hostileResponses: readonly HostileResponse[] = [
  ...statuses,
  ...headers,
  ...framing,
  ...codings,
  ...bodies,
  ...endings,
];
