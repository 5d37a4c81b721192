/** The mock behind Playwright's `page.route`: the page calls LaunchDarkly's address, and nothing leaves. */
import { expect, type Page, test } from '@playwright/test';
import { iterationInput } from 'launchdarkly-iteration-contract/examples';
import { createMockFetch, type MockOptions } from 'launchdarkly-iteration-contract/mock/fetch';
import { createAndShow } from '../screen.js';

const iteration = iterationInput();

/** Lets the mock respond to what a page asks of LaunchDarkly. */
async function routeToMock(page: Page, options?: MockOptions) {
  const mockFetch = createMockFetch(options);
  await page.route('https://app.launchdarkly.com/**', async (route) => {
    const request = route.request();
    const response = await mockFetch(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData(),
    });
    const headers = Object.fromEntries(response.headers);
    await route.fulfill({ status: response.status, headers, body: await response.text() });
  });
}

async function shownBy(page: Page): Promise<string> {
  await page.route('http://screen.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Screen</title>' }),
  );
  await page.goto('http://screen.test/');
  const call = `show(${JSON.stringify(iteration)}, { url: 'https://app.launchdarkly.com' })`;
  // What begins with a function is taken for nothing but one.
  return page.evaluate(`const show = ${createAndShow}; ${call}`);
}

test('shows the treatments', async ({ page }) => {
  await routeToMock(page);
  expect(await shownBy(page)).toBe(
    iteration.treatments.map(({ allocationPercent }) => allocationPercent).join(' and '),
  );
});

test('shows what is wrong', async ({ page }) => {
  await routeToMock(page, { scenario: 'rate-limited' });
  expect(await shownBy(page)).toMatch(/rate limit/i);
});
