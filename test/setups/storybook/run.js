/** Builds the Storybook, opens each story in Chromium, and fails where one does not show what the mock responds. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const folder = join(import.meta.dirname, 'storybook-static');
const storybook = join(fileURLToPath(import.meta.resolve('storybook/package.json')), '../dist/bin/dispatcher.js');
const msw = fileURLToPath(import.meta.resolve('msw/package.json'));
execFileSync(process.execPath, [
  join(msw, '../cli/index.js'),
  'init',
  join(import.meta.dirname, 'public'),
  '--no-save',
]);
execFileSync(process.execPath, [storybook, 'build', '--output-dir', folder, '--disable-telemetry', '--quiet'], {
  cwd: import.meta.dirname,
  stdio: ['ignore', 'ignore', 'inherit'],
});

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };
const server = createServer(({ url }, response) => {
  const path = new URL(url, 'http://x').pathname;
  try {
    const body = readFileSync(join(folder, path));
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const features = ['background-networking', 'component-update', 'sync', 'gpu', 'quic'];
const args = ['--no-sandbox', '--no-first-run', ...features.map((feature) => `--disable-${feature}`)];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
try {
  const page = await browser.newPage();
  for (const [story, wanted] of [
    ['newiteration--created', /^50 and 50$/],
    ['newiteration--rate-limited', /rate limit/i],
  ]) {
    await page.goto(`http://127.0.0.1:${server.address().port}/iframe.html?viewMode=story&id=${story}`);
    await page.locator('[role=status]:not(:text-is("…"))').waitFor({ timeout: 60_000 });
    const shown = await page.locator('[role=status]').innerText();
    if (!wanted.test(shown)) throw new Error(`${story} shows ${JSON.stringify(shown)}.`);
  }
} finally {
  await browser.close();
  server.close();
}
