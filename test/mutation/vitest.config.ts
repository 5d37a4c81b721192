/** The tests that `make mutation` runs for each mutant: test/mutation/code.ts names them. */
import { defineConfig } from 'vitest/config';
import config from '../vitest.config.ts';

export default defineConfig({
  ...config,
  test: { ...config.test, include: (process.env['MUTATION_TESTS'] ?? '').split(' ') },
});
