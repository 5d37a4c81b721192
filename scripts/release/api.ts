/**
 * Writes API Extractor's report of each entry of the package, its TypeScript as users see it, to `generated/api/`. With
 * `--check` it writes nothing and fails where a report is stale; with `--since <ref>` it fails where a report changed
 * since that git ref and the CHANGELOG says nothing of it.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempDisposableSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { git } from '../lib/git.ts';
import { sectionsOf } from '../lib/versions.ts';

const folder = 'generated/api';
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, { types?: string }> };

/** Emits the declarations into a folder, and API Extractor's report of each entry into `reports` in it. */
function writeReports(scratch: string): void {
  for (const name of ['node_modules', 'package.json', 'generated']) symlinkSync(resolve(name), join(scratch, name));
  // Type errors are left to `make typecheck`.
  const flags = ['--emitDeclarationOnly', '--noCheck', '--preserveSymlinks', '--outDir', join(scratch, 'dist')];
  execFileSync('tsc', ['-p', 'src', ...flags], { stdio: 'inherit' });
  const configs = Object.entries(exports).flatMap(([entry, { types }]) =>
    types ? [configOf(scratch, entry, types)] : [],
  );
  const additionalEntryPoints = configs.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath);
  let compilerState: CompilerState | undefined;
  for (const config of configs) {
    compilerState ??= CompilerState.create(config, { additionalEntryPoints });
    Extractor.invoke(config, {
      compilerState,
      // Only compiler errors are reported, not advice on release tags and doc comments.
      messageCallback: (message) => {
        if (message.category !== 'Compiler') message.handled = true;
      },
    });
  }
}

function configOf(scratch: string, entry: string, types: string): ExtractorConfig {
  const name = entry === '.' ? 'index' : entry.slice(2).replaceAll('/', '-');
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: scratch,
      newlineKind: 'lf',
      mainEntryPointFilePath: join(scratch, types),
      compiler: {
        overrideTsconfig: { extends: resolve('tsconfig.json'), compilerOptions: { preserveSymlinks: true } },
      },
      // What is not exported but reachable from an export belongs to the API as well.
      apiReport: {
        ...{ enabled: true, reportFileName: `${name}.api.md`, includeForgottenExports: true },
        ...{ reportFolder: resolve(folder), reportTempFolder: join(scratch, 'reports') },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  });
}

/** Writes the reports. With `isCheck`, throws an error that names those that are not what the sources export. */
function update(isCheck: boolean): void {
  using scratch = mkdtempDisposableSync(join(realpathSync(tmpdir()), 'api-'));
  writeReports(scratch.path);
  const fresh = join(scratch.path, 'reports');
  if (isCheck) {
    const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
    const names = new Set([fresh, folder].flatMap((cwd) => globSync('*', { cwd })));
    const stale = [...names].filter((name) => read(join(fresh, name)) !== read(join(folder, name)));
    const paths = stale.map((name) => join(folder, name)).join('\n');
    if (paths) throw new Error(`${paths}\nis not what the sources export: run make api to fix this.`);
  } else {
    rmSync(folder, { recursive: true, force: true });
    cpSync(fresh, folder, { recursive: true });
  }
}

/** Whether reports changed since a ref, and yet the newest section of the CHANGELOG has no new line. */
function isUnsaid(ref: string): boolean {
  const base = git('merge-base', ref, 'HEAD').trim();
  if (git('diff', '--name-only', base, '--', folder) === '') return false;
  const old = new Set(git('show', `${base}:CHANGELOG.md`).split('\n'));
  const notes = sectionsOf(readFileSync('CHANGELOG.md', 'utf8'))[0]?.notes ?? '';
  return notes.split('\n').every((line) => line.trim() === '' || old.has(line));
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, since: { type: 'string' } } });
try {
  if (values.since === undefined) update(values.check);
  else if (isUnsaid(values.since))
    throw new Error(
      `${folder}: what users import changed since ${values.since}. Say so in the newest section of CHANGELOG.md.`,
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
