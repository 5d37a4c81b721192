/**
 * Breaks the code of src/transport and src/contract in every way that Stryker knows, one at a time in a copy, and runs the
 * unit tests of the folder. Fails when they catch too few of the mutants, when one survives that equivalent-mutants.yaml
 * does not explain, or when that explains one which does not survive. An argument picks one of the folders.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Stryker } from '@stryker-mutator/core';
import { parse } from 'yaml';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** Why no test can catch a mutant: of a line of a file, what stands there instead, and the reason. */
interface Explanation {
  line: string;
  becomes: string;
  why: string;
}

/** By folder, the share of mutants that must be caught, in percent, and the tests that must do it. */
const folders: Record<string, { least: number; tests: string }> = {
  'src/transport': { least: 90, tests: 'test/transport/*.test.ts' },
  'src/contract': {
    least: 85,
    tests: 'test/unit/{exchange,iteration-input,kind,pointer,validation,validation-json,walk}.test.ts',
  },
};

/** Makes the mutants of a folder and runs its tests for each. What did not change since the last run is not run again. */
function mutantsOf(folder: string, tests: string): Promise<Mutant[]> {
  // By the environment, for Stryker's own option testFiles keeps mutants of module-level code from being activated.
  process.env['MUTATION_TESTS'] = tests;
  return new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts' },
    mutate: [`${folder}/**/*.ts`],
    ignorePatterns: ['dist', '.cache', 'coverage', 'bench', 'deploy'],
    tempDirName: '.cache/mutation',
    incremental: true,
    incrementalFile: `.cache/mutation-${folder.replaceAll('/', '-')}.json`,
    reporters: ['dots'],
    // Half of the machine: a test that is starved of time looks as if its mutant ran forever.
    concurrency: Math.max(1, Math.floor(availableParallelism() / 2)),
    timeoutMS: 10_000,
  }).runMutationTest();
}

/** A mutant as an explanation names it. */
function keyOf(file: string, { line, becomes }: Omit<Explanation, 'why'>): string {
  return `${file}: ${line.trim()} -> ${becomes.replaceAll(/\s+/g, ' ')}`;
}

function describe({ fileName, location, replacement = '' }: Mutant): string {
  const file = fileName.replaceAll('\\', '/').replace(`${process.cwd()}/`, '');
  const line = readFileSync(file, 'utf8').split('\n')[location.start.line - 1] ?? '';
  return keyOf(file, { line, becomes: replacement });
}

/** Tries one folder, prints what was found, and returns whether it is as it should be. */
async function tryFolder(folder: string, { least, tests }: { least: number; tests: string }): Promise<boolean> {
  const mutants = await mutantsOf(folder, tests);
  const count = (...wanted: string[]) => mutants.filter(({ status }) => wanted.includes(status)).length;
  const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(describe);
  const caught = count('Killed', 'Timeout');
  const share = (100 * caught) / (caught + survivors.length);
  const explained = Object.entries(explanations).flatMap(([file, list]) =>
    file.startsWith(`${folder}/`) ? list.map((one) => keyOf(file, one)) : [],
  );
  const unexplained = survivors.filter((key) => !explained.includes(key));
  const stale = explained.filter((key) => !survivors.includes(key));
  console.log(
    `\n${folder}: ${mutants.length} mutants, ${caught} caught, ${survivors.length} survived: ` +
      `${share.toFixed(1)} % caught, at least ${least} % demanded`,
  );
  for (const key of unexplained) console.log(`survived: ${key}`);
  for (const key of stale) console.log(`explained, but does not survive: ${key}`);
  return share >= least && unexplained.length + stale.length === 0;
}

const explanations: Record<string, Explanation[]> =
  parse(readFileSync('test/mutation/equivalent-mutants.yaml', 'utf8')) ?? {};
const wanted = process.argv[2] ?? '';
const picked = Object.entries(folders).filter(([folder]) => folder.includes(wanted));
if (picked.length === 0)
  throw new Error(`No folder is called ${wanted}; there are ${Object.keys(folders).join(', ')}.`);
for (const [folder, rules] of picked) if (!(await tryFolder(folder, rules))) process.exitCode = 1;
