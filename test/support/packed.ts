/** The package as it is packed, once for all test files of a run. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Packed, pack } from '../matrix/consumer.ts';

/** Packs the package, or waits for the test file that does so already. */
export async function packedOnce(): Promise<Packed> {
  const folder = join(process.env['TEST_RUN_FOLDER'] ?? expectRunFolder(), 'packed');
  const result = join(folder, 'result.json');
  if (!isMine(folder)) {
    while (!existsSync(result)) await sleep(100);
  } else {
    const made = await pack(folder).catch((error: unknown) => ({ error: String(error) }));
    writeFileSync(`${result}.new`, JSON.stringify(made));
    // Under its name once it is whole.
    renameSync(`${result}.new`, result);
  }
  const made: Packed | { error: string } = JSON.parse(readFileSync(result, 'utf8'));
  if ('error' in made) throw new Error(made.error);
  return made;
}

/** Whether this process made the folder: of several, one does. */
function isMine(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function expectRunFolder(): never {
  throw new Error('TEST_RUN_FOLDER is not set: run Vitest with test/vitest.config.ts.');
}
