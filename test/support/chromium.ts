import type { Browser } from 'playwright-core';
import { describe, it } from 'vitest';
import { chromiumPath, launchChromium } from './launch-chromium.ts';

/** Describes tests that need a browser. Without one they skip and say so; in continuous integration they fail. */
export function describeWithChromium(title: string, tests: (launch: () => Promise<Browser>) => void): void {
  if (chromiumPath) {
    describe(title, () => tests(launchChromium));
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
