import { afterEach, describe, expect, it } from 'vitest';
import { type MockReport, type MockServer, type MockServerOptions, startMockServer } from '../../src/mock/server.ts';
import { open } from '../http/connection.ts';
import { everyOperation, headers, minimal, path, post } from './adapter.ts';

const servers: MockServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function started(options: MockServerOptions = {}) {
  const server = await startMockServer(options);
  servers.push(server);
  return { ...server, fetch };
}

const body = JSON.stringify(minimal);
const request = (target: string, ...fields: string[]) =>
  [
    `POST ${target} HTTP/1.1`,
    'host: x',
    'authorization: a',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...fields,
    '',
    body,
  ].join('\r\n');

describe('the mock server', () => {
  it('takes a target that is a whole URL, as a proxy sends it', async () => {
    const { url } = await started();
    for (const base of [url, 'http://other.example:80', 'HTTPS://other.example']) {
      const { received } = await open(url, request(base + path));
      expect(await received()).toMatch(/^HTTP\/1.1 200 /);
    }
    const { received } = await open(url, 'GET http://other.example HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    expect(await received()).toContain('rate-limited-once');
  });

  it('refuses a body of eleven megabytes when its head has come', async () => {
    const { url } = await started();
    const head = `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: a\r\ncontent-length: 11000000\r\n\r\n`;
    const { received } = await open(url, head);
    expect(await received(/1 MiB/)).toMatch(/^HTTP\/1.1 413 .*connection: close.*"code":"request_too_large"/is);
  });

  it('refuses a body without a length once it is too large, while more is to come', async () => {
    const { url } = await started();
    const head = `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: a\r\ntransfer-encoding: chunked\r\n\r\n`;
    const { received } = await open(url, `${head}200000\r\n${'a'.repeat(1024 * 1024 + 1)}`);
    expect(await received(/1 MiB/)).toMatch(/^HTTP\/1.1 413 /);
  });

  it('restarts every scenario on request', async () => {
    const adapter = await started({ scenario: 'rate-limited-once' });
    const status = async () => (await post(adapter, minimal)).status;
    const before = [await status(), await status()];
    const reset = await fetch(`${adapter.url}/__reset`, { method: 'POST', headers: { origin: 'http://a.example' } });
    expect([reset.status, await reset.text()]).toEqual([204, '']);
    expect(reset.headers.get('access-control-allow-origin')).toBe('http://a.example');
    expect([before, await status()]).toEqual([[429, 200], 429]);
  });

  it('sends at once what it was about to send later, when it stops', async () => {
    const adapter = await started({ scenario: 'slow' });
    const slow = post(adapter, minimal);
    await fetch(adapter.url);
    await adapter.close();
    expect((await slow).status).toBe(200);
  });

  it('tells of each response without a value of the request', async () => {
    const reports: MockReport[] = [];
    const adapter = await started({ onReport: (report) => void reports.push(report), scenario: 'flaky' });
    await post(adapter, minimal, {}, `${path}?token=secret`);
    await post(adapter, { ...minimal, hypothesis: ['secret'] });
    await post(adapter, '{"hypothesis": secret}');
    await post(adapter, minimal, { prefer: 'code=200, example=secret' });
    expect(reports).toMatchObject([
      { method: 'POST', path, status: 503, ms: expect.any(Number) },
      { status: 400, problem: 'hypothesis must be a string, but is an array.' },
      { status: 400, problem: 'The body is not JSON.' },
      { status: 400, problem: 'The request asks for a response that the mock does not know.' },
    ]);
    expect(JSON.stringify(reports)).not.toContain('secret');
  });

  it('lists its scenarios, as a page where the caller asks for one', async () => {
    const { url } = await started();
    const json = await (await fetch(url)).json();
    expect(json.routes).toHaveLength(everyOperation.length);
    expect(json.routes[0]).toMatch(/^POST \/api\/v2\//);
    expect(json.scenarios.map(({ name }: { name: string }) => name)).toContain('rate-limited');
    const page = await fetch(url, { headers: { ...headers, accept: 'text/html,application/xhtml+xml' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('<th scope="row">rate-limited</th>');
  });
});
