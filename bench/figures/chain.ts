/** Measures the chain from spec/ to generated/: after a change and without one, and what each step takes of it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { bundle } from '../../scripts/generate/bundle.ts';
import { constants } from '../../scripts/generate/constants.ts';
import type { ContractDocument } from '../../scripts/generate/document.ts';
import { examples } from '../../scripts/generate/examples.ts';
import { files } from '../../scripts/generate/files.ts';
import { jsonSchema } from '../../scripts/generate/json-schema.ts';
import { operations } from '../../scripts/generate/operations.ts';
import { postman } from '../../scripts/generate/postman.ts';
import { shared } from '../../scripts/generate/shared.ts';
import { types } from '../../scripts/generate/types.ts';
import { validators } from '../../scripts/generate/validators.ts';
import { quietEnvironment } from '../../scripts/lib/redocly.ts';
import { scratchCopy } from '../../test/support/scratch.ts';
import type { Figure } from '../main.ts';
import { costOf, costOfChildren, inTurns, type Sample, type Settings } from '../measure.ts';
import { type Table, tabulate } from '../table.ts';

const require = createRequire(import.meta.url);
const redocly = require.resolve('@redocly/cli/bin/cli.js');
const openapiTypescript = join(dirname(require.resolve('openapi-typescript/package.json')), 'bin/cli.js');
const separate = 'separate commands';
const unchanged = 'scripts/generate.ts, nothing changed';
const make = 'make itself';
const watched = 'make watch, spec changed';
const columns = [
  { name: 'time', unit: 'ms', digits: 0 },
  { name: 'CPU', unit: 'ms', digits: 0 },
];

async function measure({ quick, rounds }: Settings): Promise<Table[]> {
  // A copy, for the spec is changed; its node_modules is a link, which no target of make may install into.
  const copy = scratchCopy();
  try {
    return [await chain(copy, quick ? 1 : rounds), await bySteps(quick ? 1 : rounds)];
  } finally {
    rmSync(copy, { recursive: true });
  }
}

async function chain(copy: string, rounds: number): Promise<Table> {
  const inCopy = (program: string, args: string[]) => {
    const options = { cwd: copy, env: quietEnvironment, encoding: 'utf8' } as const;
    const { status, stderr, stdout } = spawnSync(program, args, options);
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stdout}${stderr}`);
  };
  const node = (...args: string[]) => inCopy(process.execPath, args);
  const generate = () => node('scripts/generate.ts');
  // As with the sources of the copy, nothing is to install: the lock of what is installed counts as newer.
  const target = (name: string) => inCopy('make', ['--silent', '--old-file=node_modules/.package-lock.json', name]);
  const peers = {
    [separate]: [
      () => node(redocly, 'bundle', 'spec/openapi.yaml', '--output', '.cache/bundle.yaml'),
      () => node(redocly, 'bundle', 'spec/openapi.yaml', '--output', '.cache/bundle.json'),
      () =>
        node(openapiTypescript, '.cache/bundle.json', '--output', '.cache/schema.d.ts', '-c', '.cache/redocly.yaml'),
    ],
    'scripts/generate.ts, spec changed': [generate],
    'make generate, spec changed': [() => target('generate')],
    [unchanged]: [generate],
    'make generate, nothing changed': [() => target('generate')],
    [make]: [() => target('help')],
  };
  mkdirSync(join(copy, '.cache'), { recursive: true });
  // A configuration of its own: ours names rules that openapi-typescript does not know.
  writeFileSync(join(copy, '.cache/redocly.yaml'), '{}\n');
  let changes = 0;
  const run = (name: string, work: (() => void)[]) => async (): Promise<Sample> => {
    changes += 1;
    if (name.endsWith('spec changed')) change(copy, changes);
    else if (name.endsWith('nothing changed')) generate();
    const { wall, cpu } = await costOfChildren(() => {
      for (const one of work) one();
    });
    return { time: wall, CPU: cpu };
  };
  const named = Object.entries(peers).map(([name, work]) => [name, run(name, work)]);
  const changed = 'scripts/generate.ts, spec changed';
  const samples = await inTurns(Object.fromEntries(named), rounds, rounds > 1 ? 1 : 0);
  samples[watched] = await watchIn(copy, rounds);
  const beyond = (name: string) =>
    (samples[name] ?? []).map((sample, round) => {
      const base = samples[make]?.[round]?.['time'] ?? Number.NaN;
      return { ...sample, 'beyond make': (sample['time'] ?? Number.NaN) - base };
    });
  return tabulate({
    title: 'From spec/ to generated/',
    baseline: separate,
    columns: [...columns, { name: 'beyond make', unit: 'ms', digits: 0 }],
    samples: Object.fromEntries(Object.keys(samples).map((name) => [name, beyond(name)])),
    targets: [
      { row: changed, column: 'time', of: 'ratio', atMost: 0.9 },
      { row: 'make generate, nothing changed', column: 'beyond make', of: 'median', atMost: 50 },
      { row: watched, column: 'time', of: 'median', atMost: 150 },
    ],
    notes: [
      'The separate commands are redocly bundle, twice, and openapi-typescript: they write three of the files, the chain all.',
      'Make itself is make help. Make watch is warm: from the save of a file to the last file that is written.',
    ],
  });
}

/** Changes the spec under a watch, which is measured after the others, whose changes it would see as well. */
async function watchIn(copy: string, rounds: number): Promise<Sample[]> {
  const child = spawn(process.execPath, ['scripts/generate.ts', '--watch'], { cwd: copy, env: quietEnvironment });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const printed = async (start: string) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('make watch ended.');
      if (value.startsWith(start)) return;
    }
  };
  try {
    await printed('Waiting');
    const samples: Sample[] = [];
    for (let round = 0; round < rounds + warmUp; round += 1) {
      const start = performance.now();
      change(copy, 1_000 + round);
      await printed('wrote generated/postman.json');
      samples.push({ time: performance.now() - start });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return samples.slice(warmUp);
  } finally {
    child.kill();
  }
}

/** The first runs of a watch compile what it runs. */
const warmUp = 4;

/** Changes a description, which is in several files. */
function change(copy: string, count: number): void {
  const path = join(copy, 'spec/openapi.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^ {2}summary: .*$/m, `  summary: Change ${count}.`));
}

/** Each step by itself; it writes nothing. */
async function bySteps(rounds: number): Promise<Table> {
  const all = 'all steps';
  const document: ContractDocument = parse(await bundle());
  const writers = { types, constants, operations, examples, shared, validators, 'json-schema': jsonSchema, postman };
  const run = (work: () => unknown) => async (): Promise<Sample> => {
    const { wall, cpu } = await costOf(work);
    return { time: wall, CPU: cpu };
  };
  const steps = Object.entries(writers).map(([name, write]) => [name, run(() => write(document))]);
  return tabulate({
    title: 'The steps of the chain, in one process that is warm',
    baseline: all,
    columns,
    samples: await inTurns({ [all]: run(files), bundle: run(bundle), ...Object.fromEntries(steps) }, rounds),
    notes: ['Of what `make watch` does after a change, the rest is the look at what changed.'],
  });
}

export const figure: Figure = {
  title: 'The chain from spec/ to generated/',
  packages: ['@redocly/cli', 'openapi-typescript', 'typescript'],
  measure,
};
