import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sizeOf, sizeTable } from '../../bench/size.ts';
import { startMockServer } from '../../src/mock/server.ts';
import { attw, publint, report } from '../matrix/checks.ts';
import type { Packed } from '../matrix/consumer.ts';
import { packedOnce } from '../support/packed.ts';

const run = promisify(execFile);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

let project: string;
let packed: Packed;
let files: string[];

/** The text of a file of the installed package. */
const read = (path: string) => readFileSync(join(project, 'node_modules', manifest.name, path), 'utf8');

/** Installs the package as it is packed, with its dependencies, into an empty project. */
beforeAll(async () => {
  // Not within the project: packages are found in the folders above, and the empty project has none.
  project = mkdtempSync(join(realpathSync(tmpdir()), 'consumer-'));
  packed = await packedOnce();
  files = packed.files;
  const dependencies = [
    'openapi-fetch',
    'openapi-typescript-helpers',
    'commander',
    'yaml',
    '@types/node',
    'undici-types',
  ];
  const folders = dependencies.map((name) => resolve('node_modules', name));
  await run('npm', ['pack', '--pack-destination', project, '--ignore-scripts', ...folders]);
  const tarballs = [packed.tarball, ...readdirSync(project).map((name) => `./${name}`)];
  writeFileSync(join(project, 'package.json'), '{"type": "module", "private": true}');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], { cwd: project });
  copyFileSync('test/package/consumer/consumer.ts', join(project, 'consumer.ts'));
  const [, readme = ''] = /```ts\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];
  writeFileSync(join(project, 'readme.ts'), readme);
});

afterAll(() => {
  rmSync(project, { recursive: true });
});

describe('the package', () => {
  it('ships each source, what is compiled of it, and nothing else beside what is listed here', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const compiled = sources.flatMap((path) =>
      ['js', 'js.map', 'd.ts', 'd.ts.map'].map((ending) => `dist/${path.replace(/ts$/, ending)}`),
    );
    const others = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      ...readdirSync('generated', { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => `generated/${name}`),
      'package.json',
    ];
    expect(files).toEqual([...others, ...sources.map((path) => `src/${path}`), ...compiled].sort());
    expect(files.filter((path) => /test|mutant|fixture|bench|docs/.test(path))).toEqual([]);
  });

  it('is a download of at most 410,000 bytes, and 1,950,000 bytes on disk', () => {
    expect(packed.size).toBeLessThanOrEqual(410_000);
    expect(packed.unpackedSize).toBeLessThanOrEqual(1_950_000);
  });

  it('has each file that its entries and its command name', () => {
    const targets = (value: unknown): string[] =>
      typeof value === 'string' ? [value.replace(/^\.\//, '')] : Object.values(value as object).flatMap(targets);
    const named = [...targets(manifest.exports), ...targets(manifest.bin)];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !files.includes(path))).toEqual([]);
  });

  it('leads from each compiled file to a source that is shipped too', () => {
    const compiled = files.filter((path) => /^dist\/.*\.(js|d\.ts)$/.test(path));
    const lost = compiled.filter((path) => {
      const [, map = ''] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(read(path)) ?? [];
      const place = posix.join(posix.dirname(path), map);
      if (!files.includes(place)) return true;
      const { sources, sourceRoot = '' }: { sources: string[]; sourceRoot?: string } = JSON.parse(read(place));
      const found = sources.map((source) => posix.join(posix.dirname(place), sourceRoot, source));
      const wanted = path.replace(/^dist/, 'src').replace(/(\.js|\.d\.ts)$/, '.ts');
      return !(found.length === 1 && found[0] === wanted && files.includes(wanted));
    });
    expect(compiled.length).toBeGreaterThan(0);
    expect(lost).toEqual([]);
  });

  it('has nothing that publint or attw would fix', async () => {
    await publint(packed.tarball);
    await attw(packed.tarball);
  });

  it('depends at run time on openapi-fetch, and on what the command line needs', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['commander', 'openapi-fetch', 'yaml']);
  });

  it('has the command ld-iteration', async () => {
    const bin = join(project, 'node_modules/.bin/ld-iteration');
    const { stdout } = await run(bin, ['--version'], { cwd: project });
    expect(stdout.trim()).toBe(manifest.version);
  });

  it('installs at most five packages beside itself', () => {
    const folder = join(project, 'node_modules');
    const names = readdirSync(folder).flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
    );
    const development = ['@types/node', 'undici-types'];
    const installed = names.filter((name) => !name.startsWith('.') && !development.includes(name));
    expect(installed.filter((name) => name !== manifest.name).length).toBeLessThanOrEqual(5);
  });

  it('serves the mock with nothing installed beside it', async () => {
    const bin = join(project, 'node_modules/.bin/ld-iteration');
    const child = spawn(bin, ['mock', '--port', '0', '--log', 'silent'], { cwd: project });
    const [announced] = await once(child.stdout, 'data');
    const [url = ''] = /http:\S+/.exec(String(announced)) ?? [];
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('costs a bundle what CONTRIBUTING says, and the bare client at most 12.5 kB, of which openapi-fetch is 2.9', async () => {
    expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain(await sizeTable());
    expect(await sizeOf('src/client/index.ts')).toBeLessThanOrEqual(12_500);
  });

  it('costs a bundle at most 25 kB for the mock without a server', async () => {
    expect(await sizeOf('src/mock/fetch.ts')).toBeLessThanOrEqual(25_000);
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])(
    'compiles, as does the code of the README, in an empty project with module %s and moduleResolution %s, and calls the mock',
    async (module, resolution) => {
      const outDir = `out-${resolution}`;
      const options = ['--strict', '--target', 'es2022', '--module', module, '--moduleResolution', resolution];
      const checks = ['--resolveJsonModule', '--types', 'node', '--skipLibCheck', 'false', '--outDir', outDir];
      const compiled = await run(process.execPath, [tsc, ...options, ...checks, 'consumer.ts', 'readme.ts'], {
        cwd: project,
      }).catch((error: { stdout: string }) => error);
      expect(compiled.stdout).toBe('');

      const mock = await startMockServer();
      try {
        const program = `
          import { report } from './${outDir}/consumer.js';
          console.log(JSON.stringify(await report({ baseUrl: '${mock.url}' })));`;
        const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: project });
        expect(JSON.parse(stdout)).toEqual(report);
      } finally {
        await mock.close();
      }
    },
  );
});
