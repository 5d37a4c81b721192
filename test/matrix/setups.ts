import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromiumPath } from '../support/launch-chromium.ts';
import { succeed } from './checks.ts';
import { unpack } from './consumer.ts';
import { install } from './tools.ts';

const manifest = 'test/setups';
const folder = '.cache/setups';

/** The set-ups of the mock that the docs show, by the script of test/setups/package.json that runs each. */
export const setups = {
  vitest: 'Vitest in Node, jsdom and happy-dom',
  jest: 'Jest',
  playwright: 'Playwright, page.route',
  next: 'Next.js, a route handler',
  storybook: 'Storybook',
};

/** Installs what the set-ups run in, with the package as it is packed. */
export async function layOutSetups(tarball: string): Promise<void> {
  install(manifest, folder);
  cpSync(manifest, folder, { recursive: true });
  await unpack(tarball, folder);
}

/** Runs a set-up, and expects that it ends well. */
export async function expectSetup(name: keyof typeof setups): Promise<void> {
  const variables = { ...(chromiumPath !== undefined && { CHROMIUM: chromiumPath }) };
  await succeed('npm', ['run', '--silent', name], resolve(folder), variables);
}
