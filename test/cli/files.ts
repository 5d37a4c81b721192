/** Files for the tests of the command line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestExamples } from '../support/document.ts';

export const examples = Object.fromEntries(requestExamples);

/** A valid iteration, about which there is nothing to say. */
export const valid = JSON.stringify(examples['two-treatments'], null, 2);

/** A folder of its own, what writes a file there and gives its path, and what removes both. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  return {
    folder,
    file(name: string, content: string | Uint8Array) {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
