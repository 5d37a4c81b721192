import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchCopy } from '../../scripts/scratch.ts';
import { sizeOf, sizeTable } from '../../scripts/size.ts';
import { startMockServer } from '../../src/mock/server.ts';

const run = promisify(execFile);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

let scratch: string;
let project: string;
let files: string[];

/** Packs the package from a copy and installs the tarball, with its dependencies, into an empty project. */
beforeAll(async () => {
  scratch = scratchCopy();
  // Not within the copy: packages are found in the folders above, and the empty project has none.
  project = mkdtempSync(join(realpathSync(tmpdir()), 'consumer-'));
  const pack = async (folder: string, ...flags: string[]) => {
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', project, ...flags], { cwd: folder });
    return JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string; files: { path: string }[] }];
  };
  const [tarball] = await pack(scratch);
  files = tarball.files.map(({ path }) => path).sort();
  const dependencies = [
    'openapi-fetch',
    'openapi-typescript-helpers',
    'commander',
    'yaml',
    '@types/node',
    'undici-types',
  ];
  for (const name of dependencies) await pack(resolve('node_modules', name), '--ignore-scripts');
  const tarballs = readdirSync(project).map((name) => `./${name}`);
  writeFileSync(join(project, 'package.json'), '{"type": "module", "private": true}');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], { cwd: project });
  copyFileSync('test/package/consumer/consumer.ts', join(project, 'consumer.ts'));
  const [, readme = ''] = /```ts\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];
  writeFileSync(join(project, 'readme.ts'), readme);
}, 120_000);

afterAll(() => {
  rmSync(scratch, { recursive: true });
  rmSync(project, { recursive: true });
});

describe('the package', () => {
  it('ships what its users need and nothing else', () => {
    expect(files.filter((path) => !/^(dist|src)\//.test(path))).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'generated/answers.d.ts',
      'generated/answers.js',
      'generated/constants.d.ts',
      'generated/constants.js',
      'generated/openapi.json',
      'generated/openapi.yaml',
      'generated/schema.d.ts',
      'generated/validators.d.ts',
      'generated/validators.js',
      'package.json',
    ]);
    expect(files).toContain('dist/index.js');
    expect(files.filter((path) => /test|docs|bench|\.tsbuildinfo/.test(path))).toEqual([]);
  });

  it('depends at run time on openapi-fetch, and on what the command line needs', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(Object.keys(dependencies)).toEqual(['commander', 'openapi-fetch', 'yaml']);
  });

  it('has the command ld-iteration', async () => {
    const bin = join(project, 'node_modules/.bin/ld-iteration');
    const { stdout } = await run(bin, ['--version'], { cwd: project });
    expect(stdout.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  it('says in one sentence what the mock needs where it is not installed', async () => {
    const bin = join(project, 'node_modules/.bin/ld-iteration');
    const failure = await run(bin, ['mock', '--port', '0'], { cwd: project }).catch((error) => error);
    expect(failure.code).toBe(2);
    expect(failure.stderr).toBe('error This needs Prism: npm install @stoplight/prism-core @stoplight/prism-http\n');
  });

  it('costs a bundle what the README says, and the bare client at most 4.5 kB', async () => {
    expect(readFileSync('README.md', 'utf8')).toContain(await sizeTable());
    expect(await sizeOf('src/client/index.ts')).toBeLessThanOrEqual(4500);
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
        const { stdout } = await run(process.execPath, [`${outDir}/consumer.js`, mock.url], { cwd: project });
        expect(JSON.parse(stdout)).toEqual([
          'not_started',
          ['invalid_input', 0],
          ['http', 'invalid_request'],
          'anyOf',
          0,
          'launchdarkly-iteration-contract',
          true,
        ]);
      } finally {
        await mock.close();
      }
    },
  );
});
