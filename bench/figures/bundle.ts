/** Measures what a client costs before it is called: in a bundle, by module, in node_modules, and at import. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { pack } from '../../test/matrix/consumer.ts';
import type { Figure } from '../main.ts';
import { inTurns, type Sample, type Settings } from '../measure.ts';
import { generatedClients, home, versionOf } from '../peers.ts';
import { forBrowsers } from '../size.ts';
import { type Table, tabulate } from '../table.ts';

const vendor = 'launchdarkly-api-typescript';
const own = { './client': resolve('src/client/index.ts'), '.': resolve('src/index.ts') };

async function measure({ rounds }: Settings): Promise<Table[]> {
  return [await bundled(), await byModule(), await installed(), await imported(rounds)];
}

/** What a user imports to create an iteration, as code. */
const entries: Record<string, string> = {
  './client': `export { createIterationClient } from '${own['./client']}'`,
  '.': `export { createIterationClient } from '${own['.']}'`,
  'openapi-fetch': `export { default } from 'openapi-fetch'`,
  [vendor]: `export { Configuration, ExperimentsApi } from '${vendor}'`,
  'redocly generate-client': `export { createClient, OPERATIONS } from '${resolve(generatedClients.redocly)}'`,
  '@hey-api/openapi-ts': `export { createIteration } from '${resolve(generatedClients['hey-api'])}'`,
  'orval (fetch)': `export { createIteration } from '${resolve(generatedClients.orval)}'`,
};

const bundle = (contents: string) =>
  build({ ...forBrowsers, metafile: true, stdin: { contents, resolveDir: home, loader: 'ts' } });

async function bundled(): Promise<Table> {
  const samples: Record<string, Sample[]> = {};
  for (const [name, contents] of Object.entries(entries)) {
    const code = (await bundle(contents)).outputFiles[0]?.contents ?? new Uint8Array();
    samples[name] = [{ gzip: gzipSync(code, { level: 9 }).byteLength / 1000, minified: code.byteLength / 1000 }];
  }
  return tabulate({
    title: 'Bundled for a browser',
    baseline: vendor,
    columns: [
      { name: 'gzip', unit: 'kB' },
      { name: 'minified', unit: 'kB' },
    ],
    samples,
    targets: [
      { row: './client', column: 'gzip', of: 'median', atMost: 7 },
      { row: '.', column: 'gzip', of: 'median', atMost: 13 },
      { row: './client', column: 'gzip', of: 'ratio', atMost: 1 },
    ],
    notes: [
      'The others have no time limits, retries, rate limiter, redaction or outcomes unless they are written on top.',
    ],
  });
}

/** The floor: what each module takes of the bundle, largest first. */
async function byModule(): Promise<Table> {
  const all = 'the bundle';
  const samples: Record<string, Record<string, number>> = {};
  for (const name of ['.', './client']) {
    const [output] = Object.values((await bundle(entries[name] ?? '')).metafile.outputs);
    const sizes = Object.entries(output?.inputs ?? {}).map(
      ([path, { bytesInOutput }]) => [path, bytesInOutput] as const,
    );
    for (const [path, bytes] of [[all, output?.bytes ?? 0] as const, ...sizes.sort((a, b) => b[1] - a[1])]) {
      if (bytes > 0) samples[path] = { ...samples[path], [name]: bytes };
    }
  }
  return tabulate({
    title: 'Bytes of the bundle by module',
    baseline: all,
    columns: ['.', './client'].map((name) => ({ name, unit: 'bytes, minified', digits: 0 })),
    samples: Object.fromEntries(Object.entries(samples).map(([path, sample]) => [path, [sample]])),
  });
}

async function installed(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-install-'));
  try {
    const { tarball } = await pack(folder);
    const specs = { 'this package': tarball, 'openapi-fetch': at('openapi-fetch'), [vendor]: at(vendor) };
    const samples = Object.entries(specs).map(([name, spec], index) => [
      name,
      [install(join(folder, `${index}`), spec)],
    ]);
    return tabulate({
      title: 'Installed',
      baseline: vendor,
      columns: [
        { name: 'packages', unit: '', digits: 0 },
        { name: 'size', unit: 'kB', digits: 0 },
        { name: 'files', unit: '', digits: 0 },
      ],
      samples: Object.fromEntries(samples),
      targets: [{ row: 'this package', column: 'packages', of: 'median', atMost: 4 }],
      notes: ['The sum of the sizes of the files. This package brings its command line and its mock.'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const at = (name: string) => `${name}@${versionOf(name)}`;

function install(folder: string, spec: string): Sample {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--ignore-scripts', '--prefer-offline', '--loglevel=error', spec], { cwd: folder });
  const modules = join(folder, 'node_modules');
  const paths = readdirSync(modules, { recursive: true, encoding: 'utf8' }).map((path) => join(modules, path));
  const files = paths.map((path) => statSync(path)).filter((stat) => stat.isFile());
  // npm's own record of what it installed, a line for each package.
  const list = execFileSync('npm', ['ls', '--all', '--parseable'], { cwd: folder, encoding: 'utf8' });
  const packages = new Set(list.trim().split('\n').slice(1)).size;
  return { packages, size: files.reduce((sum, { size }) => sum + size, 0) / 1000, files: files.length };
}

/** Imports in processes of their own, since the first one is what costs. */
async function imported(rounds: number): Promise<Table> {
  const empty = 'an empty module';
  const oneFile = resolve(home, 'generated/client-in-one-file.mjs');
  await build({
    ...forBrowsers,
    platform: 'node',
    entryPoints: ['dist/client/index.js'],
    outfile: oneFile,
    write: true,
  });
  const modules = {
    [empty]: 'data:text/javascript,',
    './client': pathToFileURL('dist/client/index.js').href,
    './client, in one file': pathToFileURL(oneFile).href,
    '.': pathToFileURL('dist/index.js').href,
    'openapi-fetch': 'openapi-fetch',
    [vendor]: vendor,
    ...Object.fromEntries(
      Object.entries(generatedClients).map(([name, path]) => [name, pathToFileURL(path.replace(/\.ts$/, '.mjs')).href]),
    ),
  };
  const peers = Object.entries(modules).map(([name, module]) => [name, () => importOf(module)]);
  const measured = await inTurns(Object.fromEntries(peers), rounds);
  const samples = Object.entries(measured).map(([name, all]) => [
    name,
    all.map((sample, round) => ({
      ...sample,
      added: (sample['time'] ?? 0) - (measured[empty]?.[round]?.['time'] ?? 0),
    })),
  ]);
  return tabulate({
    title: 'Imported in Node',
    baseline: empty,
    columns: [
      { name: 'added', unit: 'ms' },
      { name: 'time', unit: 'ms' },
      { name: 'CPU', unit: 'ms' },
    ],
    samples: Object.fromEntries(samples),
    targets: [
      { row: './client', column: 'added', of: 'median', atMost: 5 },
      { row: '.', column: 'added', of: 'median', atMost: 5 },
    ],
    notes: [
      'Added is the time beyond that of the empty module, in the same round.',
      'The row in one file is ./client bundled by esbuild: what it saves is what reading the files costs.',
    ],
  });
}

function importOf(module: string): Sample {
  const code = `const start = performance.now(), before = process.cpuUsage(); await import(${JSON.stringify(module)});
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify({ time: performance.now() - start, CPU: (user + system) / 1000 }));`;
  const args = ['--input-type=module', '--eval', code];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${module} cannot be imported: ${stderr}`);
  return JSON.parse(stdout);
}

export const figure: Figure = {
  title: 'Bundle, installation and import',
  packages: ['esbuild', 'openapi-fetch', vendor, 'axios', '@redocly/cli', '@hey-api/openapi-ts', 'orval'],
  measure,
};
