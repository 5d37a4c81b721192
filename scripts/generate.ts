/**
 * Writes `generated/` from `spec/`, unless neither has changed since the last run.
 * With `--check` it writes nothing, and fails when a committed file is not what would be written. With `--watch` it goes on,
 * and writes what a change of `spec/` asks for as soon as it is saved.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { SpecMistake } from './generate/document.ts';
import { textOf } from './lib/command.ts';
import { redocly } from './lib/redocly.ts';

/** Holds a digest of what the last run read and left behind. */
const cache = '.cache/generate';

async function generate({ isQuiet = false } = {}): Promise<void> {
  // Before anything is read: what is edited meanwhile is new to the next run.
  const read = digestOf(globSync(inputs));
  if (textOf(cache) === read + digestOf(written())) {
    if (!isQuiet) console.log('generated/ is up to date');
    return;
  }
  const changed = [...(await files())].filter(([path, text]) => textOf(path) !== text);
  mkdirSync('generated', { recursive: true });
  for (const [path, text] of changed) {
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
  if (changed.length === 0) console.log('generated/ was redone, nothing changed');
  mkdirSync('.cache', { recursive: true });
  writeFileSync(cache, read + digestOf(written()));
}

/** A digest of the names and the bytes of files. */
function digestOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(`${path}\n`).update(readFileSync(path));
  return hash.digest('hex');
}

/** All that the files are made from and with. */
const inputs = ['spec/**/*.yaml', 'scripts/{generate,lib}/**/*.ts', 'scripts/generate.ts', 'package-lock.json'];

/** The files of `generated/`; those in its folders belong to others. */
const written = () => globSync('generated/*.*');

/** Makes the files. Only who calls it waits until all that it imports is loaded. */
const files = async () => (await import('./generate/files.ts')).files();

async function watchSpec(): Promise<void> {
  const watcher = watch('spec', { recursive: true });
  for (let isFirst = true; ; isFirst = false) {
    // What is saved from here on is new to the next run.
    const change = once(watcher, 'change');
    await generate({ isQuiet: !isFirst }).catch(explain);
    if (isFirst) console.log('Waiting for a change of spec/.');
    await change;
    // One save is several events, and a file is empty for a moment.
    await sleep(10);
  }
}

/** Says of each file of `generated/` that is not what would be written what is wrong with it. */
async function check(): Promise<void> {
  const fresh = await files();
  const stale = [...fresh.keys()].filter((path) => textOf(path) !== fresh.get(path));
  const problems = [
    ...stale.map((path) => `${path} is ${existsSync(path) ? 'not what spec/ gives' : 'missing'}`),
    ...written().flatMap((path) => (fresh.has(path) ? [] : [`${path} is not made from spec/; remove it`])),
  ];
  for (const problem of problems) console.error(`stale: ${problem}`);
  if (problems.length === 0) return console.log('generated/ is fresh');
  console.error('Run `make generate` to fix this.');
  process.exitCode = 1;
}

/** Prints what is wrong with the spec. An error that is about something else is thrown on. */
async function explain(error: unknown): Promise<void> {
  const { status, stdout, stderr } = await redocly(['lint', '--lint-config=error']);
  if (status !== 0) console.error(`${stdout}${stderr}\nspec/ has mistakes; fix them first.`);
  else if (error instanceof SpecMistake) console.error(`spec/ has a mistake: ${error.message}`);
  else throw error;
  process.exitCode = 1;
}

const modes: Record<string, () => Promise<void>> = { '--check': check, '--watch': watchSpec };
await (modes[process.argv[2] ?? ''] ?? generate)().catch(explain);
