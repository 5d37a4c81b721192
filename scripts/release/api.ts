/**
 * Writes API Extractor's report of each entry of the package, its TypeScript as users see it, to `generated/api/`. With
 * `--check` it writes nothing and fails where a report is stale; with `--since <ref>` it fails where a report changed
 * since that git ref and the CHANGELOG says nothing of it.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CompilerState, Extractor, ExtractorConfig, type ExtractorMessage } from '@microsoft/api-extractor';
import { git, runCommand, temporaryFolder, textOf } from '../lib/command.ts';
import { sectionsOf } from '../lib/versions.ts';

const folder = 'generated/api';
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, { types?: string }> };

/** Emits the declarations into a folder, and API Extractor's report of each entry into `reports` in it. */
function writeReports(scratch: string): void {
  for (const name of ['node_modules', 'package.json', 'generated']) symlinkSync(resolve(name), join(scratch, name));
  // Type errors are left to `make typecheck`.
  const flags = ['--emitDeclarationOnly', '--noCheck', '--preserveSymlinks', '--outDir', join(scratch, 'dist')];
  execFileSync('tsc', ['-p', 'src', ...flags], { stdio: 'inherit' });
  const entries = Object.entries(exports).filter(([, { types }]) => types !== undefined);
  const configs = entries.map(([entry, { types = '' }]) => configOf(scratch, entry, types));
  const additionalEntryPoints = configs.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath);
  const [first] = configs;
  if (!first) throw new Error('package.json: no entry of exports has types');
  const compilerState = CompilerState.create(first, { additionalEntryPoints });
  // Only compiler errors are reported, not advice on release tags and doc comments.
  const messageCallback = (message: ExtractorMessage) => {
    message.handled ||= message.category !== 'Compiler';
  };
  for (const config of configs) Extractor.invoke(config, { compilerState, messageCallback });
}

function configOf(scratch: string, entry: string, types: string): ExtractorConfig {
  const name = entry === '.' ? 'index' : entry.slice(2).replaceAll('/', '-');
  const overrideTsconfig = { extends: resolve('tsconfig.json'), compilerOptions: { preserveSymlinks: true } };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: scratch,
      newlineKind: 'lf',
      mainEntryPointFilePath: join(scratch, types),
      compiler: { overrideTsconfig },
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
  using scratch = temporaryFolder();
  writeReports(scratch.path);
  const fresh = join(scratch.path, 'reports');
  if (isCheck) {
    const names = new Set([fresh, folder].flatMap((cwd) => globSync('*', { cwd })));
    const stale = [...names].filter((name) => textOf(join(fresh, name)) !== textOf(join(folder, name)));
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
await runCommand(1, () => {
  if (values.since === undefined) return update(values.check);
  const problem = `what users import changed since ${values.since}. Say so in the newest section of CHANGELOG.md.`;
  if (isUnsaid(values.since)) throw new Error(`${folder}: ${problem}`);
});
