/**
 * Breaks the contract in each way that spec-mutants.yaml lists, one at a time in a copy, regenerates and runs the tests.
 * Fails when a mutant survives. An argument picks the mutants whose names hold it.
 */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { applyEdit, type Edit } from '../support/edit.ts';
import { scratchCopy } from '../support/scratch.ts';

const run = promisify(execFile);
const wanted = process.argv[2] ?? '';
const mutants = Object.entries(
  parse(readFileSync('test/mutation/spec-mutants.yaml', 'utf8')) as Record<string, Edit | Edit[]>,
)
  .map(([name, edits]) => ({ name, edits: [edits].flat() }))
  .filter(({ name }) => name.includes(wanted));

/**
 * The tests that ask something of the contract, those that take less time first. Not test/chain: its lint would catch
 * much alone.
 */
const stages = [['test/spec'], ['test/contract', 'test/types', 'test/unit/validation.test.ts']];

/** Returns what caught the mutant, or `undefined` when every test passed. */
async function caughtBy(edits: Edit[]): Promise<string | undefined> {
  const folder = scratchCopy();
  const node = (...args: string[]) => run(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  try {
    for (const edit of edits) applyEdit(join(folder, 'spec'), edit);
    const generated = await node('scripts/generate.ts').then(
      () => true,
      () => false,
    );
    if (!generated) return 'the generator';
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts'];
    const flags = ['--reporter', 'json', '--outputFile', 'report.json'];
    for (const tests of stages) {
      await node(...vitest, ...flags, ...tests).catch(() => 'the report says why');
      const caught = failureIn(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')));
      if (caught !== undefined) return caught;
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function failureIn({ success, testResults }: Report): string | undefined {
  if (success) return undefined;
  const failed = testResults.flatMap(({ assertionResults, message }) => [
    ...assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    ...(assertionResults.length === 0 && message ? [message.split('\n')[0] ?? ''] : []),
  ]);
  return `${failed.length} tests, ${failed.at(-1) ?? 'a suite that did not start'} among them`;
}

interface Report {
  success: boolean;
  testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
}

const unbroken = await caughtBy([]);
if (unbroken !== undefined) throw new Error(`A test fails without any mutation; fix it first: ${unbroken}`);

const survivors: string[] = [];
let done = 0;
const queue = [...mutants];
async function work(): Promise<void> {
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
    const test = await caughtBy(mutant.edits);
    if (test === undefined) survivors.push(mutant.name);
    done += 1;
    const verdict = test === undefined ? 'SURVIVED' : `caught by: ${test}`;
    console.log(`${String(done).padStart(3)}/${mutants.length} ${mutant.name}\n        ${verdict}`);
  }
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));

console.log(`\n${mutants.length} mutants, ${mutants.length - survivors.length} caught, ${survivors.length} survived`);
for (const name of survivors) console.log(`survived: ${name}`);
if (survivors.length > 0 || mutants.length === 0) process.exitCode = 1;
