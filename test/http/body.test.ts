import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyReader, createBoundedServer, finish } from '../../src/http/body.ts';
import { type Listening, listen } from '../../src/http/listen.ts';
import { open } from './connection.ts';

const limit = 1_000_000;
let server: Server;
let listening: Listening;
const outcomes: string[] = [];

/** Says of each body how large it is, or why it was not read. */
beforeAll(async () => {
  const readBody = bodyReader(limit);
  server = createBoundedServer(limit, async (request, response) => {
    const body = await readBody(request).catch(() => 'broken off');
    const outcome = typeof body === 'string' ? body : String(body.length);
    outcomes.push(outcome);
    if (outcome === 'broken off') return;
    const closing = request.complete ? {} : { connection: 'close' };
    response.writeHead(200, { ...closing, 'content-length': outcome.length });
    finish(request, response, outcome);
  });
  listening = await listen(server, { port: 0, auto: false, host: '127.0.0.1' });
});
afterAll(() => listening.close());

const head = (...fields: string[]) => ['POST / HTTP/1.1', 'host: x', ...fields, '', ''].join('\r\n');

describe('a body', () => {
  it('is read to its end up to the limit', async () => {
    const body = 'a'.repeat(limit);
    const { received } = await open(listening.url, `${head(`content-length: ${limit}`, 'connection: close')}${body}`);
    expect(await received()).toMatch(/\r\n\r\n1000000$/);
  });

  it('with a length that is too large is rejected before it is sent', async () => {
    const { received } = await open(listening.url, head(`content-length: ${limit + 1}`));
    expect(await received(/too large/)).toMatch(/\r\n\r\ntoo large$/);
  });

  it('without a length is rejected at the limit', async () => {
    const chunk = `${(limit + 1).toString(16)}\r\n${'a'.repeat(limit + 1)}\r\n`;
    const { received } = await open(listening.url, head('transfer-encoding: chunked') + chunk);
    expect(await received(/too large/)).toMatch(/\r\n\r\ntoo large$/);
  });

  it('is not asked for where it would be too large', async () => {
    const small = await open(listening.url, head('expect: 100-continue', 'content-length: 2'));
    expect(await small.received(/\r\n\r\n/)).toMatch(/^HTTP\/1.1 100 Continue/);
    small.socket.write('ab');
    expect(await small.received(/\r\n\r\n2$/)).toMatch(/HTTP\/1.1 200/);
    small.socket.destroy();
    const large = await open(listening.url, head('expect: 100-continue', `content-length: ${limit + 1}`));
    expect(await large.received(/too large/)).toMatch(/^HTTP\/1.1 200/);
  });

  it('that is refused does not keep the caller from reading why, though the caller goes on sending', async () => {
    const response = await fetch(listening.url, { method: 'POST', body: 'a'.repeat(20 * limit) });
    expect(await response.text()).toBe('too large');
  });

  it('is refused where too many are being read at once, and read again afterwards', async () => {
    const slow = [];
    for (let count = 0; count < 34; count += 1) {
      slow.push(await open(listening.url, `${head(`content-length: ${limit}`)}${'a'.repeat(limit - 1)}`));
    }
    const last = slow.at(-1);
    expect(await Promise.race(slow.map(({ received }) => received(/at once/)))).toMatch(/too much at once$/);
    for (const { socket } of slow) socket.destroy();
    expect(last).toBeDefined();
    for (;;) {
      const response = await fetch(listening.url, { method: 'POST', body: 'a'.repeat(limit) });
      if ((await response.text()) === String(limit)) break;
    }
  });

  it('that is cut off ends only its own connection', async () => {
    const { socket } = await open(listening.url, `${head('content-length: 10')}abc`);
    socket.destroy();
    while (!outcomes.includes('broken off')) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await fetch(listening.url, { method: 'POST', body: 'ab' })).status).toBe(200);
  });
});

describe('a server', () => {
  it('gives a caller who does not finish half a minute, and ten seconds for the head', () => {
    expect([server.requestTimeout, server.headersTimeout]).toEqual([30_000, 10_000]);
  });
});
