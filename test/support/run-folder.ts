/** A folder for what the processes of one run of the tests share. */
import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the folder, and returns what removes it. In it is what Node compiles, since hundreds of processes load the same
 * tools; kept for the next run, it would grow with every copy of the project.
 */
export default function makeRunFolder(): () => Promise<void> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'test-run-'));
  process.env['TEST_RUN_FOLDER'] = folder;
  process.env['NODE_COMPILE_CACHE'] ??= join(folder, 'compiled');
  // Processes that are about to end still write there. `rmSync` would leave the folder when a file goes meanwhile.
  return () => rm(folder, { recursive: true, force: true, maxRetries: 10 });
}
