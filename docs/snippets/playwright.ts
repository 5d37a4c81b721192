import { createMockFetch, type MockOptions } from 'launchdarkly-iteration-contract/mock/fetch';
import type { Page } from 'playwright-core'; // or from '@playwright/test'

/** Sends a page's calls to the API to the mock. */
export async function mockTheApi(page: Page, options: MockOptions = {}) {
  const mockFetch = createMockFetch(options);
  await page.route('**/api/v2/projects/**', async (route) => {
    const request = route.request();
    const response = await mockFetch(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData(),
    });
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    });
  });
}
