/** Measures what a client costs the compiler: a file that creates an iteration, over an empty one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Figure } from '../main.ts';
import { inTurns, type Sample, type Settings } from '../measure.ts';
import { generatedClients, home, versionOf } from '../peers.ts';
import { type Table, tabulate } from '../table.ts';

const folder = join(home, 'types');
const empty = 'an empty file';
const generated = (name: keyof typeof generatedClients) => fileFrom(generatedClients[name]);
const fileFrom = (path: string) => relative(folder, path).replace(/(\.d)?\.ts$/, '.js');
const path = `{ projectKey: 'p', environmentKey: 'e', experimentKey: 'x' }`;
const body = `{ hypothesis: 'h', flags: {}, metrics: [{ key: 'm' }], primarySingleMetricKey: 'm', treatments: [
  { name: 'a', baseline: true, allocationPercent: '100', parameters: [{ flagKey: 'f', variationId: 'v' }] }] }`;

/** The same call by each, and a use of what it resolves to. */
const sources: Record<string, string> = {
  [empty]: 'export {};',
  './client': ours('dist/client/index.d.ts'),
  '.': ours('dist/index.d.ts'),
  'openapi-fetch': `import createClient from 'openapi-fetch';
    import type { paths } from '${fileFrom('generated/schema.d.ts')}';
    const client = createClient<paths>({ baseUrl: 'https://app.launchdarkly.com' });
    const route = '/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations';
    export const id = (await client.POST(route, { params: { path: ${path} }, body: ${body} })).data?._id;`,
  'launchdarkly-api-typescript': `import { Configuration, ExperimentsApi } from 'launchdarkly-api-typescript';
    const api = new ExperimentsApi(new Configuration({ apiKey: 't' }));
    export const id = (await api.createIteration('p', 'e', 'x', ${body})).data._id;`,
  'redocly generate-client': `import { createIteration } from '${generated('redocly')}';
    export const id = (await createIteration({ path: ${path}, body: ${body} }))._id;`,
  '@hey-api/openapi-ts': `import { createIteration } from '${generated('hey-api')}';
    export const id = (await createIteration({ path: ${path}, body: ${body} })).data?._id;`,
  'orval (fetch)': `import { createIteration } from '${generated('orval')}';
    const response = await createIteration('p', 'e', 'x', ${body});
    export const id = response.status === 200 ? response.data._id : undefined;`,
};

function ours(entry: string): string {
  return `import { createIterationClient } from '${fileFrom(entry)}';
    const client = createIterationClient({ accessToken: 't' });
    export const id = (await client.createIteration(${path}, ${body}))._id;`;
}

const compilers = ['typescript', 'typescript-6', 'typescript-7'] as const;

async function measure({ quick, rounds }: Settings): Promise<Table[]> {
  const names = writeSources();
  const tables: Table[] = [];
  for (const compiler of quick ? compilers.slice(0, 1) : compilers) {
    const peers = Object.entries(names).map(([name, file]) => [name, () => compile(compiler, file)]);
    tables.push(tableOf(compiler, await inTurns(Object.fromEntries(peers), quick ? 1 : rounds, quick ? 0 : 1)));
  }
  return tables;
}

/** Writes a project for each, and returns its folder by name. */
function writeSources(): Record<string, string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    target: 'es2022',
    module: 'nodenext',
  };
  return Object.fromEntries(
    Object.entries(sources).map(([name, text], index) => {
      writeFileSync(join(folder, `${index}.ts`), text);
      const project = join(folder, `${index}.json`);
      writeFileSync(project, JSON.stringify({ compilerOptions, files: [`${index}.ts`] }));
      return [name, project];
    }),
  );
}

/** @throws Error when the file does not compile: it would measure something else. */
function compile(compiler: string, project: string): Sample {
  const tsc = resolve(home, 'node_modules', compiler, 'bin/tsc');
  const start = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', project, '--extendedDiagnostics'], {
    encoding: 'utf8',
  });
  const run = performance.now() - start;
  if (status !== 0) throw new Error(`${project} does not compile with ${compiler}: ${stdout}`);
  const figure = (label: string) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1] ?? Number.NaN);
  return { check: figure('Check time') * 1000, types: figure('Types'), instantiations: figure('Instantiations'), run };
}

function tableOf(compiler: (typeof compilers)[number], measured: Record<string, Sample[]>): Table {
  const added = (samples: Sample[]) =>
    samples.map((sample, round) => {
      const base = measured[empty]?.[round] ?? {};
      const over = (column: string) => (sample[column] ?? Number.NaN) - (base[column] ?? Number.NaN);
      return {
        check: over('check'),
        types: over('types'),
        instantiations: over('instantiations'),
        run: sample['run'] ?? Number.NaN,
      };
    });
  const bound = { row: '.', of: 'median', atMost: 20 } as const;
  return tabulate({
    title: `Checked by TypeScript ${versionOf(compiler)}, over an empty file`,
    baseline: 'openapi-fetch',
    columns: [
      { name: 'types', unit: '', digits: 0 },
      { name: 'instantiations', unit: '', digits: 0 },
      { name: 'check', unit: 'ms', digits: 0 },
      { name: 'run', unit: 'ms', digits: 0 },
    ],
    samples: Object.fromEntries(Object.entries(measured).map(([name, samples]) => [name, added(samples)])),
    targets:
      compiler === 'typescript'
        ? [
            { ...bound, column: 'check' },
            { ...bound, column: 'types', atMost: 100 },
          ]
        : [],
    notes: ['The compiler prints its check time in hundredths of a second or finer. Run is of the whole process.'],
  });
}

export const figure: Figure = {
  title: 'Types',
  packages: [
    ...compilers,
    'openapi-fetch',
    'launchdarkly-api-typescript',
    '@redocly/cli',
    '@hey-api/openapi-ts',
    'orval',
  ],
  measure,
};
