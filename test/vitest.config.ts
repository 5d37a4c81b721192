import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The files that take longest, the slowest first. One that began last would run alone at the end. */
const longest = [
  'test/docs/site.test.ts',
  'test/attack/attack.test.ts',
  'test/chain/generate.test.ts',
  'test/package/package.test.ts',
  'test/diff/pull-request.test.ts',
  'test/cli/exit-codes.test.ts',
  'test/docs/snippets.test.ts',
  'test/faults/runtimes/runtimes.test.ts',
  'test/faults/faults.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = longest.filter((path) => !existsSync(root + path));
    if (gone.length > 0) throw new Error(`test/vitest.config.ts names files that are gone: ${gone.join(', ')}`);
    const rank = ({ moduleId }: TestSpecification) => {
      const index = longest.indexOf(moduleId.slice(root.length));
      return index < 0 ? longest.length : index;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  root,
  test: {
    // A dot a test, and what failed at the end, where it is not among hundreds of lines.
    reporters: process.env['GITHUB_ACTIONS'] ? ['dot', 'github-actions'] : ['dot'],
    include: ['test/**/*.test.ts'],
    // Run by `make matrix`, on the package as it is packed.
    exclude: ['test/setups/**', '**/node_modules/**'],
    globalSetup: 'test/support/run-folder.ts',
    sequence: { sequencer: LongestFirst },
    // One more than there are processors, since some files do little but wait. By default there is one less.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
