/** Lets every process of a run share what Node compiles: the tests start hundreds that load the same tools. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the run a cache of its own, and returns what removes it: kept, it would grow with every copy of the project. */
export default function shareCompiledCode(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'compile-cache-'));
  process.env['NODE_COMPILE_CACHE'] ??= folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
