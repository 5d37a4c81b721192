import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // A dot a test, and what failed at the end, where it is not among hundreds of lines.
    reporters: process.env['GITHUB_ACTIONS'] ? ['dot', 'github-actions'] : ['dot'],
    include: ['test/**/*.test.ts'],
    // Run by `make matrix`, on the package as it is packed.
    exclude: ['test/setups/**', '**/node_modules/**'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
