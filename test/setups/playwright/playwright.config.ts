/** Playwright, with the Chromium of this machine. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  reporter: 'line',
  use: {
    launchOptions: {
      executablePath: process.env['CHROMIUM'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
