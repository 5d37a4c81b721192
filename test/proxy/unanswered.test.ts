import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type ProxyReport, startProxyServer } from '../../src/proxy/server.ts';
import { selfSignedCertificate } from '../faults/certificate.ts';
import { type Behavior, exchange, path, send, standIn, through, token } from './stand-in.ts';

describe('an upstream that gives no response', () => {
  /** What the caller and the report are told when the upstream is anything but an upstream. */
  async function without(upstream: string, options: { timeoutMs?: number } = {}, sent = {}) {
    const reports: ProxyReport[] = [];
    const proxy = await startProxyServer({ upstream, ...options, onReport: (report) => void reports.push(report) });
    const response = await send(proxy.url, sent);
    await proxy.close();
    expect(response.headers['content-type']).toBe('application/json');
    expect(JSON.stringify([response.body.toString(), reports])).not.toContain('canary');
    const { code, message } = JSON.parse(response.body.toString());
    expect(reports).toMatchObject([{ status: response.status, issues: [{ rule: 'upstream', message }] }]);
    return { status: response.status, code, message };
  }

  it('because nothing listens is a 502 that says that nothing was sent', async () => {
    const gone = await standIn();
    await gone.close();
    expect(await without(gone.url)).toEqual({
      status: 502,
      code: 'bad_gateway',
      message: 'The upstream cannot be reached (ECONNREFUSED); nothing was sent.',
    });
  });

  it('because its certificate is not trusted is a 502 that says that nothing was sent', async () => {
    const server = createTlsServer(selfSignedCertificate(), () => {});
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await without(`https://localhost:${port}`)).toMatchObject({
      status: 502,
      message: 'A secure connection to the upstream failed (DEPTH_ZERO_SELF_SIGNED_CERT); nothing was sent.',
    });
    await new Promise((resolve) => server.close(resolve));
  });

  it('because the connection breaks is a 502 that says that the outcome is unknown', async () => {
    const upstream = await standIn((_request, response) => response.destroy());
    expect(await without(upstream.url)).toMatchObject({
      status: 502,
      message: 'The connection to the upstream broke (ECONNRESET); whether it acted on the request is unknown.',
    });
    await upstream.close();
  });

  it('because it speaks no HTTP is a 502', async () => {
    const server = createServer((socket) => void socket.resume().end(`${token} is no HTTP\r\n\r\n`));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await without(`http://127.0.0.1:${port}`)).toMatchObject({ status: 502, code: 'bad_gateway' });
    await new Promise((resolve) => server.close(resolve));
  });

  it.each<[string, Behavior]>([
    ['never', () => {}],
    ['half', (_request, response) => void response.writeHead(200, { 'content-length': '9' }).write('{')],
  ])('in time, but %s, is a 504', async (_case, behavior) => {
    const upstream = await standIn(behavior);
    expect(await without(upstream.url, { timeoutMs: 200 })).toEqual({
      status: 504,
      code: 'gateway_timeout',
      message: 'The upstream did not respond within 0.2 s; whether it acted on the request is unknown.',
    });
    expect(upstream.seen).toHaveLength(1);
    await upstream.close();
  });

  it('of less than 10 MiB is a 502', async () => {
    const upstream = await standIn({ body: 'a'.repeat(11 * 1024 * 1024) });
    expect(await without(upstream.url)).toMatchObject({
      status: 502,
      message: expect.stringMatching(/larger than 10 MiB/),
    });
    await upstream.close();
  });
});

describe('a request that cannot be passed on', () => {
  it('gets 413 when it is too large', async () => {
    const { response, report, seen } = await exchange({}, { body: `"${'a'.repeat(11 * 1024 * 1024)}"` });
    expect(JSON.parse(response.body.toString())).toMatchObject({ code: 'request_too_large' });
    expect([response.status, report.status, seen.length]).toEqual([413, 413, 0]);
  });

  it('gets 400 when its target is no path', async () => {
    const { response, report, seen } = await exchange({}, { method: 'OPTIONS', path: '*', body: '' });
    expect([response.status, report.response, seen.length]).toEqual([400, 'refused', 0]);
  });

  it('is dropped when its caller breaks off', async () => {
    await through({}, async ({ url, reports, seen }) => {
      const { port } = new URL(url);
      const socket = connect(Number(port), '127.0.0.1');
      await new Promise<void>((resolve) => {
        socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{`, () => resolve());
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect([reports, seen]).toEqual([[], []]);
      expect((await send(url)).status).toBe(200);
    });
  });
});
