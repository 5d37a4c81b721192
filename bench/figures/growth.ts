/** Measures how cost grows: that of the tools with the paths of a document, that of the package with the treatments. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createIteration200TwoTreatments, createIterationRequestTwoTreatments } from '../../generated/examples.js';
import { types } from '../../scripts/generate/types.ts';
import { quietEnvironment } from '../../scripts/lib/redocly.ts';
import { withPaths } from '../documents.ts';
import type { Figure } from '../main.ts';
import { costOf, costOfChildren, inTurns, type Sample, type Settings } from '../measure.ts';
import { home } from '../peers.ts';
import { type Table, type Target, tabulate } from '../table.ts';

const require = createRequire(import.meta.url);
const redocly = require.resolve('@redocly/cli/bin/cli.js');
const digits = (value: number) => value.toLocaleString('en');

async function measure({ quick, rounds }: Settings): Promise<Table[]> {
  return [
    await byPaths(quick ? [1, 20] : [1, 5, 20, 50, 100, 200], quick ? 1 : Math.min(rounds, 7)),
    await byTreatments(quick ? [10, 1_000, 10_000] : [10, 100, 1_000, 10_000, 100_000], quick ? 3 : rounds),
  ];
}

async function byPaths(counts: number[], rounds: number): Promise<Table> {
  // Inside the project, where compilers and Redocly find what they need.
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(resolve(home, 'growth-'));
  try {
    const peers = counts.map((count) => [`${digits(count)} paths`, () => tools(folder, count)]);
    return tabulate({
      title: 'Tools, by the paths of a document',
      baseline: `${digits(counts[0] ?? 1)} paths`,
      columns: ['lint', 'bundle', 'types', 'check', 'diff'].map((name) => ({ name, unit: 'ms of CPU', digits: 0 })),
      samples: await inTurns(Object.fromEntries(peers), rounds, rounds > 1 ? 1 : 0),
      targets: ['lint', 'bundle', 'types', 'check', 'diff'].map((column) => linear(column, counts, 'paths')),
      notes: [
        'The first path of the contract, as often as said, all on the same components.',
        'Redocly’s lint and bundle, the types by this chain, their check by TypeScript 5.9, and scripts/diff.',
      ],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Linear or better: from the second largest to the largest, where what a start costs no longer hides the growth. */
function linear(column: string, counts: number[], unit: string): Target {
  const [before = 1, last = 1] = counts.slice(-2);
  const name = (count: number) => `${digits(count)} ${unit}`;
  return { row: name(last), to: name(before), column, of: 'ratio', atMost: last / before };
}

async function tools(folder: string, count: number): Promise<Sample> {
  const [base, revision] = [join(folder, 'base.json'), join(folder, 'revision.json')];
  writeFileSync(base, withPaths(count, false));
  writeFileSync(revision, withPaths(count, true));
  const node = (...args: string[]) => costOfChildren(() => runNode(args));
  const lint = await node(redocly, 'lint', base, '--config', 'redocly.yaml', '--max-problems', '1');
  const bundle = await node(redocly, 'bundle', base, '--output', join(folder, 'bundle.yaml'));
  const declarations = join(folder, 'schema.ts');
  const write = await costOf(async () => writeFileSync(declarations, await types(JSON.parse(withPaths(count, false)))));
  const tsc = require.resolve('typescript/bin/tsc');
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: 'es2022',
    module: 'nodenext',
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['schema.ts'] }));
  const check = await node(tsc, '-p', folder);
  const diff = await node('scripts/diff/main.ts', base, revision, '--format', 'json');
  return { lint: lint.cpu, bundle: bundle.cpu, types: write.cpu, check: check.cpu, diff: diff.cpu };
}

/** 1 may say that something was found, a rule of the house or a change: then it is in what was printed. */
function runNode(args: string[]): void {
  const options = { env: quietEnvironment, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const { status, stderr, stdout } = spawnSync(process.execPath, args, options);
  const found = status === 1 && /Validation failed|"bump": "major"/.test(stdout + stderr);
  if (status !== 0 && !found) throw new Error(`${args.join(' ')} failed: ${stdout}${stderr}`);
}

async function byTreatments(counts: number[], rounds: number): Promise<Table> {
  const peers: [string, () => Promise<Sample>][] = [];
  for (const count of counts)
    peers.push([`${digits(count)} treatments`, await onTreatments(count, counts.at(-1) ?? 1)]);
  const columns = ['call', 'valid request', 'valid response', 'invalid request'];
  return tabulate({
    title: 'The package, by the treatments of an iteration',
    baseline: `${digits(counts[0] ?? 1)} treatments`,
    columns: columns.map((name) => ({ name, unit: 'µs of CPU', digits: 0 })),
    samples: await inTurns(Object.fromEntries(peers), rounds, 2),
    targets: columns.map((column) =>
      linear(column, column === 'call' ? counts.filter((count) => count <= 1_000) : counts, 'treatments'),
    ),
    notes: [
      'The client refuses a body of more than a megabyte, so the call has no larger sizes.',
      'A call of the client without validation on a stubbed fetch, which returns as many treatments; checks without it.',
      'Of the invalid request each treatment is wrong; the issues are at most a hundred.',
    ],
  });
}

async function onTreatments(count: number, most: number): Promise<() => Promise<Sample>> {
  const repeated = <One>([one]: readonly One[]) => Array.from({ length: count }, () => one as One);
  const input = {
    ...createIterationRequestTwoTreatments,
    treatments: repeated(createIterationRequestTwoTreatments.treatments),
  };
  const rep = {
    ...createIteration200TwoTreatments,
    treatments: repeated(createIteration200TwoTreatments.treatments ?? []),
  };
  const wrong = { ...input, treatments: input.treatments.map((one) => ({ ...one, name: 7 })) };
  const text = JSON.stringify(rep);
  const stub: typeof fetch = async () => new Response(text, { headers: { 'content-type': 'application/json' } });
  const built = (file: string) => import(new URL(`../../dist/${file}`, import.meta.url).href);
  const { createIterationClient }: typeof import('../../src/client/index.ts') = await built('client/index.js');
  const check: typeof import('../../src/contract/validate.ts') = await built('contract/validate.js');
  const client = createIterationClient({ accessToken: 't', baseUrl: 'https://launchdarkly.invalid', fetch: stub });
  const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
  // As often as takes about as long at each size, so that none is below what the clock of the processor can tell.
  const times = Math.max(1, Math.round(most / count / 10));
  const each = async (work: () => unknown) => {
    const { cpu } = await costOf(async () => {
      for (let index = 0; index < times; index += 1) await work();
    });
    return (cpu * 1000) / times;
  };
  const isSent = JSON.stringify(input).length <= 2 ** 20;
  return async () => ({
    ...(isSent && { call: await each(() => client.createIteration(path, input)) }),
    'valid request': await each(() => check.validateIterationInput(input)),
    'valid response': await each(() => check.validateIterationRep(rep)),
    'invalid request': await each(() => check.validateIterationInput(wrong)),
  });
}

export const figure: Figure = {
  title: 'Growth',
  packages: ['@redocly/cli', 'openapi-typescript', 'typescript'],
  measure,
};
