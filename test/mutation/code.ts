/**
 * Breaks the code of src/transport and src/contract in every way that Stryker knows, one at a time in a copy, and runs the
 * unit tests of the folder. Prints the mutants that survive, of which many change nothing that anybody could see, and fails
 * when the tests catch too few. An argument picks one of the folders.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Stryker } from '@stryker-mutator/core';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** By folder, the share of mutants that must be caught, in percent, and the tests that must do it. */
const folders: Record<string, { least: number; tests: string }> = {
  'src/transport': {
    least: 90,
    tests: 'test/transport/*.test.ts test/client/{experiment,middleware,raw,refusals,settings}.test.ts',
  },
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

function describe({ fileName, location, replacement = '' }: Mutant): string {
  const file = fileName.replaceAll('\\', '/').replace(`${process.cwd()}/`, '');
  const { line } = location.start;
  const code = readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
  return `${file}:${line}: ${code.trim()} -> ${replacement.replaceAll(/\s+/g, ' ')}`;
}

/** Tries one folder, prints what survived, and returns whether enough was caught. */
async function tryFolder(folder: string, { least, tests }: { least: number; tests: string }): Promise<boolean> {
  const mutants = await mutantsOf(folder, tests);
  const count = (...wanted: string[]) => mutants.filter(({ status }) => wanted.includes(status)).length;
  const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(describe);
  const caught = count('Killed', 'Timeout');
  const share = (100 * caught) / (caught + survivors.length);
  console.log(
    `\n${folder}: ${mutants.length} mutants, ${caught} caught, ${survivors.length} survived: ` +
      `${share.toFixed(1)} % caught, at least ${least} % demanded`,
  );
  for (const one of survivors) console.log(`survived: ${one}`);
  return share >= least;
}

const wanted = process.argv[2] ?? '';
const picked = Object.entries(folders).filter(([folder]) => folder.includes(wanted));
if (picked.length === 0)
  throw new Error(`No folder is called ${wanted}; there are ${Object.keys(folders).join(', ')}.`);
for (const [folder, rules] of picked) if (!(await tryFolder(folder, rules))) process.exitCode = 1;
