import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { startProxyServer } from '../../src/proxy/server.ts';
import { open } from '../http/connection.ts';
import { exchange, path, send, standIn, through } from './stand-in.ts';

describe('a path that leaves the base path', () => {
  it.each([
    '/../secret',
    '/a/../../secret',
    '/..',
    '/a/%2e%2e/%2E%2e/secret',
    '/a/.%2e/secret',
    '/a/..%2f..%2fsecret',
    '/a/..%5csecret',
    '/a/..\\..\\secret',
    '/a/..;x=1/secret',
    '/./secret',
    `${path}/..`,
  ])('is refused: %s', async (target) => {
    const upstream = await standIn();
    const proxy = await startProxyServer({ upstream: `${upstream.url}/base` });
    const { status, body } = await send(proxy.url, { path: target });
    expect([status, JSON.parse(body.toString()).code, upstream.seen]).toEqual([400, 'invalid_request', []]);
    await proxy.close();
    await upstream.close();
  });

  it.each(['/a..b/..c/d..', '/a?x=/../y', '/%252e%252e/x', '/...'])('is not one of these: %s', async (target) => {
    const { seen } = await exchange({}, { path: target });
    expect(seen[0]?.target).toBe(target);
  });
});

describe('a request for another host', () => {
  it.each([
    'attacker.example',
    'attacker.example:80',
    '127.0.0.1.attacker.example',
    'localhost.attacker.example',
    'x.local',
  ])('is refused, for a page could have its name resolve to this machine: %s', async (host) => {
    const { response, report, seen } = await exchange({}, { headers: { host } });
    expect([response.status, report.response, seen.length]).toEqual([403, 'refused', 0]);
    expect(JSON.parse(response.body.toString())).toMatchObject({ code: 'forbidden' });
  });

  it.each(['127.0.0.1', 'localhost:4010', 'LOCALHOST', 'app.localhost', '[::1]:80', 'iteration-proxy', hostname()])(
    'is none under a name that no page can have: %s',
    async (host) => {
      expect((await exchange({}, { headers: { host } })).response.status).toBe(200);
    },
  );

  it('is told by the target where that is a whole URL', async () => {
    await through({}, async ({ url, seen }) => {
      const request = (target: string) => `GET ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`;
      const own = await open(url, request(`${url}/x?y=1`));
      expect(await own.received()).toMatch(/^HTTP\/1.1 200/);
      expect(seen[0]?.target).toBe('/x?y=1');
      const foreign = await open(url, request('http://attacker.example/x'));
      expect(await foreign.received()).toMatch(/^HTTP\/1.1 403/);
    });
  });
});
