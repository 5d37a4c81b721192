import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationPage } from '../../scripts/docs/examples.ts';
import { describeWithChromium } from '../support/chromium.ts';
import { document, withMembers } from '../support/document.ts';
import { openSite, overflow, type Site, schemes, violations, widths } from './visit.ts';

/**
 * Clicks whatever still hides properties of create iteration, until nothing does. Redoc writes only what is near the
 * screen, so that grows. The other operations show the same iteration several times over.
 */
async function expand(page: Page, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 30_000 });
  await page.locator('.schema-name', { hasText: 'secondaryMetrics' }).waitFor();
  const hidden = page.locator('[data-section-id$="/createiteration"] button').filter({ hasText: /^\+/ });
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

/** The names of schemas and of all that they lead to. */
function schemasFrom(...names: string[]): string[] {
  const found = new Set(names);
  for (const name of found) {
    const text = JSON.stringify(document.components.schemas[name]);
    for (const [, inner = ''] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) found.add(inner);
  }
  return [...found];
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
    const expected = schemasFrom('IterationInput', 'IterationRep').flatMap((name) =>
      Object.keys(withMembers(document.components.schemas[name] ?? {}).properties ?? {}),
    );
    expect(expected.length).toBeGreaterThan(90);
    expect(expected.filter((property) => !result.includes(property))).toEqual([]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['getexperiment', ['expand', '_maintainerId', 'mutableFieldsByStatus']],
    ['patchexperiment', ['comment', 'instructions', '_maintainerId']],
  ])('shows the operation %s with its parameters and bodies', async (id, names) => {
    const { result, problems } = await site.visit(`reference.html#/experiments/${id}`, {}, async (page) => {
      await page.setViewportSize({ width: 1280, height: 10_000 });
      await page.getByRole('button', { name: /^200/ }).first().click();
      for (const name of names) await page.locator('.schema-name', { hasText: name }).first().waitFor();
      return propertyNames(page);
    });
    expect(result).toEqual(expect.arrayContaining(names));
    expect(problems).toEqual([]);
  });

  it('shows an operation without a click, on a small screen once it is scrolled to', async () => {
    for (const width of widths) {
      const { result } = await site.visit('reference.html', { width }, async (page) => {
        await page.locator('main').hover();
        await page.mouse.wheel(0, 3000);
        await page.locator('.schema-name', { hasText: 'expand' }).first().waitFor({ timeout: 15_000 });
        return propertyNames(page);
      });
      expect(result).toContain('environmentKey');
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
    // A busy machine takes its time for every element of the page.
    300_000,
  );

  it('lets the keyboard skip to its content, and stays where it is', async () => {
    const { result } = await site.visit('reference.html', {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const isInside = await page.evaluate(() => globalThis.document.activeElement?.tagName);
      return { isInside, heading: await page.locator('h1').first().innerText() };
    });
    expect(result).toEqual({ isInside: 'MAIN', heading: expect.stringContaining('experiment iterations') });
  });
});
