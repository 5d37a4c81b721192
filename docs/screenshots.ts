/** Takes screenshots of the built site at four widths and in both color schemes, into dist/docs-screenshots. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../test/support/launch-chromium.ts';
import { openContext, origin } from './lib/browse.ts';

const folder = 'dist/docs-screenshots';
const base = (process.env['DOCS_BASE'] ?? '/').replace(/\/?$/, '/');
const pages = {
  landing: '/',
  start: '/start/',
  errors: '/guides/errors/',
  life: '/life/',
  playground: '/playground/',
  operation: '/reference/operations/createiteration/',
  api: '/api/',
  examples: '/examples/create-iteration/',
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 768, 1280, 1920]) {
    const { context } = await openContext(
      browser,
      'dist/docs',
      { colorScheme, viewport: { width, height: 1000 } },
      base,
    );
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(origin + base + path.slice(1));
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}.png`) });
    }
    await context.close();
  }
}
await browser.close();
console.log(`${folder}/: ${Object.keys(pages).length * 8} screenshots`);
