/** Upstreams that say what no upstream should. */

import * as zlib from 'node:zlib';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ProxyReport, startProxyServer } from '../../src/proxy/server.ts';
import { bareUpstream, exchange, send, validResponse } from './stand-in.ts';

const json = JSON.stringify(validResponse);
const whole = (head: string, body = json) =>
  `${head}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

/** What a proxy makes of bare bytes of an upstream; afterwards it must still serve. */
async function bare(bytes: string | Buffer, after: 'end' | 'wait' = 'end') {
  const upstream = await bareUpstream(bytes, after);
  const reports: ProxyReport[] = [];
  const options = {
    upstream: upstream.url,
    timeoutMs: 500,
    onReport: (report: ProxyReport) => void reports.push(report),
  };
  const proxy = await startProxyServer(options);
  try {
    const response = await send(proxy.url);
    await send(proxy.url);
    return { response, report: reports[0] as ProxyReport };
  } finally {
    await proxy.close();
    await upstream.close();
  }
}

describe('a response that cannot be passed on', () => {
  it.each([
    ['the status 000', whole('HTTP/1.1 000 X'), "The upstream's status is 0, which is not valid"],
    ['the status 099', whole('HTTP/1.1 099 X'), "The upstream's status is 99, which is not valid"],
    [
      'a switch to another protocol',
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      'The upstream switched to another protocol',
    ],
  ])('for %s is a 502, at once and also where the upstream waits', async (_case, bytes, message) => {
    for (const after of ['end', 'wait'] as const) {
      const { response, report } = await bare(bytes, after);
      expect([response.status, report.response]).toEqual([502, 'unchecked']);
      expect(JSON.parse(response.body.toString()).message).toContain(message);
    }
  });

  it.each([
    ['nothing but interim responses', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(20), 'wait' as const, 504],
    ['an interim response and an end', 'HTTP/1.1 103 Early Hints\r\n\r\n', 'end' as const, 502],
    ['nothing', '', 'end' as const, 502],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}', 'end' as const, 502],
    ['a header with a line feed', 'HTTP/1.1 200 OK\r\nx: a\nb\r\n\r\n', 'end' as const, 502],
    ['a header without end', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}`, 'wait' as const, 502],
  ])('for %s says so', async (_case, bytes, after, status) => {
    const { response, report } = await bare(bytes, after);
    expect([response.status, report.response]).toEqual([status, 'unchecked']);
  });
});

describe('a response that is odd', () => {
  it.each(['Bad\u0001', 'a\u007f', '\u0000', 'ok\u001b[31m'])(
    'is passed on without its reason phrase %j',
    async (phrase) => {
      const { response, report } = await bare(whole(`HTTP/1.1 200 ${phrase}`));
      expect([response.status, response.statusText, report.response]).toEqual([200, 'OK', 'checked']);
    },
  );

  it('is passed on with its reason phrase in Latin-1', async () => {
    const { response } = await bare(Buffer.from(whole('HTTP/1.1 200 Schön'), 'latin1'));
    expect(response.statusText).toBe('Schön');
  });

  it('keeps no length where it has no body', async () => {
    const { response } = await bare('HTTP/1.1 204 No Content\r\ncontent-length: 5\r\n\r\n');
    expect([response.status, response.headers['content-length']]).toEqual([204, undefined]);
  });
});

describe('a response that was not checked', () => {
  const gzipped = gzipSync(json);
  it.each<[string, Buffer | string, string]>([
    ['has an unknown coding', json, 'dcb'],
    ['says that it is compressed and is not', json, 'gzip'],
    ['is compressed and cut off', gzipped.subarray(0, gzipped.length - 20), 'gzip'],
    ['hides more than the limit', gzipSync(Buffer.alloc(20 * 1024 * 1024)), 'gzip'],
    ['is compressed many times', gzipped, Array(100).fill('gzip').join(', ')],
    ['names a property of every object as its coding', json, 'constructor'],
  ])('is reported as such when it %s', async (_case, body, coding) => {
    const { response, report } = await exchange({ body, headers: { 'content-encoding': coding } });
    expect([report.response, report.issues.map(({ rule }) => rule)]).toEqual(['unchecked', ['unread']]);
    expect(response.body).toEqual(Buffer.from(body));
  });

  it.each<[string, string]>([
    ['shorter than it says', `HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{}`],
    ['cut off within a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{}'],
    ['cut off before its last chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n'],
  ])('is reported as such when it is %s', async (_case, bytes) => {
    const { response, report } = await bare(bytes);
    expect([response.status, report.response]).toEqual([502, 'unchecked']);
  });

  it('is reported as such when it is too large', async () => {
    const { report } = await exchange({ body: 'a'.repeat(11 * 1024 * 1024) });
    expect(report).toMatchObject({ status: 502, response: 'unchecked' });
  });
});

describe('a response that is compressed', () => {
  const zstd: [string, Buffer, string][] =
    'zstdCompressSync' in zlib ? [['zstd', zlib.zstdCompressSync(json), 'zstd']] : [];
  it.each<[string, Buffer, string]>([['deflate without its wrapper', deflateRawSync(json), 'deflate'], ...zstd])(
    'by %s is checked',
    async (_name, body, coding) => {
      const { report } = await exchange({ body, headers: { 'content-encoding': coding } });
      expect([report.response, report.issues]).toEqual(['checked', []]);
    },
  );

  it('is asked for only in codings that can be read, where it is checked', async () => {
    const accept = 'gzip, dcb;q=0.9, compress, br;q=0.1, *;q=0';
    const { seen } = await exchange({}, { headers: { 'accept-encoding': accept } });
    expect(seen[0]?.headers['accept-encoding']).toBe('gzip, br;q=0.1');
    const none = await exchange({}, { headers: { 'accept-encoding': 'dcb' } });
    expect(none.seen[0]?.headers['accept-encoding']).toBe('identity');
    const other = await exchange({}, { path: '/other', headers: { 'accept-encoding': accept } });
    expect(other.seen[0]?.headers['accept-encoding']).toBe(accept);
  });
});
