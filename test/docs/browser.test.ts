import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDocs } from '../../scripts/docs/build.ts';
import { serveFolder } from '../../scripts/docs/serve.ts';
import { describeWithChromium } from '../support/chromium.ts';
import { document } from '../support/document.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const names = ['index.html', 'reference.html', 'examples.html', 'errors.html', 'changes.html'];
const schemes = ['light', 'dark'] as const;
const screenshots = 'dist/docs-screenshots';

describeWithChromium('the docs site in a browser', (launch) => {
  let browser: Browser;
  let folder: string;
  let left = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docs-'));
    buildDocs(folder);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
    console.log(`docs site: ${left} requests left it`);
  });

  /** Opens a page from its file with the network off, uses it, and tells what went wrong in it. */
  async function open<T>(
    name: string,
    settings: { scheme?: 'light' | 'dark'; width?: number },
    use: (page: Page) => Promise<T>,
  ) {
    const { scheme = 'light', width = 1280 } = settings;
    const context = await browser.newContext({
      colorScheme: scheme,
      viewport: { width, height: 900 },
      bypassCSP: false,
    });
    await context.setOffline(true);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (/^(file|data|blob):/.test(request.url())) return;
      left += 1;
      problems.push(`left: ${request.url()}`);
    });
    await page.goto(`file://${join(folder, name)}`);
    await page.waitForLoadState('networkidle');
    const result = await use(page);
    await context.close();
    return { result, problems };
  }

  it.each(names)('%s opens from its file, offline, without a complaint', async (name) => {
    const { result, problems } = await open(name, {}, (page) => page.locator('h1').first().innerText());
    expect(problems).toEqual([]);
    expect(result).not.toBe('');
  });

  it('the reference names every property of the request and the answer', async () => {
    const { result: text } = await open('reference.html', {}, async (page) => {
      await page.getByText('primarySingleMetricKey').first().waitFor();
      return page.locator('body').innerText();
    });
    const properties = ['IterationInput', 'IterationRep'].flatMap((name) =>
      Object.keys(document.components.schemas[name]?.properties ?? {}),
    );
    expect(properties.filter((property) => !text.includes(property))).toEqual([]);
  });

  it.each(names.flatMap((name) => schemes.map((scheme) => ({ name, scheme }))))(
    '$name has no serious violation of accessibility in $scheme',
    async ({ name, scheme }) => {
      const { result } = await open(name, { scheme }, async (page) => {
        // Redoc's page is whole once its script has run.
        if (name === 'reference.html') await page.getByText('primarySingleMetricKey').first().waitFor();
        // By the debugger, which the page's policy does not bind.
        await page.evaluate(axe);
        return page.evaluate(async () => {
          const { run } = (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe;
          interface Violation {
            id: string;
            impact: string;
            nodes: { target: unknown; html: string }[];
          }
          const { violations } = await run();
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
        });
      });
      expect(result).toEqual([]);
    },
  );

  it.each(names.flatMap((name) => schemes.flatMap((scheme) => [360, 1280].map((width) => ({ name, scheme, width })))))(
    '$name does not scroll sideways at $width px in $scheme',
    async ({ name, scheme, width }) => {
      const { result } = await open(name, { scheme, width }, async (page) => {
        if (process.env['CI']) {
          mkdirSync(screenshots, { recursive: true });
          await page.screenshot({ path: join(screenshots, `${name.replace('.html', '')}-${scheme}-${width}.png`) });
        }
        return page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth);
      });
      expect(result).toBeLessThanOrEqual(0);
    },
  );

  it('the keyboard reaches the skip link first, then the navigation', async () => {
    const { result } = await open('errors.html', {}, async (page) => {
      const focused = () => page.evaluate(() => globalThis.document.activeElement?.textContent);
      const seen: unknown[] = [];
      for (let step = 0; step < 3; step += 1) {
        await page.keyboard.press('Tab');
        seen.push(await focused());
      }
      return seen;
    });
    expect(result).toEqual(['Skip to the content', 'Start', 'Reference']);
  });

  it('works under a path prefix', async () => {
    const server = serveFolder(folder, '/some/prefix/').listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const page = await browser.newPage();
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await page.goto(`${origin}/some/prefix/index.html`);
    for (const title of ['Reference', 'Errors', 'Changes', 'Start']) {
      await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: title, exact: true }).click();
      await page.waitForLoadState();
      expect(page.url().startsWith(`${origin}/some/prefix/`)).toBe(true);
      expect(await page.locator('h1').count()).toBeGreaterThan(0);
    }
    await page.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
