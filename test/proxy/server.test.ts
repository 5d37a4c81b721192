import { describe, expect, it } from 'vitest';
import { type ProxyReport, startProxyServer } from '../../src/proxy/server.ts';
import { send, standIn, through, validResponse } from './stand-in.ts';

describe('a proxy server', () => {
  it('gives the upstream a second to respond when it closes, then says so to the caller and reports it', async () => {
    const upstream = await standIn(() => {});
    const reports: ProxyReport[] = [];
    const proxy = await startProxyServer({ upstream: upstream.url, onReport: (report) => void reports.push(report) });
    const cut = send(proxy.url).catch((error: Error) => error);
    while (upstream.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await proxy.close();
    expect(await cut).toMatchObject({ status: 502 });
    expect(reports).toMatchObject([
      { status: 502, response: 'unchecked', issues: [{ message: expect.stringMatching(/^The proxy was stopped/) }] },
    ]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(upstream.sockets.size).toBe(0);
    await expect(send(proxy.url)).rejects.toThrow('ECONNREFUSED');
    await upstream.close();
  });

  it('finishes what is under way when it closes', async () => {
    const release = Promise.withResolvers<void>();
    await through(
      async (_request, response) => {
        await release.promise;
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(validResponse));
      },
      async ({ url, seen, reports, close }) => {
        const sent = send(url);
        while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        const closed = close();
        release.resolve();
        expect((await sent).status).toBe(200);
        await closed;
        expect(reports).toMatchObject([{ status: 200, response: 'checked', issues: [] }]);
      },
    );
  });

  it('keeps no connection to the upstream', async () => {
    await through({}, async ({ url, sockets }) => {
      for (let count = 0; count < 5; count += 1) await send(url);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(sockets.size).toBe(0);
    });
  });

  it.each([
    'http://staging.example.com',
    'https://user:canary@staging.example.com',
    'https://staging.example.com?key=canary',
    'staging.example.com',
    'ftp://127.0.0.1',
  ])('refuses the upstream %s, without repeating it', async (upstream) => {
    const error = await startProxyServer({ upstream }).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ message: expect.stringMatching(/^The upstream must be an HTTPS URL/) });
    expect(String((error as Error).stack)).not.toContain('canary');
  });

  it('refuses to be its own upstream', async () => {
    const free = await standIn();
    await free.close();
    const port = Number(new URL(free.url).port);
    await expect(startProxyServer({ upstream: `http://localhost:${port}`, port })).rejects.toThrow(
      /is the proxy itself/,
    );
  });

  it('takes the next free port where it may, and rejects where it may not', async () => {
    const upstream = await standIn();
    const port = Number(new URL(upstream.url).port);
    await expect(startProxyServer({ upstream: upstream.url, port })).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken`,
    );
    const proxy = await startProxyServer({ upstream: upstream.url, port, auto: true });
    expect(proxy.port).toBeGreaterThan(port);
    await proxy.close();
    await upstream.close();
  });
});
