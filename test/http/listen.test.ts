import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { listen } from '../../src/http/listen.ts';
import { open } from './connection.ts';

const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));
const hosts = ['127.0.0.1', 'localhost', '', '0.0.0.0', ...(hasIPv6 ? ['::1', '::', '0:0:0:0:0:0:0:1'] : [])];

const responding = () => createServer((_request, response) => response.end('here'));

describe('a server that listens', () => {
  it.each(hosts)('says a URL that can be opened, on the host %j', async (host) => {
    const listening = await listen(responding(), { port: 0, auto: false, host });
    expect(new URL(listening.url).port).toBe(String(listening.port));
    expect(listening.url).not.toMatch(/\/$|\[localhost|0\.0\.0\.0|\[::\]/);
    expect(await (await fetch(listening.url)).text()).toBe('here');
    await listening.close();
  });

  it('says in a sentence why it cannot listen', async () => {
    const taken = await listen(responding(), { port: 0, auto: false, host: '127.0.0.1' });
    const attempt = (options: object) => listen(responding(), { port: 0, auto: false, host: '127.0.0.1', ...options });
    await expect(attempt({ port: taken.port })).rejects.toThrow(
      `Port ${taken.port} of 127.0.0.1 is taken; choose another, or 0 for any.`,
    );
    await expect(attempt({ host: '203.0.113.1' })).rejects.toThrow(
      /^203\.0\.113\.1 is not an address of this machine \(E/,
    );
    const next = await attempt({ port: taken.port, auto: true });
    expect(next.port).toBeGreaterThan(taken.port);
    await Promise.all([taken.close(), next.close()]);
  });
});

describe('a server that stops', () => {
  it('finishes the responses in progress, and accepts no more requests', async () => {
    const release = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const server = createServer(async (_request, response) => {
      response.write('first, ');
      arrived.resolve();
      await release.promise;
      response.end('then the rest');
    });
    const listening = await listen(server, { port: 0, auto: false, host: '127.0.0.1' });
    const response = fetch(listening.url).then((one) => one.text());
    await arrived.promise;
    const stopped = listening.close();
    await expect(fetch(listening.url)).rejects.toThrow();
    release.resolve();
    expect(await response).toBe('first, then the rest');
    await stopped;
  });

  it('ends connections that say nothing, wait for the next request, or never get a response', async () => {
    const server = createServer((request, response) => void (request.url === '/never' ? undefined : response.end('x')));
    const listening = await listen(server, { port: 0, auto: false, host: '127.0.0.1' });
    const get = (path: string) => open(listening.url, `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
    const connections = [
      await open(listening.url),
      await get('/'),
      await get('/never'),
      await open(listening.url, 'GET /'),
    ];
    await connections[1]?.received(/x$/);
    await Promise.all([listening.close(), listening.close()]);
    for (const { received } of connections) await received();
    expect(server.listening).toBe(false);
  });
});
