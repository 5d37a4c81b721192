import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/docs/serve.ts';
import { describeWithChromium } from '../support/chromium.ts';
import { openSite, overflow, type Site, schemes, tabThrough, violations, widths } from './visit.ts';

const names = ['index.html', 'reference.html', 'examples.html', 'errors.html', 'changes.html'];
const screenshots = 'dist/docs-screenshots';

describeWithChromium('the docs site in a browser', (launch) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(launch);
  });
  afterAll(async () => {
    await site.close();
    console.log(`docs site: ${site.visit.requestsThatLeft()} requests left it`);
  });

  it.each(names)('%s opens from its file, offline, without a complaint', async (name) => {
    const { result, problems } = await site.visit(name, {}, (page) => page.locator('h1').first().innerText());
    expect(problems).toEqual([]);
    expect(result).not.toBe('');
  });

  it.each(names.flatMap((name) => schemes.map((scheme) => ({ name, scheme }))))(
    '$name has no serious violation of accessibility in $scheme',
    async ({ name, scheme }) => {
      expect((await site.visit(name, { scheme }, violations)).result).toEqual([]);
    },
  );

  it.each(names.flatMap((name) => schemes.flatMap((scheme) => widths.map((width) => ({ name, scheme, width })))))(
    '$name does not scroll sideways at $width px in $scheme',
    async ({ name, scheme, width }) => {
      const { result } = await site.visit(name, { scheme, width }, async (page) => {
        if (process.env['CI']) {
          mkdirSync(screenshots, { recursive: true });
          await page.screenshot({ path: join(screenshots, `${name.replace('.html', '')}-${scheme}-${width}.png`) });
        }
        return overflow(page);
      });
      expect(result).toBeLessThanOrEqual(0);
    },
  );

  it.each(names)('the keyboard reaches the skip link of %s first, then the navigation', async (name) => {
    const { result } = await site.visit(name, {}, (page) => tabThrough(page, 3));
    expect(result).toEqual(['Skip to the content', 'Start', 'Reference']);
  });

  it('what is too wide for a small screen scrolls by itself, with the keyboard', async () => {
    const { result } = await site.visit('errors.html', { width: 360 }, async (page) => {
      const table = page.locator('.scroll').nth(1);
      await table.focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(300);
      const moved = await table.evaluate((element) => element.scrollLeft);
      // Chromium would focus it anyway; other browsers go by the attribute.
      return { moved, unreachable: await page.locator(':is(pre, .scroll):not([tabindex="0"])').count() };
    });
    expect(result.moved).toBeGreaterThan(0);
    expect(result.unreachable).toBe(0);
  });

  it('works under a path prefix', async () => {
    const server = serveFolder(site.folder, '/some/prefix/').listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const page = await site.browser.newPage();
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/some/prefix/`) && !/^(data|blob):/.test(request.url())) {
        elsewhere.push(request.url());
      }
    });
    await page.goto(`${origin}/some/prefix/index.html`);
    for (const title of ['Reference', 'Examples', 'Errors', 'Changes', 'Start']) {
      await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: title, exact: true }).click();
      await page.waitForLoadState();
      expect(page.url().startsWith(`${origin}/some/prefix/`)).toBe(true);
      expect(await page.locator('h1').count()).toBeGreaterThan(0);
    }
    expect(elsewhere).toEqual([]);
    await page.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
