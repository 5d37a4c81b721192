/** Measures validators: a check of valid and of invalid values, the first check of a process, and their size. */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { examples } from '../../generated/examples.js';
import type { Figure } from '../main.ts';
import { costOf, inTurns, type Sample, type Settings } from '../measure.ts';
import { home } from '../peers.ts';
import { forBrowsers } from '../size.ts';
import { type Table, tabulate } from '../table.ts';
import { baseline, loadValidators, type Validate, type Validators, writeValidators } from '../validators.ts';

type Values = readonly Record<string, unknown>[];
const own = 'this package';

async function measure({ quick, rounds }: Settings): Promise<Table[]> {
  const paths = writeValidators();
  const all: Record<string, Validators> = {};
  for (const [name, path] of Object.entries(paths)) all[name] = await loadValidators(path);
  const { request, responses } = examples.createIteration;
  // As a server and a client get them: parsed.
  const parsed = (named: object): Values => Object.values(named).map(({ value }) => JSON.parse(JSON.stringify(value)));
  const [inputs, reps] = [parsed(request), parsed(responses[200])];
  const sets = [
    { title: 'Valid requests, every example', of: 'input', values: inputs, valid: true },
    { title: 'Valid responses, every example', of: 'rep', values: reps, valid: true },
    {
      title: 'Invalid requests: each example broken deep down',
      of: 'input',
      values: inputs.map(breakInput),
      valid: false,
    },
    {
      title: 'Invalid responses: each example without its hypothesis',
      of: 'rep',
      values: reps.map(without),
      valid: false,
    },
  ] as const;
  const tables: Table[] = [];
  for (const { title, of, values, valid } of sets) {
    const validators = Object.fromEntries(Object.entries(all).map(([name, one]) => [name, one[of]]));
    assertSame(validators, values, valid);
    tables.push(
      await speed(title, validators, values, valid, quick ? 5_000 : 20_000, quick ? 7 : Math.max(rounds, 31)),
    );
  }
  return [...tables, await cold(paths, inputs[0], rounds), await sizes(paths)];
}

const breakInput = (value: Record<string, unknown>) => ({ ...value, metrics: [{ key: 7 }] });
const without = ({ hypothesis: _, ...rest }: Record<string, unknown>) => rest;

/** @throws Error when a validator judges otherwise: it would do other work. */
function assertSame(validators: Record<string, Validate>, values: Values, valid: boolean): void {
  for (const [name, validate] of Object.entries(validators)) {
    const wrong = values.findIndex((value) => validate(value) !== valid);
    if (wrong >= 0) throw new Error(`${name} says ${!valid} of value ${wrong}: ${JSON.stringify(values[wrong])}`);
  }
}

async function speed(
  title: string,
  validators: Record<string, Validate>,
  values: Values,
  valid: boolean,
  calls: number,
  rounds: number,
): Promise<Table> {
  const peers = Object.entries(validators).map(([name, validate]) => [name, () => batch(validate, values, calls)]);
  const samples = await inTurns(Object.fromEntries(peers), rounds, 5);
  const others = Object.keys(validators).filter((name) => name !== own && !name.startsWith('ajv'));
  return tabulate({
    title,
    baseline,
    columns: [
      { name: 'CPU', unit: 'ns', digits: 0 },
      { name: 'time', unit: 'ns', digits: 0 },
    ],
    samples,
    targets: valid
      ? [
          { row: own, column: 'CPU', of: 'ratio', atMost: 1.5 },
          ...others.map((to) => ({ row: own, column: 'CPU', of: 'ratio', to, atMost: 1 }) as const),
        ]
      : [],
    notes: valid
      ? []
      : ['This package, zod and valibot find every issue and describe it; ajv and typebox stop at the first.'],
  });
}

async function batch(validate: Validate, values: Values, calls: number): Promise<Sample> {
  const { wall, cpu } = await costOf(() => {
    for (let call = 0; call < calls; call += 1) validate(values[call % values.length]);
  });
  return { CPU: (cpu * 1e6) / calls, time: (wall * 1e6) / calls };
}

/** Import and first check, in a process of its own. */
async function cold(paths: Record<string, string>, value: unknown, rounds: number): Promise<Table> {
  const run = (path: string): Sample => {
    const code = `const start = performance.now(), before = process.cpuUsage();
      const { input } = await import(${JSON.stringify(pathToFileURL(path).href)});
      if (!input(${JSON.stringify(value)})) throw new Error('invalid');
      const { user, system } = process.cpuUsage(before);
      console.log(JSON.stringify({ time: performance.now() - start, CPU: (user + system) / 1000 }));`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${path} fails: ${stderr}`);
    return JSON.parse(stdout);
  };
  const peers = Object.entries(paths).map(([name, path]) => [name, () => run(path)]);
  return tabulate({
    title: 'Import and first check',
    baseline,
    columns: [
      { name: 'time', unit: 'ms' },
      { name: 'CPU', unit: 'ms' },
    ],
    samples: await inTurns(Object.fromEntries(peers), rounds),
  });
}

async function sizes(paths: Record<string, string>): Promise<Table> {
  const samples: Record<string, Sample[]> = {};
  for (const [name, path] of Object.entries(paths)) {
    const { outputFiles } = await build({
      ...forBrowsers,
      entryPoints: [path],
      absWorkingDir: `${process.cwd()}/${home}`,
    });
    const code = outputFiles[0]?.contents ?? new Uint8Array();
    samples[name] = [{ gzip: gzipSync(code, { level: 9 }).byteLength / 1000, minified: code.byteLength / 1000 }];
  }
  const columns = [
    { name: 'gzip', unit: 'kB' },
    { name: 'minified', unit: 'kB' },
  ];
  const note =
    'All with both schemas; this package with its sentences, zod and valibot with theirs, ajv’s standalone code without.';
  return tabulate({ title: 'Bundled for a browser', baseline, columns, samples, notes: [note] });
}

export const figure: Figure = {
  title: 'Validation',
  packages: ['ajv', 'typebox', 'zod', 'valibot', '@hey-api/openapi-ts'],
  measure,
};
