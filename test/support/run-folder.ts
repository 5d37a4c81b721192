/** A folder for what the processes of one run of the tests share. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the folder, and returns what removes it. In it is what Node compiles, since hundreds of processes load the same
 * tools; kept for the next run, it would grow with every copy of the project.
 */
export default function makeRunFolder(): () => void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'test-run-'));
  process.env['TEST_RUN_FOLDER'] = folder;
  process.env['NODE_COMPILE_CACHE'] ??= join(folder, 'compiled');
  // Retried, since a process that is about to end may add to what it has compiled meanwhile.
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
