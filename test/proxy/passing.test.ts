import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { startProxyServer } from '../../src/proxy/server.ts';
import {
  type Behavior,
  exchange,
  path,
  send,
  standIn,
  through,
  token,
  validRequest,
  validResponse,
} from './stand-in.ts';

describe('the proxy', () => {
  it('forwards the request unchanged, including the access token', async () => {
    const body = Buffer.from(`  ${JSON.stringify({ ...validRequest, hypothesis: 'größer\u2028 🧪' })}\r\n`);
    const headers = {
      'X-Custom': 'ü',
      'LD-API-Version': '20240415',
      Cookie: ['a=1', 'b=2'],
      'Accept-Encoding': 'br;q=0.5, gzip',
    };
    const target = `${path}?__code=429&x=%2f`;
    const { seen } = await exchange({}, { path: target, headers, body });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: 'POST', target, body });
    expect(seen[0]?.headers).toMatchObject({
      authorization: token,
      'content-type': 'application/json',
      'accept-encoding': 'br;q=0.5, gzip',
      'content-length': String(body.length),
      'x-custom': 'ü',
      'ld-api-version': '20240415',
      cookie: 'a=1; b=2',
    });
    expect(seen[0]?.headers).not.toHaveProperty('user-agent');
  });

  it('does not forward hop-by-hop headers', async () => {
    const headers = {
      Connection: 'x-of-the-connection',
      'X-Of-The-Connection': '1',
      Expect: '100-continue',
      TE: 'gzip',
    };
    const { response, seen } = await exchange({}, { headers });
    expect(response.status).toBe(200);
    for (const name of ['x-of-the-connection', 'expect', 'te']) expect(seen[0]?.headers).not.toHaveProperty(name);
  });

  it('names the upstream as the host, and sends below its path', async () => {
    const upstream = await standIn();
    const proxy = await startProxyServer({ upstream: `${upstream.url}/prefix/` });
    await send(proxy.url);
    expect(upstream.seen[0]).toMatchObject({ target: `/prefix${path}`, headers: { host: new URL(upstream.url).host } });
    await proxy.close();
    await upstream.close();
  });

  it.each([
    [
      'with spaces and characters of every size',
      Buffer.from(`\n ${JSON.stringify({ ...validResponse, x: 'ß€🧪' })} \n`),
    ],
    ['that is no text', Buffer.from(Array.from({ length: 4_096 }, (_, index) => index % 256))],
    ['that is empty', Buffer.alloc(0)],
    ['of a megabyte', Buffer.from(JSON.stringify({ ...validResponse, x: 'a'.repeat(1024 * 1024) }))],
  ])('gives the caller a body %s byte for byte', async (_case, body) => {
    const { response } = await exchange({ body });
    expect(response.body.equals(body)).toBe(true);
    expect(response.headers['content-length']).toBe(String(body.length));
  });

  it('gives the caller the status, its text and the headers, but not those of the connection', async () => {
    const body = gzipSync(JSON.stringify(validResponse));
    const { response, report } = await exchange((_request, response) => {
      response.writeHead(200, 'Fine', [
        ...['Content-Type', 'application/json', 'Content-Encoding', 'gzip', 'X-Upper-Case', 'ü'],
        ...['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'Date', 'Tue, 01 Jun 2027 00:00:00 GMT'],
        ...['Connection', 'x-of-the-connection', 'X-Of-The-Connection', '1', 'Keep-Alive', 'timeout=77'],
      ]);
      response.write(body.subarray(0, 20));
      response.end(body.subarray(20));
    });
    expect(report.issues).toEqual([]);
    expect(response).toMatchObject({ status: 200, statusText: 'Fine', body });
    expect(response.rawHeaders).toEqual(expect.arrayContaining(['X-Upper-Case', 'Set-Cookie']));
    expect(response.headers).toMatchObject({
      'content-encoding': 'gzip',
      'x-upper-case': 'ü',
      'set-cookie': ['a=1', 'b=2'],
      date: 'Tue, 01 Jun 2027 00:00:00 GMT',
    });
    expect(response.headers).not.toHaveProperty('x-of-the-connection');
    expect(response.headers['keep-alive'] ?? '').not.toContain('77');
  });

  it.each([301, 302, 303, 307, 308])('does not follow a redirect with %i', async (status) => {
    const other = await standIn();
    const { response, seen } = await exchange({ status, headers: { location: `${other.url}/elsewhere` }, body: '' });
    expect([response.status, response.headers.location]).toEqual([status, `${other.url}/elsewhere`]);
    expect([seen.length, other.seen.length]).toEqual([1, 0]);
    await other.close();
  });

  it.each<[string, Behavior]>([
    ['a response that asks for it', { status: 421, body: '' }],
    ['a server error', { status: 503, headers: { 'retry-after': '0' }, body: '' }],
    ['a rate limit', { status: 429, headers: { 'retry-after': '0' }, body: '{"code":"x","message":"y"}' }],
    ['a request time-out', { status: 408, headers: { connection: 'close' }, body: '' }],
    ['a connection that breaks before the response', (_request, response) => response.destroy()],
    [
      'a connection that breaks within the response',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{');
        setTimeout(() => response.destroy(), 20);
      },
    ],
  ])('sends nothing twice after %s', async (_case, behavior) => {
    const { seen } = await exchange(behavior);
    expect(seen).toHaveLength(1);
  });

  it('takes many requests at once, each with its own response', async () => {
    const behavior: Behavior = ({ body }, response) =>
      setTimeout(() => response.writeHead(418).end(body), Math.random() * 50);
    await through(behavior, async ({ url, reports, seen }) => {
      const bodies = Array.from({ length: 100 }, (_, index) => `"${index}"`);
      const responses = await Promise.all(bodies.map((body) => send(url, { body })));
      expect(responses.map(({ body }) => body.toString())).toEqual(bodies);
      expect([reports.length, seen.length]).toEqual([100, 100]);
    });
  });

  it.each([
    ['GET', '/api/v2/projects/p'],
    ['PATCH', '/api/v2/projects/p/environments/e/flags/x'],
    ['GET', path],
    ['DELETE', '/api/v2/%zz/...//?q=1'],
    ['OPTIONS', path],
  ])('forwards %s %s, and reports that it is not in the contract', async (method, target) => {
    const body = method === 'PATCH' ? '[1]' : '';
    const { response, report, seen } = await exchange(
      { status: 207, body: 'anything' },
      { method, path: target, body },
    );
    expect(seen[0]).toMatchObject({ method, target, body: Buffer.from(body) });
    expect([response.status, response.body.toString()]).toEqual([207, 'anything']);
    expect(report).toMatchObject({
      method,
      path: target.replace('?q=1', ''),
      status: 207,
      issues: [{ where: 'request', pointer: '/path', rule: 'operation', breaking: false }],
    });
  });

  it('passes on responses without a body', async () => {
    const head = await exchange({ headers: { 'content-length': '77' }, body: '' }, { method: 'HEAD', path: '/' });
    expect(head.response.headers['content-length']).toBe('77');
    for (const status of [204, 304]) {
      const { response } = await exchange((_request, response) => void response.writeHead(status).end(), {
        method: 'GET',
        path: '/',
      });
      expect([response.status, response.body.length]).toEqual([status, 0]);
      expect(response.headers).not.toHaveProperty('content-length');
    }
  });
});

describe('a proxy that replaces broken responses', () => {
  it('sends 502 with the first issue and the status that it replaces', async () => {
    const body = JSON.stringify({ ...validResponse, createdAt: 'x', more: 1 });
    const { response, report } = await exchange({ body }, {}, { errors: true });
    expect(response).toMatchObject({ status: 502, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(response.body.toString())).toEqual({
      code: 'bad_gateway',
      message:
        'The upstream responded 200, but its response breaks the contract at /body/createdAt: ' +
        'createdAt must be an integer, but is a string.',
    });
    expect(report).toMatchObject({ status: 200 });
  });

  it('lets through what is harmless, and what comes of another operation', async () => {
    const harmless = JSON.stringify({ ...validResponse, more: 1 });
    const options = { errors: true };
    expect((await exchange({ body: harmless }, {}, options)).response.body.toString()).toBe(harmless);
    expect((await exchange({}, { body: '{}' }, options)).response.status).toBe(200);
    expect((await exchange({ status: 201 }, { path: '/other' }, options)).response.status).toBe(201);
    expect((await exchange({ status: 503, body: '' }, {}, options)).response.status).toBe(503);
  });
});
