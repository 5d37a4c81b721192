import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scenarios } from '../../src/mock/scenarios.ts';
import { type MockServer, startMockServer } from '../../src/mock/server.ts';
import { describeWithChromium } from '../support/chromium.ts';
import { requestExamples } from '../support/document.ts';
import { everyOperation } from './adapter.ts';

const path = '/api/v2/projects/p/environments/e/experiments/x/iterations';
const example = requestExamples[0]?.[1];
const [{ named = [] } = {}] = everyOperation;

describeWithChromium('the mock, from a page of another origin', (launch) => {
  let browser: Browser;
  let page: Page;
  let mock: MockServer;
  const problems: string[] = [];
  const pages = createServer((_request, response) => {
    response
      .setHeader('content-type', 'text/html')
      .end('<!doctype html><title>A screen</title><link rel="icon" href="data:,">');
  });

  beforeAll(async () => {
    mock = await startMockServer();
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    browser = await launch();
    page = await browser.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
  });
  afterAll(async () => {
    await browser.close();
    await mock.close();
    await new Promise((resolve) => pages.close(resolve));
  });

  /** Posts from the page, with a JSON body, a token and the version, as a frontend would: all of it needs a preflight. */
  const post = (body: unknown, prefer = '') =>
    page.evaluate(
      async ([url, text, asked]) => {
        const headers = { authorization: 'api-any', 'content-type': 'application/json', 'ld-api-version': '20240415' };
        const all = asked ? { ...headers, prefer: asked } : headers;
        const response = await fetch(url, { method: 'POST', headers: all, body: text });
        return {
          status: response.status,
          limit: response.headers.get('x-ratelimit-reset'),
          body: await response.json(),
        };
      },
      [mock.url + path, JSON.stringify(body), prefer] as const,
    );

  it('responds to a request with JSON and a token, and lets the page read the rate-limit headers', async () => {
    expect(await post(example)).toMatchObject({
      status: 200,
      body: { status: 'not_started' },
      limit: expect.any(String),
    });
  });

  it.each(named)('responds %s when the page asks for it', async (name, expected) => {
    const { status } = await post(example, `example=${name}`);
    expect(status).toBe(expected);
  });

  it('may be called with credentials', async () => {
    const status = await page.evaluate(
      async ([url, text]) => {
        const headers = { authorization: 'api-any', 'content-type': 'application/json' };
        const response = await fetch(url, { method: 'POST', headers, body: text, credentials: 'include' });
        return [response.status, response.headers.get('x-ratelimit-reset')];
      },
      [mock.url + path, JSON.stringify(example)] as const,
    );
    expect(status).toEqual([200, expect.any(String)]);
  });

  it('lets the page read what is wrong with its request', async () => {
    const { status, body } = await post({ ...(example as object), flags: '{}' });
    expect([status, body.message]).toEqual([400, expect.stringContaining('flags must be an object')]);
  });

  it('shows the scenarios as a page', async () => {
    const listing = await browser.newPage();
    await listing.goto(mock.url);
    expect(await listing.locator('tbody tr').count()).toBe(Object.keys(scenarios).length);
    await listing.close();
  });

  it('runs in the page itself, as a fetch without a server, with the client on top', async () => {
    const entry = `
      import { createIterationClient } from './src/index.ts';
      import { createMockFetch } from './src/mock/fetch.ts';
      globalThis.tryMock = (iteration) =>
        createIterationClient({ accessToken: 'api-any', mock: true, fetch: createMockFetch() })
          .createIteration({ projectKey: 'p', environmentKey: 'e', experimentKey: 'x' }, iteration);`;
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
    });
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const created = await page.evaluate(
      (iteration) =>
        (globalThis as unknown as { tryMock: (value: unknown) => Promise<{ status: string }> }).tryMock(iteration),
      example,
    );
    expect(created).toEqual((await post(example)).body);
    expect(problems).toEqual([]);
  });
});
