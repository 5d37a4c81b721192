/**
 * Writes `generated/` from `spec/`, redoing only the steps whose inputs or outputs changed since the last run.
 * With `--check` it writes nothing, and fails when a committed file is not what would be written.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { bundle } from './generate/bundle.ts';
import { constants } from './generate/constants.ts';
import { examples } from './generate/examples.ts';
import { operations } from './generate/operations.ts';
import { shared as sharedProperties } from './generate/shared.ts';
import { types } from './generate/types.ts';
import { validators } from './generate/validators.ts';

/** One step of the chain. `run` gets each input's text by path and returns each output's text, in order. */
interface Step {
  name: string;
  inputs: string[];
  outputs: string[];
  run(input: (path: string) => string): string[] | Promise<string[]>;
}

const notice = 'Written by `make generate` from spec/. Do not edit.';
const record = '.cache/generate.json';
const lockfile = 'package-lock.json';
const shared = ['scripts/generate/document.ts', 'scripts/generate/literal.ts'];

const steps: Step[] = [
  {
    name: 'bundle',
    inputs: [
      ...globSync(['spec/openapi.yaml', 'spec/*/**/*.yaml']).sort(),
      'redocly.yaml',
      lockfile,
      'scripts/generate/bundle.ts',
    ],
    outputs: ['generated/openapi.yaml', 'generated/openapi.json'],
    run: () => {
      const yaml = bundle();
      return [`# ${notice}\n${yaml}`, `${JSON.stringify(parse(yaml), null, 2)}\n`];
    },
  },
  {
    name: 'types',
    inputs: ['generated/openapi.json', lockfile, 'scripts/generate/types.ts'],
    outputs: ['generated/schema.d.ts'],
    run: async (input) => [`/** ${notice} */\n\n${await types(JSON.parse(input('generated/openapi.json')))}`],
  },
  {
    name: 'constants',
    inputs: ['generated/openapi.json', 'scripts/generate/constants.ts'],
    outputs: ['generated/constants.js', 'generated/constants.d.ts'],
    run: (input) => constants(JSON.parse(input('generated/openapi.json'))).map((text) => `/** ${notice} */\n\n${text}`),
  },
  {
    name: 'operations',
    inputs: ['generated/openapi.json', ...shared, 'scripts/generate/operations.ts'],
    outputs: ['generated/operations.js', 'generated/operations.d.ts'],
    run: (input) =>
      operations(JSON.parse(input('generated/openapi.json'))).map((text) => `/** ${notice} */\n\n${text}`),
  },
  {
    name: 'examples',
    inputs: ['generated/openapi.json', ...shared, 'scripts/generate/examples.ts'],
    outputs: ['generated/examples.js', 'generated/examples.d.ts'],
    run: (input) => examples(JSON.parse(input('generated/openapi.json'))).map((text) => `/** ${notice} */\n\n${text}`),
  },
  {
    name: 'shared',
    inputs: ['generated/openapi.json', ...shared, 'scripts/generate/shared.ts'],
    outputs: ['generated/shared.js', 'generated/shared.d.ts'],
    run: (input) =>
      sharedProperties(JSON.parse(input('generated/openapi.json'))).map((text) => `/** ${notice} */\n\n${text}`),
  },
  {
    name: 'validators',
    inputs: ['generated/openapi.json', lockfile, 'scripts/generate/validators.ts'],
    outputs: ['generated/validators.js', 'generated/validators.d.ts'],
    run: (input) =>
      validators(JSON.parse(input('generated/openapi.json'))).map((text) => `/** ${notice} */\n\n${text}`),
  },
];

/** A step is fresh while neither the size and time of its inputs nor the bytes of its outputs have changed. */
function fingerprint({ inputs, outputs }: Step): string {
  const hash = createHash('sha256');
  for (const path of inputs) {
    const { mtimeNs, size } = statSync(path, { bigint: true });
    hash.update(`${path} ${mtimeNs} ${size}\n`);
  }
  for (const path of outputs) hash.update(`${path}\n`).update(existsSync(path) ? readFileSync(path) : 'absent');
  return hash.digest('hex');
}

async function generate(): Promise<void> {
  const seen: Record<string, string> = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
  for (const step of steps) {
    if (seen[step.name] === fingerprint(step)) {
      console.log(`${step.name}: up to date`);
      continue;
    }
    const texts = await step.run((path) => readFileSync(path, 'utf8'));
    const changed = step.outputs.filter((path, index) => writeIfChanged(path, texts[index] ?? ''));
    console.log(`${step.name}: ${changed.length > 0 ? `wrote ${changed.join(', ')}` : 'redone, nothing changed'}`);
    seen[step.name] = fingerprint(step);
    mkdirSync('.cache', { recursive: true });
    writeFileSync(record, JSON.stringify(seen));
  }
}

function writeIfChanged(path: string, text: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  mkdirSync('generated', { recursive: true });
  writeFileSync(path, text);
  return true;
}

/** Returns a sentence for each file of `generated/` that is not what the chain would write. */
async function stale(): Promise<string[]> {
  const fresh = new Map<string, string>();
  for (const step of steps) {
    const texts = await step.run((path) => fresh.get(path) ?? readFileSync(path, 'utf8'));
    for (const [index, path] of step.outputs.entries()) fresh.set(path, texts[index] ?? '');
  }
  const unknown = readdirSync('generated')
    .map((name) => `generated/${name}`)
    .filter((path) => !fresh.has(path));
  const differing = [...fresh].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  return [
    ...differing.map(([path]) => `${path} is ${existsSync(path) ? 'not what spec/ gives' : 'missing'}`),
    ...unknown.map((path) => `${path} is written by no step; remove it`),
  ];
}

if (process.argv.includes('--check')) {
  const problems = await stale();
  for (const problem of problems) console.error(`stale: ${problem}`);
  if (problems.length > 0) {
    console.error('Mend it with: make generate');
    process.exitCode = 1;
  } else {
    console.log('generated/ is fresh');
  }
} else {
  await generate();
}
