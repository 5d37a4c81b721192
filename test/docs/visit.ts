import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildDocs } from '../../scripts/docs/build.ts';

export const schemes = ['light', 'dark'] as const;
export const widths = [360, 1280];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Settings {
  scheme?: (typeof schemes)[number];
  width?: number;
}

/** A built site and a browser that visits it. */
export interface Site {
  folder: string;
  browser: Browser;
  visit: ReturnType<typeof visitor>;
  close(): Promise<void>;
}

/** Builds the site into a folder of its own and starts a browser for it; `close` ends both. */
export async function openSite(launch: () => Promise<Browser>): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  buildDocs(folder);
  const browser = await launch();
  const close = async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  };
  return { folder, browser, visit: visitor(browser, folder), close };
}

/** Returns a function that opens a page from its file with the network off, uses it, and tells what went wrong in it. */
function visitor(browser: Browser, folder: string) {
  let left = 0;
  const visit = async <T>(
    name: string,
    { scheme = 'light', width = 1280 }: Settings,
    use: (page: Page) => Promise<T>,
  ) => {
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 }, offline: true });
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
    try {
      await page.goto(`file://${join(folder, name)}`);
      // Redoc's page goes on by its script once it is loaded; the others have none.
      if (name.startsWith('reference')) await page.waitForLoadState('networkidle');
      return { result: await use(page), problems };
    } finally {
      await context.close();
    }
  };
  return Object.assign(visit, { requestsThatLeft: () => left });
}

/** What axe finds serious or critical, a line for each element. */
export async function violations(page: Page): Promise<string[]> {
  interface Violation {
    id: string;
    impact: string;
    nodes: { html: string }[];
  }
  // By the debugger, which the page's policy does not bind.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe;
    return (await run()).violations;
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** How far the page scrolls sideways, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth);
}

/** The text of what has the focus after each of so many presses of Tab. */
export async function tabThrough(page: Page, presses: number): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (let step = 0; step < presses; step += 1) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(() => globalThis.document.activeElement?.textContent));
  }
  return seen;
}
