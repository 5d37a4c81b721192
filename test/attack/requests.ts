/** Requests that no caller should send, as bytes. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { requestExamples } from '../support/document.ts';

/** One hostile request. */
export interface HostileRequest {
  group: 'framing' | 'path' | 'header' | 'body' | 'encoding';
  title: string;
  bytes: Buffer;
  /** The statuses that the mock may respond with; `closed` where it ends the connection without a response. */
  allowed: (number | 'closed')[];
}

const path = '/api/v2/projects/p/environments/e/experiments/x/iterations';
const valid = requestExamples.find(([name]) => name === 'minimal')?.[1] as Record<string, unknown>;
const validText = JSON.stringify(valid);
const usual = ['host: x', 'authorization: api-any', 'content-type: application/json'];

type Allowed = HostileRequest['allowed'] | number;
const list = (allowed: Allowed) => (typeof allowed === 'number' ? [allowed] : allowed);

/** A whole request; what is not given is as in a valid one. */
function message(request: {
  line?: string;
  fields?: string[];
  body?: string | Buffer;
  length?: string | null;
}): Buffer {
  const { line = `POST ${path} HTTP/1.1`, fields = usual, body = validText, length } = request;
  const content = Buffer.from(body);
  const sized = length === null ? [] : [`content-length: ${length ?? content.length}`];
  return Buffer.concat([Buffer.from([line, ...fields, ...sized, '', ''].join('\r\n'), 'latin1'), content]);
}

const raw = (title: string, text: string | Buffer, allowed: Allowed): HostileRequest => ({
  group: 'framing',
  title,
  bytes: Buffer.from(text as string, 'latin1'),
  allowed: list(allowed),
});
const chunked = (title: string, chunks: string, allowed: Allowed, more: string[] = []) =>
  raw(
    title,
    message({ fields: [...usual, 'transfer-encoding: chunked', ...more], body: chunks, length: null }),
    allowed,
  );

const framing: HostileRequest[] = [
  raw('nothing', '', ['closed', 408]),
  raw('a blank line', '\r\n', ['closed', 408]),
  raw('bytes of no protocol', Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 37) % 256)), 400),
  raw('a TLS handshake', Buffer.from('16030100a5010000a10303', 'hex'), 400),
  raw('the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400, 'closed']),
  raw('HTTP/0.9', 'GET /\r\n', [400, 408, 'closed']),
  raw('HTTP/1.0 without a host', message({ line: 'GET / HTTP/1.0', fields: [], body: '' }), 200),
  raw('HTTP/3.0', message({ line: `POST ${path} HTTP/3.0` }), 400),
  raw('HTTP/1.1 without a host', message({ fields: [] }), 400),
  raw('two hosts', message({ fields: [...usual, 'host: y'] }), [200, 400]),
  raw('no version', `GET ${path}\r\nhost: x\r\n\r\n`, [400, 405]),
  raw('a version that is none', message({ line: `POST ${path} HTTP/x` }), 400),
  raw('an unknown method', message({ line: `BREW ${path} HTTP/1.1` }), 400),
  raw('a method in lower case', message({ line: `post ${path} HTTP/1.1` }), 400),
  raw('a method of 10,000 characters', `${'A'.repeat(10_000)} / HTTP/1.1\r\nhost: x\r\n\r\n`, 400),
  raw('CONNECT', 'CONNECT example.com:443 HTTP/1.1\r\nhost: example.com:443\r\n\r\n', ['closed', 405]),
  raw('TRACE', message({ line: `TRACE ${path} HTTP/1.1`, body: '' }), 405),
  raw('OPTIONS *', message({ line: 'OPTIONS * HTTP/1.1', body: '' }), 204),
  raw('POST *', message({ line: 'POST * HTTP/1.1' }), 404),
  raw('line feeds alone', message({}).toString('latin1').replaceAll('\r\n', '\n'), [200, 400]),
  raw('a carriage return alone', message({}).toString('latin1').replace('\r\n', '\r'), 400),
  raw('NUL in the request line', message({ line: `POST /a\u0000b HTTP/1.1` }), 400),
  raw('blank lines before the request', `\r\n\r\n\r\n${message({}).toString('latin1')}`, 200),
  raw('a negative length', message({ length: '-1' }), 400),
  raw('a length in words', message({ length: 'many' }), 400),
  raw('a hexadecimal length', message({ length: '0x10' }), 400),
  raw('a length with a sign', message({ length: '+10' }), 400),
  raw('a length of 2^64', message({ length: '18446744073709551616' }), 400),
  raw('a length of 2^53', message({ length: '9007199254740992' }), 413),
  raw('a length with a fraction', message({ length: '1.5' }), 400),
  raw('two lengths that differ', message({ fields: [...usual, 'content-length: 1'] }), 400),
  raw('two lengths that agree', message({ fields: [...usual, `content-length: ${validText.length}`] }), [200, 400]),
  raw('a list of lengths', message({ length: `${validText.length}, ${validText.length}` }), 400),
  raw('a length and chunks', message({ fields: [...usual, 'transfer-encoding: chunked'], body: '0\r\n\r\n' }), 400),
  raw('an unknown transfer coding', message({ fields: [...usual, 'transfer-encoding: gzip'], length: null }), 400),
  raw(
    'a transfer coding after chunks',
    message({ fields: [...usual, 'transfer-encoding: chunked, gzip'], length: null }),
    400,
  ),
  raw('a body that ends early', message({ length: '1000' }), ['closed', 408]),
  raw(
    'more than the length says',
    message({ body: `${validText}GARBAGE`, length: String(validText.length) }),
    [200, 400],
  ),
  raw('fifty requests at once', Buffer.concat(Array.from({ length: 50 }, () => message({}))), 200),
  raw('a smuggled second request', message({ body: `${validText}GET /__reset HTTP/1.1\r\n\r\n`, length: '5' }), 400),
  raw('a head that never ends', `POST ${path} HTTP/1.1\r\nhost: x\r\nx: `, ['closed', 408]),
  chunked('no chunk', '0\r\n\r\n', 400),
  chunked('a chunk without end', `5\r\n{}`, ['closed', 408]),
  chunked('a size that is none', `zz\r\n{}\r\n0\r\n\r\n`, 400),
  chunked('a negative size', `-2\r\n{}\r\n0\r\n\r\n`, 400),
  chunked('a size of 2^64', `10000000000000000\r\n{}\r\n0\r\n\r\n`, 400),
  chunked('a chunk that is longer than its size', `1\r\n{}\r\n0\r\n\r\n`, 400),
  chunked('an extension of 20,000 characters', `2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`, [400, 413]),
  chunked('a thousand chunks', `${'1\r\n \r\n'.repeat(1_000)}0\r\n\r\n`, 400),
  chunked('trailers', `2\r\n{}\r\n0\r\nauthorization: b\r\ncontent-length: 5\r\n\r\n`, 400),
  chunked('trailers of 100,000 characters', `2\r\n{}\r\n0\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`, [400, 431]),
  chunked('two transfer codings', `2\r\n{}\r\n0\r\n\r\n`, 400, ['transfer-encoding: chunked']),
  chunked('a chunk of two megabytes', `200000\r\n${'a'.repeat(2 * 1024 * 1024)}\r\n0\r\n\r\n`, 413),
  raw('an expectation that is unknown', message({ fields: [...usual, 'expect: a-pony'] }), 417),
  raw(
    'an upgrade to WebSocket',
    message({ fields: [...usual, 'connection: upgrade', 'upgrade: websocket'] }),
    [200, 400],
  ),
  raw(
    'an upgrade to HTTP/2',
    message({ fields: [...usual, 'connection: upgrade, http2-settings', 'upgrade: h2c'] }),
    [200, 400],
  ),
];

const atPath = (title: string, target: string, allowed: Allowed): HostileRequest => ({
  group: 'path',
  title,
  bytes: message({ line: `POST ${target} HTTP/1.1` }),
  allowed: list(allowed),
});
const withKey = (title: string, key: string, allowed: Allowed) =>
  atPath(title, path.replace('/p/', `/${key}/`), allowed);

const paths: HostileRequest[] = [
  withKey('no percent-encoding', '%zz', 400),
  withKey('half a percent-encoding', '%', 400),
  withKey('bytes that are no UTF-8', '%ff%fe', 400),
  withKey('an overlong slash', '%c0%af', 400),
  withKey('half a surrogate pair', '%ed%a0%80', 400),
  withKey('NUL', '%00', 200),
  withKey('a line that is forged', '%0d%0aPOST%20forged', 200),
  withKey('an escape sequence', '%1b[31m', 200),
  withKey('a C1 control', '%c2%9b', 200),
  withKey('a bidi override', '%e2%80%ae', 200),
  withKey('an encoded slash', 'a%2fb', 200),
  withKey('an encoded traversal', '%2e%2e%2f%2e%2e', 200),
  withKey('__proto__', '__proto__', 200),
  withKey('constructor', 'constructor', 200),
  withKey('a script', '%3Cscript%3E', 200),
  withKey('a template', '{{7*7}}', 200),
  withKey('a key of 8,000 characters', 'k'.repeat(8_000), 200),
  withKey('bytes beyond ASCII', '\u00e4\u00f6', [200, 400]),
  withKey('a tab', 'a\tb', 400),
  withKey('quotes', '"\'`', 200),
  withKey('a pipe and a semicolon', '|;id', 200),
  withKey('a backslash', '..\\..', 200),
  atPath('an empty key', path.replace('/p/', '//'), 404),
  atPath('a dot segment', path.replace('/p/', '/../'), 200),
  atPath('a path of 15,000 characters', `/${'a'.repeat(15_000)}`, 404),
  atPath('a path of 100,000 characters', `/${'a'.repeat(100_000)}`, 431),
  atPath('a thousand segments', '/a'.repeat(1_000), 404),
  atPath('slashes alone', '/'.repeat(1_000), 404),
  atPath('a slash at the end', `${path}/`, 404),
  atPath('a fragment', `${path}#x`, 404),
  atPath('no slash', 'x', 400),
  atPath('a question mark alone', `${path}?`, 200),
  atPath('two question marks', `${path}??__code=429`, 200),
  atPath('three thousand parameters', `${path}?${'a=b&'.repeat(3_000)}`, 200),
  atPath('a parameter without percent-encoding', `${path}?__code=%zz`, 400),
  atPath('a status of NaN', `${path}?__code=NaN`, 400),
  atPath('a status of 99999', `${path}?__code=99999`, 400),
  atPath('a negative status', `${path}?__code=-1`, 400),
  atPath('the status 100', `${path}?__code=100`, 400),
  atPath('the example __proto__', `${path}?__example=__proto__`, 400),
  atPath('the example toString', `${path}?__example=toString`, 400),
  atPath('the status of a prototype', `${path}?__code=constructor`, 400),
  atPath('an example of 10,000 characters', `${path}?__example=${'e'.repeat(10_000)}`, 400),
  atPath('a whole URL of another host', `http://attacker.example${path}`, 200),
  atPath('a whole URL with credentials', `http://a:b@attacker.example${path}`, 200),
  atPath('a whole URL without a path', 'http://attacker.example', 404),
  atPath('a URL of another scheme', 'file:///etc/passwd', 404),
  atPath('a URL without a host', `http:///${path}`, [200, 400, 404]),
];

const withField = (title: string, field: string | string[], allowed: Allowed): HostileRequest => ({
  group: 'header',
  title,
  bytes: message({ fields: [...usual, ...[field].flat()] }),
  allowed: list(allowed),
});
const instead = (title: string, fields: string[], allowed: Allowed): HostileRequest => ({
  group: 'header',
  title,
  bytes: message({ fields: ['host: x', ...fields] }),
  allowed: list(allowed),
});

const headers: HostileRequest[] = [
  withField('a name without a colon', 'nocolon', 400),
  withField('a blank before the colon', 'x : y', 400),
  withField('a name with a blank', 'x y: z', 400),
  withField('an empty name', ': x', 400),
  withField('NUL in a value', 'x: a\u0000b', 400),
  withField('an escape sequence in a value', 'x: \u001b[31m', [200, 400]),
  withField('a line feed in a value', 'x: a\nb', 400),
  withField('a folded value', 'x: a\r\n b', [200, 400]),
  withField('Latin-1 in a value', 'x: \u00e4', 200),
  withField('a value of 15,000 characters', `x: ${'a'.repeat(15_000)}`, 200),
  withField('a value of 100,000 characters', `x: ${'a'.repeat(100_000)}`, 431),
  withField(
    'a thousand headers',
    Array.from({ length: 1_000 }, (_, index) => `x${index}: y`),
    [200, 431],
  ),
  withField(
    'five thousand headers',
    Array.from({ length: 5_000 }, (_, index) => `x${index}: y`),
    431,
  ),
  withField('__proto__ as a name', '__proto__: polluted', 200),
  withField('constructor as a name', 'constructor: polluted', 200),
  withField('a cookie of 10,000 characters', `cookie: ${'a=b; '.repeat(2_000)}`, 200),
  withField('Set-Cookie in a request', ['set-cookie: a', 'set-cookie: b'], 200),
  withField('a preference for __proto__', 'prefer: example=__proto__', 400),
  withField('a preference for a status of NaN', 'prefer: code=NaN', 400),
  withField('a preference for an empty status', 'prefer: code=', 400),
  withField('a preference for no status', 'prefer: code', 200),
  withField('a quote without end', 'prefer: code="429', 400),
  withField('five thousand preferences', `prefer: ${'a=b,'.repeat(3_500)}`, 200),
  withField('quotes and backslashes', `prefer: ${'"\\"'.repeat(4_000)}`, 200),
  withField('commas alone', `prefer: ${','.repeat(15_000)}`, 200),
  withField('a preference with control characters', 'prefer: example=a\tb', 400),
  withField('a preference of 10,000 characters', `prefer: example=${'e'.repeat(10_000)}`, 400),
  withField('no media type that is accepted', 'accept: image/png', 406),
  withField('weights that are none', 'accept: application/json;q=x, */*;q=', 200),
  withField('a weight of infinity', 'accept: application/json;q=Infinity', 200),
  withField('a thousand media types', `accept: ${'text/a,'.repeat(2_000)}`, 406),
  withField('semicolons alone', `accept: ${';'.repeat(10_000)}`, 200),
  withField('an origin with a line feed', 'origin: http://a%0d%0ax', 200),
  withField('an origin of 10,000 characters', `origin: http://${'a'.repeat(10_000)}`, 200),
  withField('an origin that is no URL', 'origin: <script>', 200),
  withField('a range', 'range: bytes=0-1', 200),
  withField('a precondition', 'if-none-match: *', 200),
  withField('a method override', 'x-http-method-override: DELETE', 200),
  withField('a forwarded host', 'x-forwarded-host: attacker.example', 200),
  withField('a connection that names everything', 'connection: authorization, content-type, content-length', 200),
  instead('no token', ['content-type: application/json'], 401),
  instead('an empty token', ['authorization:', 'content-type: application/json'], 401),
  instead(
    'a token of 10,000 characters',
    [`authorization: ${'a'.repeat(10_000)}`, 'content-type: application/json'],
    200,
  ),
  instead('a token in Latin-1', ['authorization: \u00ff', 'content-type: application/json'], 200),
  instead(
    'two media types',
    ['authorization: a', 'content-type: text/xml', 'content-type: application/json'],
    [200, 415],
  ),
  instead('a media type without a subtype', ['authorization: a', 'content-type: application'], 415),
  instead('a media type of 10,000 characters', ['authorization: a', `content-type: ${'a'.repeat(10_000)}`], 415),
  instead('a media type with a quote without end', ['authorization: a', 'content-type: application/json; x="'], 200),
  instead('parameters without end', ['authorization: a', `content-type: application/json${';a=b'.repeat(3_000)}`], 200),
  {
    group: 'header',
    title: 'a preflight that asks for 10,000 characters',
    bytes: message({
      line: `OPTIONS ${path} HTTP/1.1`,
      fields: ['host: x', 'origin: http://a', `access-control-request-headers: ${'a,'.repeat(5_000)}`],
      body: '',
    }),
    allowed: [204],
  },
];

const withBody = (title: string, body: unknown, allowed: Allowed): HostileRequest => ({
  group: 'body',
  title,
  bytes: message({ body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
  allowed: list(allowed),
});
const changed = (title: string, change: Record<string, unknown>, allowed: Allowed = 400) =>
  withBody(title, { ...valid, ...change }, allowed);
const many = <T>(count: number, one: (index: number) => T) => Array.from({ length: count }, (_, index) => one(index));
const controls = 'a\r\nPOST forged 200\u001b[31m\u009b\u202e\u2028\u0000';

const bodies: HostileRequest[] = [
  ...[
    '{',
    '[',
    '"',
    '{"a":',
    '{"a":1,}',
    '[1,]',
    "{'a':1}",
    '{a:1}',
    '{"a":NaN}',
    '{"a":01}',
    '{"a":.5}',
    '{"a":+1}',
    '{} {}',
    '// x\n{}',
    '{"a":"\n"}',
    '{"a":"\\x"}',
    '\u0000',
    'undefined',
    'nul',
  ].map((text) => withBody(`no JSON: ${JSON.stringify(text)}`, text, 400)),
  ...['null', 'true', '0', '-0', '1e999', '"text"', '[]', '[[]]', '""', '{}'].map((text) =>
    withBody(`no iteration: ${text}`, text, 400),
  ),
  withBody('nothing', '', 400),
  withBody('blanks of half a megabyte', ' '.repeat(512 * 1024), 400),
  withBody('arrays in arrays, 100,000 deep', '['.repeat(100_000), 400),
  withBody('arrays in arrays, 100,000 deep, closed', '['.repeat(100_000) + ']'.repeat(100_000), 400),
  withBody('objects in objects, 50,000 deep', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 400),
  withBody(
    'deep nesting in an unknown property',
    `${validText.slice(0, -1)},"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    200,
  ),
  withBody(
    'a property that is repeated 10,000 times',
    `${validText.slice(0, -1)}${',"hypothesis":5'.repeat(10_000)}}`,
    400,
  ),
  withBody('__proto__ as a property', `${validText.slice(0, -1)},"__proto__":{"polluted":1}}`, 200),
  withBody('constructor as a property', `${validText.slice(0, -1)},"constructor":{"prototype":{"polluted":1}}}`, 200),
  withBody('__proto__ as a flag', validText.replace(/"flags":\{"[^"]+"/, '"flags":{"__proto__"'), 200),
  withBody('half a surrogate pair', validText.replace('"hypothesis":"', '"hypothesis":"\\ud800'), 200),
  withBody('NUL in a text', validText.replace('"hypothesis":"', '"hypothesis":"\\u0000'), 200),
  withBody(
    'a number of 100,000 digits',
    `${validText.slice(0, -1)},"reallocationFrequencyMillis":${'9'.repeat(100_000)}}`,
    [200, 400],
  ),
  withBody('a number beyond all', `${validText.slice(0, -1)},"reallocationFrequencyMillis":1e400}`, 400),
  changed('16,000 metrics that are numbers', { metrics: Array(16_000).fill(1) }),
  changed('16,000 empty flags', { flags: Object.fromEntries(many(16_000, (index) => [`f${index}`, {}])) }),
  changed('16,000 treatments that lack all', { treatments: Array(16_000).fill({}) }),
  changed('100,000 attributes that are numbers', { attributes: Array(100_000).fill(1) }),
  changed('a thousand parameters of a thousand treatments', {
    treatments: Array(300).fill({ parameters: Array(300).fill({}) }),
  }),
  changed('a flag key of 8,000 characters', { flags: { ['k'.repeat(8_000)]: 5 } }),
  changed('a flag key of half a megabyte', { flags: { ['k'.repeat(512 * 1024)]: 5 } }),
  changed('ten flag keys of 130 characters of three bytes', {
    flags: Object.fromEntries(many(10, (index) => [`${'旗'.repeat(130)}${index}`, 5])),
  }),
  changed('a flag key of emoji', { flags: { ['🧪'.repeat(5_000)]: 5 } }),
  changed('a flag key with control characters', { flags: { [controls]: 5 } }),
  changed('a flag key of slashes and tildes', { flags: { ['/~'.repeat(4_000)]: 5 } }),
  changed('flags as JSON text of half a megabyte', { flags: JSON.stringify({ a: 'b'.repeat(512 * 1024) }) }),
  changed('flags as text of brackets', { flags: '['.repeat(500_000) }),
  changed('a hypothesis of 900 kilobytes', { hypothesis: 'h'.repeat(900_000) }, 200),
  changed('5,000 metrics', { metrics: many(4_996, (index) => ({ key: `m${index}` })) }, [200, 413]),
  changed('20,000 metrics', { metrics: Array(20_000).fill({ key: 'a', isGroup: true }) }, 413),
  changed('20,000 unknown properties', Object.fromEntries(many(20_000, (index) => [`unknown${index}`, index])), 200),
  changed('a key of 200,000 characters, in a metric', { metrics: [{ key: 'k'.repeat(200_000), isGroup: true }] }, 200),
  ...['hypothesis', 'metrics', 'treatments', 'flags'].flatMap((name) =>
    [null, 5, controls, [controls], { [controls]: controls }].map((value) =>
      changed(
        `${name} as ${JSON.stringify(value).slice(0, 20)}`,
        { [name]: value },
        name === 'hypothesis' && value === controls ? 200 : 400,
      ),
    ),
  ),
  withBody(
    'a body of a megabyte',
    JSON.stringify({ ...valid, hypothesis: 'h'.repeat(1024 * 1024 - validText.length) }),
    [200, 413],
  ),
  withBody('a body of a megabyte and more', `"${'a'.repeat(1024 * 1024)}"`, 413),
  withBody('a body of eleven megabytes', Buffer.alloc(11 * 1024 * 1024, 'a'), 413),
];

const inCoding = (title: string, body: string | Buffer, field: string, allowed: Allowed): HostileRequest => ({
  group: 'encoding',
  title,
  bytes: message({ fields: ['host: x', 'authorization: a', ...field.split('\n')], body }),
  allowed: list(allowed),
});
const json = 'content-type: application/json';

const encodings: HostileRequest[] = [
  inCoding('UTF-8 with a byte order mark', `\uFEFF${validText}`, json, 200),
  inCoding('two byte order marks', `\uFEFF\uFEFF${validText}`, json, 400),
  inCoding('a byte order mark alone', '\uFEFF', json, 400),
  inCoding('UTF-16, little-endian', Buffer.from(validText, 'utf16le'), json, 400),
  inCoding(
    'UTF-16 with a byte order mark',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(validText, 'utf16le')]),
    json,
    400,
  ),
  inCoding('UTF-16 that says so', Buffer.from(validText, 'utf16le'), `${json}; charset=utf-16`, 400),
  inCoding('Latin-1 that says so', Buffer.from(validText, 'latin1'), `${json}; charset=iso-8859-1`, 200),
  inCoding(
    'bytes that are no UTF-8',
    Buffer.from(validText.replace('"hypothesis":"', '"hypothesis":"\u00ff\u00fe'), 'latin1'),
    json,
    200,
  ),
  inCoding('an overlong encoding', Buffer.from('c080', 'hex'), json, 400),
  inCoding('a character cut in two', Buffer.from('{"a":"\u00c3', 'latin1'), json, 400),
  inCoding('gzip that says so', gzipSync(validText), `${json}\ncontent-encoding: gzip`, 400),
  inCoding('gzip that does not', gzipSync(validText), json, 400),
  inCoding('brotli that says so', brotliCompressSync(validText), `${json}\ncontent-encoding: br`, 400),
  inCoding('a bomb of gzip', gzipSync(Buffer.alloc(50 * 1024 * 1024)), `${json}\ncontent-encoding: gzip`, 400),
  inCoding('an unknown coding', validText, `${json}\ncontent-encoding: rot13`, 200),
  inCoding('a form', 'hypothesis=x', 'content-type: application/x-www-form-urlencoded', 415),
  inCoding('a multipart form', '--x\r\n\r\n{}\r\n--x--', 'content-type: multipart/form-data; boundary=x', 415),
  inCoding(
    'XML with an entity',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    'content-type: text/xml',
    415,
  ),
  inCoding('YAML', 'hypothesis: x', 'content-type: application/yaml', 415),
  inCoding('a media type of its own', validText, 'content-type: application/vnd.x+json', 200),
];

/** Every hostile request. */
export const hostileRequests: readonly HostileRequest[] = [...framing, ...paths, ...headers, ...bodies, ...encodings];
