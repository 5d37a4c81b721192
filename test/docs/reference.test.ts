import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationPage } from '../../scripts/docs/examples.ts';
import { describeWithChromium } from '../support/chromium.ts';
import { document } from '../support/document.ts';
import { openSite, overflow, type Site, schemes, violations, widths } from './visit.ts';

/** Clicks whatever still hides properties, until nothing does. Redoc writes only what is near the screen, so that grows. */
async function expand(page: Page, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 30_000 });
  await page.locator('.schema-name', { hasText: 'secondaryMetrics' }).waitFor();
  const hidden = page.locator('button').filter({ hasText: /^\+/ });
  for (let quiet = 0; quiet < 3; quiet += 1) {
    while ((await hidden.count()) > 0) {
      quiet = 0;
      await hidden.evaluateAll((buttons) => {
        for (const button of buttons) (button as HTMLElement).click();
      });
    }
    await page.waitForTimeout(100);
  }
}

/** The names that the page shows as those of properties, parameters and headers. */
function propertyNames(page: Page): Promise<string[]> {
  return page.locator('.schema-name').evaluateAll((elements) => elements.map(({ textContent }) => textContent ?? ''));
}

describeWithChromium("Redoc's page, opened as far as it goes", (launch) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(launch);
  });
  afterAll(() => site.close());

  it('names every property of the request and of the answer, those of their parts as well', async () => {
    const { result, problems } = await site.visit(operationPage, {}, async (page) => {
      await expand(page);
      return propertyNames(page);
    });
    const expected = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
      // The bodies of errors are behind the tabs of their statuses.
      name.endsWith('ErrorRep') ? [] : Object.keys(properties),
    );
    expect(expected.length).toBeGreaterThan(90);
    expect(expected.filter((property) => !result.includes(property))).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('shows the operation without a click, on a small screen once it is scrolled to', async () => {
    for (const width of widths) {
      const { result } = await site.visit('reference.html', { width }, async (page) => {
        await page.locator('main').hover();
        await page.mouse.wheel(0, 3000);
        await page.locator('.schema-name', { hasText: 'primarySingleMetricKey' }).first().waitFor({ timeout: 5000 });
        return propertyNames(page);
      });
      expect(result).toContain('hypothesis');
    }
  });

  it.each(schemes.flatMap((scheme) => widths.map((width) => ({ scheme, width }))))(
    'has no serious violation of accessibility and does not scroll sideways at $width px in $scheme',
    async ({ scheme, width }) => {
      const { result } = await site.visit(operationPage, { scheme, width }, async (page) => {
        await expand(page, width);
        return { violations: await violations(page), overflow: await overflow(page) };
      });
      expect(result.violations).toEqual([]);
      expect(result.overflow).toBeLessThanOrEqual(0);
    },
  );

  it('lets the keyboard skip to its content, and stays where it is', async () => {
    const { result } = await site.visit('reference.html', {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const isInside = await page.evaluate(() => globalThis.document.activeElement?.tagName);
      return { isInside, heading: await page.locator('h1').first().innerText() };
    });
    expect(result).toEqual({ isInside: 'MAIN', heading: expect.stringContaining('create iteration') });
  });
});
