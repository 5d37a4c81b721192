/**
 * Writes `generated/` from `spec/`, redoing only the steps whose inputs or outputs changed since the last run.
 * With `--check` it writes nothing, and fails when a committed file is not what would be written. With `--watch` it goes on,
 * and redoes what a change of `spec/` asks for as soon as it is saved.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inputsOf, outputsOf, readCache, writeCache } from './generate/cache.ts';
import { SpecMistake } from './generate/document.ts';
import { steps } from './generate/steps.ts';
import { redocly } from './lib/redocly.ts';

async function generate({ isQuiet = false } = {}): Promise<void> {
  const cache = readCache();
  for (const step of steps) {
    // Before the step reads: what is edited while it runs is new to the next run.
    const inputs = inputsOf(step);
    if (cache[step.name] === inputs + outputsOf(step)) {
      if (!isQuiet) console.log(`${step.name}: up to date`);
      continue;
    }
    const texts = await step.run((path) => readFileSync(path, 'utf8'));
    const changed = step.outputs.filter((path, index) => writeIfChanged(path, texts[index] ?? ''));
    console.log(`${step.name}: ${changed.length > 0 ? `wrote ${changed.join(', ')}` : 'redone, nothing changed'}`);
    cache[step.name] = inputs + outputsOf(step);
    writeCache(cache);
  }
}

async function watchSpec(): Promise<void> {
  let change = Promise.withResolvers<void>();
  watch('spec', { recursive: true }, () => change.resolve());
  for (let isFirst = true; ; isFirst = false) {
    // What is saved from here on is new to the next run.
    change = Promise.withResolvers();
    await generate({ isQuiet: !isFirst }).catch(explain);
    if (isFirst) console.log('Waiting for a change of spec/.');
    await change.promise;
    // One save is several events, and a file is empty for a moment.
    await sleep(10);
  }
}

function writeIfChanged(path: string, text: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  mkdirSync('generated', { recursive: true });
  writeFileSync(path, text);
  return true;
}

async function check(): Promise<void> {
  const problems = await stale();
  for (const problem of problems) console.error(`stale: ${problem}`);
  if (problems.length > 0) {
    console.error('Run `make generate` to fix this.');
    process.exitCode = 1;
  } else {
    console.log('generated/ is fresh');
  }
}

/** Returns a sentence for each file of `generated/` that is not what the chain would write. */
async function stale(): Promise<string[]> {
  const fresh = new Map<string, string>();
  for (const step of steps) {
    const texts = await step.run((path) => fresh.get(path) ?? readFileSync(path, 'utf8'));
    for (const [index, path] of step.outputs.entries()) fresh.set(path, texts[index] ?? '');
  }
  const unknown = readdirSync('generated', { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `generated/${name}`)
    .filter((path) => !fresh.has(path));
  const differing = [...fresh].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  return [
    ...differing.map(([path]) => `${path} is ${existsSync(path) ? 'not what spec/ gives' : 'missing'}`),
    ...unknown.map((path) => `${path} is written by no step; remove it`),
  ];
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
