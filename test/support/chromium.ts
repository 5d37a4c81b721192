import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe, it } from 'vitest';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is on this machine, if it is. */
const executablePath = process.env['CHROMIUM'] ?? candidates.find((path) => existsSync(path));

/** Describes tests that need a browser. Without one they skip and say so; in continuous integration they fail. */
export function describeWithChromium(title: string, tests: (launch: () => Promise<Browser>) => void): void {
  if (executablePath) {
    describe(title, () => tests(() => launch(executablePath)));
  } else if (process.env['CI']) {
    describe(title, () =>
      it('needs Chromium', () => {
        throw new Error('Chromium is missing; install it, or set CHROMIUM to its path.');
      }),
    );
  } else {
    console.warn(`SKIPPED: ${title}. Install Chromium, or set CHROMIUM to its path.`);
    describe(title, () => it.skip('skipped, for Chromium is not on this machine'));
  }
}

/** Starts a browser that calls nobody by itself. */
function launch(path: string): Promise<Browser> {
  const quiet = ['background-networking', 'component-update', 'sync'].map((feature) => `--disable-${feature}`);
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet];
  return chromium.launch({ executablePath: path, args });
}
