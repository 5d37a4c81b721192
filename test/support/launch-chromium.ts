import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is on this machine, if it is: one of the usual places, or what CHROMIUM says. */
export const chromiumPath = process.env['CHROMIUM'] ?? candidates.find((path) => existsSync(path));

/**
 * Starts a browser that calls nobody by itself.
 *
 * @throws Error when Chromium is not on this machine
 */
export function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error('Chromium is not on this machine: install it, or set CHROMIUM to its path.');
  const quiet = ['background-networking', 'component-update', 'sync'].map((feature) => `--disable-${feature}`);
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet];
  return chromium.launch({ executablePath: chromiumPath, args });
}
