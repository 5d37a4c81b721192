/** A browser that reads a built site from files, without a server; requests to other hosts are recorded and blocked. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

export const origin = 'http://localhost';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** A context, and what went wrong in its pages. */
export interface Visit {
  context: BrowserContext;
  /** Errors of pages, failed requests, and requests to other hosts. */
  problems: string[];
}

/** Opens a context in which the site is at `origin` below a path. */
export async function openContext(
  browser: Browser,
  folder: string,
  options: BrowserContextOptions = {},
  base = '/',
): Promise<Visit> {
  const context = await browser.newContext(options);
  const problems: string[] = [];
  context.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = url.origin === origin ? fileOf(folder, url.pathname, base) : undefined;
    if (file) {
      await route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'text/plain' });
      return;
    }
    problems.push(url.origin === origin ? `missing: ${url.pathname}` : `left: ${url.href}`);
    await route.fulfill({ status: 404, body: '' });
  });
  return { context, problems };
}

/** The file behind a path of the site. */
export function fileOf(folder: string, pathname: string, base = '/'): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const path = join(folder, decodeURIComponent(pathname.slice(base.length)));
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
  return existsSync(file) ? file : undefined;
}
