import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { startMockServer } from '../../src/mock/server.ts';
import { launchChromium } from '../support/launch-chromium.ts';

/**
 * Runs the consumer in a page of Chromium and returns the two lines it prints: what the mocks without a server give, and
 * what a mock server of another origin gives.
 *
 * @throws Error when Chromium is not on this machine, or the page fails.
 */
export async function printedByPage(project: string): Promise<string[]> {
  const browser = await launchChromium();
  const [mock, origin] = [await startMockServer(), await startMockServer()];
  try {
    const page = await browser.newPage();
    await page.goto(origin.url);
    const printed = twoLines(page);
    await page.addScriptTag({ type: 'module', content: await bundle(project, mock.url) });
    return await printed;
  } finally {
    await Promise.all([browser.close(), mock.close(), origin.close()]);
  }
}

async function bundle(project: string, url: string): Promise<string> {
  const contents = `
    import './mocks.js';
    import { report } from './consumer.js';
    console.log(JSON.stringify(await report({ baseUrl: ${JSON.stringify(url)} })));`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

function twoLines(page: Page): Promise<string[]> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    page.on('pageerror', reject);
    page.on('console', (message) => {
      // What Chromium itself says of a response is no line of the program.
      if (message.type() === 'log') lines.push(message.text());
      if (lines.length === 2) resolve(lines);
    });
    page.on('close', () => reject(new Error(`The page printed ${lines.length} of 2 lines.`)));
    setTimeout(() => page.close(), 60_000).unref();
  });
}
